//! Runs of the outbox: on a thread, which an exception of a signal handler stops, or for an event loop.

use super::{Outbox, Shared, error::Failure};
use crate::{
    asynchronous::{StartedCall, spawn},
    client::Client,
    errors::{self, RequestInfo},
    interrupt, loading, logging,
    response::Completed,
    transport::CoreClient,
};
use linq_durable::{RunOptions, RunSummary, Stop};
use pyo3::{exceptions::PyRuntimeError, prelude::*};
use std::{
    collections::HashMap,
    panic,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

/// Maximum time until a signal is handled.
const SLICE: Duration = Duration::from_millis(50);

/// Options of a run, with durations in seconds; linq-durable's defaults if absent.
#[derive(FromPyObject)]
pub(crate) struct PyRunOptions {
    #[pyo3(item)]
    until_empty: bool,
    #[pyo3(item, default)]
    concurrency: Option<i64>,
    #[pyo3(item, default)]
    poll_interval: Option<f64>,
    #[pyo3(item, default)]
    lease: Option<f64>,
    #[pyo3(item, default)]
    upload_lease: Option<f64>,
    #[pyo3(item, default)]
    key_lifetime: Option<f64>,
    #[pyo3(item, default)]
    uncertain_after: Option<f64>,
    #[pyo3(item, default)]
    failures_hold_back: bool,
    #[pyo3(item, default)]
    max_backoff: Option<f64>,
}

type Setter = fn(RunOptions, Duration) -> RunOptions;

impl PyRunOptions {
    fn read(&self, py: Python<'_>) -> PyResult<RunOptions> {
        let mut options = RunOptions::new().failures_hold_back(self.failures_hold_back);
        if self.until_empty {
            options = options.until_empty();
        }
        if let Some(concurrency) = self.concurrency {
            if concurrency < 1 {
                return Err(errors::invalid(py, "concurrency", "must be at least 1"));
            }
            options = options.concurrency(usize::try_from(concurrency).unwrap_or(usize::MAX));
        }
        let durations: [(_, _, Setter); 6] = [
            (
                "poll_interval",
                self.poll_interval,
                RunOptions::poll_interval,
            ),
            ("lease", self.lease, RunOptions::lease),
            ("upload_lease", self.upload_lease, RunOptions::upload_lease),
            ("key_lifetime", self.key_lifetime, RunOptions::key_lifetime),
            (
                "uncertain_after",
                self.uncertain_after,
                RunOptions::uncertain_after,
            ),
            ("max_backoff", self.max_backoff, RunOptions::max_backoff),
        ];
        for (name, seconds, set) in durations {
            if let Some(seconds) = seconds {
                options = set(options, crate::options::duration(py, name, seconds)?);
            }
        }
        Ok(options)
    }
}

/// The runs of an outbox, to stop them.
#[derive(Default)]
pub(super) struct Runs(Mutex<Running>);

#[derive(Default)]
struct Running {
    stops: HashMap<u64, Stop>,
    next: u64,
    /// True if the next run is to be stopped, since none was running.
    is_stopped: bool,
}

impl Runs {
    fn running(&self) -> MutexGuard<'_, Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn stop(&self) {
        let mut running = self.running();
        running.is_stopped = running.stops.is_empty();
        for stop in running.stops.values() {
            stop.stop();
        }
    }

    fn add(&self) -> (u64, Stop) {
        let mut running = self.running();
        let (id, stop) = (running.next, Stop::new());
        if std::mem::take(&mut running.is_stopped) {
            stop.stop();
        }
        running.next += 1;
        running.stops.insert(id, stop.clone());
        (id, stop)
    }
}

/// A run that is about to begin, or in progress.
struct Run {
    shared: Arc<Shared>,
    id: u64,
    stop: Stop,
    options: RunOptions,
}

impl Drop for Run {
    fn drop(&mut self) {
        self.shared.runs.running().stops.remove(&self.id);
    }
}

/// Result of a run, with the request of its exception.
struct Outcome(Result<RunSummary, Failure>, RequestInfo);

impl Outcome {
    /// Returns the number of entries that were sent, failed, and became uncertain.
    fn into_result(self, py: Python<'_>) -> PyResult<(u64, u64, u64)> {
        let Self(result, request) = self;
        let summary = result.map_err(|failure| failure.into_pyerr_of(py, Some(&request)))?;
        Ok((summary.sent, summary.failed, summary.uncertain))
    }
}

#[pymethods]
impl Outbox {
    /// Sends the entries, over a blocking client.
    fn run(
        &self,
        py: Python<'_>,
        client: &Bound<'_, Client>,
        options: PyRunOptions,
    ) -> PyResult<(u64, u64, u64)> {
        let linq = match client.get().core_client(py)? {
            CoreClient::Blocking(linq) => linq,
            other => return Err(not_usable(py, &other, "Linq")),
        };
        let request = client.get().request_info("POST", "");
        let run = self.prepare(py, client.get(), &options)?;
        let stop = run.stop.clone();
        let (outcomes, mut finished) = mpsc::sync_channel(1);
        // Signal handlers run on this thread, which therefore does not send.
        let thread = thread::Builder::new().name("linq-outbox".to_owned());
        let thread = thread.spawn(move || {
            let opened = run.shared.open();
            let result = opened.and_then(|open| Ok(open.outbox.run(&linq, run.options.clone())?));
            drop(run);
            // After a second interrupt, there is no receiver.
            let _ = outcomes.send(Outcome(result, request));
        })?;
        let is_main = interrupt::is_main_thread(py)?;
        let mut interrupt = None;
        loop {
            let received;
            (finished, received) = py.detach(move || {
                let received = if is_main {
                    finished.recv_timeout(SLICE)
                } else {
                    finished.recv().map_err(|_| RecvTimeoutError::Disconnected)
                };
                (finished, received)
            });
            match (received, interrupt.take()) {
                (Ok(_), Some(exception)) => return Err(exception),
                (Ok(outcome), None) => return outcome.into_result(py),
                (Err(RecvTimeoutError::Timeout), earlier) => interrupt = earlier,
                (Err(RecvTimeoutError::Disconnected), _) => match thread.join() {
                    Err(panicked) => panic::resume_unwind(panicked),
                    Ok(()) => return Err(PyRuntimeError::new_err("the run has no result")),
                },
            }
            if let Err(exception) = py.check_signals() {
                stop.stop();
                if interrupt.is_some() {
                    return Err(exception);
                }
                interrupt = Some(exception);
            }
        }
    }

    /// Starts to send the entries, over an async client; the result goes to the running event loop.
    fn start_run(
        &self,
        py: Python<'_>,
        client: &Bound<'_, Client>,
        options: PyRunOptions,
    ) -> PyResult<StartedCall> {
        let linq = match client.get().core_client(py)? {
            CoreClient::Async(linq) => linq,
            other => return Err(not_usable(py, &other, "AsyncLinq")),
        };
        let request = client.get().request_info("POST", "");
        let run = self.prepare(py, client.get(), &options)?;
        spawn(py, async move {
            let shared = Arc::clone(&run.shared);
            let opened = tokio::task::spawn_blocking(move || shared.open()).await;
            let opened = opened.unwrap_or_else(|error| Err(Failure::Other(error.into())));
            let result = match opened {
                Ok(open) => {
                    let result = open.outbox.run_async(&linq, run.options.clone()).await;
                    result.map_err(Failure::from)
                }
                Err(failure) => Err(failure),
            };
            let outcome = Outcome(result, request);
            Completed::Outbox(Box::new(move |py| {
                Ok(outcome.into_result(py)?.into_pyobject(py)?.into_any())
            }))
        })
    }
}

impl Outbox {
    fn prepare(&self, py: Python<'_>, client: &Client, options: &PyRunOptions) -> PyResult<Run> {
        self.0.check_process()?;
        loading::load_all(py)?;
        logging::update_level(py)?;
        let options = options
            .read(py)?
            .call_options(client.options_of_stored_calls(py)?);
        let (id, stop) = self.0.runs.add();
        Ok(Run {
            shared: Arc::clone(&self.0),
            id,
            options: options.stop(&stop),
            stop,
        })
    }
}

/// Returns the exception for a client that cannot send the entries.
fn not_usable(py: Python<'_>, client: &CoreClient, class: &str) -> PyErr {
    let reason = match client {
        CoreClient::Python(_) => {
            "must use the package's own transport: an outbox does not send over one in Python (`transport=`)"
                .to_owned()
        }
        _ => format!("must be of the class {class}"),
    };
    errors::invalid(py, "client", &reason)
}
