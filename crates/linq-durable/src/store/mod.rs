//! Stores of an outbox: [`SqliteStore`], in a file that several processes can share, and [`MemoryStore`].
//!
//! A store keeps rows and compares numbers; what is sent, when, and what an outcome means is decided elsewhere. Of the
//! entries with one ordering key that are neither finished nor [held back](Progress::Finished), the first is the *head*.
//! Only a head has a `ready_at`, so that entries with one ordering key are sent one after the other.

#[cfg(feature = "conformance")]
pub mod conformance;
mod memory;
#[cfg(feature = "sqlite")]
mod sqlite;

pub use memory::MemoryStore;
#[cfg(feature = "sqlite")]
pub use sqlite::{Parameter, SqliteOptions, SqliteStore, Statement, insert_statement};

use crate::entry::{Entry, EntryId, Outcome, State};
use linq_core::stored_call::StoredCall;
use std::time::{Duration, SystemTime};

/// A store of entries.
///
/// Every method is atomic, and durable when it returns. After an error, nothing has changed.
pub trait Store: Send + Sync + 'static {
    /// Stores an entry, [`Queued`](State::Queued), and ready at `now` if it is the head of its ordering key. If there is
    /// an entry with the idempotency key already, it is left as it is.
    fn insert(&self, entry: &NewEntry, now: SystemTime) -> Result<Inserted, StoreError>;

    /// Records the progress of entries, then claims further ones, in one transaction.
    ///
    /// An [`Update`] whose fence is not that of the entry, or whose entry is not [`Sending`](State::Sending) or has been
    /// deleted, changes nothing.
    fn advance(
        &self,
        updates: &[Update],
        claim: Option<&ClaimRequest>,
        now: SystemTime,
    ) -> Result<Advanced, StoreError>;

    /// Returns an entry.
    fn get(&self, key: Lookup<'_>) -> Result<Option<Entry>, StoreError>;

    /// Returns up to `limit` entries after `after`, in the order of their identifiers; if `state` is given, those in
    /// this state.
    fn list(
        &self,
        state: Option<State>,
        after: Option<EntryId>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError>;

    /// Returns the number of entries in each state that has any.
    fn count(&self) -> Result<Vec<(State, u64)>, StoreError>;

    /// Changes an entry on behalf of the application. Returns false, and changes nothing, if there is no such entry, or
    /// if its state does not allow the change.
    fn edit(&self, id: EntryId, edit: &Edit, now: SystemTime) -> Result<bool, StoreError>;

    /// Deletes up to `limit` entries that were finished before `before` and hold nothing back, those that were finished
    /// first; returns their number.
    fn delete_finished(&self, before: SystemTime, limit: usize) -> Result<u64, StoreError>;
}

/// An entry to insert.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The call, with its idempotency key.
    pub call: StoredCall,
    /// Ordering key.
    pub ordering_key: String,
}

/// The result of [`Store::insert`].
#[derive(Clone, Debug)]
pub enum Inserted {
    /// The entry is new.
    New(EntryId),
    /// There was an entry with the idempotency key.
    Existing(Box<Entry>),
}

/// What [`Store::get`] looks for.
#[derive(Clone, Copy, Debug)]
pub enum Lookup<'a> {
    /// The entry with this identifier.
    Id(EntryId),
    /// The entry with this idempotency key.
    IdempotencyKey(&'a str),
}

/// A claim of entries.
#[derive(Clone, Copy, Debug)]
pub struct ClaimRequest {
    /// Maximum number of entries.
    pub limit: usize,
    /// Duration of the lease: the entry becomes ready again at its end, so that another process can claim it.
    pub lease: Duration,
    /// An entry that becomes ready later than this from now is claimed at once: the clock was set back.
    pub horizon: Duration,
}

/// The fencing token of a claim, which each claim increments: of two processes that have claimed an entry, only the
/// later one can record its progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fence(pub u64);

/// An entry that was claimed. A claim sets its state to [`Sending`](State::Sending) and `ready_at` to the end of the
/// lease, and increments its number of attempts and its fence; `attempted_at` is set to `now` if it was absent or later.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// The entry after the claim.
    pub entry: Entry,
    /// Fencing token.
    pub fence: Fence,
    /// State before the claim: [`Sending`](State::Sending) if an earlier attempt may have taken effect, else
    /// [`Queued`](State::Queued).
    pub state_before: State,
    /// `attempted_at` before the claim.
    pub attempted_before: Option<SystemTime>,
}

/// The result of [`Store::advance`].
#[derive(Clone, Debug, Default)]
pub struct Advanced {
    /// For each update, whether it was applied.
    pub applied: Vec<bool>,
    /// The claimed entries: those that were ready first come first.
    pub claimed: Vec<Claimed>,
    /// Earliest time at which another entry becomes ready, leases included; `None` if there is none, or only ones that
    /// cannot be read. Only after a claim.
    pub next_ready_at: Option<SystemTime>,
}

/// The progress of a claimed entry.
#[derive(Clone, Debug)]
pub struct Update {
    /// Identifier of the entry.
    pub id: EntryId,
    /// Fencing token of the claim.
    pub fence: Fence,
    /// Progress.
    pub progress: Progress,
}

/// The progress of a claimed entry since its claim.
#[derive(Clone, Debug)]
pub enum Progress {
    /// The call has changed, since a file was uploaded.
    Prepared {
        /// The call to send.
        call: StoredCall,
        /// New end of the lease.
        lease_until: SystemTime,
    },
    /// An attempt failed, and is to be retried: `ready_at` is set to `at`, and the state to
    /// [`Queued`](State::Queued) if `attempted_at` is absent, else it stays [`Sending`](State::Sending).
    Retry {
        /// Time of the next attempt.
        at: SystemTime,
        /// Start of the first attempt that may have taken effect.
        attempted_at: Option<SystemTime>,
        /// Outcome of this attempt.
        outcome: Outcome,
    },
    /// The entry is finished. `ready_at` becomes absent, and `finished_at` is set to `now`.
    Finished {
        /// [`Sent`](State::Sent), [`Failed`](State::Failed) or [`Uncertain`](State::Uncertain).
        state: State,
        /// Outcome.
        outcome: Outcome,
        /// True if the entry holds back later ones with its ordering key until the application retries or cancels it.
        /// Otherwise the next entry becomes the head, and ready at `now`.
        holds_back: bool,
    },
}

/// A change by the application.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Cancels an entry that is [`Queued`](State::Queued), [`Failed`](State::Failed) or
    /// [`Uncertain`](State::Uncertain); it no longer holds back others.
    Cancel,
    /// Replaces the call of an entry that is [`Queued`](State::Queued), under the same idempotency key; its place in the
    /// order stays.
    Replace(StoredCall),
    /// Queues an entry again that is [`Failed`](State::Failed) or [`Uncertain`](State::Uncertain), in front of later
    /// entries with its ordering key, except one that is being sent or waits for a retry. `finished_at` and `attempted_at` become
    /// absent, `attempts` 0, and the fence is incremented. One that was uncertain becomes [`Sending`](State::Sending), since it may
    /// have been sent: it cannot be cancelled or replaced.
    Retry,
}

/// An error of a store. Nothing has changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The schema was written by a newer version of this crate.
    #[error(
        "the outbox has schema version {found}, and this version of linq-durable reads up to {supported}"
    )]
    NewerSchema {
        /// Version of the schema.
        found: i64,
        /// Latest version that this crate can read.
        supported: i64,
    },
    /// An entry cannot be read: a newer version of this crate wrote it, with an operation that this version does not
    /// know, or it is damaged. It stays as it is, and so do those that it holds back; the application can cancel it.
    #[error(
        "entry {id} of the outbox is damaged, or was written by a newer version of linq-durable"
    )]
    Unreadable {
        /// Identifier of the entry.
        id: EntryId,
        /// Cause.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The file or its directory cannot be written.
    #[error("the outbox is read-only")]
    ReadOnly(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The file is not a database, or is damaged.
    #[error("the outbox is damaged, or not a database")]
    Damaged(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The file, or one that SQLite keeps next to it, was deleted, moved or replaced while it was open: by hand, or by
    /// another copy of SQLite in this process. The entries are those of the file that is there when it is opened again.
    #[error("the file of the outbox was deleted or replaced while it was open")]
    Replaced,
    /// Another process held the lock for too long.
    #[error("the outbox is locked by another process")]
    Locked(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Any other error.
    #[error("the outbox cannot be used")]
    Other(#[source] Box<dyn std::error::Error + Send + Sync>),
}
