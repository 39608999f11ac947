//! An outbox for the [Linq Partner API v3](https://docs.linqapp.com/api/).

mod entry;
pub mod store;

pub use entry::{Entry, EntryId, Outcome, State};
