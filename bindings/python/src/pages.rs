use linq_core::call;
use pyo3::{prelude::*, types::PyString};

/// Ends a list whose pages lead back to one that was read before: it would never end otherwise.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct CursorGuard(call::CursorGuard);

#[pymethods]
impl CursorGuard {
    /// A guard of a list that begins at its start, or at a cursor.
    #[new]
    fn new(first: Option<&Bound<'_, PyString>>) -> Self {
        let mut guard = call::CursorGuard::default();
        // One with lone surrogates is an invalid argument of the call, which says so.
        let _ = first.map(|cursor| guard.admit(&cursor.to_string_lossy()));
        Self(guard)
    }

    /// Returns whether the page at a cursor is to be read.
    fn admits(&self, cursor: &str) -> bool {
        self.0.admits(cursor)
    }

    /// The guard of the page at a cursor.
    fn after(&self, cursor: &str) -> Self {
        let mut guard = self.0.clone();
        let _ = guard.admit(cursor);
        Self(guard)
    }
}
