use linq_core::call;
use std::sync::{Mutex, PoisonError};

/// Detects a repeated page cursor, which ends a list that would otherwise never end.
#[derive(Default, uniffi::Object)]
pub struct CursorGuard(Mutex<call::CursorGuard>);

#[uniffi::export]
impl CursorGuard {
    /// Creates a guard for a list that starts at its first page, or at the cursor `first`.
    #[must_use]
    #[uniffi::constructor]
    pub fn new(first: Option<String>) -> Self {
        let guard = Self::default();
        let _ = first.map(|cursor| guard.admit(&cursor));
        guard
    }

    /// Returns whether to read the page at a cursor: false if the cursor is empty, or was admitted before.
    #[must_use]
    pub fn admit(&self, cursor: &str) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .admit(cursor)
    }
}

/// Returns the offset of the next page, or `None` after the last page: one that is empty, or without more. `items` is
/// the number of items of the page, including those that were skipped.
#[must_use]
#[uniffi::export]
pub fn next_offset(offset: u64, items: u64, has_more: Option<bool>) -> Option<u64> {
    call::next_offset(offset, items, has_more)
}
