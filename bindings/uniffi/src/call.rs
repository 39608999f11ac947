use crate::{
    LinqError,
    wire::{HttpReply, HttpRequest, TransportFailure, headers},
};
use linq_core::{
    Endpoint,
    call::{Raw, Reply},
    dynamic::AnyEndpoint,
    exchange::{Attempt, Exchange, Outcome},
};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

type CustomRequest = Raw<linq_core::call::CustomRequest>;

/// One call, on its way. Call [`start`](Self::start); for each `Step::Send`, wait, send, and report what
/// came of it by [`answered`](Self::answered) or [`failed`](Self::failed); until `Step::Done` or an error.
/// Dropped, nothing more happens.
#[derive(uniffi::Object)]
pub struct PendingCall {
    exchange: Mutex<Box<dyn Steps>>,
}

/// What to do next.
#[derive(uniffi::Enum)]
pub enum Step {
    /// Send this.
    Send {
        /// What to send.
        request: HttpRequest,
        /// How long to wait first.
        after: Duration,
        /// How long to wait for the complete reply, from when the wait is over.
        timeout: Duration,
    },
    /// The call has succeeded.
    Done {
        /// The reply as it came.
        reply: HttpReply,
    },
}

#[uniffi::export]
impl PendingCall {
    /// The first step.
    pub fn start(&self) -> Result<Step, LinqError> {
        self.step(None)
    }

    /// A reply came, whatever its status.
    pub fn answered(&self, reply: HttpReply) -> Result<Step, LinqError> {
        self.step(Some(reply.into_response()))
    }

    /// No reply came. `reason` is for people, and part of the error.
    pub fn failed(&self, failure: TransportFailure, reason: String) -> Result<Step, LinqError> {
        self.step(Some(Err(failure.because(reason))))
    }
}

impl PendingCall {
    pub(crate) fn of_operation(exchange: Exchange<AnyEndpoint>) -> Arc<Self> {
        Self::new(exchange)
    }

    pub(crate) fn of_request(exchange: Exchange<CustomRequest>) -> Arc<Self> {
        Self::new(exchange)
    }

    fn new(exchange: impl Steps + 'static) -> Arc<Self> {
        Arc::new(Self {
            exchange: Mutex::new(Box::new(exchange)),
        })
    }

    fn step(&self, outcome: Option<Outcome>) -> Result<Step, LinqError> {
        let mut exchange = self.exchange.lock().unwrap_or_else(PoisonError::into_inner);
        match exchange.next(outcome, now()) {
            linq_core::exchange::Step::Send(attempt) => Ok(attempt.into()),
            linq_core::exchange::Step::Done(Ok(reply)) => Ok(Step::Done {
                reply: HttpReply {
                    status: reply.status.as_u16(),
                    headers: headers(&reply.headers),
                    body: reply.body.to_vec(),
                },
            }),
            linq_core::exchange::Step::Done(Err(error)) => Err(error.into()),
        }
    }
}

impl fmt::Debug for PendingCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PendingCall")
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

/// An exchange whose result is the reply itself.
trait Steps: Send {
    fn next(
        &mut self,
        outcome: Option<Outcome>,
        now: Instant,
    ) -> linq_core::exchange::Step<Reply<()>>;
}

impl<E: Endpoint<Response = Reply<()>>> Steps for Exchange<E> {
    fn next(
        &mut self,
        outcome: Option<Outcome>,
        now: Instant,
    ) -> linq_core::exchange::Step<Reply<()>> {
        self.step(outcome, now)
    }
}

/// Core takes time as an argument; here it comes in.
pub(crate) fn now() -> Instant {
    Instant::now()
}
