use super::{
    Edit, EntryId, Inserted, Lookup, NewEntry, State, Test, Tested, at, call, dump, finished, retry,
};

pub(super) const TESTS: &[Test] = &[
    ("an entry inserted twice", inserted_twice),
    ("lookups", lookups),
    ("pages", pages),
    ("counts", counts),
    ("deletion of finished entries", deletion_of_finished_entries),
    ("unusual texts", unusual_texts),
];

fn inserted_twice(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.claim(at(0));
    let before = tested.dump();
    let again = NewEntry {
        call: call("a", "another text"),
        ordering_key: "y".to_owned(),
    };
    match tested.0.insert(&again, at(5)).unwrap() {
        Inserted::Existing(entry) => assert_eq!(dump(&entry), before[0]),
        Inserted::New(id) => panic!("entry {id} is new"),
    }
    assert_eq!(tested.dump(), before);
    assert_eq!(tested.insert("A", "x"), 2);
}

fn lookups(tested: &Tested<'_>) {
    let by_key = |key| tested.0.get(Lookup::IdempotencyKey(key)).unwrap();
    assert!(by_key("a").is_none());
    tested.insert("a", "x");
    tested.insert("b", "x");
    assert_eq!(dump(&by_key("b").unwrap()), dump(&tested.get(2)));
    assert!(by_key("c").is_none());
    for id in [i64::MIN, 0, 3, i64::MAX] {
        let lookup = Lookup::Id(EntryId::new(id));
        assert!(tested.0.get(lookup).unwrap().is_none());
    }
}

fn pages(tested: &Tested<'_>) {
    for key in ["a", "b", "c", "d", "e"] {
        tested.insert(key, key);
    }
    assert!(tested.edit(2, &Edit::Cancel, at(1)));
    assert!(tested.edit(4, &Edit::Cancel, at(1)));
    let page = |state, after: Option<i64>, limit| {
        let entries = tested
            .0
            .list(state, after.map(EntryId::new), limit)
            .unwrap();
        entries
            .iter()
            .map(|entry| entry.id.get())
            .collect::<Vec<_>>()
    };
    assert_eq!(page(None, None, 9), [1, 2, 3, 4, 5]);
    assert_eq!(page(None, None, 2), [1, 2]);
    assert_eq!(page(None, Some(2), 2), [3, 4]);
    assert_eq!(page(None, Some(4), usize::MAX), [5]);
    assert_eq!(page(None, Some(5), 2), [0; 0]);
    assert_eq!(page(None, None, 0), [0; 0]);
    assert_eq!(page(Some(State::Queued), None, 2), [1, 3]);
    assert_eq!(page(Some(State::Queued), Some(3), 2), [5]);
    assert_eq!(page(Some(State::Cancelled), Some(1), 9), [2, 4]);
    assert_eq!(page(Some(State::Sent), None, 9), [0; 0]);
}

fn counts(tested: &Tested<'_>) {
    assert_eq!(tested.0.count().unwrap(), []);
    for key in ["a", "b", "c", "d"] {
        tested.insert(key, "x");
    }
    tested.claim(at(0));
    assert!(tested.edit(3, &Edit::Cancel, at(0)));
    let counts = [
        (State::Queued, 2),
        (State::Sending, 1),
        (State::Cancelled, 1),
    ];
    assert_eq!(tested.0.count().unwrap(), counts);
}

fn deletion_of_finished_entries(tested: &Tested<'_>) {
    let progress = [
        (7, finished(State::Sent, false)),
        (5, finished(State::Failed, false)),
        (6, finished(State::Failed, true)),
        (6, finished(State::Uncertain, false)),
        (8, retry(at(100), None)),
    ];
    for (id, (seconds, progress)) in (1..).zip(progress) {
        let key = id.to_string();
        tested.insert(&key, &key);
        tested.claim(at(0));
        assert!(tested.apply(id, 1, progress, at(seconds)));
    }
    let delete = |seconds, limit| tested.0.delete_finished(at(seconds), limit).unwrap();
    let left = || {
        tested
            .list()
            .iter()
            .map(|entry| entry.id.get())
            .collect::<Vec<_>>()
    };
    assert_eq!(delete(5, 9), 0, "before, not at");
    assert_eq!(delete(100, 0), 0);
    assert_eq!(delete(100, 1), 1);
    assert_eq!(left(), [1, 3, 4, 5], "what was finished first");
    assert_eq!(delete(7, 9), 1);
    assert_eq!(left(), [1, 3, 5]);
    assert_eq!(delete(100, usize::MAX), 1);
    assert_eq!(left(), [3, 5], "what holds back others or is pending stays");
    let deleted = tested.0.get(Lookup::IdempotencyKey("1")).unwrap();
    assert!(deleted.is_none());
    assert_eq!(tested.insert("1", "1"), 6, "its key is free");
    assert!(tested.edit(6, &Edit::Cancel, at(9)));
    assert_eq!(delete(10, 9), 1);
    assert_eq!(tested.insert("1", "1"), 7, "identifiers are not reused");
}

fn unusual_texts(tested: &Tested<'_>) {
    let keys = ["", "a'b\"c?1", "nul\0nul", "🙈\u{200d}é", "é", "e\u{301}"];
    for (id, key) in (1..).zip(keys) {
        assert_eq!(tested.insert(&format!("k{key}"), key), id);
        let entry = tested.get(id);
        assert_eq!(entry.ordering_key, key);
        assert_eq!(entry.call.idempotency_key(), format!("k{key}"));
        assert_eq!(entry.ready_at, Some(at(0)));
    }
}
