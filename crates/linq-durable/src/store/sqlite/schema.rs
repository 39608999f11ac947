//! The schema, in versions.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// SQL from each version to the next: the first creates version 1. Never edited, only appended to.
///
/// Not `STRICT`, which older versions of SQLite, that an application may read its database with, cannot parse.
pub(super) const MIGRATIONS: &[&str] = &["
CREATE TABLE linq_outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    idempotency_key TEXT NOT NULL UNIQUE,
    ordering_key TEXT NOT NULL,
    state TEXT NOT NULL,
    holds_back INTEGER NOT NULL,
    fence INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    ready_at INTEGER,
    attempted_at INTEGER,
    finished_at INTEGER,
    call TEXT NOT NULL,
    outcome TEXT
);
-- The order of the entries with an ordering key, and the one of them that is ready or being sent.
CREATE INDEX linq_outbox_order ON linq_outbox (ordering_key) WHERE holds_back = 1;
CREATE UNIQUE INDEX linq_outbox_head ON linq_outbox (ordering_key) WHERE ready_at IS NOT NULL;
-- What to send next, what is in a state, and what to delete.
CREATE INDEX linq_outbox_ready ON linq_outbox (ready_at) WHERE ready_at IS NOT NULL;
CREATE INDEX linq_outbox_state ON linq_outbox (state);
CREATE INDEX linq_outbox_finished ON linq_outbox (finished_at) WHERE holds_back = 0;
"];

/// Brings the schema to the latest version, in one transaction.
pub(super) fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    if pending(connection, migrations)?.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have migrated before this one got the lock.
    for sql in pending(&transaction, migrations)? {
        transaction.execute_batch(sql)?;
    }
    transaction.execute_batch(
        "CREATE TABLE IF NOT EXISTS linq_outbox_schema (version INTEGER NOT NULL);
        DELETE FROM linq_outbox_schema;",
    )?;
    let version = number(migrations);
    transaction.execute("INSERT INTO linq_outbox_schema VALUES (?1)", [version])?;
    transaction.commit()?;
    Ok(())
}

fn pending<'a>(
    connection: &Connection,
    migrations: &'a [&'a str],
) -> Result<&'a [&'a str], StoreError> {
    let table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'linq_outbox_schema'";
    let found = match connection.query_row(table, (), |_| Ok(())).optional()? {
        Some(()) => connection.query_row("SELECT version FROM linq_outbox_schema", (), |row| {
            row.get(0)
        })?,
        None => 0,
    };
    let supported = number(migrations);
    let pending = usize::try_from(found)
        .ok()
        .and_then(|found| migrations.get(found..));
    pending.ok_or(StoreError::NewerSchema { found, supported })
}

fn number(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}
