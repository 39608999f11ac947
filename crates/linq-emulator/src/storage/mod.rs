//! The origin that files are uploaded to and downloaded from, like the real service's.

mod download;
mod refusal;
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

use crate::fault::{Hangup, under};
use crate::log::LoggedRequest;
use crate::shared::Shared;
use refusal::Refusal;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/uploads/{id}/{filename}", put(upload::put))
        .route(
            "/attachments/partners/{partner}/{id}/{filename}",
            get(download::attachment),
        )
        .route("/vcards/{file}", get(download::vcard))
        .method_not_allowed_fallback(refusal::method_not_allowed)
        .fallback(refusal::not_found)
        .layer(from_fn_with_state(Arc::clone(&shared), pass))
        .with_state(shared)
}

/// The id of a request to the storage.
#[derive(Clone, Copy, Debug)]
struct RequestId(Uuid);

/// Logs a request, lets faults strike it, and turns API tokens away.
async fn pass(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    let id = shared.world().trace_id();
    let path = request.uri().path();
    let logged = LoggedRequest::to_storage(request.method(), request.uri(), request.headers(), id);
    let place = shared.log().begin(logged);
    let fault = shared.faults().strike(request.method(), path);
    if let Some(fault) = &fault {
        shared
            .log()
            .amend(place, |logged| logged.fault = Some(fault.name().to_owned()));
    }
    request.extensions_mut().insert(RequestId(id));
    let work = async {
        if request.headers().contains_key(AUTHORIZATION) {
            return upload::refuse(request, &Refusal::two_mechanisms(), id).await;
        }
        next.run(request).await
    };
    let mut response = match fault {
        None => work.await,
        Some(fault) => under(fault, work, id).await,
    };
    let is_lost = response.extensions().get::<Hangup>().is_some();
    shared.log().amend(place, |logged| {
        logged.status = (!is_lost).then(|| response.status().as_u16());
    });
    if let Ok(value) = HeaderValue::try_from(id.to_string()) {
        response.headers_mut().insert("x-amz-request-id", value);
    }
    response
}

/// The parameters of a presigned URL.
fn parameter<'a>(query: &'a [(String, String)], name: &str) -> &'a str {
    query
        .iter()
        .find(|(key, _)| key == name)
        .map_or("", |(_, value)| value)
}
