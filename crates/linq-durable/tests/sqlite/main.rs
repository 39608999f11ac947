//! The `SQLite` store with files, processes and transactions of the application.

#![allow(clippy::unwrap_used, reason = "test helpers")]

#[cfg(unix)]
mod disks;
mod files;
mod processes;
mod transactions;

use linq_durable::store::{ClaimRequest, NewEntry, SqliteStore, Store, StoreError};
use serde_json::json;
use std::{
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

const CLAIM: ClaimRequest = ClaimRequest {
    limit: 3,
    lease: Duration::from_secs(600),
    horizon: Duration::from_secs(86_400),
};

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000)
}

fn entry(key: &str, ordering_key: &str) -> NewEntry {
    let call = json!({
        "operation": "messages.create",
        "path": "/api/partner/v3/messages",
        "body": {"to": ["+15556667777"], "parts": [{"type": "text", "value": "a text ".repeat(40)}]},
        "idempotency_key": key,
    });
    NewEntry {
        call: serde_json::from_value(call).unwrap(),
        ordering_key: ordering_key.to_owned(),
    }
}

/// Returns the keys of all entries, in order.
fn keys(store: &SqliteStore) -> Vec<String> {
    let entries = store.list(None, None, usize::MAX).unwrap();
    let keys = entries.iter().map(|entry| entry.call.idempotency_key());
    keys.map(str::to_owned).collect()
}

/// Creates a file with entries of the keys 0, 1, …, and closes it.
fn create(path: &Path, entries: usize) {
    let store = SqliteStore::open(path).unwrap();
    for key in 0..entries {
        let key = key.to_string();
        store.insert(&entry(&key, &key), now()).unwrap();
    }
}

/// Opens a file, and uses it in several ways.
fn use_all(path: &Path) -> Result<(), StoreError> {
    let store = SqliteStore::open(path)?;
    store.list(None, None, usize::MAX)?;
    store.count()?;
    store.insert(&entry("new", "new"), now())?;
    store.advance(&[], Some(&CLAIM), now())?;
    Ok(())
}
