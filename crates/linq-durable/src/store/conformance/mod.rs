//! The suite that every [`Store`] passes, for tests of a store of your own.
//!
//! ```
//! use linq_durable::store::{MemoryStore, conformance};
//!
//! conformance::check(MemoryStore::new);
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

mod claims;
mod edits;
mod order;
mod queries;
mod updates;

use super::{
    Advanced, ClaimRequest, Claimed, Edit, Inserted, Lookup, NewEntry, Progress, Store, Update,
};
use crate::entry::{Entry, EntryId, Outcome, State};
use linq_core::stored_call::StoredCall;
use serde_json::json;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

type Test = (&'static str, fn(&Tested<'_>));

/// Runs every test, each with a new, empty store, and prints its name first.
///
/// # Panics
///
/// If a test fails.
pub fn check<S: Store>(create: impl Fn() -> S) {
    let tests = [
        claims::TESTS,
        edits::TESTS,
        order::TESTS,
        queries::TESTS,
        updates::TESTS,
    ];
    for (name, test) in tests.into_iter().flatten() {
        println!("conformance of the store: {name}");
        test(&Tested(&create()));
    }
}

/// Runs the test of stores that survive the process: `open` opens the same store again and again, empty at first.
///
/// # Panics
///
/// If the test fails.
pub fn check_persistence<S: Store>(open: impl Fn() -> S) {
    let step = |test: fn(&Tested<'_>)| test(&Tested(&open()));
    step(|tested| {
        tested.insert("a", "x");
        tested.insert("b", "x");
        tested.insert("c", "y");
        tested.advance(&[], Some(CLAIM), at(0));
    });
    step(|tested| {
        assert_eq!(tested.states(), ["sending", "queued", "sending"]);
        assert_eq!(tested.get(1).ready_at, Some(at(60)));
        assert!(tested.apply(1, 1, finished(State::Failed, true), at(10)));
    });
    step(|tested| {
        // The entry that failed holds back the second; the lease of the third ends.
        let advanced = tested.advance(&[], Some(CLAIM), at(60));
        assert_eq!(ids(&advanced), [3]);
        assert_eq!(advanced.claimed[0].fence.0, 2);
        assert_eq!(tested.get(1).outcome, outcome());
        assert_eq!(tested.get(1).finished_at, Some(at(10)));
        assert!(tested.edit(1, &Edit::Cancel, at(61)));
        tested.insert("d", "z");
        assert!(tested.edit(4, &Edit::Cancel, at(61)));
        assert_eq!(tested.0.delete_finished(at(100), 9).unwrap(), 2);
    });
    step(|tested| {
        assert_eq!(tested.insert("d", "z"), 5, "identifiers are not reused");
        assert_eq!(tested.claim_ids(at(61)), [5, 2]);
    });
}

/// A claim of up to 10 entries for a minute; an entry that becomes ready in more than an hour is ready.
const CLAIM: ClaimRequest = ClaimRequest {
    limit: 10,
    lease: Duration::from_secs(60),
    horizon: Duration::from_secs(3600),
};

/// Returns the time this many seconds after the start of a test.
fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds)
}

fn call(key: &str, text: &str) -> StoredCall {
    let call = json!({
        "operation": "messages.create",
        "path": "/api/partner/v3/messages",
        "headers": {"x-test": "a header"},
        "body": {
            "to": ["+15556667777"],
            "idempotency_key": key,
            "parts": [{"type": "text", "value": text}],
        },
        "idempotency_key": key,
    });
    serde_json::from_value(call).expect("a call of an operation that takes a key")
}

fn outcome() -> Outcome {
    Outcome {
        message_id: Some("m".into()),
        chat_id: Some("c".into()),
        status: Some(503),
        code: Some(3007),
        trace_id: Some("trace".to_owned()),
        problem: Some("a problem: 🙈".to_owned()),
        response: Some("{\"id\":1}".to_owned()),
    }
}

fn finished(state: State, holds_back: bool) -> Progress {
    Progress::Finished {
        state,
        outcome: outcome(),
        holds_back,
    }
}

fn retry(at: SystemTime, attempted_at: Option<SystemTime>) -> Progress {
    Progress::Retry {
        at,
        attempted_at,
        outcome: outcome(),
    }
}

fn update(id: i64, fence: u64, progress: Progress) -> Update {
    Update {
        id: EntryId::new(id),
        fence: super::Fence(fence),
        progress,
    }
}

fn ids(advanced: &Advanced) -> Vec<i64> {
    let claimed = advanced.claimed.iter();
    claimed.map(|claimed| claimed.entry.id.get()).collect()
}

/// A store whose methods succeed.
struct Tested<'a>(&'a dyn Store);

impl Tested<'_> {
    /// Inserts a new entry at the start.
    fn insert(&self, key: &str, ordering_key: &str) -> i64 {
        self.insert_at(key, ordering_key, at(0))
    }

    fn insert_at(&self, key: &str, ordering_key: &str, now: SystemTime) -> i64 {
        let entry = NewEntry {
            call: call(key, "a text"),
            ordering_key: ordering_key.to_owned(),
        };
        match self.0.insert(&entry, now) {
            Ok(Inserted::New(id)) => id.get(),
            other => panic!("the entry is not new: {other:?}"),
        }
    }

    fn advance(
        &self,
        updates: &[Update],
        claim: Option<ClaimRequest>,
        now: SystemTime,
    ) -> Advanced {
        self.0.advance(updates, claim.as_ref(), now).unwrap()
    }

    fn claim_ids(&self, now: SystemTime) -> Vec<i64> {
        ids(&self.advance(&[], Some(CLAIM), now))
    }

    /// Claims the only ready entry.
    fn claim(&self, now: SystemTime) -> Claimed {
        let mut claimed = self.advance(&[], Some(CLAIM), now).claimed;
        assert_eq!(claimed.len(), 1, "one entry is ready");
        claimed.remove(0)
    }

    /// Records progress, and returns whether it was applied.
    fn apply(&self, id: i64, fence: u64, progress: Progress, now: SystemTime) -> bool {
        let advanced = self.advance(&[update(id, fence, progress)], None, now);
        assert!(advanced.claimed.is_empty() && advanced.next_ready_at.is_none());
        advanced.applied == [true]
    }

    fn edit(&self, id: i64, edit: &Edit, now: SystemTime) -> bool {
        self.0.edit(EntryId::new(id), edit, now).unwrap()
    }

    fn get(&self, id: i64) -> Entry {
        let entry = self.0.get(Lookup::Id(EntryId::new(id))).unwrap();
        entry.unwrap_or_else(|| panic!("there is no entry {id}"))
    }

    fn list(&self) -> Vec<Entry> {
        self.0.list(None, None, usize::MAX).unwrap()
    }

    fn states(&self) -> Vec<&'static str> {
        let entries = self.list();
        entries.iter().map(|entry| entry.state.name()).collect()
    }

    /// Returns everything that the store returns about its entries.
    fn dump(&self) -> Vec<String> {
        self.list().iter().map(dump).collect()
    }
}

/// Returns all that an entry contains.
#[must_use]
pub fn dump(entry: &Entry) -> String {
    let millis = |time: SystemTime| {
        time.duration_since(UNIX_EPOCH)
            .map_or(-1, |since| i64::try_from(since.as_millis()).unwrap_or(-1))
    };
    json!({
        "id": entry.id,
        "call": entry.call,
        "ordering_key": entry.ordering_key,
        "state": entry.state,
        "attempts": entry.attempts,
        "created_at": millis(entry.created_at),
        "ready_at": entry.ready_at.map(millis),
        "attempted_at": entry.attempted_at.map(millis),
        "finished_at": entry.finished_at.map(millis),
        "outcome": entry.outcome,
    })
    .to_string()
}
