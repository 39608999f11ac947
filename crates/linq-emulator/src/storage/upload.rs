//! Files on their way in, written to disk as they arrive.

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

use super::refusal::Refusal;
use super::{RequestId, parameter};
use crate::hex::hex;
use crate::shared::Shared;
use crate::store::signature;
use crate::world::attachment::FileStatus;

pub(super) async fn put(
    State(shared): State<Arc<Shared>>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Path((id, _)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let granted = match id.parse() {
        Ok(id) => grant(&shared, id, &query, &request).map(|size| (id, size)),
        Err(_) => Err(Refusal::no_such_key()),
    };
    let (id, size) = match granted {
        Ok(granted) => granted,
        Err(refusal) => return refuse(request, &refusal, request_id).await,
    };
    match receive(&shared, request.into_body(), id, size).await {
        Ok(digest) => (StatusCode::OK, [(ETAG, format!("\"{digest}\""))]).into_response(),
        Err(refusal) => refusal.into_response(request_id),
    }
}

/// Refuses, but takes the body first, or the client would meet a closed connection instead of the
/// reply. A client that asks before it sends is told at once.
pub(super) async fn refuse(request: Request, refusal: &Refusal, request_id: Uuid) -> Response {
    if !request.headers().contains_key(EXPECT) {
        let mut body = request.into_body().into_data_stream();
        while let Some(Ok(_)) = body.next().await {}
    }
    refusal.clone().into_response(request_id)
}

/// The number of bytes that may come, if the request is the one that its URL was signed for.
fn grant(
    shared: &Shared,
    id: Uuid,
    query: &[(String, String)],
    request: &Request,
) -> Result<u64, Refusal> {
    let mut world = shared.world();
    let now = world.now();
    let key = world.url_key;
    let attachment = world
        .attachments
        .get(&id)
        .ok_or_else(Refusal::no_such_key)?;
    if now >= attachment.upload_expires_at {
        return Err(Refusal::expired());
    }
    let headers = request.headers();
    let length = text(headers, &CONTENT_LENGTH).ok_or_else(Refusal::no_length)?;
    let expected = signature::of(
        key,
        request.uri().path(),
        parameter(query, signature::EXPIRES),
        text(headers, &CONTENT_TYPE).unwrap_or_default(),
        length,
    );
    if expected != parameter(query, signature::SIGNATURE) {
        return Err(Refusal::signature_mismatch());
    }
    if headers
        .keys()
        .any(|name| name.as_str().starts_with("x-amz-"))
    {
        return Err(Refusal::unsigned_header());
    }
    Ok(attachment.size_bytes)
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Writes the body to disk, and gives its SHA-256 in hexadecimal.
async fn receive(shared: &Shared, body: Body, id: Uuid, size: u64) -> Result<String, Refusal> {
    let store = Arc::clone(&shared.world().store);
    let arriving = store.receiving().map_err(|_| Refusal::internal())?;
    let digest = write(&arriving, body, size).await?;
    let mut world = shared.world();
    let attachment = world
        .attachments
        .get_mut(&id)
        .ok_or_else(Refusal::no_such_key)?;
    store.keep(arriving, id).map_err(|_| Refusal::internal())?;
    attachment.status = FileStatus::Complete;
    attachment.sha256 = Some(digest.clone());
    Ok(digest)
}

async fn write(arriving: &NamedTempFile, body: Body, size: u64) -> Result<String, Refusal> {
    let internal = |_: io::Error| Refusal::internal();
    let mut file = File::from_std(arriving.reopen().map_err(internal)?);
    let mut digest = Sha256::new();
    let mut received = 0;
    let mut body = body.into_data_stream();
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|_| Refusal::incomplete())?;
        received += chunk.len() as u64;
        digest.update(&chunk);
        file.write_all(&chunk).await.map_err(internal)?;
    }
    if received != size {
        return Err(Refusal::incomplete());
    }
    file.flush().await.map_err(internal)?;
    Ok(hex(&digest.finalize()))
}
