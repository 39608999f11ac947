//! Both stores pass the suite of stores, and behave alike.

use linq_durable::store::{MemoryStore, SqliteStore, conformance};

#[test]
fn memory_store_conforms() {
    conformance::check(MemoryStore::new);
}

#[test]
fn sqlite_store_conforms() {
    let directory = tempfile::tempdir().unwrap();
    let number = std::cell::Cell::new(0);
    conformance::check(|| {
        number.set(number.get() + 1);
        SqliteStore::open(directory.path().join(number.get().to_string())).unwrap()
    });
}

#[test]
fn sqlite_store_is_persistent() {
    let directory = tempfile::tempdir().unwrap();
    conformance::check_persistence(|| {
        SqliteStore::open(directory.path().join("outbox.db")).unwrap()
    });
}
