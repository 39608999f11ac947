//! The process-wide tokio runtime.

use std::{
    io, process,
    sync::{Mutex, PoisonError},
};
use tokio::runtime::{Builder, Handle, Runtime};

struct Running {
    process: u32,
    runtime: Runtime,
}

static RUNNING: Mutex<Option<Running>> = Mutex::new(None);

/// Returns the runtime's handle. The runtime is started on first use, and again in a forked child, which does not
/// inherit the parent's threads.
pub(crate) fn handle() -> io::Result<Handle> {
    let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    let here = process::id();
    if let Some(Running { process, runtime }) = &*running
        && *process == here
    {
        return Ok(runtime.handle().clone());
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("linq-client")
        .enable_all()
        .build()?;
    let handle = runtime.handle().clone();
    let started = Running {
        process: here,
        runtime,
    };
    // Shutting down the parent's runtime would wait for threads that do not exist here.
    std::mem::forget(running.replace(started));
    Ok(handle)
}
