//! Waits that end when Python wants something: Ctrl-C above all.

use linq_ureq::interrupt;
use pyo3::{exceptions::PyException, prelude::*};
use std::{
    cell::{Cell, RefCell},
    ops::ControlFlow,
    process,
    rc::Rc,
};

/// The exception that ends the work of a thread, once there is one.
type Raised = Rc<RefCell<Option<PyErr>>>;

thread_local! {
    static RAISED: RefCell<Option<Raised>> = const { RefCell::new(None) };
}

/// Who calls Python in the middle of the work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Calls {
    /// Nobody but signal handlers and `logging`.
    Nothing,
    /// A function of the user's, whose exceptions end the work too.
    AFunction,
}

/// Runs blocking work without the interpreter's lock. An exception of a signal handler, such as
/// `KeyboardInterrupt`, ends it within a tenth of a second, and so does what was [kept](keep).
pub(crate) fn detached<T: Send>(
    py: Python<'_>,
    calls: Calls,
    work: impl FnOnce() -> T + Send,
) -> PyResult<T> {
    // Python runs signal handlers on its main thread only.
    let is_main = is_main_thread(py)?;
    collecting(|| {
        py.detach(|| match raised() {
            Some(raised) if is_main || calls == Calls::AFunction => {
                interrupt::on_this_thread(move || hook(is_main, &raised), work)
            }
            _ => work(),
        })
    })
}

fn raised() -> Option<Raised> {
    RAISED.with_borrow(Clone::clone)
}

/// Whether to go on.
fn hook(is_main: bool, raised: &Raised) -> ControlFlow<()> {
    if raised.borrow().is_some() {
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
            *raised.borrow_mut() = Some(exception);
            ControlFlow::Break(())
        }
    }
}

/// Does work on this thread, and raises what was [kept](keep) meanwhile in place of its result.
pub(crate) fn collecting<T>(work: impl FnOnce() -> T) -> PyResult<T> {
    let outer = RAISED.replace(Some(Raised::default()));
    let result = work();
    let raised = RAISED.replace(outer);
    match raised.and_then(|raised| raised.take()) {
        Some(exception) => Err(exception),
        None => Ok(result),
    }
}

/// Keeps an exception for the caller of the work that goes on here, which it ends; the first one counts.
/// Where nobody calls, it is shown as Python shows what cannot be raised.
pub(crate) fn keep(py: Python<'_>, exception: PyErr, about: Option<&Bound<'_, PyAny>>) {
    let Some(raised) = raised() else {
        exception.write_unraisable(py, about);
        return;
    };
    let mut raised = raised.borrow_mut();
    if raised.is_none() {
        *raised = Some(exception);
    }
}

/// Whether an exception is one for whoever runs the program, such as `KeyboardInterrupt`, and not of the
/// code that raised it.
pub(crate) fn ends_programs(py: Python<'_>, exception: &PyErr) -> bool {
    !exception.is_instance_of::<PyException>(py)
}

fn is_main_thread(py: Python<'_>) -> PyResult<bool> {
    thread_local! {
        /// What was found out, and in which process: the thread that forks is the child's main one.
        static KNOWN: Cell<Option<(u32, bool)>> = const { Cell::new(None) };
    }
    let here = process::id();
    match KNOWN.get() {
        Some((process, is_main)) if process == here => Ok(is_main),
        _ => {
            let threading = py.import("threading")?;
            let current = threading.call_method0("current_thread")?;
            let is_main = current.is(threading.call_method0("main_thread")?);
            KNOWN.set(Some((here, is_main)));
            Ok(is_main)
        }
    }
}
