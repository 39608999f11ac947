use crate::{failure::not_sent, interrupt};
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

/// Time for which resolved addresses are reused.
const TTL: Duration = Duration::from_secs(10);

/// Caches the addresses of the last host.
///
/// ureq resolves the host before it looks for an idle connection and, if a timeout is set, spawns a thread to do so. On
/// loopback that takes longer than the request itself.
#[derive(Default)]
pub(crate) struct CachingResolver {
    last: Mutex<Option<CacheEntry>>,
}

struct CacheEntry {
    scheme: Option<Scheme>,
    authority: Option<Authority>,
    addresses: ResolvedSocketAddrs,
    at: Instant,
}

impl Resolver for CachingResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        if let Some(addresses) = self.cached(uri) {
            return Ok(addresses);
        }
        let addresses = look_up(uri.clone(), config.clone(), timeout).map_err(not_sent)?;
        *self.last() = Some(CacheEntry {
            scheme: uri.scheme().cloned(),
            authority: uri.authority().cloned(),
            addresses: addresses.clone(),
            at: Instant::now(),
        });
        Ok(addresses)
    }
}

/// Resolves a host on another thread, since the system's resolver cannot be interrupted.
fn look_up(uri: Uri, config: Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
    let _not_sent = interrupt::connecting();
    let no_timeout = NextTimeout {
        after: time::Duration::NotHappening,
        ..NextTimeout::default()
    };
    let addresses = interrupt::run_on_thread(*timeout.after, move || {
        DefaultResolver::default().resolve(&uri, &config, no_timeout)
    })?;
    addresses.unwrap_or(Err(Error::Timeout(Timeout::Resolve)))
}

impl CachingResolver {
    fn cached(&self, uri: &Uri) -> Option<ResolvedSocketAddrs> {
        let last = self.last();
        let entry = last.as_ref().filter(|entry| entry.at.elapsed() < TTL)?;
        let same =
            entry.scheme.as_ref() == uri.scheme() && entry.authority.as_ref() == uri.authority();
        same.then(|| entry.addresses.clone())
    }

    fn last(&self) -> std::sync::MutexGuard<'_, Option<CacheEntry>> {
        // Nothing panics while the lock is held, and a stale entry would be harmless.
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for CachingResolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CachingResolver")
    }
}
