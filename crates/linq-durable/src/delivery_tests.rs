use super::*;
use crate::{
    entry::{Entry, EntryId},
    store::Fence,
};
use linq_core::{
    ApiKey, Client,
    error::TransportError,
    exchange::{
        BaseUrl, CallOptions, Entropy, Exchange, ExchangeConfig, Outcome as Attempted, Step,
    },
    stored_call::StoredCall,
};
use std::time::Instant;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn now() -> SystemTime {
    NOW + 10 * DAY
}

fn call() -> StoredCall {
    let linq = Client::dry_run();
    let call = linq.messages().create("+15556667777", "Hello");
    let entropy = Entropy::new([7; Entropy::LEN]);
    call.into_prepared().into_stored(entropy).unwrap()
}

/// Returns an entry that was claimed now, and attempted before or not.
fn claimed(attempted_before: Option<SystemTime>, attempts: u32) -> Claimed {
    let entry = Entry {
        id: EntryId::new(1),
        call: call(),
        ordering_key: String::new(),
        state: State::Sending,
        attempts,
        created_at: NOW,
        ready_at: Some(now() + HOUR),
        attempted_at: attempted_before.or(Some(now())),
        finished_at: None,
        outcome: Outcome::default(),
    };
    Claimed {
        entry,
        fence: Fence(1),
        state_before: match attempted_before {
            Some(_) => State::Sending,
            None => State::Queued,
        },
        attempted_before,
    }
}

/// Returns the result of a call without retries.
fn result(outcome: Attempted) -> Result<Receipt, Error> {
    let config = ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_test").unwrap());
    let options = CallOptions::default().max_retries(0);
    let (entropy, now) = (Entropy::new([7; Entropy::LEN]), Instant::now());
    let mut exchange = Exchange::new(&config, call(), &options, entropy, now).unwrap();
    let Step::Send(_) = exchange.step(None, now) else {
        panic!("not sent");
    };
    match exchange.step(Some(outcome), now) {
        Step::Done(result) => result,
        Step::Send(_) => panic!("retried"),
    }
}

#[allow(clippy::unnecessary_wraps)] // beside `failure`
fn response(status: u16, body: &'static str) -> Attempted {
    let response = http::Response::builder()
        .status(status)
        .header("retry-after", "3");
    Ok(response.body(body.as_bytes().into()).unwrap())
}

fn failure(kind: TransportErrorKind) -> Attempted {
    Err(TransportError::new(kind, "cut"))
}

/// The expected progress of an entry.
#[derive(Debug, PartialEq)]
enum Expected {
    /// Retried after these seconds; it may have taken effect.
    Sending(u64),
    /// Retried after these seconds; it certainly did not take effect.
    Queued(u64),
    Finished(State),
}

fn summary(progress: &Progress) -> Expected {
    match progress {
        Progress::Retry {
            at, attempted_at, ..
        } => {
            let seconds = at.duration_since(now()).unwrap().as_secs();
            match attempted_at {
                Some(_) => Expected::Sending(seconds),
                None => Expected::Queued(seconds),
            }
        }
        Progress::Finished { state, .. } => Expected::Finished(*state),
        Progress::Prepared { .. } => panic!("prepared"),
    }
}

#[test]
fn progress_after_each_outcome() {
    use Expected::{Finished, Queued, Sending};
    let sent = || response(200, r#"{"chat_id": "c1", "message": {"id": "m1"}}"#);
    let without_id = || response(200, r#"{"chat_id": "c1"}"#);
    let html = || response(200, "<html>Sign in</html>");
    let rejected = || response(403, r#"{"error": {"code": 2024}}"#);
    let deleted = || response(404, r#"{"error": {"code": 2002}}"#);
    let no_chat = || response(404, r#"{"error": {"code": 2001}}"#);
    let cancelled = |sent| failure(TransportErrorKind::Cancelled { sent });
    let page = |status| response(status, "<html>Blocked</html>");
    // Outcome, expectation in the first attempt, and after one that may have taken effect.
    let table: [(&str, &dyn Fn() -> Attempted, Expected, Expected); 19] = [
        ("redirect", &|| page(302), Queued(3), Sending(3)),
        ("blocked", &|| page(403), Queued(3), Sending(3)),
        ("gateway", &|| page(503), Sending(3), Sending(3)),
        (
            "page too large",
            &|| page(413),
            Finished(State::Failed),
            Finished(State::Uncertain),
        ),
        ("sent", &sent, Finished(State::Sent), Finished(State::Sent)),
        (
            "without id",
            &without_id,
            Finished(State::Uncertain),
            Finished(State::Uncertain),
        ),
        ("html", &html, Sending(1), Sending(1)),
        (
            "rejected",
            &rejected,
            Finished(State::Failed),
            Finished(State::Uncertain),
        ),
        (
            "deleted",
            &deleted,
            Finished(State::Failed),
            Finished(State::Uncertain),
        ),
        (
            "no chat",
            &no_chat,
            Finished(State::Failed),
            Finished(State::Uncertain),
        ),
        (
            "unauthorized",
            &|| response(401, "{}"),
            Queued(0),
            Sending(0),
        ),
        ("rate limit", &|| response(429, "{}"), Queued(3), Sending(3)),
        (
            "unavailable",
            &|| response(503, "{}"),
            Queued(3),
            Sending(3),
        ),
        ("error", &|| response(500, "{}"), Sending(3), Sending(3)),
        (
            "connect",
            &|| failure(TransportErrorKind::Connect),
            Queued(1),
            Sending(1),
        ),
        (
            "lost",
            &|| failure(TransportErrorKind::ConnectionLost),
            Sending(1),
            Sending(1),
        ),
        ("cancelled", &|| cancelled(false), Queued(0), Sending(0)),
        (
            "cancelled late",
            &|| cancelled(true),
            Sending(0),
            Sending(0),
        ),
        (
            "too large",
            &|| failure(TransportErrorKind::ResponseTooLarge),
            Finished(State::Uncertain),
            Finished(State::Uncertain),
        ),
    ];
    let options = RunOptions::new();
    for (name, outcome, first, later) in table {
        for (attempted_before, expected) in [(None, first), (Some(now() - HOUR), later)] {
            let claimed = claimed(attempted_before, 1);
            let disposition = after_call(&claimed, result(outcome()), &options, now(), 0.0);
            let is_unauthorized = disposition.unauthorized.is_some();
            assert_eq!(is_unauthorized, name == "unauthorized", "{name}");
            assert_eq!(summary(&disposition.progress), expected, "{name}");
        }
    }
}

#[test]
fn outcome_names_message_error_and_trace() {
    let options = RunOptions::new();
    let finished = |outcome| {
        let result = result(outcome);
        match after_call(&claimed(None, 1), result, &options, now(), 0.0).progress {
            Progress::Finished { outcome, .. } => outcome,
            other => panic!("{other:?}"),
        }
    };
    let sent = finished(response(
        202,
        r#"{"chat_id": "c1", "message": {"id": "m1"}}"#,
    ));
    assert_eq!(sent.message_id, Some("m1".into()));
    assert_eq!(sent.chat_id, Some("c1".into()));
    assert_eq!((sent.status, sent.problem), (Some(202), None));
    assert!(sent.response.unwrap().contains("m1"));
    let body = r#"{"trace_id": "t1", "error": {"code": 2024, "message": "opted out"}}"#;
    let failed = finished(response(403, body));
    assert_eq!((failed.status, failed.code), (Some(403), Some(2024)));
    assert_eq!(failed.trace_id.as_deref(), Some("t1"));
    assert!(failed.problem.unwrap().contains("opted out"));
}

#[test]
fn backoff_doubles_up_to_its_maximum() {
    let options = RunOptions::new().max_backoff(Duration::from_secs(60));
    let delays = [1, 2, 3, 4, 6, 7, 40, u32::MAX].map(|attempts| {
        let lost = result(failure(TransportErrorKind::ConnectionLost));
        let claimed = claimed(None, attempts);
        summary(&after_call(&claimed, lost, &options, now(), 0.0).progress)
    });
    assert_eq!(delays, [1, 2, 4, 8, 32, 60, 60, 60].map(Expected::Sending));
    let lost = result(failure(TransportErrorKind::ConnectionLost));
    let jitter = after_call(&claimed(None, 3), lost, &options, now(), 0.999).progress;
    assert_eq!(summary(&jitter), Expected::Sending(3));
}

#[test]
fn retry_is_not_later_than_the_end_of_the_period() {
    let options = RunOptions::new();
    let long = http::Response::builder()
        .status(503)
        .header("retry-after", "100000000000");
    let long = Ok(long.body("{}".into()).unwrap());
    let claimed = claimed(Some(now() - 23 * HOUR), 1);
    let disposition = after_call(&claimed, result(long), &options, now(), 0.0);
    assert_eq!(
        summary(&disposition.progress),
        Expected::Sending(HOUR.as_secs())
    );
}

#[test]
fn entry_expires_after_the_shorter_period() {
    let hours = |hours| RunOptions::new().uncertain_after(hours * HOUR);
    let shorter = hours(24).key_lifetime(2 * HOUR);
    let table = [
        (None, hours(1), false),
        (Some(now()), hours(1), false),
        (
            Some(now() - HOUR + Duration::from_millis(1)),
            hours(1),
            false,
        ),
        (Some(now() - HOUR), hours(1), true),
        (Some(now() - 2 * HOUR), shorter.clone(), true),
        (Some(now() - HOUR), shorter, false),
        // The clock was set back.
        (Some(now() + HOUR), hours(1), false),
    ];
    for (attempted_before, options, expected) in table {
        let expired = expired(&claimed(attempted_before, 1), &options, now());
        assert_eq!(expired.is_some(), expected, "{attempted_before:?}");
    }
}

#[test]
fn failures_hold_back_if_asked() {
    let rejected = || result(response(403, "{}"));
    for holds in [false, true] {
        let options = RunOptions::new().failures_hold_back(holds);
        let claimed = claimed(None, 1);
        let failed = after_call(&claimed, rejected(), &options, now(), 0.0).progress;
        assert!(matches!(failed, Progress::Finished { holds_back, .. } if holds_back == holds));
        let sent = response(200, r#"{"message": {"id": "m1"}}"#);
        let sent = after_call(&claimed, result(sent), &options, now(), 0.0).progress;
        assert!(matches!(
            sent,
            Progress::Finished {
                holds_back: false,
                ..
            }
        ));
    }
}
