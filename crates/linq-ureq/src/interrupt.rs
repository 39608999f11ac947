//! Cancellation of a blocking call by a hook on its thread.
//!
//! A blocking call cannot be dropped as a future can. To be able to cancel one, for example on Ctrl-C, set a hook for
//! the thread; it is polled while a call waits:
//!
//! ```
//! use linq_core::error::{Error, TransportErrorKind};
//! use std::{ops::ControlFlow, time::Duration};
//!
//! # let listener = std::net::TcpListener::bind("127.0.0.1:0")?; // never responds
//! # let base_url = format!("http://{}", listener.local_addr()?);
//! let linq = linq_ureq::Client::builder("any-key").base_url(&base_url).build()?;
//! let ctrl_c = || ControlFlow::Break(()); // as if it had been pressed
//! let result = linq_ureq::interrupt::on_this_thread(ctrl_c, || linq.phone_numbers().list().send());
//! let Err(Error::Transport(error)) = result else { panic!() };
//! assert!(matches!(error.kind(), TransportErrorKind::Cancelled { .. }));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::{
    cell::{Cell, RefCell},
    fmt, io,
    ops::ControlFlow,
    rc::Rc,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

/// Maximum time between two polls of the hook.
const SLICE: Duration = Duration::from_millis(20);

/// Runs `work`, and polls `hook` at least every 50 milliseconds while a call of `work` on this thread waits.
///
/// A call waits while it resolves a name, connects, performs the TLS handshake, writes the request, reads the response,
/// or is delayed by backoff or a rate limit. On [`ControlFlow::Break`] the call fails at once with
/// [`TransportErrorKind::Cancelled`](linq_core::error::TransportErrorKind::Cancelled) and is not retried. `hook` is not
/// polled again: later calls of the same `work` fail likewise as soon as they would wait. A call with a complete
/// response is not cancelled.
///
/// A call that waits only briefly does not poll the hook, so the cost is negligible. A nested hook replaces the
/// outer one until its `work` ends. On Windows, a blocked write cannot be cancelled.
pub fn on_this_thread<T>(
    hook: impl Fn() -> ControlFlow<()> + 'static,
    work: impl FnOnce() -> T,
) -> T {
    let scope = Scope {
        hook: Box::new(hook),
        polled: Cell::new(Instant::now()),
        connecting: Cell::new(0),
        cancelled: Cell::new(None),
    };
    let _outer = RestoreOuter(SCOPE.replace(Some(Rc::new(scope))));
    work()
}

thread_local! {
    static SCOPE: RefCell<Option<Rc<Scope>>> = const { RefCell::new(None) };
}

struct Scope {
    hook: Box<dyn Fn() -> ControlFlow<()>>,
    polled: Cell<Instant>,
    /// Number of [`Connecting`] guards alive; they nest.
    connecting: Cell<u32>,
    cancelled: Cell<Option<Cancelled>>,
}

/// Restores the outer scope when dropped, also by a panic.
struct RestoreOuter(Option<Rc<Scope>>);

impl Drop for RestoreOuter {
    fn drop(&mut self) {
        SCOPE.set(self.0.take());
    }
}

/// The error of a wait whose hook returned [`ControlFlow::Break`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cancelled {
    /// True if any part of the request may have been sent.
    pub(crate) sent: bool,
}

impl fmt::Display for Cancelled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cancelled by the hook of the waiting thread")
    }
}

impl std::error::Error for Cancelled {}

impl From<Cancelled> for io::Error {
    fn from(cancelled: Cancelled) -> Self {
        Self::other(cancelled)
    }
}

fn scope() -> Option<Rc<Scope>> {
    SCOPE.with_borrow(Clone::clone)
}

/// Returns the cancellation of this thread's scope, if its hook has cancelled it.
pub(crate) fn cancelled() -> Option<Cancelled> {
    scope()?.cancelled.get()
}

/// Returns whether this thread has a hook.
pub(crate) fn has_hook() -> bool {
    SCOPE.with_borrow(Option::is_some)
}

/// Returns the time until the next poll, at most `left`; `left` if there is no hook.
pub(crate) fn slice(left: Duration) -> Duration {
    if has_hook() { left.min(SLICE) } else { left }
}

/// Polls the hook, if there is one.
pub(crate) fn poll_hook_now() -> Result<(), Cancelled> {
    scope().map_or(Ok(()), |scope| scope.poll())
}

/// Polls the hook, if there is one and it was not polled in the last [`SLICE`].
pub(crate) fn poll_hook() -> Result<(), Cancelled> {
    match scope() {
        Some(scope) if scope.cancelled.get().is_some() || scope.polled.get().elapsed() >= SLICE => {
            scope.poll()
        }
        _ => Ok(()),
    }
}

impl Scope {
    fn poll(&self) -> Result<(), Cancelled> {
        if self.cancelled.get().is_none() && (self.hook)().is_break() {
            let sent = self.connecting.get() == 0;
            self.cancelled.set(Some(Cancelled { sent }));
        }
        self.polled.set(Instant::now());
        self.cancelled.get().map_or(Ok(()), Err)
    }
}

/// Returns a guard: while it lives, a cancellation reports that nothing was sent.
pub(crate) fn connecting() -> Connecting {
    let scope = scope();
    if let Some(scope) = &scope {
        scope.connecting.set(scope.connecting.get() + 1);
    }
    Connecting(scope)
}

pub(crate) struct Connecting(Option<Rc<Scope>>);

impl Drop for Connecting {
    fn drop(&mut self) {
        if let Some(scope) = &self.0 {
            scope.connecting.set(scope.connecting.get() - 1);
        }
    }
}

/// Sleeps before a request is sent.
pub(crate) fn delay(delay: Duration) -> Result<(), Cancelled> {
    let _not_sent = connecting();
    // The cancellation may be that of an earlier call, which had been sent; this one was not.
    sleep(delay).map_err(|_| Cancelled { sent: false })
}

fn sleep(delay: Duration) -> Result<(), Cancelled> {
    poll_hook()?;
    let until = Instant::now() + delay;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(());
        }
        thread::sleep(slice(left));
        poll_hook_now()?;
    }
}

/// Runs `work` on another thread, for blocking work that cannot be interrupted. Returns `None` after `timeout`; the
/// thread is then detached.
pub(crate) fn run_on_thread<T: Send + 'static>(
    timeout: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<Option<T>> {
    let (sender, receiver) = mpsc::sync_channel(1);
    // The receiver may be gone by then.
    thread::Builder::new().spawn(move || drop(sender.send(work())))?;
    let started = Instant::now();
    loop {
        let left = timeout.saturating_sub(started.elapsed());
        match receiver.recv_timeout(slice(left)) {
            Ok(result) => return Ok(Some(result)),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => return Ok(None),
            Err(RecvTimeoutError::Timeout) => poll_hook_now()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(io::Error::other("the helper thread panicked"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cancellation_does_not_wait_for_a_blocked_helper_thread() {
        let started = Instant::now();
        let hook = move || match started.elapsed() {
            waited if waited < Duration::from_millis(100) => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        };
        let minute = Duration::from_secs(60);
        let (end, until_end) = mpsc::channel::<()>();
        let look_up = move || until_end.recv();
        let result = on_this_thread(hook, || run_on_thread(minute, look_up));
        assert!(result.is_err() && started.elapsed() < Duration::from_secs(5));
        drop(end);
    }

    #[test]
    fn helper_thread_times_out() {
        let second = Duration::from_secs(1);
        assert_eq!(run_on_thread(second, || 7).unwrap(), Some(7));
        let (end, until_end) = mpsc::channel::<()>();
        let slow = move || until_end.recv();
        assert_eq!(
            run_on_thread(Duration::from_millis(50), slow).unwrap(),
            None
        );
        drop(end);
    }

    #[test]
    fn scope_ends_with_its_work_also_by_a_panic() {
        let work = || on_this_thread(|| ControlFlow::Break(()), || panic!("on purpose"));
        std::panic::catch_unwind(work).unwrap_err();
        assert!(!has_hook());
        let inner = || on_this_thread(|| ControlFlow::Break(()), || poll_hook_now().is_err());
        let outer = || (inner(), poll_hook_now().is_ok());
        assert_eq!(
            on_this_thread(|| ControlFlow::Continue(()), outer),
            (true, true)
        );
    }
}
