use super::{CLAIM, Edit, Progress, State, Test, Tested, at, finished, retry};

pub(super) const TESTS: &[Test] = &[
    ("order of an ordering key", order_of_an_ordering_key),
    ("an entry that failed holds back others", failed_holds_back),
    ("a cancelled entry makes way", cancelled_makes_way),
    (
        "an entry that holds back is cancelled",
        held_back_is_released,
    ),
    ("an entry that holds back is retried", held_back_is_retried),
    (
        "a retried entry comes before later ones",
        retried_comes_first,
    ),
    (
        "a retried entry comes before one that is ready",
        retried_comes_before_one_that_is_ready,
    ),
    ("retried entries keep their order", retried_keep_their_order),
    (
        "entries retried in reverse keep their order",
        retried_in_reverse_keep_their_order,
    ),
];

fn sent() -> Progress {
    finished(State::Sent, false)
}

fn order_of_an_ordering_key(tested: &Tested<'_>) {
    for (key, ordering_key) in [("a", "x"), ("b", "x"), ("c", ""), ("d", "x"), ("e", "X")] {
        tested.insert(key, ordering_key);
    }
    assert_eq!(tested.get(2).ready_at, None);
    assert_eq!(tested.claim_ids(at(1)), [1, 3, 5]);
    assert!(tested.apply(3, 1, sent(), at(2)));
    assert_eq!(tested.claim_ids(at(3)), [0; 0]);
    assert!(tested.apply(1, 1, sent(), at(4)));
    assert_eq!(tested.get(2).ready_at, Some(at(4)));
    assert_eq!(tested.get(4).ready_at, None);
    assert_eq!(tested.claim_ids(at(4)), [2]);
    assert!(tested.apply(2, 1, sent(), at(5)));
    assert_eq!(tested.claim_ids(at(5)), [4]);
    assert!(tested.apply(4, 1, sent(), at(6)));
    tested.insert_at("f", "x", at(7));
    assert_eq!(tested.get(6).ready_at, Some(at(7)), "the key is free again");
}

fn failed_holds_back(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.insert("b", "x");
    tested.claim(at(0));
    assert!(tested.apply(1, 1, finished(State::Failed, true), at(1)));
    tested.insert("c", "x");
    assert_eq!(tested.get(1).ready_at, None);
    assert_eq!(tested.claim_ids(at(1000)), [0; 0]);

    tested.insert("d", "y");
    tested.insert("e", "y");
    tested.claim(at(1));
    assert!(tested.apply(4, 1, finished(State::Uncertain, false), at(2)));
    assert_eq!(tested.claim_ids(at(1000)), [5]);
}

fn cancelled_makes_way(tested: &Tested<'_>) {
    for key in ["a", "b", "c", "d"] {
        tested.insert(key, "x");
    }
    assert!(tested.edit(2, &Edit::Cancel, at(1)));
    assert_eq!(tested.get(3).ready_at, None, "the first is still there");
    assert!(tested.edit(1, &Edit::Cancel, at(2)));
    assert_eq!(tested.get(3).ready_at, Some(at(2)));
    assert_eq!(tested.claim_ids(at(2)), [3]);
    assert!(tested.edit(4, &Edit::Cancel, at(3)));
    assert!(tested.apply(3, 1, sent(), at(4)));
    assert_eq!(tested.advance(&[], Some(CLAIM), at(9)).next_ready_at, None);
}

fn held_back_is_released(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.insert("b", "x");
    tested.claim(at(0));
    assert!(tested.apply(1, 1, finished(State::Uncertain, true), at(1)));
    assert!(tested.edit(1, &Edit::Cancel, at(2)));
    assert_eq!(tested.get(2).ready_at, Some(at(2)));
}

fn held_back_is_retried(tested: &Tested<'_>) {
    tested.insert("a", "x");
    tested.insert("b", "x");
    tested.claim(at(0));
    assert!(tested.apply(1, 1, finished(State::Failed, true), at(1)));
    assert!(tested.edit(1, &Edit::Retry, at(2)));
    assert_eq!(tested.get(1).ready_at, Some(at(2)));
    let claimed = tested.claim(at(2));
    assert_eq!((claimed.entry.id.get(), claimed.fence.0), (1, 3));
    assert!(tested.apply(1, 3, sent(), at(3)));
    assert_eq!(tested.claim_ids(at(3)), [2]);
}

fn retried_comes_first(tested: &Tested<'_>) {
    for key in ["a", "b", "c"] {
        tested.insert(key, "x");
    }
    tested.claim(at(0));
    assert!(tested.apply(1, 1, finished(State::Failed, false), at(1)));
    tested.claim(at(1));
    assert!(tested.edit(1, &Edit::Retry, at(2)));
    assert_eq!(tested.get(1).ready_at, None, "the second is being sent");
    assert_eq!(tested.claim_ids(at(3)), [0; 0]);
    // Something else happens to the ordering key.
    assert!(tested.edit(3, &Edit::Cancel, at(3)));
    tested.insert("d", "x");
    assert_eq!(tested.get(1).ready_at, None);
    assert!(tested.apply(2, 1, finished(State::Failed, true), at(4)));
    assert_eq!(tested.claim_ids(at(4)), [1]);
    // The second holds back the fourth, though not the first.
    assert!(tested.apply(1, 3, sent(), at(5)));
    assert_eq!(tested.claim_ids(at(5)), [0; 0]);
    assert!(tested.edit(2, &Edit::Cancel, at(6)));
    assert_eq!(tested.claim_ids(at(6)), [4]);
}

fn retried_comes_before_one_that_is_ready(tested: &Tested<'_>) {
    for key in ["a", "b"] {
        tested.insert(key, "x");
    }
    tested.claim(at(0));
    assert!(tested.apply(1, 1, finished(State::Failed, false), at(1)));
    assert_eq!(tested.get(2).ready_at, Some(at(1)));
    assert!(tested.edit(1, &Edit::Retry, at(2)));
    assert_eq!(tested.get(2).ready_at, None);
    assert_eq!(tested.claim_ids(at(2)), [1]);
    assert!(tested.apply(1, 3, finished(State::Failed, false), at(3)));
    // An earlier one that waits for a retry is left alone.
    tested.claim(at(3));
    assert!(tested.apply(2, 1, finished(State::Failed, false), at(4)));
    assert!(tested.edit(1, &Edit::Retry, at(5)));
    tested.claim(at(5));
    assert!(tested.apply(1, 5, retry(at(9), None), at(6)));
    assert!(tested.edit(2, &Edit::Retry, at(7)));
    assert_eq!(tested.get(1).ready_at, Some(at(9)));
    assert_eq!(tested.get(2).ready_at, None);
}

fn retried_in_reverse_keep_their_order(tested: &Tested<'_>) {
    for key in ["a", "b"] {
        tested.insert(key, "x");
    }
    for id in [1, 2] {
        assert_eq!(tested.claim_ids(at(0)), [id]);
        assert!(tested.apply(id, 1, finished(State::Failed, false), at(0)));
    }
    assert!(tested.edit(2, &Edit::Retry, at(1)));
    assert!(tested.edit(1, &Edit::Retry, at(1)));
    for id in [1, 2] {
        assert_eq!(tested.claim_ids(at(2)), [id]);
        assert!(tested.apply(id, 3, sent(), at(2)));
    }
}

fn retried_keep_their_order(tested: &Tested<'_>) {
    for key in ["a", "b", "c", "d"] {
        tested.insert(key, "x");
    }
    for id in [1, 2] {
        assert_eq!(tested.claim_ids(at(0)), [id]);
        assert!(tested.apply(id, 1, finished(State::Failed, false), at(0)));
    }
    assert_eq!(tested.claim_ids(at(0)), [3]);
    assert!(tested.edit(2, &Edit::Retry, at(1)));
    assert!(tested.edit(1, &Edit::Retry, at(1)));
    assert!(tested.apply(3, 1, sent(), at(2)));
    for (id, fence) in [(1, 3), (2, 3), (4, 1)] {
        assert_eq!(tested.claim_ids(at(2)), [id]);
        assert!(tested.apply(id, fence, sent(), at(2)));
    }
}
