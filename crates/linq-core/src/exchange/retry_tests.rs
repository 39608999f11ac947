use super::*;
use crate::endpoint::Idempotency::{Convergent, Idempotent, Keyed, NotIdempotent, ReadOnly};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Returns the context of a first failure, with two retries left, no `Retry-After` and no deadline.
fn after(failure: Failure) -> RetryContext {
    RetryContext {
        failure,
        idempotency: Keyed,
        is_non_retryable_code: false,
        retries_left: 2,
        retry_after: None,
        should_retry: None,
        time_left: None,
        backoff: Duration::from_millis(400),
    }
}

fn error_response(status: u16, code: Option<u32>) -> Failure {
    Failure::ErrorResponse {
        status: StatusCode::from_u16(status).unwrap(),
        code: code.map(ErrorCode::from),
    }
}

const BACKOFF: Option<Duration> = Some(Duration::from_millis(400));
const IDEMPOTENCIES: [Idempotency; 5] = [ReadOnly, Idempotent, Keyed, Convergent, NotIdempotent];

/// An error code in the table of the documentation, which [`ErrorCode`] is compared with.
#[derive(Debug)]
struct Documented {
    code: u32,
    /// Documented statuses; empty if the code occurs in webhook events only.
    statuses: Vec<u16>,
    is_retryable: bool,
}

fn documented_codes() -> Vec<Documented> {
    let table = include_str!("../../../../tests/vectors/errors.md");
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.flat_map(|row| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [codes, statuses, _, retry] = cells[..] else {
            panic!("{row}")
        };
        let is_retryable = match retry.split([' ', ',', ';']).next().unwrap() {
            "yes" | "after" => true,
            "no" | "by" => false,
            _ => panic!("{row}"),
        };
        let codes = codes.split(' ').filter_map(|code| code.parse().ok());
        codes
            .map(|code| Documented {
                code,
                statuses: statuses_in(statuses),
                is_retryable,
            })
            .collect::<Vec<_>>()
    })
    .collect()
}

/// Parses a cell such as `400`, `403 (seen: 400, …)`, `4xx`, or `–`.
fn statuses_in(cell: &str) -> Vec<u16> {
    if cell == "4xx" {
        return (400..500).collect();
    }
    let words = cell.split(|character: char| !character.is_alphanumeric());
    words.filter_map(|word| word.parse().ok()).collect()
}

impl Documented {
    fn has_status(&self, status: u16) -> bool {
        self.statuses.is_empty() || self.statuses.contains(&status)
    }

    /// Returns whether a call is retried after this code with this status, by the documentation.
    fn is_retried(&self, status: u16, idempotency: Idempotency) -> bool {
        if self.has_status(status) {
            return self.is_retryable;
        }
        match status {
            429 | 503 => true,
            408 | 500..=599 => idempotency != NotIdempotent,
            _ => false,
        }
    }
}

#[test]
fn retry_decision_of_every_code_and_status() {
    let failures = || (100..600).filter(|status| !(200..300).contains(status));
    for documented in documented_codes() {
        for (status, idempotency) in
            failures().flat_map(|s| IDEMPOTENCIES.map(|idempotency| (s, idempotency)))
        {
            let delay = retry_delay(&RetryContext {
                idempotency,
                ..after(error_response(status, Some(documented.code)))
            });
            let expected = match (documented.code, status) {
                (4004, 503) => Some(Duration::from_secs(30)),
                _ => BACKOFF,
            };
            let expected = expected.filter(|_| documented.is_retried(status, idempotency));
            assert_eq!(delay, expected, "{status} {documented:?} {idempotency:?}");
        }
    }
}

#[test]
fn codes_with_undocumented_statuses() {
    for (status, code, expected) in [
        (413, 5001, None),
        (500, 5001, BACKOFF),
        (400, 3006, None),
        (422, 3001, None),
        (404, 5003, None),
        (404, 2009, None),
        (409, 2007, None),
        (404, 2007, BACKOFF),
        (409, 2009, BACKOFF),
        (403, 2011, None),
        (400, 2011, None),
        (503, 2011, BACKOFF),
        (429, 2013, BACKOFF),
        (429, 2027, None),
        (500, 2027, BACKOFF),
        (502, 3007, BACKOFF),
        (500, 3007, None),
        (500, 4004, BACKOFF),
        (500, 4006, None),
        (503, 1007, BACKOFF),
        (400, 1007, None),
        (302, 3006, None),
    ] {
        let delay = retry_delay(&after(error_response(status, Some(code))));
        assert_eq!(delay, expected, "{status} {code}");
    }
}

#[test]
fn retry_after_and_retry_limits_override_the_documented_retry() {
    for documented in documented_codes() {
        for status in documented.statuses.clone() {
            let context = after(error_response(status, Some(documented.code)));
            let asked = RetryContext {
                retry_after: Some(Duration::from_secs(3)),
                ..context
            };
            let expected = documented.is_retryable.then_some(Duration::from_secs(3));
            assert_eq!(retry_delay(&asked), expected, "{documented:?}");
            for context in [
                RetryContext {
                    is_non_retryable_code: true,
                    ..context
                },
                RetryContext {
                    retries_left: 0,
                    ..context
                },
            ] {
                assert_eq!(retry_delay(&context), None, "{documented:?} {context:?}");
            }
        }
    }
}

#[test]
fn known_codes_equal_the_documented_ones() {
    let documented: BTreeSet<_> = documented_codes().iter().map(|row| row.code).collect();
    let known: BTreeSet<_> = ErrorCode::KNOWN.iter().map(|code| code.number()).collect();
    assert_eq!(known, documented);
}

#[test]
fn error_vector_matches_the_documentation() {
    #[derive(Debug, Deserialize)]
    struct Row {
        code: u32,
        status: u16,
        retry: String,
    }
    let vector = include_str!("../../../../tests/vectors/errors.json");
    let mut rows: Vec<Row> = serde_json::from_str(vector).unwrap();
    rows.sort_by_key(|row| row.code);
    let mut documentation = documented_codes();
    documentation.sort_by_key(|row| row.code);
    assert_eq!(rows.len(), documentation.len());
    for (row, documented) in rows.iter().zip(&documentation) {
        assert_eq!(row.code, documented.code);
        assert!(documented.has_status(row.status), "{row:?} {documented:?}");
        assert_eq!(row.retry != "no", documented.is_retryable, "{row:?}");
    }
}

#[test]
fn unknown_codes_are_retried_by_status() {
    for code in [None, Some(9999), Some(0)] {
        for (status, idempotent, not_idempotent) in [
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
            for (idempotency, expected) in [
                (ReadOnly, idempotent),
                (Idempotent, idempotent),
                (Keyed, idempotent),
                (NotIdempotent, not_idempotent),
            ] {
                let context = RetryContext {
                    idempotency,
                    ..after(error_response(status, code))
                };
                assert_eq!(
                    retry_delay(&context),
                    expected,
                    "{status} {code:?} {idempotency:?}"
                );
            }
        }
    }
}

#[test]
fn lost_response_is_retried_if_the_call_is_idempotent() {
    for (idempotency, expected) in [
        (ReadOnly, BACKOFF),
        (Idempotent, BACKOFF),
        (Keyed, BACKOFF),
        (Convergent, BACKOFF),
        (NotIdempotent, None),
    ] {
        assert_eq!(
            retry_delay(&RetryContext {
                idempotency,
                ..after(Failure::ResponseLost)
            }),
            expected,
            "{idempotency:?}"
        );
        assert_eq!(
            retry_delay(&RetryContext {
                idempotency,
                ..after(Failure::NotSent)
            }),
            BACKOFF,
            "{idempotency:?}"
        );
        assert_eq!(
            retry_delay(&RetryContext {
                idempotency,
                ..after(Failure::NotRetryable)
            }),
            None,
            "{idempotency:?}"
        );
    }
}

#[test]
fn x_should_retry_overrides_the_code() {
    let chat_unavailable = after(error_response(409, Some(2013)));
    assert_eq!(
        retry_delay(&RetryContext {
            should_retry: Some(true),
            ..chat_unavailable
        }),
        BACKOFF
    );
    let wrong_status = after(error_response(413, Some(5001)));
    assert_eq!(
        retry_delay(&RetryContext {
            should_retry: Some(true),
            ..wrong_status
        }),
        BACKOFF
    );
    let internal = after(error_response(500, Some(3006)));
    assert_eq!(
        retry_delay(&RetryContext {
            should_retry: Some(false),
            ..internal
        }),
        None
    );
    let last = RetryContext {
        should_retry: Some(true),
        retries_left: 0,
        ..internal
    };
    assert_eq!(retry_delay(&last), None);
}

#[test]
fn retry_after_of_more_than_a_minute_is_not_retried() {
    let limited = after(error_response(429, Some(1007)));
    for (seconds, expected) in [
        (60, Some(Duration::from_secs(60))),
        (61, None),
        (u64::MAX, None),
    ] {
        let context = RetryContext {
            retry_after: Some(Duration::from_secs(seconds)),
            ..limited
        };
        assert_eq!(retry_delay(&context), expected, "{seconds} s");
    }
}

#[test]
fn retry_after_of_zero_uses_backoff() {
    for failure in [
        error_response(429, Some(1007)),
        error_response(503, Some(4004)),
    ] {
        let context = RetryContext {
            retry_after: Some(Duration::ZERO),
            ..after(failure)
        };
        assert_eq!(retry_delay(&context), BACKOFF);
    }
}

#[test]
fn no_retry_after_the_deadline() {
    let internal = after(error_response(500, Some(3006)));
    for (millis, expected) in [(0, None), (400, None), (401, BACKOFF)] {
        let context = RetryContext {
            time_left: Some(Duration::from_millis(millis)),
            ..internal
        };
        assert_eq!(retry_delay(&context), expected, "{millis} ms left");
    }
}

#[test]
fn backoff_doubles_up_to_eight_seconds_with_jitter() {
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
