//! The tokio runtime of the process.

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

/// Started when it is first needed, and anew in a forked child, which has none of its parent's threads.
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
    // To shut down the parent's would be to wait for threads that are not there.
    std::mem::forget(running.replace(started));
    Ok(handle)
}
