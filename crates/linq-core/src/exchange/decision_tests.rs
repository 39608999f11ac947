use super::*;
use crate::endpoint::Repeat::{Converging, Duplicating, Harmless, Keyed, ReadOnly};
use serde::Deserialize;

/// A first failure with two retries left, no word from the server, no deadline.
fn after(failure: Failure) -> Situation {
    Situation {
        failure,
        repeat: Keyed,
        final_code: false,
        retries_left: 2,
        retry_after: None,
        should_retry: None,
        time_left: None,
        backoff: Duration::from_millis(400),
    }
}

fn refused(status: u16, code: Option<u32>) -> Failure {
    Failure::Refused {
        status: StatusCode::from_u16(status).unwrap(),
        code: code.map(ErrorCode::from),
    }
}

const BACKOFF: Option<Duration> = Some(Duration::from_millis(400));

#[derive(Debug, Deserialize)]
struct Row {
    code: u32,
    status: u16,
    retry: String,
}

fn table() -> Vec<Row> {
    serde_json::from_str(include_str!("../../../../tests/vectors/errors.json")).unwrap()
}

#[test]
fn every_row_of_the_table() {
    for row in table() {
        let situation = after(refused(row.status, Some(row.code)));
        let expected = match (row.retry.as_str(), row.code) {
            ("yes", 4004) => Some(Duration::from_secs(30)),
            ("yes" | "after", _) => BACKOFF,
            ("no", _) => None,
            _ => panic!("{row:?}"),
        };
        for repeat in [ReadOnly, Harmless, Keyed, Converging, Duplicating] {
            assert_eq!(
                decide(&Situation {
                    repeat,
                    ..situation
                }),
                expected,
                "{row:?} {repeat:?}"
            );
        }
        let asked = Situation {
            retry_after: Some(Duration::from_secs(3)),
            ..situation
        };
        assert_eq!(
            decide(&asked),
            expected.map(|_| Duration::from_secs(3)),
            "{row:?} with Retry-After"
        );
        assert_eq!(
            decide(&Situation {
                final_code: true,
                ..situation
            }),
            None,
            "{row:?} where it is final"
        );
        assert_eq!(
            decide(&Situation {
                retries_left: 0,
                ..situation
            }),
            None,
            "{row:?} after the last attempt"
        );
    }
}

#[test]
fn the_library_knows_exactly_the_codes_of_the_table() {
    let mut listed: Vec<_> = table().iter().map(|row| row.code).collect();
    let mut known: Vec<_> = ErrorCode::KNOWN.iter().map(|code| code.number()).collect();
    listed.sort_unstable();
    known.sort_unstable();
    assert_eq!(known, listed);
}

#[test]
fn an_unknown_code_or_none_goes_by_status() {
    for code in [None, Some(9999), Some(0)] {
        for (status, harmless, duplicating) in [
            (302, None, None),
            (400, None, None),
            (401, None, None),
            (404, None, None),
            (408, BACKOFF, None),
            (409, None, None),
            (422, None, None),
            (429, BACKOFF, BACKOFF),
            (500, BACKOFF, None),
            (502, BACKOFF, None),
            (503, BACKOFF, BACKOFF),
            (504, BACKOFF, None),
        ] {
            for (repeat, expected) in [
                (ReadOnly, harmless),
                (Harmless, harmless),
                (Keyed, harmless),
                (Duplicating, duplicating),
            ] {
                let situation = Situation {
                    repeat,
                    ..after(refused(status, code))
                };
                assert_eq!(decide(&situation), expected, "{status} {code:?} {repeat:?}");
            }
        }
    }
}

#[test]
fn a_lost_reply_is_retried_unless_that_could_duplicate() {
    for (repeat, expected) in [
        (ReadOnly, BACKOFF),
        (Harmless, BACKOFF),
        (Keyed, BACKOFF),
        (Converging, BACKOFF),
        (Duplicating, None),
    ] {
        assert_eq!(
            decide(&Situation {
                repeat,
                ..after(Failure::Lost)
            }),
            expected,
            "{repeat:?}"
        );
        assert_eq!(
            decide(&Situation {
                repeat,
                ..after(Failure::Unsent)
            }),
            BACKOFF,
            "{repeat:?}"
        );
        assert_eq!(
            decide(&Situation {
                repeat,
                ..after(Failure::Hopeless)
            }),
            None,
            "{repeat:?}"
        );
    }
}

#[test]
fn the_server_has_the_last_word() {
    let left_chat = after(refused(409, Some(2013)));
    assert_eq!(
        decide(&Situation {
            should_retry: Some(true),
            ..left_chat
        }),
        BACKOFF
    );
    let internal = after(refused(500, Some(3006)));
    assert_eq!(
        decide(&Situation {
            should_retry: Some(false),
            ..internal
        }),
        None
    );
    let last = Situation {
        should_retry: Some(true),
        retries_left: 0,
        ..internal
    };
    assert_eq!(decide(&last), None);
}

#[test]
fn a_pause_of_more_than_a_minute_is_the_callers_to_decide() {
    let limited = after(refused(429, Some(1007)));
    for (seconds, expected) in [
        (60, Some(Duration::from_secs(60))),
        (61, None),
        (u64::MAX, None),
    ] {
        let situation = Situation {
            retry_after: Some(Duration::from_secs(seconds)),
            ..limited
        };
        assert_eq!(decide(&situation), expected, "{seconds} s");
    }
}

#[test]
fn a_pause_of_nothing_is_the_backoff() {
    for failure in [refused(429, Some(1007)), refused(503, Some(4004))] {
        let situation = Situation {
            retry_after: Some(Duration::ZERO),
            ..after(failure)
        };
        assert_eq!(decide(&situation), BACKOFF);
    }
}

#[test]
fn no_retry_that_would_outlast_the_deadline() {
    let internal = after(refused(500, Some(3006)));
    for (millis, expected) in [(0, None), (400, None), (401, BACKOFF)] {
        let situation = Situation {
            time_left: Some(Duration::from_millis(millis)),
            ..internal
        };
        assert_eq!(decide(&situation), expected, "{millis} ms left");
    }
}

#[test]
fn backoff_doubles_up_to_eight_seconds_less_up_to_a_quarter() {
    for (attempts, millis) in [
        (1, 500),
        (2, 1_000),
        (3, 2_000),
        (4, 4_000),
        (5, 8_000),
        (6, 8_000),
        (u32::MAX, 8_000),
    ] {
        let full = Duration::from_millis(millis);
        assert_eq!(backoff(attempts, 0.0), full);
        assert_eq!(backoff(attempts, 1.0), full * 3 / 4);
    }
}
