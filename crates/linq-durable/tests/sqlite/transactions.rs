//! Entries that are inserted by the application, in a transaction of its own.

use super::{CLAIM, entry, keys, now};
use linq_durable::store::{
    Inserted, MemoryStore, Parameter, SqliteStore, Store, conformance::dump, insert_statement,
};
use rusqlite::{Connection, Transaction, params_from_iter};
use std::{path::Path, process::Command};

fn insert(transaction: &Transaction<'_>, key: &str, ordering_key: &str) -> usize {
    let statement = insert_statement(&entry(key, ordering_key), now()).unwrap();
    let parameters = params_from_iter(&statement.parameters);
    transaction.execute(statement.sql, parameters).unwrap()
}

/// Asserts that the store contains what insertions of its own would have led to.
fn assert_same(store: &SqliteStore, inserted: &[(&str, &str)]) {
    let memory = MemoryStore::new();
    for (key, ordering_key) in inserted {
        memory.insert(&entry(key, ordering_key), now()).unwrap();
    }
    let dump_all = |store: &dyn Store| -> Vec<_> {
        store
            .list(None, None, usize::MAX)
            .unwrap()
            .iter()
            .map(dump)
            .collect()
    };
    assert_eq!(dump_all(store), dump_all(&memory));
    let ids = |store: &dyn Store| -> Vec<_> {
        let claimed = store.advance(&[], Some(&CLAIM), now()).unwrap().claimed;
        claimed.iter().map(|claimed| claimed.entry.id).collect()
    };
    assert_eq!(ids(store), ids(&memory));
}

#[test]
fn entry_is_sent_only_if_the_transaction_is_committed() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("application.db");
    let store = SqliteStore::open(&path).unwrap();
    let mut application = Connection::open(&path).unwrap();
    application
        .execute_batch("CREATE TABLE orders (id INTEGER)")
        .unwrap();

    let transaction = application.transaction().unwrap();
    transaction
        .execute("INSERT INTO orders VALUES (1)", ())
        .unwrap();
    assert_eq!(insert(&transaction, "a", "x"), 1);
    assert_eq!(keys(&store), [""; 0], "not yet committed");
    transaction.rollback().unwrap();
    assert_eq!(keys(&store), [""; 0]);

    let transaction = application.transaction().unwrap();
    for (key, ordering_key, rows) in [("a", "x", 1), ("b", "x", 1), ("a", "y", 0), ("c", "y", 1)] {
        assert_eq!(insert(&transaction, key, ordering_key), rows);
    }
    assert_eq!(transaction.last_insert_rowid(), 3);
    transaction.commit().unwrap();
    match store.insert(&entry("b", "z"), now()).unwrap() {
        Inserted::Existing(entry) => assert_eq!(entry.ordering_key, "x"),
        Inserted::New(id) => panic!("{id} is new"),
    }
    assert_same(&store, &[("a", "x"), ("b", "x"), ("c", "y")]);
}

#[test]
fn entry_is_inserted_by_python() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("application.db");
    let store = SqliteStore::open(&path).unwrap();
    let script = "
import json, sqlite3, sys
path, sql, parameters, key = sys.argv[1:]
parameters = json.loads(parameters)
connection = sqlite3.connect(path)
assert connection.execute(sql, parameters).rowcount == 1
connection.rollback()
cursor = connection.execute(sql, parameters)
assert (cursor.rowcount, cursor.lastrowid) == (1, 1), (cursor.rowcount, cursor.lastrowid)
assert connection.execute(sql, parameters).rowcount == 0
connection.commit()
";
    if !run_python(script, &path, "ключ's \"key\"") {
        return;
    }
    assert_same(&store, &[("ключ's \"key\"", "x")]);
}

/// Returns false if there is no Python.
fn run_python(script: &str, path: &Path, key: &str) -> bool {
    let statement = insert_statement(&entry(key, "x"), now()).unwrap();
    let parameters = statement
        .parameters
        .iter()
        .map(|parameter| match parameter {
            Parameter::Integer(number) => (*number).into(),
            Parameter::Text(text) => text.as_str().into(),
            _ => serde_json::Value::Null,
        });
    let parameters: serde_json::Value = parameters.collect();
    let parameters = parameters.to_string();
    let path = path.to_str().unwrap();
    let mut python = Command::new("python3");
    let run = python.args(["-c", script, path, statement.sql, &parameters, key]);
    match run.output() {
        Ok(output) => {
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            true
        }
        Err(error) => {
            println!("skipped: no python3: {error}");
            false
        }
    }
}
