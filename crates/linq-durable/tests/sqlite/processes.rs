//! Several threads and processes with one file.

use super::{CLAIM, create, entry, keys, now};
use linq_durable::{
    Outcome, State,
    store::{Progress, SqliteStore, Store, Update, insert_statement},
};
use rusqlite::{Connection, params_from_iter};
use std::{
    collections::HashMap,
    env,
    fs::{self, OpenOptions},
    io::{self, BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Names what a process that a test has started does.
const ROLE: &str = "LINQ_DURABLE_TEST_ROLE";
const PATH: &str = "LINQ_DURABLE_TEST_PATH";

pub(crate) fn command(role: &str, path: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "processes::other_process",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(ROLE, role)
        .env(PATH, path);
    command
}

fn spawn(role: &str, path: &Path) -> io::Result<Child> {
    command(role, path).stdout(Stdio::piped()).spawn()
}

/// Does nothing in the process of the tests.
#[test]
fn other_process() {
    let Ok(role) = env::var(ROLE) else { return };
    let path = env::var_os(PATH).unwrap();
    let path = Path::new(&path);
    match role.as_str() {
        "claim" => claim_all(&SqliteStore::open(path).unwrap(), path),
        "create" => create(path, 1),
        "open" => drop(SqliteStore::open(path).unwrap()),
        "insert" => insert_endlessly(path),
        "transaction" => leave_transaction_open(path),
        #[cfg(unix)]
        role => super::disks::other_process(role, path),
        #[cfg(not(unix))]
        role => panic!("{role}"),
    }
}

/// Claims and finishes entries until none is left. Panics if another worker has claimed one at the same time.
fn claim_all(store: &SqliteStore, path: &Path) {
    let directory = path.parent().unwrap();
    let mut log = OpenOptions::new()
        .append(true)
        .create(true)
        .open(directory.join("log"))
        .unwrap();
    let mut updates = Vec::new();
    let mut last_claim = Instant::now();
    loop {
        let advanced = store.advance(&updates, Some(&CLAIM), now()).unwrap();
        assert!(advanced.applied.iter().all(|is_applied| *is_applied));
        updates.clear();
        if advanced.claimed.is_empty() {
            if store
                .count()
                .unwrap()
                .iter()
                .all(|(state, _)| *state == State::Sent)
            {
                return;
            }
            assert!(
                last_claim.elapsed() < Duration::from_secs(20),
                "an entry is never ready"
            );
            thread::sleep(Duration::from_millis(1));
        } else {
            last_claim = Instant::now();
        }
        for claimed in advanced.claimed {
            let id = claimed.entry.id;
            let marker = directory.join(format!("claimed-{id}"));
            OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&marker)
                .expect("claimed once");
            log.write_all(format!("{id} {}\n", claimed.entry.ordering_key).as_bytes())
                .unwrap();
            fs::remove_file(marker).unwrap();
            updates.push(Update {
                id,
                fence: claimed.fence,
                progress: Progress::Finished {
                    state: State::Sent,
                    outcome: Outcome::default(),
                    holds_back: false,
                },
            });
        }
    }
}

/// Inserts entries, lets workers claim them, and asserts that each was sent once, in the order of its ordering key.
fn check_workers(work: impl FnOnce(&Path)) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("outbox.db");
    let store = SqliteStore::open(&path).unwrap();
    for number in 0..300 {
        let ordering_key = (number * number % 23).to_string();
        store
            .insert(&entry(&number.to_string(), &ordering_key), now())
            .unwrap();
    }
    work(&path);
    let log = fs::read_to_string(directory.path().join("log")).unwrap();
    let mut last = HashMap::new();
    for line in log.lines() {
        let (id, ordering_key) = line.split_once(' ').unwrap();
        let id: u32 = id.parse().unwrap();
        let previous = last.insert(ordering_key, id);
        assert!(
            previous < Some(id),
            "{ordering_key}: {previous:?} before {id}"
        );
    }
    assert_eq!(log.lines().count(), 300);
    assert_eq!(store.count().unwrap(), [(State::Sent, 300)]);
}

#[test]
fn threads_claim_each_entry_once() {
    check_workers(|path| {
        let shared = SqliteStore::open(path).unwrap();
        thread::scope(|scope| {
            scope.spawn(|| claim_all(&shared, path));
            scope.spawn(|| claim_all(&shared, path));
            scope.spawn(|| claim_all(&SqliteStore::open(path).unwrap(), path));
        });
    });
}

#[test]
fn processes_claim_each_entry_once() {
    check_workers(|path| {
        let workers = [(); 3].map(|()| spawn("claim", path).unwrap());
        for worker in workers {
            let output = worker.wait_with_output().unwrap();
            assert!(output.status.success());
        }
    });
}

#[test]
fn processes_create_one_file_together() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("outbox.db");
    let processes = [(); 6].map(|()| spawn("open", &path).unwrap());
    for process in processes {
        assert!(process.wait_with_output().unwrap().status.success());
    }
    create(&path, 1);
}

#[test]
fn threads_create_one_file_together() {
    let directory = tempfile::tempdir().unwrap();
    // Often, since it takes luck to meet the moment at which SQLite does not wait for the lock.
    for round in 0..60 {
        let path = directory.path().join(format!("{round}.db"));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| SqliteStore::open(&path).unwrap());
            }
        });
    }
}

/// Inserts entries, and prints the key of each.
fn insert_endlessly(path: &Path) {
    let store = SqliteStore::open(path).unwrap();
    for number in 0.. {
        let key = number.to_string();
        store.insert(&entry(&key, "x"), now()).unwrap();
        println!("\ninserted {key}");
    }
}

/// Inserts entries in a transaction, and does not commit it.
fn leave_transaction_open(path: &Path) {
    let mut connection = Connection::open(path).unwrap();
    // Writes to the log before the commit.
    connection.pragma_update(None, "cache_size", 2).unwrap();
    let transaction = connection.transaction().unwrap();
    for number in 0..500 {
        let statement = insert_statement(&entry(&format!("open {number}"), "x"), now()).unwrap();
        let parameters = params_from_iter(&statement.parameters);
        transaction.execute(statement.sql, parameters).unwrap();
    }
    println!("\ninserted 500");
    thread::sleep(Duration::from_secs(60));
}

/// A process that is killed at the end.
struct Killed(Child);

impl Killed {
    fn start(role: &str, path: &Path) -> Self {
        Self(spawn(role, path).unwrap())
    }

    /// Returns what the process says it has inserted.
    fn inserted(&mut self) -> impl Iterator<Item = String> + use<> {
        let lines = BufReader::new(self.0.stdout.take().unwrap()).lines();
        lines.filter_map(|line| line.ok()?.strip_prefix("inserted ").map(str::to_owned))
    }
}

impl Drop for Killed {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn killed_transaction_leaves_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("outbox.db");
    create(&path, 2);
    let mut process = Killed::start("transaction", &path);
    assert_eq!(process.inserted().next().as_deref(), Some("500"));
    let log = fs::metadata(path.with_extension("db-wal")).unwrap();
    assert!(log.len() > 100_000, "the log contains the transaction");
    drop(process);
    let store = SqliteStore::open(&path).unwrap();
    assert_eq!(keys(&store), ["0", "1"]);
    store.insert(&entry("2", "x"), now()).unwrap();
    assert_intact(&path);
}

#[test]
fn killed_process_loses_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("outbox.db");
    for round in 0..5_u32 {
        let before = SqliteStore::open(&path)
            .unwrap()
            .list(None, None, 1000)
            .unwrap()
            .len();
        let mut process = Killed::start("insert", &path);
        let mut inserted = process.inserted();
        let number = 7 * round as usize + before;
        let last = inserted.by_ref().nth(number).unwrap();
        drop(process);
        let last = inserted.last().unwrap_or(last);
        let keys = keys(&SqliteStore::open(&path).unwrap());
        let expected = (0..keys.len()).map(|number| number.to_string());
        assert!(keys.iter().cloned().eq(expected), "{keys:?}");
        assert!(keys.contains(&last), "{last} was inserted");
        assert_intact(&path);
    }
}

fn assert_intact(path: &Path) {
    let connection = Connection::open(path).unwrap();
    let check =
        connection.pragma_query_value(None, "integrity_check", |row| row.get::<_, String>(0));
    assert_eq!(check.unwrap(), "ok");
}
