use crate::{LinqError, wire::HttpReply, wire::TransportFailure};
use linq_core::{ApiKey, error::Invalid};
use std::time::{Duration, Instant};

const UNAUTHORIZED: u16 = 401;

/// When a call needs a token, the first and once more after a 401. The time for it is the call's own.
pub(crate) struct Authorization {
    deadline: Option<Instant>,
    /// Whether the call brings a header of its own, so that no token is asked for.
    is_own: bool,
    renewed: bool,
    waiting: Option<Waiting>,
}

/// What goes on with the token.
pub(crate) enum Waiting {
    /// The call begins.
    Start,
    /// It was refused so.
    Refused(HttpReply),
}

/// What to ask the host for.
pub(crate) struct Ask {
    pub(crate) refused: bool,
    pub(crate) within: Option<Duration>,
}

impl Authorization {
    pub(crate) fn new(deadline: Option<Duration>, is_own: bool) -> Self {
        Self {
            deadline: deadline.and_then(|deadline| Instant::now().checked_add(deadline)),
            is_own,
            renewed: false,
            waiting: None,
        }
    }

    /// At the start of the call; `None` if it needs no token.
    pub(crate) fn first(&mut self) -> Option<Ask> {
        (!self.is_own).then(|| self.ask(Waiting::Start))
    }

    /// Keeps the reply back if another token may help, and else gives it back.
    pub(crate) fn judge(&mut self, reply: HttpReply) -> Result<Ask, HttpReply> {
        let is_hopeless = self.is_own || self.renewed || self.is_over();
        if reply.status != UNAUTHORIZED || is_hopeless {
            return Err(reply);
        }
        self.renewed = true;
        Ok(self.ask(Waiting::Refused(reply)))
    }

    /// A token came.
    pub(crate) fn authorized(&mut self, token: String) -> Result<(ApiKey, Waiting), LinqError> {
        let key = read_key("key", token)?;
        match self.take()? {
            Waiting::Start if self.is_over() => Err(too_late()),
            waiting => Ok((key, waiting)),
        }
    }

    /// None came: the reply that the call ends with.
    pub(crate) fn unauthorized(&mut self) -> Result<HttpReply, LinqError> {
        match self.take()? {
            Waiting::Start => Err(too_late()),
            Waiting::Refused(reply) => Ok(reply),
        }
    }

    fn ask(&mut self, waiting: Waiting) -> Ask {
        let refused = matches!(waiting, Waiting::Refused(_));
        self.waiting = Some(waiting);
        let within = self
            .deadline
            .map(|deadline| deadline.saturating_duration_since(Instant::now()));
        Ask { refused, within }
    }

    fn take(&mut self) -> Result<Waiting, Invalid> {
        let waiting = self.waiting.take();
        waiting.ok_or_else(|| Invalid::new("key", "the call did not ask for one"))
    }

    fn is_over(&self) -> bool {
        self.deadline
            .is_some_and(|deadline| deadline <= Instant::now())
    }
}

/// Fails with `Invalid`, which names `path`, if no request can carry this key.
#[uniffi::export]
pub fn check_key(path: &str, key: String) -> Result<(), LinqError> {
    read_key(path, key)?;
    Ok(())
}

fn read_key(path: &str, key: String) -> Result<ApiKey, Invalid> {
    ApiKey::new(key).map_err(|reason| Invalid::new(path, reason))
}

/// Nothing was sent, which no error of core's says of time that ran out.
fn too_late() -> LinqError {
    LinqError::Transport {
        detail: "no token in time; nothing was sent".to_owned(),
        failure: TransportFailure::TimedOut,
        may_have_taken_effect: false,
        attempts: 0,
        idempotency_key: None,
    }
}
