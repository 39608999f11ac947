use super::{Claim, DedupStore};
use crate::id::EventId;
use std::{
    collections::BTreeMap,
    convert::Infallible,
    fmt,
    future::ready,
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Remembers the last so many events, for one process.
///
/// The oldest is forgotten first. Linq tries for about 30 minutes, so let the capacity be as many
/// events as can come in that time; one takes about 200 bytes.
///
/// ```
/// use linq_core::{id::EventId, webhook::{Claim, MemoryDedupStore}};
/// use std::num::NonZeroUsize;
///
/// let store = MemoryDedupStore::with_capacity(NonZeroUsize::new(10_000).expect("not zero"));
/// let event = EventId::from("evt_1");
///
/// assert_eq!(store.claim(&event), Claim::First);
/// assert_eq!(store.claim(&event), Claim::Running);
/// store.release(&event); // it failed
/// assert_eq!(store.claim(&event), Claim::First);
/// store.finish(&event); // it worked
/// assert_eq!(store.claim(&event), Claim::Done);
/// ```
pub struct MemoryDedupStore {
    capacity: NonZeroUsize,
    events: Mutex<Events>,
}

impl MemoryDedupStore {
    /// Remembers `capacity` events.
    #[must_use]
    pub fn with_capacity(capacity: NonZeroUsize) -> Self {
        Self {
            capacity,
            events: Mutex::default(),
        }
    }

    /// Claims an event, and says whose turn it is. Of several threads, one gets
    /// [`First`](Claim::First).
    #[must_use]
    pub fn claim(&self, event: &EventId) -> Claim {
        let mut events = self.events();
        match events.state(event) {
            Some(State::Done) => Claim::Done,
            Some(State::Running) => Claim::Running,
            None => {
                events.insert(event, State::Running, self.capacity);
                Claim::First
            }
        }
    }

    /// Notes that an event has been handled.
    pub fn finish(&self, event: &EventId) {
        self.events().insert(event, State::Done, self.capacity);
    }

    /// Gives a claim back, so that the next delivery is handled; one that was finished stays so.
    pub fn release(&self, event: &EventId) {
        let mut events = self.events();
        if events.state(event) == Some(State::Running) {
            events.remove(event);
        }
    }

    /// A panic elsewhere leaves the events as they were before or after a change, never between.
    fn events(&self) -> MutexGuard<'_, Events> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl DedupStore for MemoryDedupStore {
    type Error = Infallible;

    fn claim(&self, event: &EventId) -> impl Future<Output = Result<Claim, Infallible>> + Send {
        ready(Ok(Self::claim(self, event)))
    }

    fn finish(&self, event: &EventId) -> impl Future<Output = Result<(), Infallible>> + Send {
        Self::finish(self, event);
        ready(Ok(()))
    }

    fn release(&self, event: &EventId) -> impl Future<Output = Result<(), Infallible>> + Send {
        Self::release(self, event);
        ready(Ok(()))
    }

    fn abandon(&self, event: &EventId) {
        self.release(event);
    }
}

impl fmt::Debug for MemoryDedupStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryDedupStore")
            .field("capacity", &self.capacity)
            .field("events", &self.events().by_age.len())
            .finish()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Running,
    Done,
}

#[derive(Default)]
struct Events {
    by_id: BTreeMap<EventId, (u64, State)>,
    by_age: BTreeMap<u64, EventId>,
    next: u64,
}

impl Events {
    fn state(&self, event: &EventId) -> Option<State> {
        self.by_id.get(event).map(|(_, state)| *state)
    }

    /// Keeps the age of an event that is there already.
    fn insert(&mut self, event: &EventId, state: State, capacity: NonZeroUsize) {
        if let Some((_, known)) = self.by_id.get_mut(event) {
            *known = state;
            return;
        }
        if self.by_age.len() >= capacity.get()
            && let Some((_, oldest)) = self.by_age.pop_first()
        {
            self.by_id.remove(&oldest);
        }
        self.by_age.insert(self.next, event.clone());
        self.by_id.insert(event.clone(), (self.next, state));
        self.next += 1;
    }

    fn remove(&mut self, event: &EventId) {
        if let Some((age, _)) = self.by_id.remove(event) {
            self.by_age.remove(&age);
        }
    }
}
