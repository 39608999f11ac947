//! Extractor for axum: an event as a handler's argument.
//!
//! The receiver is given to the route, by [`post`], or to several routes, by [`provide`]: handlers only name
//! [`LinqEvent`], and the router's state is yours. A delivery that cannot be verified never reaches the handler. An
//! argument `axum::Json<Event>` compiles as well, since events can be stored as JSON, but it verifies nothing: do not
//! use it.
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
//! let app: Router = Router::new().route("/linq", post(&receiver, hook));
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
//! linq_webhook::serve(listener, app).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Each subscription has a secret. Either one receiver accepts several secrets, and
//! [`Event::secret_label`](linq_core::webhook::Event::secret_label) is the one that matched, or each path has a receiver
//! of its own:
//!
//! ```
//! use axum::Router;
//! use linq_webhook::{Receiver, axum::{LinqEvent, post}, linq_core::webhook::WebhookSecret};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let messages = Receiver::new(WebhookSecret::new("whsec_c2VjcmV0")?);
//! let payments = Receiver::new(WebhookSecret::new("whsec_b3RoZXI=")?);
//! let app: Router = Router::new()
//!     .route("/messages", post(&messages, async |LinqEvent(event)| println!("{:?}", event.message())))
//!     .route("/payments", post(&payments, async |LinqEvent(event)| println!("{:?}", event.event_type)));
//! # Ok(())
//! # }
//! ```

use crate::{Receiver, Rejection, buffer::Share};
use ::axum::{
    body::{Body, HttpBody},
    extract::{FromRequest, Request, State},
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
/// delivery is 401, 400, 413 or 503, or 500 if the route has no receiver: see [`Rejection`].
#[derive(Clone, Debug, PartialEq)]
pub struct LinqEvent(pub Event);

impl<S> FromRequest<S> for LinqEvent
where
    S: Sync,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, _: &S) -> Result<Self, Rejection> {
        let (mut delivery, body) = request.into_parts();
        let Some(receiver) = delivery.extensions.remove::<Receiver>() else {
            Rejection::NoReceiver.trace();
            return Err(Rejection::NoReceiver);
        };
        receiver.check_headers(&delivery.headers)?;
        let (body, _share) = receiver.observe(read(body, &receiver).await)?;
        receiver.receive(&delivery.headers, body).map(Self)
    }
}

/// Returns a route for POST requests to `handler`, whose [`LinqEvent`] is received by `receiver`.
pub fn post<H, T, S>(receiver: &Receiver, handler: H) -> MethodRouter<S>
where
    H: Handler<T, S>,
    T: 'static,
    S: Clone + Send + Sync + 'static,
{
    routing::post(handler).layer(from_fn_with_state(receiver.clone(), provide))
}

/// Middleware that provides the receiver to [`LinqEvent`], and sets the routing token of 2xx responses
/// ([`Receiver::affinity`]): for several routes, with [`from_fn_with_state`], or for a receiver that depends on the
/// request. If a request passes several, the innermost receives the event.
///
/// ```
/// use axum::{
///     Router,
///     extract::{Path, Request, State},
///     http::StatusCode,
///     middleware::{Next, from_fn_with_state},
///     response::{IntoResponse, Response},
///     routing::post,
/// };
/// use linq_webhook::{Receiver, axum::{LinqEvent, provide}};
/// use std::{collections::HashMap, sync::Arc};
///
/// type Tenants = Arc<HashMap<String, Receiver>>;
///
/// async fn by_tenant(
///     State(tenants): State<Tenants>,
///     Path(tenant): Path<String>,
///     request: Request,
///     next: Next,
/// ) -> Response {
///     match tenants.get(&tenant) {
///         Some(receiver) => provide(State(receiver.clone()), request, next).await,
///         None => StatusCode::NOT_FOUND.into_response(),
///     }
/// }
///
/// async fn hook(Path(tenant): Path<String>, LinqEvent(event): LinqEvent) {
///     println!("{tenant}: {}", event.event_type);
/// }
///
/// let tenants = Tenants::default();
/// let app: Router = Router::new()
///     .route("/linq/{tenant}", post(hook))
///     .route_layer(from_fn_with_state(tenants, by_tenant));
/// ```
pub async fn provide(
    State(receiver): State<Receiver>,
    mut request: Request,
    next: Next,
) -> Response {
    let delivery = request.headers().clone();
    request.extensions_mut().insert(receiver.clone());
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
