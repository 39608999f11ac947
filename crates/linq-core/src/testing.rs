//! Tests of code that uses a client, without a network.
//!
//! A client with [`CannedResponses`] has the same type as any other, so the code under test needs no type parameter and
//! no trait. Requests are validated and encoded, responses decoded and retries made as usual, but without delays.
//!
//! ```
//! # use linq_core::{Client, Connect, Transport, call::{ClientConfig, PreparedCall}, Endpoint, error::InvalidArgument};
//! use linq_core::testing::{CannedResponse, CannedResponses};
//!
//! # fn test<C: Connect>() -> Result<(), InvalidArgument> {
//! let canned = CannedResponses::in_order([
//!     CannedResponse::json(503, "{}"), // is retried
//!     CannedResponse::json(200, r#"{"chat": {"id": "c1", "display_name": "Project Team"}}"#),
//! ]);
//! let linq = Client::builder("any-key").canned_responses(canned.clone()).build()?;
//! // … call the code under test with `linq`, then look at what it has sent:
//! # let linq: Client<C> = linq;
//! for request in canned.requests() {
//!     println!("{} {}", request.method(), request.uri().path());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! For tests of a whole conversation, with webhooks, the emulator (`linq-emulator`) is a server on loopback that keeps
//! state.

use crate::{
    error::{TransportError, TransportErrorKind},
    exchange::Outcome,
};
use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header::CONTENT_TYPE};
use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// Responses that a client receives instead of sending its requests. Clones share them, and the record of requests.
#[derive(Clone)]
pub struct CannedResponses(Arc<Shared>);

type Respond = dyn Fn(&Request<Bytes>) -> CannedResponse + Send + Sync;

struct Shared {
    respond: Box<Respond>,
    requests: Mutex<Vec<Request<Bytes>>>,
}

impl CannedResponses {
    /// Returns each response once, in this order. A request after the last one fails with
    /// [`TransportErrorKind::InvalidRequest`], which is not retried.
    #[must_use]
    pub fn in_order(responses: impl IntoIterator<Item = CannedResponse>) -> Self {
        let responses = Mutex::new(VecDeque::from_iter(responses));
        Self::from_fn(move |_| {
            let mut responses = responses.lock().unwrap_or_else(PoisonError::into_inner);
            let next = responses.pop_front();
            next.unwrap_or(CannedResponse(Err((
                TransportErrorKind::InvalidRequest,
                "no canned response left",
            ))))
        })
    }

    /// Returns the response that a function chooses for a request, by its method, path or body. The function is called
    /// once for each attempt.
    #[must_use]
    pub fn from_fn(
        respond: impl Fn(&Request<Bytes>) -> CannedResponse + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(Shared {
            respond: Box::new(respond),
            requests: Mutex::default(),
        }))
    }

    /// Returns the requests so far, one for each attempt, including those to the storage. The header `Authorization`
    /// contains the API key.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        let requests = self.0.requests.lock();
        requests.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Records a request and returns its outcome, for transports.
    ///
    /// # Errors
    ///
    /// The transport error of [`CannedResponse::failure`].
    pub fn respond(&self, request: Request<Bytes>) -> Outcome {
        let canned = (self.0.respond)(&request);
        let requests = self.0.requests.lock();
        requests
            .unwrap_or_else(PoisonError::into_inner)
            .push(request);
        canned
            .0
            .map_err(|(kind, reason)| TransportError::new(kind, reason))
    }
}

/// One response, or one failure of the transport.
#[derive(Clone)]
pub struct CannedResponse(Result<Response<Bytes>, (TransportErrorKind, &'static str)>);

impl CannedResponse {
    /// Creates a response with a JSON body.
    ///
    /// # Panics
    ///
    /// Panics if the status is not within 100 to 999.
    #[must_use]
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        let mut response = Response::new(body.into());
        *response.status_mut() = StatusCode::from_u16(status).expect("a status of HTTP");
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        response.into()
    }

    /// Creates a response without a body, such as a 204.
    ///
    /// # Panics
    ///
    /// Panics if the status is not within 100 to 999.
    #[must_use]
    pub fn empty(status: u16) -> Self {
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::from_u16(status).expect("a status of HTTP");
        response.into()
    }

    /// Creates a failure of the transport, such as a lost connection.
    #[must_use]
    pub fn failure(kind: TransportErrorKind) -> Self {
        Self(Err((kind, "a canned failure")))
    }
}

impl<B: Into<Bytes>> From<Response<B>> for CannedResponse {
    fn from(response: Response<B>) -> Self {
        Self(Ok(response.map(Into::into)))
    }
}

/// Omits the requests, which contain the API key and messages.
impl fmt::Debug for CannedResponses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CannedResponses")
    }
}

/// Omits headers and body, which may contain secrets.
impl fmt::Debug for CannedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(response) => write!(f, "CannedResponse({})", response.status()),
            Err((kind, _)) => write!(f, "CannedResponse({kind:?})"),
        }
    }
}
