use std::sync::{
    Arc, Mutex, PoisonError, Weak,
    atomic::{AtomicBool, Ordering},
};

/// A function that wakes a run.
pub(crate) type Waker = Arc<dyn Fn() + Send + Sync>;

/// The runs to wake, without those that are over.
#[derive(Default)]
pub(crate) struct Wakers(Mutex<Vec<Weak<dyn Fn() + Send + Sync>>>);

impl Wakers {
    pub(crate) fn add(&self, waker: &Waker) {
        let mut wakers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        wakers.retain(|waker| waker.strong_count() > 0);
        wakers.push(Arc::downgrade(waker));
    }

    pub(crate) fn wake(&self) {
        let wakers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for waker in wakers.iter().filter_map(Weak::upgrade) {
            waker();
        }
    }
}

/// A handle that stops runs, from another thread or task, such as one that waits for a signal; not from a signal handler
/// itself, since it takes a lock. Clones stop the same runs.
///
/// A stopped run claims no more entries, and returns when those that are being sent are finished: at the latest at the end
/// of their lease, 2 minutes by default, 30 during an upload.
#[derive(Clone, Default)]
pub struct Stop(Arc<(AtomicBool, Wakers)>);

impl Stop {
    /// Creates a handle, for [`RunOptions::stop`](crate::RunOptions::stop).
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops the runs.
    pub fn stop(&self) {
        let (is_stopped, runs) = &*self.0;
        is_stopped.store(true, Ordering::SeqCst);
        runs.wake();
    }

    /// Returns whether the runs were stopped.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.0.load(Ordering::SeqCst)
    }

    pub(crate) fn add_run(&self, waker: &Waker) {
        self.0.1.add(waker);
    }
}

impl std::fmt::Debug for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Stop").field(&self.is_stopped()).finish()
    }
}
