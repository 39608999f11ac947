use super::{Claim, DedupStore, FencingToken};
use crate::id::EventId;
use std::{
    collections::BTreeMap,
    convert::Infallible,
    fmt,
    num::NonZeroUsize,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// An in-memory [`DedupStore`] for one process, with a capacity of 10,000 events by default.
///
/// The oldest event is evicted first. Linq retries for about 30 minutes, so the capacity should be the
/// maximum number of events in that time; each takes about 200 bytes. There is no clock: a claim expires only
/// by eviction. [`deduplicate`](super::deduplicate) always ends its claims.
///
/// ```
/// use linq_core::{id::EventId, webhook::{Claim, MemoryDedupStore}};
///
/// let store = MemoryDedupStore::default();
/// let event = EventId::from("evt_1");
///
/// let Claim::First(token) = store.claim(&event) else { panic!("claimed before") };
/// assert_eq!(store.claim(&event), Claim::Running);
/// store.release(&event, token); // it failed
///
/// assert!(matches!(store.claim(&event), Claim::First(_)));
/// store.finish(&event); // it worked
/// assert_eq!(store.claim(&event), Claim::Done);
/// ```
pub struct MemoryDedupStore {
    capacity: NonZeroUsize,
    events: Mutex<Events>,
}

impl MemoryDedupStore {
    /// Creates a store for `capacity` events.
    #[must_use]
    pub fn with_capacity(capacity: NonZeroUsize) -> Self {
        Self {
            capacity,
            events: Mutex::default(),
        }
    }

    /// Claims an event, or returns its state if it is claimed or done. Of several threads, one gets
    /// [`First`](Claim::First).
    #[must_use]
    pub fn claim(&self, event: &EventId) -> Claim {
        let mut events = self.events();
        match events.by_id.get(event) {
            Some((_, State::Done)) => Claim::Done,
            Some((_, State::Running)) => Claim::Running,
            None => {
                let age = events.insert(event, State::Running, self.capacity);
                Claim::First(FencingToken(age))
            }
        }
    }

    /// Marks an event as handled, independent of the claim.
    pub fn finish(&self, event: &EventId) {
        self.events().insert(event, State::Done, self.capacity);
    }

    /// Releases the claim with this token, so that the next delivery is handled. Does nothing if the
    /// event is done, or claimed under another token.
    pub fn release(&self, event: &EventId, token: FencingToken) {
        let mut events = self.events();
        if events.by_id.get(event) == Some(&(token.0, State::Running)) {
            events.by_id.remove(event);
            events.by_age.remove(&token.0);
        }
    }

    /// Locks the events. A poisoned lock is ignored, as no change of the events can panic halfway.
    fn events(&self) -> MutexGuard<'_, Events> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryDedupStore {
    fn default() -> Self {
        Self::with_capacity(const { NonZeroUsize::new(10_000).expect("not zero") })
    }
}

impl DedupStore for MemoryDedupStore {
    type Error = Infallible;

    async fn claim(&self, event: &EventId) -> Result<Claim, Infallible> {
        Ok(Self::claim(self, event))
    }

    async fn finish(&self, event: &EventId) -> Result<(), Infallible> {
        Self::finish(self, event);
        Ok(())
    }

    async fn release(&self, event: &EventId, token: FencingToken) -> Result<(), Infallible> {
        Self::release(self, event, token);
        Ok(())
    }

    fn release_on_drop(&self, event: &EventId, token: FencingToken) {
        self.release(event, token);
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

/// The events by identifier and by age. The age is the token of the claim: each claim has another.
#[derive(Default)]
struct Events {
    by_id: BTreeMap<EventId, (u64, State)>,
    by_age: BTreeMap<u64, EventId>,
    next: u64,
}

impl Events {
    /// Inserts or updates an event, and returns its age, which does not change if the event exists.
    fn insert(&mut self, event: &EventId, state: State, capacity: NonZeroUsize) -> u64 {
        if let Some((age, known)) = self.by_id.get_mut(event) {
            *known = state;
            return *age;
        }
        if self.by_age.len() >= capacity.get()
            && let Some((_, oldest)) = self.by_age.pop_first()
        {
            self.by_id.remove(&oldest);
        }
        let age = self.next;
        self.by_age.insert(age, event.clone());
        self.by_id.insert(event.clone(), (age, state));
        self.next += 1;
        age
    }
}
