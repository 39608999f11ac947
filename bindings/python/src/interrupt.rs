//! Waits that end when Python wants something: Ctrl-C above all.

use linq_ureq::interrupt;
use pyo3::prelude::*;
use std::{
    cell::{Cell, RefCell},
    ops::ControlFlow,
    process,
    rc::Rc,
};

/// Runs blocking work without the interpreter's lock. An exception of a signal handler, such as
/// `KeyboardInterrupt`, ends it within a tenth of a second.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    // Python runs signal handlers on its main thread only.
    if !is_main_thread(py)? {
        return Ok(py.detach(work));
    }
    let (result, raised) = py.detach(|| {
        let raised = Rc::new(RefCell::new(None));
        let hook = {
            let raised = Rc::clone(&raised);
            move || {
                #[allow(
                    clippy::redundant_closure_for_method_calls,
                    reason = "the method itself does not take every lifetime"
                )]
                let handled = Python::attach(|py| py.check_signals());
                match handled {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(exception) => {
                        *raised.borrow_mut() = Some(exception);
                        ControlFlow::Break(())
                    }
                }
            }
        };
        let result = interrupt::on_this_thread(hook, work);
        (result, raised.take())
    });
    match raised {
        Some(exception) => Err(exception),
        None => Ok(result),
    }
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
