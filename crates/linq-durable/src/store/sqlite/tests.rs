use super::*;
use crate::entry::Outcome;
use crate::store::{Fence, Progress};
use rusqlite::OptionalExtension;
use serde_json::json;
use std::{fs, time::UNIX_EPOCH};

const CLAIM: ClaimRequest = ClaimRequest {
    limit: 2,
    lease: Duration::from_secs(60),
    horizon: Duration::from_secs(3600),
};

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds)
}

fn entry(key: &str, ordering_key: &str) -> NewEntry {
    let call = json!({
        "operation": "messages.create",
        "path": "/api/partner/v3/messages",
        "body": {"text": "a text ".repeat(100)},
        "idempotency_key": key,
    });
    NewEntry {
        call: serde_json::from_value(call).unwrap(),
        ordering_key: ordering_key.to_owned(),
    }
}

fn store() -> (tempfile::TempDir, SqliteStore) {
    let directory = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(directory.path().join("outbox.db")).unwrap();
    (directory, store)
}

fn ids(entries: &[Entry]) -> Vec<i64> {
    entries.iter().map(|entry| entry.id.get()).collect()
}

#[test]
fn pragmas_make_changes_durable() {
    let (_directory, store) = store();
    let connection = store.connection();
    let pragma = |name| -> String {
        let value = connection
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
        format!("{:?}", value.unwrap())
    };
    assert_eq!(pragma("journal_mode"), "Text(\"wal\")");
    assert_eq!(pragma("synchronous"), "Integer(2)");
    assert_eq!(pragma("fullfsync"), "Integer(1)");
    assert_eq!(pragma("busy_timeout"), "Integer(30000)");
}

/// At a million entries, a scan or a sort takes seconds.
#[test]
fn statements_use_indexes() {
    let (_directory, store) = store();
    let connection = store.connection();
    for sql in [
        sql::INSERT,
        sql::GET,
        sql::GET_BY_KEY,
        sql::LIST,
        sql::LIST_STATE,
        sql::COUNT,
        sql::READY,
        sql::READY_FAR,
        sql::READY_ANY,
        sql::READY_RANGE,
        sql::CLAIM,
        sql::POSTPONE,
        sql::PREPARED,
        sql::RETRY,
        sql::FINISHED,
        sql::PROMOTE,
        sql::CANCEL,
        sql::REPLACE,
        sql::RETRY_FINISHED,
        sql::POSTPONE_LATER,
        sql::DELETE_FINISHED,
    ] {
        let mut statement = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap();
        let mut plan = Vec::new();
        let count = statement.parameter_count();
        let values = params_from_iter(vec![1; count]);
        let mut rows = statement.query(values).unwrap();
        while let Some(row) = rows.next().unwrap() {
            plan.push(row.get::<_, String>(3).unwrap());
        }
        let plan = plan.join("\n");
        assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
        let scans = plan.lines().filter(|line| line.starts_with("SCAN"));
        for scan in scans {
            let is_bounded = scan.contains("CONSTANT ROW")
                // Reads the index of the states only, and the ready entries in their order.
                || (sql == sql::COUNT && scan.contains("COVERING INDEX linq_outbox_state"))
                || (sql == sql::READY_ANY && scan.contains("INDEX linq_outbox_ready"));
            assert!(is_bounded, "{sql}\n{plan}");
        }
    }
}

#[test]
fn nothing_is_written_if_nothing_changes() {
    let (directory, store) = store();
    let path = directory.path().join("outbox.db");
    store.insert(&entry("a", "x"), at(0)).unwrap();
    store.insert(&entry("b", "x"), at(0)).unwrap();
    store.advance(&[], Some(&CLAIM), at(0)).unwrap();
    let other = Connection::open(&path).unwrap();
    // Changes with each commit of another connection that wrote anything.
    let version = || -> i64 {
        other
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .unwrap()
    };
    let before = (version(), fs_size(&path));
    let stale = Update {
        id: EntryId::new(1),
        fence: Fence(0),
        progress: Progress::Finished {
            state: State::Sent,
            outcome: Outcome::default(),
            holds_back: false,
        },
    };
    store.insert(&entry("a", "x"), at(1)).unwrap();
    store.advance(&[], Some(&CLAIM), at(1)).unwrap();
    store.advance(&[], None, at(1)).unwrap();
    store.advance(&[stale], Some(&CLAIM), at(1)).unwrap();
    assert!(!store.edit(EntryId::new(1), &Edit::Cancel, at(1)).unwrap());
    assert_eq!(store.delete_finished(at(9), 9).unwrap(), 0);
    assert_eq!((version(), fs_size(&path)), before);

    // An idle claim does not even wait for the lock.
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    store.connection().busy_timeout(Duration::ZERO).unwrap();
    let advanced = store.advance(&[], Some(&CLAIM), at(1)).unwrap();
    assert_eq!(advanced.next_ready_at, Some(at(60)));
    assert!(matches!(
        store.advance(&[], Some(&CLAIM), at(60)),
        Err(StoreError::Locked(_))
    ));
}

fn fs_size(path: &Path) -> u64 {
    let wal = path.with_extension("db-wal");
    fs::metadata(wal).unwrap().len()
}

#[test]
fn full_disk_loses_nothing() {
    let (_directory, store) = store();
    let pages: i64 = {
        let connection = store.connection();
        let pages = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        let set = format!("PRAGMA max_page_count = {}", pages + 20);
        connection.query_row(&set, (), |_| Ok(())).unwrap();
        pages
    };
    let error = (1..1000).find_map(|number| {
        let result = store.insert(&entry(&number.to_string(), "x"), at(number));
        result.err().map(|error| (number, error))
    });
    let Some((number, StoreError::DiskFull(_))) = error else {
        panic!("{error:?}")
    };
    let (number, expected) = (
        i64::try_from(number).unwrap(),
        1..i64::try_from(number).unwrap(),
    );
    let listed = store.list(None, None, 1000).unwrap();
    assert_eq!(ids(&listed), expected.collect::<Vec<_>>());
    let set = format!("PRAGMA max_page_count = {}", pages + 10_000);
    store.connection().query_row(&set, (), |_| Ok(())).unwrap();
    let inserted = store
        .insert(&entry(&number.to_string(), "x"), at(0))
        .unwrap();
    assert!(matches!(inserted, Inserted::New(id) if id.get() == number));
    let claimed = store.advance(&[], Some(&CLAIM), at(1000)).unwrap().claimed;
    assert_eq!(claimed.len(), 1);
}

#[test]
fn unreadable_entry_does_not_hold_back_other_ordering_keys() {
    for damage in [
        "call = replace(call, 'messages.create', 'messages.teleport')",
        "call = substr(call, 1, 50)",
        "call = x'ff00'",
        "call = 1",
        "state = 'paused'",
        "attempts = -1",
        "attempts = 'many'",
        "created_at = 'today'",
        "outcome = '['",
    ] {
        let (_directory, store) = store();
        for (key, ordering_key) in [("a", "x"), ("b", "x"), ("c", "y"), ("d", "z")] {
            store.insert(&entry(key, ordering_key), at(0)).unwrap();
        }
        let sql = format!("UPDATE linq_outbox SET {damage} WHERE id = 1");
        store.connection().execute(&sql, ()).unwrap();
        let is_unreadable = |error: &StoreError| matches!(error, StoreError::Unreadable { id, .. } if id.get() == 1);
        let found = store.get(Lookup::Id(EntryId::new(1)));
        assert!(found.is_err_and(|error| is_unreadable(&error)), "{damage}");
        let listed = store.list(None, None, 9);
        assert!(listed.is_err_and(|error| is_unreadable(&error)), "{damage}");
        let listed = store.list(None, Some(EntryId::new(1)), 9).unwrap();
        assert_eq!(ids(&listed), [2, 3, 4], "{damage}");

        let advanced = store.advance(&[], Some(&CLAIM), at(1)).unwrap();
        let claimed: Vec<_> = advanced
            .claimed
            .iter()
            .map(|claimed| claimed.entry.id.get())
            .collect();
        assert_eq!(claimed, [3, 4], "{damage}");
        assert_eq!(advanced.next_ready_at, None, "{damage}: not waited for");
        let idle = store.advance(&[], Some(&CLAIM), at(2)).unwrap();
        assert!(idle.claimed.is_empty(), "{damage}");
        assert!(idle.next_ready_at.is_some(), "{damage}: the claimed ones");
        assert!(store.count().is_ok());
        let second = store.get(Lookup::Id(EntryId::new(2))).unwrap().unwrap();
        assert_eq!(second.ready_at, None, "{damage}: the order is kept");
        let state = "SELECT state IN ('queued', 'paused'), fence FROM linq_outbox WHERE id = 1";
        let row = store
            .connection()
            .query_row(state, (), |row| Ok((row.get(0)?, row.get(1)?)));
        assert_eq!(row, Ok((true, 0)), "{damage}: not claimed");
        if !damage.starts_with("state") {
            assert!(store.edit(EntryId::new(1), &Edit::Cancel, at(2)).unwrap());
            let second = store.get(Lookup::Id(EntryId::new(2))).unwrap().unwrap();
            assert_eq!(second.ready_at, Some(at(2)), "{damage}");
            assert_eq!(store.delete_finished(at(3), 9).unwrap(), 1);
        }
    }
}

#[test]
fn older_schema_is_migrated() {
    let (directory, store) = store();
    store.insert(&entry("a", "x"), at(0)).unwrap();
    let newer = [
        schema::MIGRATIONS,
        &["ALTER TABLE linq_outbox ADD COLUMN priority INTEGER"],
    ]
    .concat();
    let path = directory.path().join("outbox.db");
    let migrate_concurrently = || {
        let mut connection = Connection::open(&path).unwrap();
        connection.busy_timeout(Duration::from_secs(30)).unwrap();
        schema::migrate(&mut connection, &newer).unwrap();
    };
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(migrate_concurrently);
        }
    });
    let connection = Connection::open(&path).unwrap();
    let priority: Option<i64> = connection
        .query_row("SELECT priority FROM linq_outbox", (), |row| row.get(0))
        .unwrap();
    assert_eq!(priority, None);
    let versions = "SELECT group_concat(version) FROM linq_outbox_schema";
    let version: String = connection
        .query_row(versions, (), |row| row.get(0))
        .unwrap();
    assert_eq!(version, newer.len().to_string());
    let error = SqliteStore::open(&path).unwrap_err();
    assert!(
        matches!(error, StoreError::NewerSchema { found, supported } if found == supported + 1),
        "{error:?}"
    );
}

#[test]
fn failed_migration_changes_nothing() {
    let (directory, store) = store();
    store.insert(&entry("a", "x"), at(0)).unwrap();
    drop(store);
    let path = directory.path().join("outbox.db");
    let broken =
        "ALTER TABLE linq_outbox ADD COLUMN priority INTEGER; DROP TABLE linq_outbox_nonexistent;";
    let newer = [schema::MIGRATIONS, &[broken]].concat();
    let mut connection = Connection::open(&path).unwrap();
    schema::migrate(&mut connection, &newer).unwrap_err();
    let column = "SELECT 1 FROM pragma_table_info('linq_outbox') WHERE name = 'priority'";
    let found = connection
        .query_row(column, (), |_| Ok(()))
        .optional()
        .unwrap();
    assert_eq!(found, None);
    let store = SqliteStore::open(&path).unwrap();
    assert_eq!(ids(&store.list(None, None, 9).unwrap()), [1]);
}

#[test]
fn times_are_clamped() {
    for millis in [0, 1, -1, -1500, 1_800_000_000_123, i64::from(i32::MIN)] {
        assert_eq!(row::millis(row::time(millis)), millis);
    }
    assert_eq!(row::millis(UNIX_EPOCH + Duration::from_micros(1999)), 1);
    assert_eq!(row::millis(UNIX_EPOCH - Duration::from_micros(1)), -1);
    assert_eq!(row::duration_millis(Duration::MAX), i64::MAX);
    for extreme in [i64::MIN, i64::MAX] {
        let time = row::time(extreme);
        assert!(time == UNIX_EPOCH || row::millis(time) == extreme);
    }
}

#[test]
fn debug_shows_no_contents() {
    let (_directory, store) = store();
    let statement = insert_statement(&entry("a key", "an ordering key"), at(0)).unwrap();
    store
        .insert(&entry("a key", "an ordering key"), at(0))
        .unwrap();
    let entry = store.get(Lookup::IdempotencyKey("a key")).unwrap();
    let debug = format!("{store:?} {statement:?} {entry:?}");
    assert!(
        !debug.contains("a key") && !debug.contains("a text"),
        "{debug}"
    );
}

/// SQLite goes on with a deleted file, in which no other process finds the entries.
#[cfg(unix)]
#[test]
fn deleted_file_is_an_error() {
    for suffix in ["", "-wal", "-shm"] {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("outbox.db");
        let other = SqliteStore::open(&path).unwrap();
        let store = SqliteStore::open(&path).unwrap();
        drop(other);
        store.delete_finished(UNIX_EPOCH, 1).unwrap();
        fs::remove_file(directory.path().join(format!("outbox.db{suffix}"))).unwrap();
        let claim = ClaimRequest {
            limit: 1,
            lease: Duration::ZERO,
            horizon: Duration::ZERO,
        };
        let errors = [
            store.delete_finished(UNIX_EPOCH, 1).unwrap_err(),
            store.advance(&[], Some(&claim), UNIX_EPOCH).unwrap_err(),
        ];
        for error in errors {
            assert!(matches!(error, StoreError::Replaced), "{suffix}: {error}");
        }
        // SQLite shares this file within a process.
        if suffix == "-shm" {
            let error = SqliteStore::open(&path).unwrap_err();
            assert!(matches!(error, StoreError::Replaced), "{error}");
        }
        drop(store);
        let store = SqliteStore::open(&path).unwrap();
        store.delete_finished(UNIX_EPOCH, 1).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn moved_directory_is_an_error_and_symbolic_links_are_none() {
    let directory = tempfile::tempdir().unwrap();
    let folder = directory.path().join("folder");
    fs::create_dir(&folder).unwrap();
    let link = directory.path().join("link.db");
    fs::write(folder.join("outbox.db"), "").unwrap();
    std::os::unix::fs::symlink(folder.join("outbox.db"), &link).unwrap();
    let store = SqliteStore::open(&link).unwrap();
    store.delete_finished(UNIX_EPOCH, 1).unwrap();
    fs::rename(&folder, directory.path().join("moved")).unwrap();
    let error = store.delete_finished(UNIX_EPOCH, 1).unwrap_err();
    assert!(matches!(error, StoreError::Replaced), "{error}");
}
