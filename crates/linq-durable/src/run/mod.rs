//! Drivers of the [`Dispatcher`](crate::Dispatcher): threads, or tasks of tokio.

#[cfg(feature = "async")]
mod asynchronous;
mod blocking;

use std::time::{Duration, SystemTime};

/// Returns the seed of the jitter.
fn seed() -> u64 {
    // Without randomness, there is no jitter between processes, which is not an error.
    getrandom::u64().unwrap_or_default()
}

fn until(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::now()).unwrap_or_default()
}
