//! Attachments: <https://docs.linqapp.com/api/resources/attachments/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::attachment::Attachment;

/// Maximum size of a file: 100 MB, read as MiB.
const MAX_FILE_SIZE: u64 = 100 * 1024 * 1024;
const MAX_FILENAME_LEN: usize = 255;

/// Valid values of `content_type`.
const CONTENT_TYPES: [&str; 51] = [
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/heic",
    "image/heif",
    "image/tiff",
    "image/bmp",
    "image/svg+xml",
    "image/webp",
    "image/x-icon",
    "video/mp4",
    "video/quicktime",
    "video/mpeg",
    "video/mpeg2",
    "video/x-m4v",
    "video/x-msvideo",
    "video/3gpp",
    "audio/mpeg",
    "audio/mp3",
    "audio/x-m4a",
    "audio/mp4",
    "audio/x-caf",
    "audio/x-wav",
    "audio/x-aiff",
    "audio/aiff",
    "audio/aac",
    "audio/midi",
    "audio/amr",
    "application/pdf",
    "application/vnd.apple.pkpass",
    "text/plain",
    "text/markdown",
    "text/vcard",
    "text/rtf",
    "text/csv",
    "text/html",
    "text/calendar",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/x-iwork-pages-sffpages",
    "application/x-iwork-numbers-sffnumbers",
    "application/x-iwork-keynote-sffkey",
    "application/epub+zip",
    "text/xml",
    "application/json",
    "application/zip",
    "application/x-gzip",
];

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/v3/attachments", on(MethodFilter::POST, create))
        .route(
            "/v3/attachments/{attachment_id}",
            on(MethodFilter::GET, retrieve).merge(on(MethodFilter::DELETE, delete)),
        )
}

fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let filename = body.get("filename").required()?;
    let name = filename.string()?;
    if name.is_empty() || name.chars().count() > MAX_FILENAME_LEN {
        return Err(filename.invalid(&format!("must have 1 to {MAX_FILENAME_LEN} characters")));
    }
    let kind = body.get("content_type").required()?.with_error_code(5004);
    let content_type = kind.string()?;
    if !CONTENT_TYPES.contains(&content_type) {
        return Err(kind.invalid(&format!("is not a supported type: {content_type}")));
    }
    let size = body.get("size_bytes").required()?;
    let size_bytes = size.index()? as u64;
    if size_bytes == 0 {
        return Err(size.invalid("must be at least 1"));
    }
    if size_bytes > MAX_FILE_SIZE {
        return Err(size
            .with_error_code(5005)
            .invalid("must be at most 100 MB, the size of the largest file"));
    }
    let id = call.state.create_attachment(name, content_type, size_bytes);
    let attachment = found(call, id)?;
    let response = call.state.upload_json(id, attachment);
    Ok(ApiResponse::new(StatusCode::CREATED, response))
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = call.id("attachment_id")?;
    let response = call.state.attachment_json(id, found(call, id)?);
    Ok(ApiResponse::ok(response))
}

fn delete(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = call.id("attachment_id")?;
    call.state
        .remove_attachment(id)
        .ok_or_else(|| ApiError::attachment_not_found("attachment_id"))?;
    Ok(ApiResponse::no_content())
}

fn found<'a>(call: &'a Call<'_>, id: Uuid) -> Result<&'a Attachment, ApiError> {
    call.state
        .attachments
        .get(&id)
        .ok_or_else(|| ApiError::attachment_not_found("attachment_id"))
}
