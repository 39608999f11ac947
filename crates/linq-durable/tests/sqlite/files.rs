//! Files that are damaged, of another schema, or no outbox.

use super::{CLAIM, create, entry, keys, now, processes::command, use_all};
use linq_durable::store::{SqliteOptions, SqliteStore, Store, StoreError};
use rusqlite::Connection;
use std::{
    fs,
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};
use tempfile::TempDir;

fn file() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("outbox.db");
    (directory, path)
}

#[test]
fn entries_survive_closing() {
    let (_directory, path) = file();
    create(&path, 3);
    let store = SqliteStore::open(&path).unwrap();
    assert_eq!(keys(&store), ["0", "1", "2"]);
}

#[cfg(unix)]
#[test]
fn files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let (directory, path) = file();
    let store = SqliteStore::open(&path).unwrap();
    store.insert(&entry("a", "x"), now()).unwrap();
    let files = fs::read_dir(directory.path()).unwrap();
    let mode = |file: fs::DirEntry| {
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        (file.file_name().into_string().unwrap(), mode)
    };
    let mut modes: Vec<_> = files.map(|file| mode(file.unwrap())).collect();
    modes.sort();
    let expected = ["outbox.db", "outbox.db-shm", "outbox.db-wal"];
    assert_eq!(modes, expected.map(|name| (name.to_owned(), 0o600)));
    drop(store);

    // The permissions of an application's own database are left alone.
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    SqliteStore::open(&path).unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[test]
fn database_of_the_application_is_left_alone() {
    let (_directory, path) = file();
    let application = Connection::open(&path).unwrap();
    application
        .execute_batch(
            "PRAGMA user_version = 7; CREATE TABLE entry (id INTEGER PRIMARY KEY, note TEXT);
            INSERT INTO entry VALUES (1, 'mine');",
        )
        .unwrap();
    let store = SqliteStore::open(&path).unwrap();
    store.insert(&entry("a", "x"), now()).unwrap();
    let row = application.query_row("SELECT note FROM entry", (), |row| row.get::<_, String>(0));
    assert_eq!(row.unwrap(), "mine");
    let version = application.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
    assert_eq!(version, Ok(7));
    let others = "SELECT group_concat(name) FROM sqlite_master
        WHERE name NOT LIKE 'linq_outbox%' AND name NOT LIKE 'sqlite_%'";
    let others = application.query_row(others, (), |row| row.get::<_, String>(0));
    assert_eq!(others.unwrap(), "entry");
}

#[test]
fn paths_without_special_meaning() {
    // SQLite would open a temporary database.
    for path in ["", "/nonexistent/directory/outbox.db"] {
        let error = SqliteStore::open(path).unwrap_err();
        assert!(matches!(error, StoreError::Other(_)), "{error:?}");
    }
    let directory = tempfile::tempdir().unwrap();
    let error = SqliteStore::open(directory.path()).unwrap_err();
    assert!(matches!(error, StoreError::Other(_)), "{error:?}");
    // Relative to the directory of the process, hence another one.
    for name in [":memory:", "file:memory"] {
        let path = Path::new(name);
        let output = command("create", path)
            .current_dir(directory.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}");
        assert_eq!(
            keys(&SqliteStore::open(directory.path().join(name)).unwrap()),
            ["0"]
        );
    }
}

/// An application's own database need not be in WAL mode before, and then cannot be switched while it is used.
#[test]
fn journal_mode_is_set_when_the_application_lets_go() {
    let (_directory, path) = file();
    let application = Connection::open(&path).unwrap();
    application
        .execute_batch("CREATE TABLE orders (id INTEGER); BEGIN; SELECT * FROM orders;")
        .unwrap();
    let options = SqliteOptions::default().busy_timeout(Duration::from_millis(50));
    let error = SqliteStore::open_with(&path, &options).unwrap_err();
    assert!(matches!(error, StoreError::Locked(_)), "{error:?}");
    thread::scope(|scope| {
        let opened = scope.spawn(|| SqliteStore::open(&path));
        thread::sleep(Duration::from_millis(100));
        application.execute_batch("COMMIT").unwrap();
        opened.join().unwrap().unwrap();
    });
}

#[test]
fn newer_schema_is_an_error() {
    let (_directory, path) = file();
    create(&path, 2);
    let set_version = |version| {
        let connection = Connection::open(&path).unwrap();
        let set = "UPDATE linq_outbox_schema SET version = ?1";
        connection.execute(set, [version]).unwrap();
    };
    set_version(99);
    let error = SqliteStore::open(&path).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::NewerSchema {
                found: 99,
                supported: 1
            }
        ),
        "{error:?}"
    );
    assert_eq!(
        error.to_string(),
        "the outbox has schema version 99, and this version of linq-durable reads up to 1"
    );
    set_version(1);
    assert_eq!(keys(&SqliteStore::open(&path).unwrap()), ["0", "1"]);
}

#[test]
fn file_of_another_kind_is_an_error() {
    let (_directory, path) = file();
    let texts = [
        b"this is a text, and not a database. ".repeat(200),
        vec![0xff; 10_000],
        b"SQLite format 3\0".to_vec(),
    ];
    for content in texts {
        fs::write(&path, &content).unwrap();
        let error = SqliteStore::open(&path).unwrap_err();
        assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
        assert_eq!(
            fs::read(&path).unwrap(),
            content,
            "the file is left as it is"
        );
    }
    // An empty file is an empty database.
    fs::write(&path, "").unwrap();
    create(&path, 1);
}

#[test]
fn truncated_file_is_an_error() {
    let (_directory, path) = file();
    create(&path, 300);
    let content = fs::read(&path).unwrap();
    assert!(content.len() > 100_000);
    for length in [
        50,
        99,
        100,
        1000,
        4096,
        5000,
        40_960,
        65_536,
        content.len() - 4096,
        content.len() - 1,
    ] {
        fs::write(&path, &content[..length]).unwrap();
        let error = use_all(&path).unwrap_err();
        // A page that ends early is read as if zeros followed.
        let is_damaged = matches!(
            error,
            StoreError::Damaged(_) | StoreError::Unreadable { .. }
        );
        assert!(is_damaged, "{length}: {error:?}");
        for suffix in ["-wal", "-shm"] {
            let _ = fs::remove_file(path.with_extension(format!("db{suffix}")));
        }
    }
    fs::write(&path, &content).unwrap();
    use_all(&path).unwrap();
}

#[test]
fn overwritten_pages_are_an_error() {
    let (_directory, path) = file();
    create(&path, 300);
    let content = fs::read(&path).unwrap();
    let mut errors = 0;
    for page in 1..content.len() / 4096 {
        fs::write(&path, &content).unwrap();
        let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
        file.seek(SeekFrom::Start(page as u64 * 4096)).unwrap();
        file.write_all(&[0xa5; 4096]).unwrap();
        drop(file);
        // Not every page is read.
        match use_all(&path) {
            Err(StoreError::Damaged(_) | StoreError::Unreadable { .. }) => errors += 1,
            Ok(()) => {}
            Err(error) => panic!("{page}: {error:?}"),
        }
        for suffix in ["-wal", "-shm"] {
            let _ = fs::remove_file(path.with_extension(format!("db{suffix}")));
        }
    }
    assert!(errors > content.len() / 4096 / 2, "{errors}");
}

#[test]
fn lock_that_is_held_is_an_error() {
    let (_directory, path) = file();
    let options = SqliteOptions::default().busy_timeout(Duration::from_millis(20));
    let store = SqliteStore::open_with(&path, &options).unwrap();
    store.insert(&entry("a", "x"), now()).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = store.insert(&entry("b", "x"), now()).unwrap_err();
    assert!(matches!(error, StoreError::Locked(_)), "{error:?}");
    let error = store.advance(&[], Some(&CLAIM), now()).unwrap_err();
    assert!(matches!(error, StoreError::Locked(_)), "{error:?}");
    assert_eq!(keys(&store), ["a"], "reading needs no lock");
    // Opening it needs none either.
    SqliteStore::open_with(&path, &options).unwrap();
    other.execute_batch("COMMIT").unwrap();
    store.insert(&entry("b", "x"), now()).unwrap();
}
