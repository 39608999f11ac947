//! Ending a call from the thread that waits for it.
//!
//! A blocking call cannot be dropped as a future can. Whoever wants to be able to end one (on Ctrl-C,
//! when a window closes) gives the thread a hook, which is asked again and again while a call waits:
//!
//! ```
//! use linq_core::error::{Error, TransportErrorKind};
//! use std::{ops::ControlFlow, time::Duration};
//!
//! # let listener = std::net::TcpListener::bind("127.0.0.1:0")?; // never answers
//! # let base_url = format!("http://{}", listener.local_addr()?);
//! let linq = linq_ureq::Client::builder("any-key").base_url(&base_url).build()?;
//! let ctrl_c = || ControlFlow::Break(()); // has been pressed, say
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

/// A wait is cut into pieces of this length, and work that never waits is left alone for as long.
const SLICE: Duration = Duration::from_millis(20);

/// Carries out `work`; while a call that it makes on this thread waits, `hook` is asked at least every
/// 50 milliseconds whether to go on.
///
/// Waiting is everything that takes time: for a name, a connection, the TLS handshake, the request's
/// way out, the reply, the pause before a retry, a turn. On [`ControlFlow::Break`] the call ends at
/// once with [`TransportErrorKind::Cancelled`](linq_core::error::TransportErrorKind::Cancelled), is
/// not tried again, and `hook` is not asked again: later calls of the same `work` end likewise
/// as soon as they would wait. A call whose reply is complete is not touched.
///
/// A call that has not been waiting for long asks nothing, so a hook costs next to nothing. One inside
/// another takes its place. On Windows a request that is stuck on its way out cannot be ended.
pub fn on_this_thread<T>(
    hook: impl Fn() -> ControlFlow<()> + 'static,
    work: impl FnOnce() -> T,
) -> T {
    let scope = Scope {
        hook: Box::new(hook),
        asked: Cell::new(Instant::now()),
        opening: Cell::new(0),
        stopped: Cell::new(None),
    };
    let _outer = Outer(SCOPE.replace(Some(Rc::new(scope))));
    work()
}

thread_local! {
    static SCOPE: RefCell<Option<Rc<Scope>>> = const { RefCell::new(None) };
}

struct Scope {
    hook: Box<dyn Fn() -> ControlFlow<()>>,
    asked: Cell<Instant>,
    /// How many connections are being opened, one through another.
    opening: Cell<u32>,
    stopped: Cell<Option<Stopped>>,
}

/// The scope to come back to, also after a panic.
struct Outer(Option<Rc<Scope>>);

impl Drop for Outer {
    fn drop(&mut self) {
        SCOPE.set(self.0.take());
    }
}

/// The hook said to stop.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stopped {
    /// Whether any of the request may have been sent by then.
    pub(crate) sent: bool,
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the waiting thread was told to stop")
    }
}

impl std::error::Error for Stopped {}

impl From<Stopped> for io::Error {
    fn from(stopped: Stopped) -> Self {
        Self::other(stopped)
    }
}

fn scope() -> Option<Rc<Scope>> {
    SCOPE.with_borrow(Clone::clone)
}

/// Whether this thread was told to stop.
pub(crate) fn stopped() -> Option<Stopped> {
    scope()?.stopped.get()
}

/// Whether anybody wants to be asked.
pub(crate) fn is_possible() -> bool {
    SCOPE.with_borrow(Option::is_some)
}

/// How long to wait before asking: all of it, if nobody wants to be asked.
pub(crate) fn slice(left: Duration) -> Duration {
    if is_possible() { left.min(SLICE) } else { left }
}

/// Asks whether to go on.
pub(crate) fn ask() -> Result<(), Stopped> {
    scope().map_or(Ok(()), |scope| scope.ask())
}

/// Asks whether to go on, if nobody was asked lately.
pub(crate) fn ask_now_and_then() -> Result<(), Stopped> {
    match scope() {
        Some(scope) if scope.stopped.get().is_some() || scope.asked.get().elapsed() >= SLICE => {
            scope.ask()
        }
        _ => Ok(()),
    }
}

impl Scope {
    fn ask(&self) -> Result<(), Stopped> {
        if self.stopped.get().is_none() && (self.hook)().is_break() {
            let sent = self.opening.get() == 0;
            self.stopped.set(Some(Stopped { sent }));
        }
        self.asked.set(Instant::now());
        self.stopped.get().map_or(Ok(()), Err)
    }
}

/// While it lives, nothing of the request has been sent.
pub(crate) fn opening() -> Opening {
    let scope = scope();
    if let Some(scope) = &scope {
        scope.opening.set(scope.opening.get() + 1);
    }
    Opening(scope)
}

pub(crate) struct Opening(Option<Rc<Scope>>);

impl Drop for Opening {
    fn drop(&mut self) {
        if let Some(scope) = &self.0 {
            scope.opening.set(scope.opening.get() - 1);
        }
    }
}

/// Pauses before a request is sent.
pub(crate) fn pause(pause: Duration) -> Result<(), Stopped> {
    let _unsent = opening();
    // An earlier call may have been stopped when it had been sent; this one has not.
    wait(pause).map_err(|_| Stopped { sent: false })
}

fn wait(pause: Duration) -> Result<(), Stopped> {
    ask_now_and_then()?;
    let until = Instant::now() + pause;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(());
        }
        thread::sleep(slice(left));
        ask()?;
    }
}

/// Has another thread do what cannot be cut into slices. `None` if it takes too long; it is then left
/// to end by itself.
pub(crate) fn elsewhere<T: Send + 'static>(
    timeout: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<Option<T>> {
    let (sender, receiver) = mpsc::sync_channel(1);
    // Nobody may be listening any more: then the result is of no use.
    thread::Builder::new().spawn(move || drop(sender.send(work())))?;
    let started = Instant::now();
    loop {
        let left = timeout.saturating_sub(started.elapsed());
        match receiver.recv_timeout(slice(left)) {
            Ok(result) => return Ok(Some(result)),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => return Ok(None),
            Err(RecvTimeoutError::Timeout) => ask()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(io::Error::other("the helping thread panicked"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helper_that_never_ends_is_left_alone() {
        let started = Instant::now();
        let hook = move || match started.elapsed() {
            waited if waited < Duration::from_millis(100) => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        };
        let minute = Duration::from_secs(60);
        let (end, until_end) = mpsc::channel::<()>();
        let look_up = move || until_end.recv();
        let result = on_this_thread(hook, || elsewhere(minute, look_up));
        assert!(result.is_err() && started.elapsed() < Duration::from_secs(5));
        drop(end);
    }

    #[test]
    fn a_helper_has_its_time_and_no_more() {
        let second = Duration::from_secs(1);
        assert_eq!(elsewhere(second, || 7).unwrap(), Some(7));
        let (end, until_end) = mpsc::channel::<()>();
        let slow = move || until_end.recv();
        assert_eq!(elsewhere(Duration::from_millis(50), slow).unwrap(), None);
        drop(end);
    }

    #[test]
    fn the_scope_ends_with_the_work_also_in_a_panic() {
        let work = || on_this_thread(|| ControlFlow::Break(()), || panic!("on purpose"));
        std::panic::catch_unwind(work).unwrap_err();
        assert!(!is_possible());
        let inner = || on_this_thread(|| ControlFlow::Break(()), || ask().is_err());
        let outer = || (inner(), ask().is_ok());
        assert_eq!(
            on_this_thread(|| ControlFlow::Continue(()), outer),
            (true, true)
        );
    }
}
