//! Captured `tracing` output.

use std::{
    io,
    sync::{Arc, LazyLock, Mutex},
};
use tracing::Dispatch;

/// While there is only one subscriber, an event that a thread without it meets first is disabled for all threads.
static SECOND: LazyLock<Dispatch> =
    LazyLock::new(|| Dispatch::new(tracing_subscriber::fmt().with_writer(io::sink).finish()));

/// Runs `work` and captures its `tracing` output in `log`.
pub(crate) fn captured<T>(log: &Capture, work: impl FnOnce() -> T) -> T {
    LazyLock::force(&SECOND);
    let log = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(move || log.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, work)
}

/// An in-memory log.
#[derive(Clone, Default)]
pub(crate) struct Capture(Arc<Mutex<Vec<u8>>>);

impl Capture {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl io::Write for Capture {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
