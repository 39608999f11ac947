//! Data shared by the server's tasks and the [`Emulator`](crate::Emulator).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::fault::{Faults, InitialFaults, WebhookFaults};
use crate::log::Log;
use crate::network::Network;
use crate::observed_shapes::ObservedShapes;
use crate::outbox::Outbox;
use crate::state::State;

#[derive(Debug)]
pub(crate) struct Shared {
    state: Mutex<State>,
    initial_faults: InitialFaults,
    faults: Mutex<Faults>,
    webhook_faults: Mutex<WebhookFaults>,
    log: Mutex<Log>,
    pub(crate) network: Network,
    pub(crate) outbox: Outbox,
    pub(crate) observed_shapes: Arc<ObservedShapes>,
}

impl Shared {
    pub(crate) fn new(state: State, outbox: Outbox, initial_faults: InitialFaults) -> Self {
        let seed = state.config.seed;
        let faults = Faults::new(seed, &initial_faults.calls);
        let webhook_faults = WebhookFaults::new(seed, &initial_faults.webhooks);
        let network = state.config.network.clone();
        let observed_shapes = Arc::clone(&state.observed_shapes);
        Self {
            state: Mutex::new(state),
            initial_faults,
            faults: Mutex::new(faults),
            webhook_faults: Mutex::new(webhook_faults),
            log: Mutex::default(),
            network,
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

    pub(crate) fn webhook_faults(&self) -> MutexGuard<'_, WebhookFaults> {
        self.webhook_faults
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Resets state, faults, log and deliveries.
    pub(crate) fn reset(&self) {
        let mut state = self.state();
        state.reset();
        let (seed, initial) = (state.config.seed, &self.initial_faults);
        *self.faults() = Faults::new(seed, &initial.calls);
        *self.webhook_faults() = WebhookFaults::new(seed, &initial.webhooks);
        self.log().clear();
    }
}
