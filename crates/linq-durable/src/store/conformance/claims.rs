use super::{
    CLAIM, ClaimRequest, Duration, Outcome, State, Test, Tested, UNIX_EPOCH, at, call, dump, ids,
};

pub(super) const TESTS: &[Test] = &[
    ("a claim marks the entry", claim_marks_the_entry),
    ("a lease ends", lease_ends),
    ("claims are limited", claims_are_limited),
    ("the clock was set back", clock_was_set_back),
    ("next time", next_ready_at),
    ("nothing to claim", nothing_to_claim),
    ("extreme times", extreme_times),
];

fn claim_marks_the_entry(tested: &Tested<'_>) {
    tested.insert("a", "x");
    assert_eq!(tested.get(1).ready_at, Some(at(0)));
    let claimed = tested.claim(at(1));
    assert_eq!(claimed.fence.0, 1);
    assert_eq!(claimed.attempted_before, None);
    let entry = tested.get(1);
    assert_eq!(dump(&claimed.entry), dump(&entry));
    assert_eq!(entry.state, State::Sending);
    assert_eq!(entry.attempts, 1);
    assert_eq!(entry.created_at, at(0));
    assert_eq!(entry.ready_at, Some(at(61)));
    assert_eq!(entry.attempted_at, Some(at(1)));
    assert_eq!(entry.finished_at, None);
    assert_eq!(entry.outcome, Outcome::default());
    assert_eq!(
        serde_json::to_string(&entry.call).unwrap(),
        serde_json::to_string(&call("a", "a text")).unwrap()
    );
}

fn lease_ends(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.claim(at(0));
    assert_eq!(tested.claim_ids(at(59)), [0; 0]);
    let claimed = tested.claim(at(60));
    assert_eq!(claimed.fence.0, 2);
    assert_eq!(claimed.attempted_before, Some(at(0)));
    let entry = tested.get(1);
    assert_eq!((entry.attempts, entry.attempted_at), (2, Some(at(0))));
    assert_eq!(entry.ready_at, Some(at(120)));
}

fn claims_are_limited(tested: &Tested<'_>) {
    for (key, seconds) in [("a", 3), ("b", 1), ("c", 2), ("d", 1)] {
        tested.insert_at(key, key, at(seconds));
    }
    let claim = |limit| {
        let request = ClaimRequest { limit, ..CLAIM };
        tested.advance(&[], Some(request), at(3))
    };
    assert_eq!(ids(&claim(0)), [0; 0]);
    assert_eq!(claim(0).next_ready_at, Some(at(1)));
    let advanced = claim(3);
    assert_eq!(ids(&advanced), [2, 4, 3], "those that were ready first");
    assert_eq!(advanced.next_ready_at, Some(at(3)));
    assert_eq!(ids(&claim(3)), [1]);
}

fn clock_was_set_back(tested: &Tested<'_>) {
    tested.insert_at("a", "x", at(5000));
    tested.insert_at("b", "y", at(4600));
    tested.insert_at("c", "z", at(900));
    // Exactly the horizon is not beyond it.
    let advanced = tested.advance(&[], Some(CLAIM), at(1000));
    assert_eq!(ids(&advanced), [3, 1]);
    assert_eq!(advanced.claimed[1].entry.ready_at, Some(at(1060)));
    assert_eq!(advanced.next_ready_at, Some(at(4600)));
    let request = ClaimRequest { limit: 1, ..CLAIM };
    assert_eq!(ids(&tested.advance(&[], Some(request), at(999))), [2]);
}

fn next_ready_at(tested: &Tested<'_>) {
    let next = |now| tested.advance(&[], Some(CLAIM), now).next_ready_at;
    assert_eq!(next(at(0)), None);
    tested.insert("a", "x");
    tested.insert("b", "x");
    assert_eq!(next(at(0)), None, "the claimed entry is no other");
    assert_eq!(next(at(0)), Some(at(60)), "the end of its lease");
    tested.insert_at("c", "y", at(50));
    assert_eq!(next(at(49)), Some(at(50)));
    assert_eq!(next(at(50)), Some(at(60)));
}

fn nothing_to_claim(tested: &Tested<'_>) {
    tested.insert_at("a", "x", at(5));
    let before = tested.dump();
    assert!(tested.advance(&[], None, at(9)).applied.is_empty());
    assert_eq!(tested.claim_ids(at(4)), [0; 0]);
    assert_eq!(tested.dump(), before);
}

fn extreme_times(tested: &Tested<'_>) {
    let (past, future) = (
        UNIX_EPOCH - Duration::from_millis(1500),
        at(200 * 365 * 86_400),
    );
    let endless = ClaimRequest {
        limit: 10,
        lease: Duration::MAX,
        horizon: Duration::MAX,
    };
    tested.insert_at("a", "x", past);
    tested.insert_at("b", "y", future);
    assert_eq!(tested.get(1).created_at, past);
    assert_eq!(ids(&tested.advance(&[], Some(endless), at(0))), [1]);
    assert!(tested.get(1).ready_at > Some(at(1_000_000)));
    assert_eq!(ids(&tested.advance(&[], Some(endless), future)), [2]);
}
