//! Interruption of blocking work by Python exceptions, such as `KeyboardInterrupt`.

use linq_ureq::interrupt;
use pyo3::{exceptions::PyException, prelude::*};
use std::{
    cell::{Cell, RefCell},
    ops::ControlFlow,
    process,
    rc::Rc,
};

/// The exception that ends the work of a thread, if there is one.
type Deferred = Rc<RefCell<Option<PyErr>>>;

thread_local! {
    static DEFERRED: RefCell<Option<Deferred>> = const { RefCell::new(None) };
}

/// Python code that is called during the work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Callbacks {
    /// Signal handlers and `logging` only.
    None,
    /// Also a function of the user, whose exceptions end the work.
    UserFunction,
}

/// Runs blocking work with the GIL released. An exception of a signal handler, such as `KeyboardInterrupt`, ends it
/// within a tenth of a second, and so does a [deferred](defer) exception.
pub(crate) fn run_detached<T: Send>(
    py: Python<'_>,
    callbacks: Callbacks,
    work: impl FnOnce() -> T + Send,
) -> PyResult<T> {
    // Python runs signal handlers on its main thread only.
    let is_main = is_main_thread(py)?;
    raise_deferred(|| {
        py.detach(|| match deferred() {
            Some(deferred) if is_main || callbacks == Callbacks::UserFunction => {
                interrupt::on_this_thread(move || hook(is_main, &deferred), work)
            }
            _ => work(),
        })
    })
}

fn deferred() -> Option<Deferred> {
    DEFERRED.with_borrow(Clone::clone)
}

/// Returns whether to continue.
fn hook(is_main: bool, deferred: &Deferred) -> ControlFlow<()> {
    if deferred.borrow().is_some() {
        return ControlFlow::Break(());
    }
    if !is_main {
        return ControlFlow::Continue(());
    }
    #[allow(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself does not take every lifetime"
    )]
    let handled = Python::try_attach(|py| py.check_signals());
    match handled.unwrap_or(Ok(())) {
        Ok(()) => ControlFlow::Continue(()),
        Err(exception) => {
            *deferred.borrow_mut() = Some(exception);
            ControlFlow::Break(())
        }
    }
}

/// Runs work on this thread. If an exception was [deferred](defer) meanwhile, raises it instead of returning the result.
pub(crate) fn raise_deferred<T>(work: impl FnOnce() -> T) -> PyResult<T> {
    let outer = DEFERRED.replace(Some(Deferred::default()));
    let result = work();
    let deferred = DEFERRED.replace(outer);
    match deferred.and_then(|deferred| deferred.take()) {
        Some(exception) => Err(exception),
        None => Ok(result),
    }
}

/// Ends the current work with an exception, which is raised to its caller; the first one wins. Without a caller, it is
/// reported as unraisable.
pub(crate) fn defer(py: Python<'_>, exception: PyErr, about: Option<&Bound<'_, PyAny>>) {
    let Some(deferred) = deferred() else {
        exception.write_unraisable(py, about);
        return;
    };
    let mut deferred = deferred.borrow_mut();
    if deferred.is_none() {
        *deferred = Some(exception);
    }
}

/// Returns whether an exception is not an `Exception`, such as `KeyboardInterrupt` and `SystemExit`.
pub(crate) fn is_exit_exception(py: Python<'_>, exception: &PyErr) -> bool {
    !exception.is_instance_of::<PyException>(py)
}

/// Returns whether this is the main thread, on which Python runs signal handlers.
pub(crate) fn is_main_thread(py: Python<'_>) -> PyResult<bool> {
    thread_local! {
        /// The answer, and the process it is for: the thread that forks is the main thread of the child.
        static IS_MAIN: Cell<Option<(u32, bool)>> = const { Cell::new(None) };
    }
    let here = process::id();
    match IS_MAIN.get() {
        Some((process, is_main)) if process == here => Ok(is_main),
        _ => {
            let threading = py.import("threading")?;
            let current = threading.call_method0("current_thread")?;
            let is_main = current.is(threading.call_method0("main_thread")?);
            IS_MAIN.set(Some((here, is_main)));
            Ok(is_main)
        }
    }
}
