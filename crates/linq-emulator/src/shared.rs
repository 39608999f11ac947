//! Data shared by the server's tasks and the [`Emulator`](crate::Emulator).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::fault::Faults;
use crate::log::Log;
use crate::observed_shapes::ObservedShapes;
use crate::outbox::Outbox;
use crate::state::State;

#[derive(Debug)]
pub(crate) struct Shared {
    state: Mutex<State>,
    faults: Mutex<Faults>,
    log: Mutex<Log>,
    pub(crate) outbox: Outbox,
    pub(crate) observed_shapes: Arc<ObservedShapes>,
}

impl Shared {
    pub(crate) fn new(state: State, outbox: Outbox) -> Self {
        let faults = Faults::new(state.config.seed);
        let observed_shapes = Arc::clone(&state.observed_shapes);
        Self {
            state: Mutex::new(state),
            faults: Mutex::new(faults),
            log: Mutex::default(),
            outbox,
            observed_shapes,
        }
    }

    // Poisoning is ignored: a panic in one call must not fail all later ones.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Resets state, faults, log and deliveries.
    pub(crate) fn reset(&self) {
        let mut state = self.state();
        state.reset();
        *self.faults() = Faults::new(state.config.seed);
        self.log().clear();
    }
}
