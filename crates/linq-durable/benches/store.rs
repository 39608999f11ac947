//! Times of the `SQLite` store, by hand: `cargo bench -p linq-durable -- [enqueue | drain] [ENTRIES]`.
//!
//! - `enqueue` compares an insertion with a bare one of the same size and durability, alternately.
//! - `drain` enqueues many entries, then claims and finishes them; neither time nor memory may grow.

use linq_core::stored_call::StoredCall;
use linq_durable::{
    Outcome, State,
    store::{ClaimRequest, NewEntry, Progress, SqliteStore, Store, Update, insert_statement},
};
use rusqlite::Connection;
use serde_json::json;
use std::{
    env, fs,
    path::Path,
    time::{Duration, Instant, SystemTime},
};

fn main() {
    let arguments: Vec<_> = env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let entries = arguments
        .get(1)
        .map(|number| number.parse().expect("a number"));
    // On the disk of the build, since /tmp may be in memory.
    let directory = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    match arguments.first().map_or("enqueue", String::as_str) {
        "drain" => drain(directory.path(), entries.unwrap_or(1_000_000)),
        _ => {
            for (name, chats) in [
                ("a chat each", u64::MAX),
                ("100 chats", 100),
                ("one chat", 1),
            ] {
                enqueue(directory.path(), name, entries.unwrap_or(10_000), chats);
            }
        }
    }
}

fn entry(number: u64, chats: u64) -> NewEntry {
    // Spread over the index, as random keys are.
    let key = format!(
        "{:016x}-order-shipped",
        number.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    );
    let chat = format!("{:032x}", u128::from(number % chats));
    let call: StoredCall = serde_json::from_value(json!({
        "operation": "chats.messages.send",
        "path": format!("/api/partner/v3/chats/{chat}/messages"),
        "body": {"message": {
            "parts": [{"type": "text", "value": "Your order has been shipped, and arrives tomorrow. ".repeat(4)}],
            "idempotency_key": key,
        }},
        "idempotency_key": key,
    }))
    .expect("a call");
    NewEntry {
        call,
        ordering_key: chat,
    }
}

fn enqueue(directory: &Path, name: &str, entries: u64, chats: u64) {
    const BLOCK: u64 = 100;
    let store = SqliteStore::open(directory.join(format!("{chats}.db"))).expect("a store");
    let bare = Connection::open(directory.join(format!("{chats}-bare.db"))).expect("a database");
    bare.execute_batch(
        "PRAGMA journal_mode = wal;
        PRAGMA synchronous = full;
        CREATE TABLE entry (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, content TEXT NOT NULL);",
    )
    .expect("a table");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for block in 0..entries / BLOCK {
        for number in block * BLOCK..(block + 1) * BLOCK {
            let (entry, now) = (entry(number, chats), SystemTime::now());
            let start = Instant::now();
            store.insert(&entry, now).expect("an insertion");
            ours.push(start.elapsed());
        }
        for number in block * BLOCK..(block + 1) * BLOCK {
            let entry = entry(number, chats);
            let call = serde_json::to_string(&entry.call).expect("JSON");
            let content = call + &entry.ordering_key + "queued, and three numbers";
            let start = Instant::now();
            let mut statement = bare
                .prepare_cached("INSERT INTO entry (key, content) VALUES (?1, ?2)")
                .expect("a statement");
            statement
                .execute((entry.call.idempotency_key(), content))
                .expect("an insertion");
            theirs.push(start.elapsed());
        }
    }
    let [(our_mean, our_median), (mean, median)] = [ours, theirs].map(summary);
    println!(
        "{name}: {:.0} entries a second, bare {:.0}; median {our_median:.1?}, bare {median:.1?}; \
        cost {:.2} (mean), {:.2} (median)",
        1.0 / our_mean.as_secs_f64(),
        1.0 / mean.as_secs_f64(),
        our_mean.as_secs_f64() / mean.as_secs_f64(),
        our_median.as_secs_f64() / median.as_secs_f64(),
    );
}

fn summary(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let count = u32::try_from(times.len()).expect("fewer");
    (
        times.iter().sum::<Duration>() / count,
        times[times.len() / 2],
    )
}

fn drain(directory: &Path, entries: u64) {
    let path = directory.join("drain.db");
    let store = SqliteStore::open(&path).expect("a store");
    let step = entries.div_ceil(10);
    let mut start = Instant::now();
    let mut report = |what: &str, number: u64| {
        if number.is_multiple_of(step) {
            let time = start.elapsed() / u32::try_from(step).expect("fewer");
            println!(
                "{number:>9} {what}: {time:.1?} each, {} KiB of memory",
                memory()
            );
            start = Instant::now();
        }
    };
    // One transaction for many, with the same statement.
    let mut connection = Connection::open(&path).expect("a database");
    for block in 0..entries.div_ceil(1000) {
        let transaction = connection.transaction().expect("a transaction");
        for number in block * 1000..((block + 1) * 1000).min(entries) {
            let statement = insert_statement(&entry(number, 20_000), SystemTime::now());
            let statement = statement.expect("a statement");
            let mut prepared = transaction
                .prepare_cached(statement.sql)
                .expect("a statement");
            let parameters = rusqlite::params_from_iter(&statement.parameters);
            prepared.execute(parameters).expect("an insertion");
        }
        transaction.commit().expect("a commit");
        report("enqueued", ((block + 1) * 1000).min(entries));
    }
    drop(connection);
    let claim = ClaimRequest {
        limit: 100,
        lease: Duration::from_secs(60),
        horizon: Duration::from_secs(86_400),
    };
    let (mut updates, mut finished) = (Vec::new(), 0);
    loop {
        let advanced = store
            .advance(&updates, Some(&claim), SystemTime::now())
            .expect("progress");
        for _ in &updates {
            finished += 1;
            report("finished", finished);
        }
        assert!(advanced.applied.iter().all(|is_applied| *is_applied));
        if advanced.claimed.is_empty() {
            break;
        }
        let finish = |claimed: &linq_durable::store::Claimed| Update {
            id: claimed.entry.id,
            fence: claimed.fence,
            progress: Progress::Finished {
                state: State::Sent,
                outcome: Outcome::default(),
                holds_back: false,
            },
        };
        updates = advanced.claimed.iter().map(finish).collect();
    }
    let page = |state| store.list(Some(state), None, 100).is_ok();
    let delete = |before| store.delete_finished(before, 1000).is_ok();
    let asks: [(&str, &dyn Fn() -> bool); 6] = [
        ("count", &|| store.count().is_ok()),
        ("page of sent", &|| page(State::Sent)),
        ("page of queued", &|| page(State::Queued)),
        ("idle claim", &|| {
            store.advance(&[], Some(&claim), SystemTime::now()).is_ok()
        }),
        ("nothing to delete", &|| delete(SystemTime::UNIX_EPOCH)),
        ("deletion of 1000", &|| delete(SystemTime::now())),
    ];
    for (what, ask) in asks {
        let start = Instant::now();
        assert!(ask());
        println!("{what}: {:.1?}", start.elapsed());
    }
    println!(
        "{} MiB in the file",
        fs::metadata(&path).map_or(0, |file| file.len() >> 20)
    );
}

/// Returns the resident memory, on Linux.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.trim().split(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
