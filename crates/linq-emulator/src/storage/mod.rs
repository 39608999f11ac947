//! The storage: a separate origin for uploads and downloads, as in the real service.

mod download;
mod error;
mod upload;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, put};
use uuid::Uuid;

use crate::fault::{DropConnection, apply_fault};
use crate::log::LoggedRequest;
use crate::shared::Shared;
use error::StorageError;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/uploads/{id}/{filename}", put(upload::put))
        .route(
            "/attachments/partners/{partner}/{id}/{filename}",
            get(download::attachment),
        )
        .route("/vcards/{file}", get(download::vcard))
        .method_not_allowed_fallback(error::method_not_allowed)
        .fallback(error::not_found)
        .layer(from_fn_with_state(Arc::clone(&shared), middleware))
        .with_state(shared)
}

/// Id of a request to the storage.
#[derive(Clone, Copy, Debug)]
struct RequestId(Uuid);

/// Middleware that logs requests, applies faults, and rejects API tokens.
async fn middleware(
    State(shared): State<Arc<Shared>>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = shared.state().trace_id();
    let path = request.uri().path();
    let logged = LoggedRequest::to_storage(request.method(), request.uri(), request.headers(), id);
    let index = shared.log().begin(logged);
    let fault = shared.faults().select(request.method(), path);
    if let Some(fault) = &fault {
        shared
            .log()
            .update(index, |logged| logged.fault = Some(fault.name().to_owned()));
    }
    request.extensions_mut().insert(RequestId(id));
    let work = async {
        if request.headers().contains_key(AUTHORIZATION) {
            return upload::reject(request, &StorageError::two_mechanisms(), id).await;
        }
        next.run(request).await
    };
    let mut response = match fault {
        None => work.await,
        Some(fault) => apply_fault(fault, work, id).await,
    };
    let is_lost = response.extensions().get::<DropConnection>().is_some();
    shared.log().update(index, |logged| {
        logged.status = (!is_lost).then(|| response.status().as_u16());
    });
    if let Ok(value) = HeaderValue::try_from(id.to_string()) {
        response.headers_mut().insert("x-amz-request-id", value);
    }
    response
}

/// Returns a parameter of a presigned URL.
fn parameter<'a>(query: &'a [(String, String)], name: &str) -> &'a str {
    query
        .iter()
        .find(|(key, _)| key == name)
        .map_or("", |(_, value)| value)
}
