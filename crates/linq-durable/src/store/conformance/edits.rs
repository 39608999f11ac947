use super::{
    CLAIM, ClaimRequest, Duration, Edit, State, Test, Tested, at, call, dump, finished, outcome,
    retry,
};

pub(super) const TESTS: &[Test] = &[
    ("edits in each state", edits_in_each_state),
    ("a cancelled entry", cancelled_entry),
    ("a replaced call", replaced_call),
    ("a retried failed entry", retried_failed_entry),
    ("a retried uncertain entry", retried_uncertain_entry),
];

/// Brings the first entry into a state.
fn bring_into(tested: &Tested<'_>, state: State) {
    tested.insert("a", "x");
    match state {
        State::Queued => {}
        State::Cancelled => assert!(tested.edit(1, &Edit::Cancel, at(1))),
        State::Sending => drop(tested.claim(at(1))),
        state => {
            tested.claim(at(1));
            assert!(tested.apply(1, 1, finished(state, false), at(2)));
        }
    }
    assert_eq!(tested.get(1).state, state);
}

fn edits_in_each_state(tested: &Tested<'_>) {
    let edits = [
        Edit::Cancel,
        Edit::Replace(call("a", "another text")),
        Edit::Retry,
    ];
    for edit in &edits {
        assert!(!tested.edit(1, edit, at(0)), "there is no such entry");
    }
    for (number, state) in (0..).zip(State::ALL) {
        for (edit_number, edit) in edits.iter().enumerate() {
            let is_allowed = match edit {
                Edit::Cancel => {
                    matches!(state, State::Queued | State::Failed | State::Uncertain)
                }
                Edit::Replace(_) => state == State::Queued,
                Edit::Retry => matches!(state, State::Failed | State::Uncertain),
            };
            let key = format!("{state} {edit_number}");
            let id = tested.insert(&key, &key);
            assert_eq!(id, number * 3 + i64::try_from(edit_number).unwrap() + 1);
            if state == State::Cancelled {
                assert!(tested.edit(id, &Edit::Cancel, at(1)));
            } else if state != State::Queued {
                let request = ClaimRequest {
                    lease: Duration::from_secs(1000),
                    ..CLAIM
                };
                let claimed = tested.advance(&[], Some(request), at(1)).claimed;
                assert!(claimed.iter().any(|claimed| claimed.entry.id.get() == id));
                if state != State::Sending {
                    assert!(tested.apply(id, 1, finished(state, true), at(2)));
                }
            }
            assert_eq!(tested.get(id).state, state);
            let before = tested.dump();
            assert_eq!(tested.edit(id, edit, at(3)), is_allowed, "{edit:?} {state}");
            assert_eq!(tested.dump() != before, is_allowed, "{edit:?} {state}");
            if state == State::Queued && tested.get(id).state == State::Queued {
                assert!(tested.edit(id, &Edit::Cancel, at(4)));
            }
        }
    }
}

fn cancelled_entry(tested: &Tested<'_>) {
    bring_into(tested, State::Failed);
    assert!(tested.edit(1, &Edit::Cancel, at(5)));
    let entry = tested.get(1);
    assert_eq!(entry.state, State::Cancelled);
    assert_eq!((entry.ready_at, entry.finished_at), (None, Some(at(5))));
    assert_eq!(entry.outcome, outcome());
    assert_eq!(tested.claim_ids(at(1000)), [0; 0]);
}

fn replaced_call(tested: &Tested<'_>) {
    bring_into(tested, State::Queued);
    tested.insert("b", "x");
    for id in [1, 2] {
        let before = tested.get(id);
        let key = before.call.idempotency_key();
        assert!(tested.edit(id, &Edit::Replace(call(key, "another text")), at(5)));
        let mut entry = tested.get(id);
        assert!(entry.call.body().get().contains("another text"));
        entry.call = before.call.clone();
        assert_eq!(dump(&entry), dump(&before), "nothing else changes");
    }
    // After an attempt that took no effect, too.
    tested.claim(at(5));
    assert!(tested.apply(1, 1, retry(at(9), None), at(6)));
    assert!(tested.edit(1, &Edit::Replace(call("a", "a third")), at(7)));
    assert_eq!(tested.get(1).ready_at, Some(at(9)));
    let claimed = tested.claim(at(9));
    assert!(claimed.entry.call.body().get().contains("a third"));
}

fn retried_failed_entry(tested: &Tested<'_>) {
    assert_retried(tested, State::Failed, State::Queued);
}

/// It may have been sent.
fn retried_uncertain_entry(tested: &Tested<'_>) {
    assert_retried(tested, State::Uncertain, State::Sending);
    assert!(!tested.edit(1, &Edit::Cancel, at(6)));
}

fn assert_retried(tested: &Tested<'_>, before: State, after: State) {
    bring_into(tested, before);
    assert!(tested.edit(1, &Edit::Retry, at(5)));
    let entry = tested.get(1);
    assert_eq!(entry.state, after);
    assert_eq!((entry.ready_at, entry.finished_at), (Some(at(5)), None));
    assert_eq!((entry.attempts, entry.attempted_at), (0, None));
    assert_eq!(entry.outcome, outcome());
    // No update of the claim before is valid.
    assert!(!tested.apply(1, 1, retry(at(9), None), at(5)));
    let claimed = tested.claim(at(5));
    assert_eq!(
        (claimed.state_before, claimed.attempted_before),
        (after, None)
    );
    assert_eq!(claimed.fence.0, 3);
    assert_eq!(tested.0.delete_finished(at(9), 9).unwrap(), 0);
}
