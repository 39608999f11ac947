//! What the server's tasks and the user's handle have in common.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::as_seen::AsSeen;
use crate::fault::Faults;
use crate::log::Log;
use crate::outbox::Outbox;
use crate::world::World;

#[derive(Debug)]
pub(crate) struct Shared {
    world: Mutex<World>,
    faults: Mutex<Faults>,
    log: Mutex<Log>,
    pub(crate) outbox: Outbox,
    pub(crate) as_seen: Arc<AsSeen>,
}

impl Shared {
    pub(crate) fn new(world: World, outbox: Outbox) -> Self {
        let faults = Faults::new(world.settings.seed);
        let as_seen = Arc::clone(&world.as_seen);
        Self {
            world: Mutex::new(world),
            faults: Mutex::new(faults),
            log: Mutex::default(),
            outbox,
            as_seen,
        }
    }

    // A panic in one call must not make every later one panic too, hence no poisoning.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets everything: state, faults, log and deliveries.
    pub(crate) fn reset(&self) {
        let mut world = self.world();
        world.reset();
        *self.faults() = Faults::new(world.settings.seed);
        self.log().clear();
    }
}
