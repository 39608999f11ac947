use linq_core::call;
use std::sync::{Mutex, PoisonError};

/// Ends a list whose pages lead back to one that was read before: it would never end otherwise.
#[derive(Default, uniffi::Object)]
pub struct CursorGuard(Mutex<call::CursorGuard>);

#[uniffi::export]
impl CursorGuard {
    /// A guard of a list that begins at its start, or at `first`.
    #[must_use]
    #[uniffi::constructor]
    pub fn new(first: Option<String>) -> Self {
        let guard = Self::default();
        let _ = first.map(|cursor| guard.admit(&cursor));
        guard
    }

    /// Returns whether the page at a cursor is to be read: not where the cursor is empty, nor where it has been admitted
    /// before.
    #[must_use]
    pub fn admit(&self, cursor: &str) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .admit(cursor)
    }
}

/// Returns where the next page of a list that is read by offset begins: `None` after the last page, which says so or is
/// empty. `items` counts those of the page that were skipped, too.
#[must_use]
#[uniffi::export]
pub fn next_offset(offset: u64, items: u64, has_more: Option<bool>) -> Option<u64> {
    call::next_offset(offset, items, has_more)
}
