//! Downloads of files and vCards.

use std::io;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Extension, Path, Query, State};
use axum::http::Uri;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use tokio::fs::File;
use tokio_util::io::ReaderStream;
use uuid::Uuid;

use super::error::StorageError;
use super::{RequestId, parameter};
use crate::shared::Shared;
use crate::state::attachment::{Attachment, FileStatus};
use crate::store::signature;

pub(super) async fn attachment(
    State(shared): State<Arc<Shared>>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Path((_, id, _)): Path<(String, String, String)>,
) -> Response {
    match stored(&shared, &id).await {
        Ok((file, body)) => {
            let head = [
                (CONTENT_TYPE, file.content_type),
                (CONTENT_LENGTH, file.size_bytes.to_string()),
            ];
            (head, body).into_response()
        }
        Err(error) => error.into_response(request_id),
    }
}

async fn stored(shared: &Shared, id: &str) -> Result<(Attachment, Body), StorageError> {
    let id: Uuid = id.parse().map_err(|_| StorageError::no_such_key())?;
    let (file, path) = {
        let state = shared.state();
        let file = state
            .attachments
            .get(&id)
            .filter(|file| file.status == FileStatus::Complete)
            .cloned()
            .ok_or_else(StorageError::no_such_key)?;
        (file, state.store.path_of(id))
    };
    let body = if file.sha256.is_some() {
        let path = path.ok_or_else(StorageError::internal)?;
        let file = File::open(path)
            .await
            .map_err(|_| StorageError::internal())?;
        Body::from_stream(ReaderStream::new(file))
    } else {
        blank(file.size_bytes)
    };
    Ok((file, body))
}

/// Returns the bytes of a file added without content: zeros.
fn blank(size: u64) -> Body {
    const CHUNK: &[u8] = &[0; 64 * 1024];

    Body::from_stream(stream::unfold(size, |left| async move {
        let size = usize::try_from(left).unwrap_or(usize::MAX).min(CHUNK.len());
        let chunk = Bytes::from_static(&CHUNK[..size]);
        (size > 0).then(|| (Ok::<_, io::Error>(chunk), left - size as u64))
    }))
}

pub(super) async fn vcard(
    State(shared): State<Arc<Shared>>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Path(file): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    uri: Uri,
) -> Response {
    match card(&shared, &file, &query, uri.path()) {
        Ok(card) => ([(CONTENT_TYPE, "text/vcard; charset=utf-8")], card).into_response(),
        Err(error) => error.into_response(request_id),
    }
}

fn card(
    shared: &Shared,
    file: &str,
    query: &[(String, String)],
    path: &str,
) -> Result<String, StorageError> {
    let mut state = shared.state();
    let expires = parameter(query, signature::EXPIRES);
    let (without, kind) = (parameter(query, "without"), parameter(query, "type"));
    let expected = signature::sign(state.url_key, path, expires, without, kind);
    if expected != parameter(query, signature::SIGNATURE) {
        return Err(StorageError::signature_mismatch());
    }
    let now = state.now().as_second();
    if expires.parse().is_ok_and(|expires: i64| now >= expires) {
        return Err(StorageError::expired());
    }
    let number = file.strip_suffix(".vcf").unwrap_or(file);
    state
        .vcard(number, &without.split(',').collect::<Vec<_>>(), kind)
        .ok_or_else(StorageError::no_such_key)
}
