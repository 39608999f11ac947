//! Detection of pages that repeat.

use linq_core::call;
use pyo3::{prelude::*, types::PyString};

/// Detects a repeated cursor, which ends a list that would otherwise never end.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct CursorGuard(call::CursorGuard);

#[pymethods]
impl CursorGuard {
    /// Creates the guard of a list that starts at the first page, or at a cursor.
    #[new]
    fn new(first: Option<&Bound<'_, PyString>>) -> Self {
        let mut guard = call::CursorGuard::default();
        // A cursor with lone surrogates is rejected as an argument of the call.
        let _ = first.map(|cursor| guard.admit(&cursor.to_string_lossy()));
        Self(guard)
    }

    /// Returns whether the cursor has not been used before.
    fn admits(&self, cursor: &str) -> bool {
        self.0.admits(cursor)
    }

    /// Returns the guard of the page at a cursor.
    fn after(&self, cursor: &str) -> Self {
        let mut guard = self.0.clone();
        let _ = guard.admit(cursor);
        Self(guard)
    }
}
