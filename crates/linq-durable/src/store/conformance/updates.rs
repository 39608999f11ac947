use super::{
    CLAIM, Edit, Progress, State, SystemTime, Test, Tested, at, call, finished, ids, outcome,
    retry, update,
};

pub(super) const TESTS: &[Test] = &[
    ("stale updates change nothing", stale_updates_change_nothing),
    ("a prepared call", prepared_call),
    (
        "a retry after an attempt that took no effect",
        retry_without_effect,
    ),
    (
        "a retry after an attempt that may have taken effect",
        retry_with_effect,
    ),
    ("a finished entry", finished_entry),
    ("updates and a claim at once", updates_and_claim),
];

fn prepared(text: &str, lease_until: SystemTime) -> Progress {
    Progress::Prepared {
        call: call("a", text),
        lease_until,
    }
}

fn stale_updates_change_nothing(tested: &Tested<'_>) {
    let kinds = || {
        [
            prepared("another text", at(500)),
            retry(at(500), None),
            retry(at(500), Some(at(1))),
            finished(State::Sent, false),
            finished(State::Failed, true),
        ]
    };
    let all_are_stale = |fences: &[u64], why: &str| {
        let before = tested.dump();
        for &fence in fences {
            for progress in kinds() {
                assert!(
                    !tested.apply(1, fence, progress, at(2)),
                    "fence {fence}, {why}"
                );
            }
        }
        assert_eq!(tested.dump(), before, "{why}");
    };
    for progress in kinds() {
        assert!(
            !tested.apply(1, 0, progress, at(2)),
            "there is no such entry"
        );
    }
    tested.insert("a", "x");
    tested.insert("b", "x");
    all_are_stale(&[0, 1], "never claimed");
    tested.claim(at(0));
    all_are_stale(&[0, 2, u64::MAX], "claimed once");
    tested.claim(at(60));
    all_are_stale(&[0, 1, 3], "claimed again");
    assert!(tested.apply(1, 2, retry(at(70), None), at(61)));
    all_are_stale(&[1, 2, 3], "queued");
    let claimed = tested.claim(at(70));
    assert!(claimed.fence.0 > 2);
    let retry_sending = retry(at(80), Some(at(70)));
    assert!(tested.apply(1, claimed.fence.0, retry_sending, at(71)));
    all_are_stale(&[2, claimed.fence.0], "waits for a retry");
    let last = tested.claim(at(80)).fence.0;
    assert!(tested.apply(1, last, finished(State::Failed, true), at(81)));
    all_are_stale(&[claimed.fence.0, last, last + 1], "finished");
    assert!(tested.edit(1, &Edit::Retry, at(82)));
    all_are_stale(&[last, last + 1], "queued by the application");
    assert!(tested.edit(1, &Edit::Cancel, at(83)));
    all_are_stale(&[last, last + 1], "cancelled");
    assert_eq!(tested.0.delete_finished(at(90), 9).unwrap(), 1);
    all_are_stale(&[last], "deleted");
}

fn prepared_call(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.claim(at(0));
    assert!(tested.apply(1, 1, prepared("another text", at(90)), at(5)));
    let entry = tested.get(1);
    assert!(entry.call.body().get().contains("another text"));
    assert_eq!(
        (entry.state, entry.ready_at),
        (State::Sending, Some(at(90)))
    );
    assert_eq!((entry.attempts, entry.attempted_at), (1, Some(at(0))));
    assert!(
        tested.apply(1, 1, prepared("a third", at(91)), at(6)),
        "the claim goes on"
    );
    let claimed = tested.claim(at(91));
    assert!(claimed.entry.call.body().get().contains("a third"));
}

fn retry_without_effect(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.insert("b", "x");
    tested.claim(at(0));
    assert!(tested.apply(1, 1, retry(at(10), None), at(2)));
    let entry = tested.get(1);
    assert_eq!((entry.state, entry.ready_at), (State::Queued, Some(at(10))));
    assert_eq!((entry.attempts, entry.attempted_at), (1, None));
    assert_eq!((entry.finished_at, entry.outcome), (None, outcome()));
    assert_eq!(tested.claim_ids(at(9)), [0; 0], "it keeps its place");
    let claimed = tested.claim(at(10));
    assert_eq!((claimed.entry.id.get(), claimed.entry.attempts), (1, 2));
    assert_eq!(claimed.attempted_before, None);
    assert_eq!(claimed.entry.attempted_at, Some(at(10)));
    assert_eq!(claimed.entry.outcome, outcome());
}

fn retry_with_effect(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.claim(at(1));
    assert!(tested.apply(1, 1, retry(at(10), Some(at(1))), at(2)));
    let entry = tested.get(1);
    assert_eq!(
        (entry.state, entry.ready_at),
        (State::Sending, Some(at(10)))
    );
    assert_eq!(entry.attempted_at, Some(at(1)));
    let claimed = tested.claim(at(10));
    assert_eq!(claimed.attempted_before, Some(at(1)));
    assert_eq!(claimed.entry.attempted_at, Some(at(1)));
}

fn finished_entry(tested: &Tested<'_>) {
    for (id, state) in [(1, State::Sent), (2, State::Failed), (3, State::Uncertain)] {
        assert_eq!(tested.insert(state.name(), "x"), id);
        tested.claim(at(0));
        assert!(tested.apply(id, 1, finished(state, false), at(7)));
        let entry = tested.get(id);
        assert_eq!(entry.state, state);
        assert_eq!((entry.ready_at, entry.finished_at), (None, Some(at(7))));
        assert_eq!(
            (entry.attempted_at, entry.outcome),
            (Some(at(0)), outcome())
        );
    }
    assert_eq!(
        tested.advance(&[], Some(CLAIM), at(1000)).next_ready_at,
        None
    );
}

fn updates_and_claim(tested: &Tested<'_>) {
    for (key, ordering_key) in [("a", "x"), ("b", "x"), ("c", "y"), ("d", "z")] {
        tested.insert(key, ordering_key);
    }
    assert_eq!(tested.claim_ids(at(0)), [1, 3, 4]);
    let updates = [
        update(1, 1, finished(State::Sent, false)),
        update(1, 1, finished(State::Failed, true)),
        update(9, 1, finished(State::Sent, false)),
        update(3, 1, retry(at(8), None)),
        update(4, 1, retry(at(30), None)),
    ];
    let advanced = tested.advance(&updates, Some(CLAIM), at(8));
    assert_eq!(advanced.applied, [true, false, false, true, true]);
    assert_eq!(
        ids(&advanced),
        [2, 3],
        "what the updates made ready is claimed"
    );
    assert_eq!(advanced.next_ready_at, Some(at(30)));
    assert_eq!(tested.get(1).state, State::Sent);
}
