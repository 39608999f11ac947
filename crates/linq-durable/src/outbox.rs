#[cfg(feature = "sqlite")]
use crate::store::{SqliteStore, Statement, insert_statement};
use crate::{
    entry::{Entry, EntryId, State},
    error::EnqueueError,
    files,
    store::{Edit, Inserted, Lookup, NewEntry, Store, StoreError},
    wake::{Waker, Wakers},
};
use linq_core::{
    Endpoint, call::PreparedCall, error::InvalidArgument, exchange::Entropy,
    stored_call::StoredCall,
};
use serde::Deserialize;
#[cfg(feature = "sqlite")]
use std::path::Path;
use std::{fmt, sync::Arc, time::SystemTime};

/// An outbox: calls are stored before they are sent, and sent exactly once, in order, also if the process crashes.
///
/// ```no_run
/// # fn example(linq: &linq_core::Client<linq_ureq::Blocking>) -> Result<(), Box<dyn std::error::Error>> {
/// use linq_durable::{Outbox, RunOptions};
///
/// let outbox = Outbox::open("outbox.db")?;
/// let shipped = linq.messages().create("+15556667777", "Your order has been shipped.");
/// outbox.enqueue(shipped.idempotency_key("order-1042-shipped"))?;
/// outbox.run(linq, RunOptions::new().until_empty())?;
/// # Ok(())
/// # }
/// ```
///
/// Clones share the store. An outbox belongs to one account: another API key would send its messages from there.
pub struct Outbox<S> {
    shared: Arc<Shared<S>>,
}

struct Shared<S> {
    store: S,
    /// The runs of this process.
    runs: Wakers,
}

impl<S: Store> Outbox<S> {
    /// Creates an outbox from a store.
    pub fn new(store: S) -> Self {
        let runs = Wakers::default();
        Self {
            shared: Arc::new(Shared { store, runs }),
        }
    }

    /// Returns the store.
    #[must_use]
    pub fn store(&self) -> &S {
        &self.shared.store
    }

    /// Stores a call, which [`run`](Self::run) sends, and returns the identifier of its entry. The call is that of any
    /// operation that takes an idempotency key: a message, a new chat, a poll, a payment or a payment request. It is
    /// validated here.
    ///
    /// Entries are sent in order if they are for the same chat, or from the same line to the same recipients.
    /// [`enqueue_ordered`](Self::enqueue_ordered) sets the order by a key of your own. Payments have no order.
    ///
    /// With an idempotency key of your own, such as `order-1042-shipped`, a call is enqueued once: for the same call
    /// under the same key, the identifier of the existing entry is returned, whatever its state.
    ///
    /// # Errors
    ///
    /// [`EnqueueError`]: an argument is invalid, another call was enqueued under the key, or the store failed.
    pub fn enqueue<E: Endpoint>(
        &self,
        call: impl Into<PreparedCall<E>>,
    ) -> Result<EntryId, EnqueueError> {
        self.insert(&new_entry(call.into(), None)?)
    }

    /// Stores a call as [`enqueue`](Self::enqueue) does. It is sent after all entries with the same ordering key that
    /// were enqueued before, whatever their chat.
    ///
    /// # Errors
    ///
    /// The same as [`enqueue`](Self::enqueue).
    pub fn enqueue_ordered<E: Endpoint>(
        &self,
        call: impl Into<PreparedCall<E>>,
        ordering_key: impl Into<String>,
    ) -> Result<EntryId, EnqueueError> {
        self.insert(&new_entry(call.into(), Some(ordering_key.into()))?)
    }

    fn insert(&self, new: &NewEntry) -> Result<EntryId, EnqueueError> {
        if let Err(invalid) = files::check(&new.call) {
            // The file is not needed any more if the call was sent.
            let existing = self.get_by_idempotency_key(new.call.idempotency_key())?;
            let existing = existing.filter(|existing| files::is_same(&existing.call, &new.call));
            return existing.map(|existing| existing.id).ok_or(invalid.into());
        }
        match self.shared.store.insert(new, SystemTime::now())? {
            Inserted::New(id) => {
                self.wake();
                Ok(id)
            }
            Inserted::Existing(existing) if files::is_same(&existing.call, &new.call) => {
                Ok(existing.id)
            }
            Inserted::Existing(_) => Err(InvalidArgument::new(
                "idempotency_key",
                "already used by another call in the outbox",
            )
            .into()),
        }
    }

    /// Returns an entry.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    pub fn get(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        self.shared.store.get(Lookup::Id(id))
    }

    /// Returns the entry with an idempotency key.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    pub fn get_by_idempotency_key(&self, key: &str) -> Result<Option<Entry>, StoreError> {
        self.shared.store.get(Lookup::IdempotencyKey(key))
    }

    /// Returns up to `limit` entries after `after`, in the order in which they were enqueued; if `state` is given, those
    /// in this state.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    pub fn list(
        &self,
        state: Option<State>,
        after: Option<EntryId>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.shared.store.list(state, after, limit)
    }

    /// Returns the number of entries in each state that has any.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    pub fn count(&self) -> Result<Vec<(State, u64)>, StoreError> {
        self.shared.store.count()
    }

    /// Cancels an entry that is [`Queued`](State::Queued), or dismisses one that [failed](State::Failed) or is
    /// [`Uncertain`](State::Uncertain), so that it no longer holds back others. Returns false, and changes nothing, if
    /// it is in another state: it is being sent, or finished.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    pub fn cancel(&self, id: EntryId) -> Result<bool, StoreError> {
        self.edit(id, &Edit::Cancel)
    }

    /// Replaces the call of an entry that is [`Queued`](State::Queued). Its idempotency key, its ordering key and
    /// its place in the order stay. Returns false, and changes nothing, if it is in another state.
    ///
    /// # Errors
    ///
    /// [`EnqueueError`]: an argument is invalid, or the store failed.
    pub fn replace<E: Endpoint>(
        &self,
        id: EntryId,
        call: impl Into<PreparedCall<E>>,
    ) -> Result<bool, EnqueueError> {
        let Some(entry) = self.get(id)? else {
            return Ok(false);
        };
        let key = entry.call.idempotency_key().parse();
        let key = key.map_err(|_| InvalidArgument::new("idempotency_key", "not valid"))?;
        let call = call.into().with_idempotency_key(key);
        let new = new_entry(call, Some(entry.ordering_key))?;
        files::check(&new.call)?;
        Ok(self.edit(id, &Edit::Replace(new.call))?)
    }

    /// Queues an entry again that [failed](State::Failed) or is [`Uncertain`](State::Uncertain), under the same
    /// idempotency key. Returns false, and changes nothing, if it is in another state.
    ///
    /// An uncertain one is [`Sending`](State::Sending) then, since it may have been sent: it can no longer be cancelled
    /// or replaced, and an answer is waited for as long as at first. If the server no longer honors the key, the
    /// message may be sent twice.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    pub fn retry(&self, id: EntryId) -> Result<bool, StoreError> {
        self.edit(id, &Edit::Retry)
    }

    /// Deletes entries that were finished before `before`, and returns their number. Calls under their idempotency keys
    /// can be enqueued again then. Failed entries that hold back others are kept.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    pub fn delete_finished(&self, before: SystemTime) -> Result<u64, StoreError> {
        const BATCH: usize = 1_000;
        let mut deleted = 0;
        loop {
            let batch = self.shared.store.delete_finished(before, BATCH)?;
            deleted += batch;
            if batch < BATCH as u64 {
                return Ok(deleted);
            }
        }
    }

    fn edit(&self, id: EntryId, edit: &Edit) -> Result<bool, StoreError> {
        let is_changed = self.shared.store.edit(id, edit, SystemTime::now())?;
        if is_changed {
            self.wake();
        }
        Ok(is_changed)
    }

    /// Wakes the runs of this process, after entries were added in a transaction of the application. Without it, they are
    /// found within the [poll interval](crate::RunOptions::poll_interval).
    pub fn wake(&self) {
        self.shared.runs.wake();
    }

    /// Adds a run, which is woken when an entry is added.
    pub(crate) fn add_run(&self, waker: &Waker) {
        self.shared.runs.add(waker);
    }
}

impl<S> Clone for Outbox<S> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
        }
    }
}

impl<S: fmt::Debug> fmt::Debug for Outbox<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Outbox").field(&self.shared.store).finish()
    }
}

/// Validates and encodes a call. By default, its ordering key is that of its chat.
fn new_entry<E: Endpoint>(
    call: PreparedCall<E>,
    ordering_key: Option<String>,
) -> Result<NewEntry, InvalidArgument> {
    let mut entropy = [0; Entropy::LEN];
    getrandom::fill(&mut entropy)
        .map_err(|_| InvalidArgument::new("idempotency_key", "the system has no randomness"))?;
    let call = call.into_stored(Entropy::new(entropy))?;
    Ok(NewEntry {
        ordering_key: ordering_key.unwrap_or_else(|| chat_of(&call)),
        call,
    })
}

/// Returns the ordering key of a call: its chat, or its line and recipients, in any order. Payments have one each.
fn chat_of(call: &StoredCall) -> String {
    #[derive(Deserialize)]
    struct Recipients {
        #[serde(default)]
        from: String,
        to: Vec<String>,
    }

    if let Some(chat_id) = call.chat_id() {
        return format!("chat {chat_id}");
    }
    match serde_json::from_str(call.body().get()) {
        Ok(Recipients { from, mut to }) => {
            to.sort_unstable();
            to.dedup();
            format!("from {from} to {}", to.join(" "))
        }
        Err(_) => format!("key {}", call.idempotency_key()),
    }
}

#[cfg(feature = "sqlite")]
impl Outbox<SqliteStore> {
    /// Opens the outbox in a SQLite file, which is created if there is none; see [`SqliteStore::open`].
    ///
    /// # Errors
    ///
    /// [`StoreError`]: the file cannot be used.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        SqliteStore::open(path).map(Self::new)
    }
}

/// Returns the SQL statement that enqueues a call, and its parameters, for a transaction of the application's own in the
/// same SQLite database: the call is sent if, and only if, the transaction is committed. See
/// [`insert_statement`](crate::store::insert_statement).
///
/// `ordering_key` is that of [`Outbox::enqueue_ordered`], and by default the chat. If there is an entry with the
/// idempotency key, the statement changes nothing.
///
/// # Errors
///
/// The first argument that is not valid.
#[cfg(feature = "sqlite")]
pub fn statement<E: Endpoint>(
    call: impl Into<PreparedCall<E>>,
    ordering_key: Option<String>,
) -> Result<Statement, EnqueueError> {
    let entry = new_entry(call.into(), ordering_key)?;
    files::check(&entry.call)?;
    Ok(insert_statement(&entry, SystemTime::now())?)
}
