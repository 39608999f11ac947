//! Files and vCards on their way out.

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

use super::refusal::Refusal;
use super::{RequestId, parameter};
use crate::shared::Shared;
use crate::store::signature;
use crate::world::attachment::{Attachment, FileStatus};

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
        Err(refusal) => refusal.into_response(request_id),
    }
}

async fn stored(shared: &Shared, id: &str) -> Result<(Attachment, Body), Refusal> {
    let id: Uuid = id.parse().map_err(|_| Refusal::no_such_key())?;
    let (file, place) = {
        let world = shared.world();
        let file = world
            .attachments
            .get(&id)
            .filter(|file| file.status == FileStatus::Complete)
            .cloned()
            .ok_or_else(Refusal::no_such_key)?;
        (file, world.store.place_of(id))
    };
    let body = if file.sha256.is_some() {
        let place = place.ok_or_else(Refusal::internal)?;
        let file = File::open(place).await.map_err(|_| Refusal::internal())?;
        Body::from_stream(ReaderStream::new(file))
    } else {
        blank(file.size_bytes)
    };
    Ok((file, body))
}

/// The bytes of a file that was said to be there: zeros.
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
        Err(refusal) => refusal.into_response(request_id),
    }
}

fn card(
    shared: &Shared,
    file: &str,
    query: &[(String, String)],
    path: &str,
) -> Result<String, Refusal> {
    let mut world = shared.world();
    let expires = parameter(query, signature::EXPIRES);
    let (without, kind) = (parameter(query, "without"), parameter(query, "type"));
    let expected = signature::of(world.url_key, path, expires, without, kind);
    if expected != parameter(query, signature::SIGNATURE) {
        return Err(Refusal::signature_mismatch());
    }
    let now = world.now().as_second();
    if expires.parse().is_ok_and(|expires: i64| now >= expires) {
        return Err(Refusal::expired());
    }
    let number = file.strip_suffix(".vcf").unwrap_or(file);
    world
        .vcard(number, &without.split(',').collect::<Vec<_>>(), kind)
        .ok_or_else(Refusal::no_such_key)
}
