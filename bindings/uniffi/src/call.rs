use crate::{
    LinqError,
    attempts::AttemptRecorder,
    pending::pending_methods,
    wire::{HttpRequest, HttpResponse, TransportFailure},
};
use linq_core::{
    Error,
    call::ApiResponse,
    dynamic::AnyEndpoint,
    error::InvalidArgument,
    exchange::{Authorization, Exchange, Outcome},
    schema::Schema,
};
use std::{
    sync::{Arc, Mutex, PoisonError},
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

pending_methods!(PendingCall, exchange, Step::Send);

#[uniffi::export]
impl PendingCall {
    /// Continues with a response of any status; its body may be empty as [`StartedCall::keeps_body`] says.
    pub fn handle_response(&self, response: HttpResponse) -> Result<Step, LinqError> {
        self.lock().handle_api_response(response)
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
