use crate::{
    LinqError,
    wire::{HttpRequest, HttpResponse, TransportFailure},
};
use linq_core::{
    Error,
    call::ApiResponse,
    dynamic::AnyEndpoint,
    error::InvalidArgument,
    exchange::{Attempt, Authorization, Exchange, Outcome, TokenRequest},
    schema::Schema,
};
use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// One call, on its way. Call [`start`](Self::start); for each `Step::Token`, fetch one and give it by
/// [`authorized`](Self::authorized), or say that there is none by [`unauthorized`](Self::unauthorized);
/// for each `Step::Send`, wait, send, and report what came of it by [`answered`](Self::answered) or
/// [`failed`](Self::failed); until `Step::Done` or an error. Dropped, nothing more happens.
///
/// The idempotency key and the deadline are the same from the first token to the last attempt.
#[derive(uniffi::Object)]
pub struct PendingCall {
    state: Mutex<State>,
}

struct State {
    exchange: Exchange<AnyEndpoint>,
    authorization: Authorization<HttpResponse>,
    /// The type of the response, if it has a body.
    schema: Option<Schema>,
    response: Option<ApiResponse<()>>,
}

/// What to do next.
#[derive(uniffi::Enum)]
pub enum Step {
    /// Fetch a token.
    Token {
        /// Whether the server refused the last one (401), so that another one is needed.
        refused: bool,
        /// How long it may take, if the call has a deadline.
        within: Option<Duration>,
    },
    /// Send this.
    Send {
        /// What to send.
        request: HttpRequest,
        /// How long to wait first.
        after: Duration,
        /// How long to wait for the complete reply, from when the wait is over.
        timeout: Duration,
    },
    /// The call has succeeded, with the response that was handed in last: to be read by the host's own decoder, and
    /// by [`read_again`](PendingCall::read_again) if that does not understand it.
    Done,
}

/// A response or a payload of which everything fits the types.
#[derive(Clone, uniffi::Record)]
pub struct CleanJson {
    /// The JSON, without the values that did not fit.
    pub json: Vec<u8>,
    /// The values that were set aside.
    pub warnings: Vec<DecodeWarning>,
}

/// A value that was set aside, since it does not fit.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DecodeWarning {
    /// Where it was, such as `messages[3].created_at`.
    pub path: String,
    /// What was wrong with it.
    pub problem: String,
}

impl From<linq_core::schema::DecodeWarning> for DecodeWarning {
    fn from(warning: linq_core::schema::DecodeWarning) -> Self {
        Self {
            path: warning.path,
            problem: warning.problem,
        }
    }
}

#[uniffi::export]
impl PendingCall {
    /// The first step: `Step::Token`, unless the call brings an `Authorization` of its own.
    pub fn start(&self) -> Result<Step, LinqError> {
        let mut state = self.lock();
        match state.authorization.first(Instant::now()) {
            Some(request) => Ok(request.into()),
            None => state.step(None),
        }
    }

    /// The token that was asked for: an API key or a token of your own backend. Fails with `InvalidArgument` if no
    /// header can carry it.
    pub fn authorized(&self, token: String) -> Result<Step, LinqError> {
        let mut state = self.lock();
        let now = Instant::now();
        let (key, rejected) = state.authorization.accept(token, now)?;
        state.exchange.reauthenticate(&key);
        let Some(reply) = rejected else {
            return state.step(None);
        };
        match state.exchange.retry_with_token(now) {
            Some(attempt) => Ok(attempt.into()),
            None => state.step(Some(reply.into_response())),
        }
    }

    /// No token came in time, or there is no other one: the call ends, with the refusal if there was one.
    pub fn unauthorized(&self) -> Result<Step, LinqError> {
        let mut state = self.lock();
        let reply = state.authorization.decline()?;
        state.step(Some(reply.into_response()))
    }

    /// A reply came, whatever its status.
    pub fn answered(&self, reply: HttpResponse) -> Result<Step, LinqError> {
        let mut state = self.lock();
        match state
            .authorization
            .renew(reply.status(), reply, Instant::now())
        {
            Ok(request) => Ok(request.into()),
            Err(reply) => state.step(Some(reply.into_response())),
        }
    }

    /// Sets aside what does not fit in the response of a call that is done, for a decoder that did not understand it.
    /// Fails with `Decode` if the response is not JSON or lacks the identity of the resource.
    pub fn read_again(&self) -> Result<CleanJson, LinqError> {
        let state = self.lock();
        let (Some(response), Some(schema)) = (&state.response, state.schema) else {
            return Err(
                InvalidArgument::new("call", "not done, or without a response to read").into(),
            );
        };
        let clean = response.read_again(schema).map_err(Error::Decode)?;
        Ok(CleanJson {
            json: clean.json,
            warnings: clean
                .warnings
                .into_iter()
                .map(DecodeWarning::from)
                .collect(),
        })
    }

    /// No reply came. `reason` is for people, and part of the error.
    pub fn failed(&self, failure: TransportFailure, reason: String) -> Result<Step, LinqError> {
        self.lock().step(Some(Err(failure.because(reason))))
    }
}

impl PendingCall {
    pub(crate) fn new(
        exchange: Exchange<AnyEndpoint>,
        authorization: Authorization<HttpResponse>,
        schema: Option<Schema>,
    ) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State {
                exchange,
                authorization,
                schema,
                response: None,
            }),
        })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn step(&mut self, outcome: Option<Outcome>) -> Result<Step, LinqError> {
        match self.exchange.step(outcome, Instant::now()) {
            linq_core::exchange::Step::Send(attempt) => Ok(attempt.into()),
            linq_core::exchange::Step::Done(Ok(response)) => {
                self.response = Some(response);
                Ok(Step::Done)
            }
            linq_core::exchange::Step::Done(Err(error)) => Err(error.into()),
        }
    }
}

impl fmt::Debug for PendingCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PendingCall")
    }
}

impl From<TokenRequest> for Step {
    fn from(request: TokenRequest) -> Self {
        Self::Token {
            refused: request.is_rejected,
            within: request.within,
        }
    }
}

impl From<Attempt> for Step {
    fn from(attempt: Attempt) -> Self {
        Self::Send {
            request: attempt.request.into(),
            after: attempt.after,
            timeout: attempt.timeout,
        }
    }
}
