//! Both stores return the same for random sequences of operations.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use linq_durable::{
    Entry, EntryId, Outcome, State,
    store::{
        Advanced, ClaimRequest, Edit, Fence, Inserted, Lookup, MemoryStore, NewEntry, Progress,
        SqliteStore, Store, Update, conformance::dump,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::json;
use std::{
    collections::BTreeMap,
    fmt::Write,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// What is done, after this many seconds of time, which may be negative.
type Step = (i64, Operation);

#[derive(Clone, Debug)]
enum Operation {
    Insert {
        key: u8,
        ordering_key: u8,
    },
    Advance {
        updates: Vec<UpdateSource>,
        claim: Option<(usize, u64)>,
    },
    Edit {
        id: i64,
        kind: u8,
    },
    DeleteFinished {
        seconds_ago: u64,
        limit: usize,
    },
    List {
        state: Option<State>,
        after: Option<i64>,
        limit: usize,
    },
}

/// An update of the last claim of an entry, or of an earlier one.
#[derive(Clone, Debug)]
struct UpdateSource {
    id: i64,
    fences_ago: u64,
    kind: u8,
    seconds: u64,
}

fn operation() -> impl Strategy<Value = Operation> {
    let id = || 1..12_i64;
    let update = (id(), select(vec![0, 0, 0, 0, 0, 1, 2]), 0..8_u8, 0..90_u64);
    let update = update.prop_map(|(id, fences_ago, kind, seconds)| UpdateSource {
        id,
        fences_ago,
        kind,
        seconds,
    });
    let claim = option::weighted(0.7, (0..5_usize, 0..90_u64));
    prop_oneof![
        4 => (0..14_u8, 0..3_u8).prop_map(|(key, ordering_key)| Operation::Insert { key, ordering_key }),
        8 => (vec(update, 0..4), claim)
            .prop_map(|(updates, claim)| Operation::Advance { updates, claim }),
        3 => (id(), 0..5_u8).prop_map(|(id, kind)| Operation::Edit { id, kind }),
        1 => (0..300_u64, 0..4_usize)
            .prop_map(|(seconds_ago, limit)| Operation::DeleteFinished { seconds_ago, limit }),
        1 => (option::of(select(&State::ALL[..])), option::of(id()), 0..6_usize)
            .prop_map(|(state, after, limit)| Operation::List { state, after, limit }),
    ]
}

proptest! {
    #[test]
    fn stores_behave_alike(steps in vec((select(vec![0, 0, 1, 5, 30, 70, -40, -5000]), operation()), 1..60)) {
        let directory = tempfile::tempdir().unwrap();
        let sqlite = SqliteStore::open(directory.path().join("outbox.db")).unwrap();
        let [expected, found] = [run(&MemoryStore::new(), &steps), run(&sqlite, &steps)];
        for (expected, found) in expected.iter().zip(&found) {
            prop_assert_eq!(expected, found);
        }
    }
}

/// Returns what the store returned at each step, and what it contained then.
fn run(store: &dyn Store, steps: &[Step]) -> Vec<String> {
    let mut now = UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let mut fences = BTreeMap::new();
    let mut log = Vec::new();
    for (delay, operation) in steps {
        let distance = Duration::from_secs(delay.unsigned_abs());
        now = if *delay < 0 {
            now - distance
        } else {
            now + distance
        };
        let mut line = format!("{operation:?}\n");
        execute(store, operation, now, &mut fences, &mut line);
        let entries = store.list(None, None, usize::MAX).unwrap();
        check_invariants(&entries);
        write_entries(&entries, &mut line);
        writeln!(line, "{:?}", store.count().unwrap()).unwrap();
        log.push(line);
    }
    log
}

fn execute(
    store: &dyn Store,
    operation: &Operation,
    now: SystemTime,
    fences: &mut BTreeMap<i64, u64>,
    log: &mut String,
) {
    match operation {
        Operation::Insert { key, ordering_key } => {
            let entry = NewEntry {
                call: call(*key, "new"),
                ordering_key: ordering_key.to_string(),
            };
            match store.insert(&entry, now).unwrap() {
                Inserted::New(id) => writeln!(log, "new {id}"),
                Inserted::Existing(entry) => writeln!(log, "existing {}", dump(&entry)),
            }
            .unwrap();
        }
        Operation::Advance { updates, claim } => {
            let updates = updates.iter().map(|source| update(source, fences, now));
            let updates: Vec<_> = updates.collect();
            let request = claim.map(|(limit, lease)| ClaimRequest {
                limit,
                lease: Duration::from_secs(lease),
                horizon: Duration::from_secs(600),
            });
            let advanced = store.advance(&updates, request.as_ref(), now).unwrap();
            for claimed in &advanced.claimed {
                fences.insert(claimed.entry.id.get(), claimed.fence.0);
            }
            write_advanced(&advanced, log);
        }
        Operation::Edit { id, kind } => {
            let key = store.get(Lookup::Id(EntryId::new(*id))).unwrap();
            let key = key.map_or(0, |entry| entry.call.idempotency_key().parse().unwrap());
            let edit = match kind {
                0 => Edit::Cancel,
                1 => Edit::Replace(call(key, "replaced")),
                _ => Edit::Retry,
            };
            let is_changed = store.edit(EntryId::new(*id), &edit, now).unwrap();
            writeln!(log, "{is_changed}").unwrap();
        }
        Operation::DeleteFinished { seconds_ago, limit } => {
            let before = now - Duration::from_secs(*seconds_ago);
            let deleted = store.delete_finished(before, *limit).unwrap();
            writeln!(log, "deleted {deleted}").unwrap();
        }
        Operation::List {
            state,
            after,
            limit,
        } => {
            let after = after.map(EntryId::new);
            write_entries(&store.list(*state, after, *limit).unwrap(), log);
        }
    }
}

fn update(source: &UpdateSource, fences: &BTreeMap<i64, u64>, now: SystemTime) -> Update {
    let fence = fences.get(&source.id).copied().unwrap_or(0);
    let later = now + Duration::from_secs(source.seconds);
    let mut outcome = Outcome::default();
    outcome.status = Some(500 + u16::from(source.kind));
    let finished = |state, holds_back| Progress::Finished {
        state,
        outcome: outcome.clone(),
        holds_back,
    };
    let retry = |attempted_at| Progress::Retry {
        at: later,
        attempted_at,
        outcome: outcome.clone(),
    };
    let progress = match source.kind {
        0 => Progress::Prepared {
            // The key of the call is not looked at.
            call: call(200, "prepared"),
            lease_until: later,
        },
        1 => retry(None),
        2 => retry(Some(now)),
        3 => finished(State::Failed, true),
        4 => finished(State::Failed, false),
        5 => finished(State::Uncertain, true),
        6 => finished(State::Uncertain, false),
        _ => finished(State::Sent, false),
    };
    Update {
        id: EntryId::new(source.id),
        fence: Fence(fence.saturating_sub(source.fences_ago)),
        progress,
    }
}

fn call(key: u8, text: &str) -> linq_core::stored_call::StoredCall {
    serde_json::from_value(json!({
        "operation": "messages.create",
        "path": "/api/partner/v3/messages",
        "body": {"text": text},
        "idempotency_key": key.to_string(),
    }))
    .unwrap()
}

fn write_advanced(advanced: &Advanced, log: &mut String) {
    writeln!(log, "{:?}", advanced.applied).unwrap();
    for claimed in &advanced.claimed {
        let (fence, attempted_before) = (claimed.fence, claimed.attempted_before);
        let entry = dump(&claimed.entry);
        writeln!(log, "{fence:?} {attempted_before:?} {entry}").unwrap();
    }
    writeln!(log, "{:?}", advanced.next_ready_at).unwrap();
}

fn write_entries(entries: &[Entry], log: &mut String) {
    for entry in entries {
        writeln!(log, "{}", dump(entry)).unwrap();
    }
}

/// Only the head of an ordering key is ready, whatever is being sent is it, and none is forgotten.
fn check_invariants(entries: &[Entry]) {
    let mut by_key = BTreeMap::<_, Vec<_>>::new();
    for entry in entries {
        assert_eq!(entry.state.is_pending(), entry.finished_at.is_none());
        // One that was uncertain and is retried may have to wait.
        if entry.state == State::Sending && entry.attempted_at.is_some() {
            assert!(entry.ready_at.is_some());
        }
        by_key.entry(&entry.ordering_key).or_default().push(entry);
    }
    for entries in by_key.values() {
        let is_in = |states: &[State]| entries.iter().any(|entry| states.contains(&entry.state));
        let ready = entries.iter().filter(|entry| entry.ready_at.is_some());
        let may_wait = is_in(&[State::Failed, State::Uncertain]) || !is_in(&[State::Queued]);
        assert!(ready.clone().count() <= 1);
        assert!(ready.count() == 1 || may_wait);
    }
}
