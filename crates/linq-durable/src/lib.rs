//! An outbox for the [Linq Partner API v3](https://docs.linqapp.com/api/): messages that survive a crash, a deployment and
//! a second process, each sent once, and in order within its chat.
//!
//! [`Outbox`] stores calls and sends them. [`store`] has its stores: a SQLite file, and memory for tests. [`Dispatcher`] is
//! the state machine of a run, for drivers of your own; it performs no I/O.
//!
//! The README has the states of an entry, the order, files, and the outbox in your own transaction.

mod delivery;
mod dispatcher;
mod entry;
mod error;
mod files;
mod options;
mod outbox;
mod run;
pub mod store;
mod trace;
mod wake;

pub use dispatcher::{Command, Dispatcher, Job, RunSummary, Task, TaskResult};
pub use entry::{Entry, EntryId, Outcome, State};
pub use error::{EnqueueError, RunError};
pub use files::file;
pub use options::RunOptions;
pub use outbox::Outbox;
#[cfg(feature = "sqlite")]
pub use outbox::statement;
pub use wake::Stop;
