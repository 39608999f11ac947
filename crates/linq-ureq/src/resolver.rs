use crate::{failure::unsent, interrupt};
use std::{
    fmt,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};
use ureq::{
    Error, Timeout,
    config::Config,
    http::{
        Uri,
        uri::{Authority, Scheme},
    },
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{NextTimeout, time},
    },
};

/// How long an answer is used again.
const FRESH: Duration = Duration::from_secs(10);

/// Remembers the last answer for a few seconds.
///
/// ureq resolves the host before it looks for an idle connection, and with a timeout set it spawns a
/// thread to do so: for each request, which takes longer than the request itself on loopback.
#[derive(Default)]
pub(crate) struct RememberingResolver {
    last: Mutex<Option<Answer>>,
}

struct Answer {
    scheme: Option<Scheme>,
    authority: Option<Authority>,
    addresses: ResolvedSocketAddrs,
    at: Instant,
}

impl Resolver for RememberingResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        if let Some(addresses) = self.remembered(uri) {
            return Ok(addresses);
        }
        let addresses = look_up(uri.clone(), config.clone(), timeout).map_err(unsent)?;
        *self.last() = Some(Answer {
            scheme: uri.scheme().cloned(),
            authority: uri.authority().cloned(),
            addresses: addresses.clone(),
            at: Instant::now(),
        });
        Ok(addresses)
    }
}

/// The system cannot be told to stop looking, so another thread does it.
fn look_up(uri: Uri, config: Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
    let _unsent = interrupt::opening();
    let without_a_thread = NextTimeout {
        after: time::Duration::NotHappening,
        ..NextTimeout::default()
    };
    let answer = interrupt::elsewhere(*timeout.after, move || {
        DefaultResolver::default().resolve(&uri, &config, without_a_thread)
    })?;
    answer.unwrap_or(Err(Error::Timeout(Timeout::Resolve)))
}

impl RememberingResolver {
    fn remembered(&self, uri: &Uri) -> Option<ResolvedSocketAddrs> {
        let last = self.last();
        let answer = last.as_ref().filter(|answer| answer.at.elapsed() < FRESH)?;
        let same =
            answer.scheme.as_ref() == uri.scheme() && answer.authority.as_ref() == uri.authority();
        same.then(|| answer.addresses.clone())
    }

    fn last(&self) -> std::sync::MutexGuard<'_, Option<Answer>> {
        // Nothing panics while it is held, and a stale answer would be harmless.
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for RememberingResolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RememberingResolver")
    }
}
