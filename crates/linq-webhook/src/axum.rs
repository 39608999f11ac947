//! Extractor for axum: an event as a handler's argument.
//!
//! The receiver is the router's state, or part of it by [`FromRef`]. A delivery that cannot be verified never reaches
//! the handler.
//!
//! ```no_run
//! use axum::{Router, http::StatusCode};
//! use linq_webhook::{Receiver, axum::{LinqEvent, post}};
//!
//! async fn hook(LinqEvent(event): LinqEvent) -> StatusCode {
//!     if let Some(message) = event.message() {
//!         println!("{:?}: {}", message.sender_handle, message.text());
//!     }
//!     StatusCode::NO_CONTENT
//! }
//!
//! # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
//! let receiver = Receiver::from_env()?; // LINQ_WEBHOOK_SECRET
//! let app: Router = Router::new().route("/linq", post(&receiver, hook)).with_state(receiver);
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
//! linq_webhook::serve(listener, app).await?;
//! # Ok(())
//! # }
//! ```

use crate::{Receiver, Rejection, buffer::Share};
use ::axum::{
    body::{Body, HttpBody},
    extract::{FromRef, FromRequest, Request, State},
    handler::Handler,
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{self, MethodRouter},
};
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt as _;
use linq_core::webhook::Event;

/// An extractor of a verified event.
///
/// As the last argument of a handler it consumes the request's body, which it does not read before the headers have
/// been [checked](Receiver::check_headers). A body is limited to [`Receiver::body_limit`] bytes and
/// [`Receiver::body_timeout`], all bodies together to [`Receiver::buffer_limit`] bytes. The response to a rejected
/// delivery is 401, 400, 413 or 503: see [`Rejection`].
#[derive(Clone, Debug, PartialEq)]
pub struct LinqEvent(pub Event);

impl<S> FromRequest<S> for LinqEvent
where
    S: Send + Sync,
    Receiver: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let receiver = Receiver::from_ref(state);
        let (delivery, body) = request.into_parts();
        receiver.check_headers(&delivery.headers)?;
        let (body, _share) = read(body, &receiver).await?;
        receiver.receive(&delivery.headers, body).map(Self)
    }
}

/// Returns a route for POST requests to `handler`, which sets the routing token of its 2xx responses.
///
/// Without [delivery affinity](linq_core::webhook::DeliveryAffinity) it is the same as
/// [`routing::post`].
pub fn post<H, T, S>(receiver: &Receiver, handler: H) -> MethodRouter<S>
where
    H: Handler<T, S>,
    T: 'static,
    S: Clone + Send + Sync + 'static,
{
    routing::post(handler).layer(from_fn_with_state(receiver.clone(), set_routing_token))
}

/// Middleware that sets the routing token of 2xx responses, for routes that are not created by [`post`]: use it with
/// [`from_fn_with_state`].
pub async fn set_routing_token(
    State(receiver): State<Receiver>,
    request: Request,
    next: Next,
) -> Response {
    let delivery = request.headers().clone();
    let mut response = next.run(request).await;
    receiver.set_routing_token(&delivery, &mut response);
    response
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        Self::into_response(self)
    }
}

/// Reads a body within the receiver's limits. The share of the buffer must be held until the event has been
/// decoded.
async fn read(body: Body, receiver: &Receiver) -> Result<(Bytes, Share<'_>), Rejection> {
    let (limit, timeout, buffer) = receiver.limits();
    let mut share = buffer.share();
    let reading = read_all(body, limit, &mut share);
    match tokio::time::timeout(timeout, reading).await {
        Ok(bytes) => Ok((bytes?, share)),
        Err(_) => Err(Rejection::TooSlow { limit: timeout }),
    }
}

async fn read_all(mut body: Body, limit: usize, share: &mut Share<'_>) -> Result<Bytes, Rejection> {
    // A body whose declared length is too large is not read.
    let declared = body.size_hint().lower();
    if usize::try_from(declared).map_or(true, |declared| declared > limit) {
        return Err(Rejection::TooLarge { limit });
    }
    let mut bytes = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Rejection::Incomplete)?;
        let Ok(data) = frame.into_data() else {
            continue;
        };
        if data.len() > limit - bytes.len() {
            return Err(Rejection::TooLarge { limit });
        }
        share.grow(data.len())?;
        bytes.extend_from_slice(&data);
    }
    Ok(bytes.freeze())
}
