//! Uploads, which are streamed to disk.

use std::io;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Extension, Path, Query, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, EXPECT};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt as _;
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;
use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;
use uuid::Uuid;

use super::error::StorageError;
use super::{RequestId, parameter};
use crate::hex::hex;
use crate::shared::Shared;
use crate::state::attachment::FileStatus;
use crate::store::signature;

pub(super) async fn put(
    State(shared): State<Arc<Shared>>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Path((id, _)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let checked = match id.parse() {
        Ok(id) => check_request(&shared, id, &query, &request).map(|size| (id, size)),
        Err(_) => Err(StorageError::no_such_key()),
    };
    let (id, size) = match checked {
        Ok(checked) => checked,
        Err(error) => return reject(request, &error, request_id).await,
    };
    match receive(&shared, request.into_body(), id, size).await {
        Ok(digest) => (StatusCode::OK, [(ETAG, format!("\"{digest}\""))]).into_response(),
        Err(error) => error.into_response(request_id),
    }
}

/// Rejects an upload after reading its body: otherwise the client could find the connection closed instead of the
/// response. With `Expect: 100-continue` it is rejected at once.
pub(super) async fn reject(request: Request, error: &StorageError, request_id: Uuid) -> Response {
    if !request.headers().contains_key(EXPECT) {
        let mut body = request.into_body().into_data_stream();
        while let Some(Ok(_)) = body.next().await {}
    }
    error.clone().into_response(request_id)
}

/// Returns the size of the upload, if the request matches the signature of its URL.
fn check_request(
    shared: &Shared,
    id: Uuid,
    query: &[(String, String)],
    request: &Request,
) -> Result<u64, StorageError> {
    let mut state = shared.state();
    let now = state.now();
    let key = state.url_key;
    let attachment = state
        .attachments
        .get(&id)
        .ok_or_else(StorageError::no_such_key)?;
    if now >= attachment.upload_expires_at {
        return Err(StorageError::expired());
    }
    let headers = request.headers();
    let length = text(headers, &CONTENT_LENGTH).ok_or_else(StorageError::no_length)?;
    let expected = signature::sign(
        key,
        request.uri().path(),
        parameter(query, signature::EXPIRES),
        text(headers, &CONTENT_TYPE).unwrap_or_default(),
        length,
    );
    if expected != parameter(query, signature::SIGNATURE) {
        return Err(StorageError::signature_mismatch());
    }
    if headers
        .keys()
        .any(|name| name.as_str().starts_with("x-amz-"))
    {
        return Err(StorageError::unsigned_header());
    }
    Ok(attachment.size_bytes)
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Writes the body to disk, and returns its SHA-256 in hexadecimal.
async fn receive(shared: &Shared, body: Body, id: Uuid, size: u64) -> Result<String, StorageError> {
    let store = Arc::clone(&shared.state().store);
    let arriving = store.receiving().map_err(|_| StorageError::internal())?;
    let digest = write(&arriving, body, size).await?;
    let mut state = shared.state();
    let attachment = state
        .attachments
        .get_mut(&id)
        .ok_or_else(StorageError::no_such_key)?;
    store
        .keep(arriving, id)
        .map_err(|_| StorageError::internal())?;
    attachment.status = FileStatus::Complete;
    attachment.sha256 = Some(digest.clone());
    Ok(digest)
}

async fn write(arriving: &NamedTempFile, body: Body, size: u64) -> Result<String, StorageError> {
    let internal = |_: io::Error| StorageError::internal();
    let mut file = File::from_std(arriving.reopen().map_err(internal)?);
    let mut digest = Sha256::new();
    let mut received = 0;
    let mut body = body.into_data_stream();
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|_| StorageError::incomplete())?;
        received += chunk.len() as u64;
        digest.update(&chunk);
        file.write_all(&chunk).await.map_err(internal)?;
    }
    if received != size {
        return Err(StorageError::incomplete());
    }
    file.flush().await.map_err(internal)?;
    Ok(hex(&digest.finalize()))
}
