//! Attachments: <https://docs.linqapp.com/api/resources/attachments/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use uuid::Uuid;

use super::call::{Call, Reply, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::attachment::Attachment;

/// 100 MB, in the larger of the two readings.
const LARGEST_FILE: u64 = 100 * 1024 * 1024;
const LONGEST_FILENAME: usize = 255;

/// What `content_type` may say.
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

fn create(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let filename = body.get("filename").required()?;
    let name = filename.string()?;
    if name.is_empty() || name.chars().count() > LONGEST_FILENAME {
        return Err(filename.invalid(&format!("must have 1 to {LONGEST_FILENAME} characters")));
    }
    let kind = body.get("content_type").required()?.refused_with(5004);
    let content_type = kind.string()?;
    if !CONTENT_TYPES.contains(&content_type) {
        return Err(kind.invalid(&format!("is not a supported type: {content_type}")));
    }
    let size = body.get("size_bytes").required()?;
    let size_bytes = size.index()? as u64;
    if size_bytes == 0 {
        return Err(size.invalid("must be at least 1"));
    }
    if size_bytes > LARGEST_FILE {
        return Err(size
            .refused_with(5005)
            .invalid("must be at most 100 MB, the size of the largest file"));
    }
    let id = call.world.expect_attachment(name, content_type, size_bytes);
    let attachment = found(call, id)?;
    let reply = call.world.upload_reply(id, attachment);
    Ok(Reply::new(StatusCode::CREATED, reply))
}

fn retrieve(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let id = call.id("attachment_id")?;
    let reply = call.world.attachment_reply(id, found(call, id)?);
    Ok(Reply::ok(reply))
}

fn delete(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let id = call.id("attachment_id")?;
    call.world
        .remove_attachment(id)
        .ok_or_else(|| ApiError::attachment_not_found("attachment_id"))?;
    Ok(Reply::no_content())
}

fn found<'a>(call: &'a Call<'_>, id: Uuid) -> Result<&'a Attachment, ApiError> {
    call.world
        .attachments
        .get(&id)
        .ok_or_else(|| ApiError::attachment_not_found("attachment_id"))
}
