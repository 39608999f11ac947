use crate::{
    LinqError,
    attempts::{AttemptRecord, AttemptRecorder},
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

/// A call in progress.
///
/// The host executes each step, from the first of [`StartedCall`], until `Step::Done` or an error. It answers
/// `Step::Token` by [`supply_token`](Self::supply_token) or [`token_unavailable`](Self::token_unavailable), and
/// `Step::Send` by [`handle_response`](Self::handle_response) or [`handle_failure`](Self::handle_failure). To cancel
/// the call, it drops it.
///
/// The idempotency key and the deadline are the same from the first token to the last attempt.
#[derive(uniffi::Object)]
pub struct PendingCall {
    state: Mutex<State>,
    recorder: Option<Arc<AttemptRecorder>>,
}

struct State {
    exchange: Exchange<AnyEndpoint>,
    authorization: Authorization<HttpResponse>,
    /// Schema of the response, if it has a body.
    schema: Option<Schema>,
    response: Option<ApiResponse<()>>,
}

/// A call, and its first step: `Step::Token`, unless the call has its own `Authorization` header.
#[derive(uniffi::Record)]
pub struct StartedCall {
    /// The call.
    pub call: Arc<PendingCall>,
    /// The first step.
    pub step: Step,
    /// True if the host keeps the body of a response with status 2xx, and passes it to
    /// [`read_tolerantly`](PendingCall::read_tolerantly) only if its own decoder fails. Otherwise, and with any other
    /// status, [`handle_response`](PendingCall::handle_response) needs the body.
    pub keeps_body: bool,
}

/// The next action of the host.
#[derive(uniffi::Enum)]
pub enum Step {
    /// Fetch a token.
    Token {
        /// True if the server rejected the last token (401), so that another one is needed.
        rejected: bool,
        /// Maximum time for it, if the call has a deadline.
        timeout: Option<Duration>,
    },
    /// Send a request.
    Send {
        /// The request.
        request: HttpRequest,
        /// Delay before it is sent.
        delay: Duration,
        /// Maximum time for the complete response, counted from the end of the delay.
        timeout: Duration,
    },
    /// The call has succeeded with the last response. The host's own decoder reads it; if that fails,
    /// [`read_tolerantly`](PendingCall::read_tolerantly) does.
    Done,
}

/// The JSON of a response without the values that do not match the schema.
#[derive(Clone, uniffi::Record)]
pub struct CleanJson {
    /// The JSON.
    pub json: Vec<u8>,
    /// The values that were skipped.
    pub warnings: Vec<DecodeWarning>,
}

/// A value that was skipped because it does not match the schema.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DecodeWarning {
    /// Path of the value, such as `messages[3].created_at`.
    pub path: String,
    /// The problem, such as `not an RFC 3339 date-time`.
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
    /// Continues with a token: an API key, or a token of the user's own backend.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` if an HTTP header cannot contain the token.
    pub fn supply_token(&self, token: String) -> Result<Step, LinqError> {
        let mut state = self.lock();
        let now = Instant::now();
        let (key, rejected) = state.authorization.accept(token, now)?;
        state.exchange.reauthenticate(&key);
        let Some(response) = rejected else {
            return state.step(None);
        };
        match state.exchange.retry_with_token(now) {
            Some(attempt) => Ok(attempt.into()),
            None => state.step(Some(response.into_response())),
        }
    }

    /// Ends the call, since no token was fetched in time or there is no other one: with the 401 response, if there was
    /// one.
    pub fn token_unavailable(&self) -> Result<Step, LinqError> {
        let mut state = self.lock();
        let response = state.authorization.decline()?;
        state.step(Some(response.into_response()))
    }

    /// Continues with a response of any status; its body may be empty as [`StartedCall::keeps_body`] says.
    pub fn handle_response(&self, response: HttpResponse) -> Result<Step, LinqError> {
        let (mut state, now) = (self.lock(), Instant::now());
        let trace_id = response.trace_id();
        match state.authorization.renew(response.status(), response, now) {
            Ok(request) => {
                state.exchange.token_rejected(trace_id.as_deref(), now);
                Ok(request.into())
            }
            Err(response) => state.step(Some(response.into_response())),
        }
    }

    /// Returns the records of the attempts since the last call of this method, after each step and after an error.
    pub fn take_attempts(&self) -> Vec<AttemptRecord> {
        let recorder = self.recorder.as_ref();
        recorder.map_or_else(Vec::new, |recorder| recorder.take())
    }

    /// Returns the body of a completed call's response without the values that do not match the schema, for a decoder
    /// that failed to read it.
    ///
    /// # Errors
    ///
    /// `Decode` if the body is not JSON or lacks the identifier of the resource.
    pub fn read_tolerantly(&self, body: Vec<u8>) -> Result<CleanJson, LinqError> {
        let mut state = self.lock();
        let (Some(mut response), Some(schema)) = (state.response.take(), state.schema) else {
            return Err(InvalidArgument::new(
                "call",
                "must be completed, and have a response body",
            )
            .into());
        };
        response.body = body.into();
        let clean = response.read_tolerantly(schema).map_err(Error::Decode)?;
        Ok(CleanJson {
            json: clean.json,
            warnings: clean
                .warnings
                .into_iter()
                .map(DecodeWarning::from)
                .collect(),
        })
    }

    /// Continues after an attempt without a response. `reason` becomes part of the error message.
    pub fn handle_failure(
        &self,
        failure: TransportFailure,
        reason: String,
    ) -> Result<Step, LinqError> {
        self.lock().step(Some(Err(failure.into_error(reason))))
    }
}

impl PendingCall {
    pub(crate) fn start(
        exchange: Exchange<AnyEndpoint>,
        authorization: Authorization<HttpResponse>,
        schema: Option<Schema>,
        keeps_body: bool,
        recorder: Option<Arc<AttemptRecorder>>,
    ) -> Result<StartedCall, LinqError> {
        let mut state = State {
            exchange,
            authorization,
            schema,
            response: None,
        };
        let step = match state.authorization.first(Instant::now()) {
            Some(request) => request.into(),
            None => state.step(None)?,
        };
        let state = Mutex::new(state);
        Ok(StartedCall {
            call: Arc::new(Self { state, recorder }),
            step,
            keeps_body,
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
            rejected: request.is_rejected,
            timeout: request.within,
        }
    }
}

impl From<Attempt> for Step {
    fn from(attempt: Attempt) -> Self {
        Self::Send {
            request: attempt.request.into(),
            delay: attempt.after,
            timeout: attempt.timeout,
        }
    }
}
