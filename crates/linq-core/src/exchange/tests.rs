//! Scenarios on simulated time.

mod effect;
mod rate_limited;
mod renewal;
mod responses;

use super::*;
use crate::error::ErrorCode;
use crate::{
    Client, DryRun,
    api::chats::{
        RetrieveChat, ShareContactCard, UpdateChat, messages::SendMessage,
        participants::RemoveParticipant,
    },
    api::payment_handles::VerifyPaymentHandle,
    call::{PreparedCall, WithResponse},
    error::TransportErrorKind,
    message::MessageContent,
    secret::ApiKey,
};
use http::{HeaderValue, StatusCode};
use std::fmt::Write;

const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";

/// Drives an exchange on a clock that only moves when it waits or sends.
struct Drive<E: Endpoint> {
    exchange: Exchange<E>,
    now: Instant,
    start: Instant,
    sent: Vec<Attempt>,
}

impl<E: Endpoint> Drive<E> {
    fn new(endpoint: E, options: &CallOptions) -> Self {
        #[allow(clippy::disallowed_methods)]
        let now = Instant::now();
        Self::with(&config(), endpoint, options, now)
    }

    fn with(config: &Config, endpoint: E, options: &CallOptions, now: Instant) -> Self {
        let entropy = Entropy::new([1; 24]);
        let exchange = Exchange::new(config, endpoint, options, entropy, now).unwrap();
        Self {
            exchange,
            now,
            start: now,
            sent: Vec::new(),
        }
    }

    /// Answers each attempt in turn, each taking `took`.
    fn run(&mut self, took: Duration, outcomes: Vec<Outcome>) -> Result<E::Response, Error> {
        let mut outcomes = outcomes.into_iter();
        let mut outcome = None;
        loop {
            match self.exchange.step(outcome.take(), self.now) {
                Step::Done(result) => {
                    assert_eq!(outcomes.len(), 0, "gave up early");
                    return result;
                }
                Step::Send(attempt) => {
                    self.now += attempt.after + took.min(attempt.timeout);
                    self.sent.push(attempt);
                    outcome = Some(outcomes.next().expect("one attempt too many"));
                }
            }
        }
    }
}

fn config() -> Config {
    Config::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap())
}

fn send() -> SendMessage {
    SendMessage::new(CHAT.into(), MessageContent::from("hi"))
}

fn remove() -> RemoveParticipant {
    RemoveParticipant::new(CHAT.into(), "+12052499136".parse().unwrap())
}

#[allow(clippy::unnecessary_wraps)] // an outcome like any other
fn reply(status: u16, body: &str) -> Outcome {
    let mut reply = Response::new(Bytes::copy_from_slice(body.as_bytes()));
    *reply.status_mut() = StatusCode::from_u16(status).unwrap();
    reply
        .headers_mut()
        .insert("x-trace-id", HeaderValue::from_static("trace-from-header"));
    Ok(reply)
}

fn refusal(status: u16, code: u32) -> Outcome {
    reply(
        status,
        &format!(r#"{{"error":{{"status":{status},"code":{code},"message":"no"}}}}"#),
    )
}

fn fail(kind: TransportErrorKind) -> Outcome {
    Err(TransportError::new(kind, "gone"))
}

fn lost() -> Outcome {
    fail(TransportErrorKind::ConnectionLost)
}

const QUICK: Duration = Duration::from_millis(10);

#[test]
fn a_key_is_made_once_and_kept_through_all_attempts() {
    let mut drive = Drive::new(send(), &CallOptions::default());
    drive
        .run(QUICK, vec![lost(), refusal(500, 3006), lost()])
        .unwrap_err();
    let bodies: Vec<_> = drive
        .sent
        .iter()
        .map(|attempt| attempt.request.body().clone())
        .collect();
    let key = bodies[0].windows(36).any(|text| {
        std::str::from_utf8(text)
            .is_ok_and(|text| uuid::Uuid::parse_str(text).is_ok_and(|id| id.get_version_num() == 4))
    });
    assert!(key, "no UUID v4 in {:?}", bodies[0]);
    assert_eq!(bodies, vec![bodies[0].clone(); 3]);
}

#[test]
fn a_key_of_ones_own_is_kept() {
    let options = CallOptions::default().idempotency_key("order-17".try_into().unwrap());
    let drive = Drive::new(send(), &options);
    let body = std::str::from_utf8(drive.exchange.attempts.request.body()).unwrap();
    assert!(body.contains(r#""idempotency_key":"order-17""#), "{body}");
}

#[test]
fn a_key_where_none_belongs_is_refused() {
    let linq = Client::<DryRun>::dry_run();
    let error = linq
        .chats()
        .retrieve(CHAT)
        .idempotency_key("k")
        .send()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "idempotency_key: this operation does not take one"
    );
}

#[test]
fn pauses_grow_and_stop_with_the_last_retry() {
    let mut drive = Drive::new(send(), &CallOptions::default());
    let error = drive.run(QUICK, vec![lost(), lost(), lost()]).unwrap_err();
    let pauses: Vec<_> = drive
        .sent
        .iter()
        .map(|attempt| attempt.after.as_millis())
        .collect();
    assert_eq!(pauses[0], 0);
    assert!(
        (375..=500).contains(&pauses[1]) && (750..=1000).contains(&pauses[2]),
        "{pauses:?}"
    );
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.attempts(), 3);
    assert!(error.may_have_been_sent());
}

#[test]
fn what_was_never_sent_is_known_not_to_have_been() {
    let unsent = || fail(TransportErrorKind::Connect);
    let mut drive = Drive::new(send(), &CallOptions::default());
    let error = drive
        .run(QUICK, vec![unsent(), unsent(), unsent()])
        .unwrap_err();
    assert!(!error.may_have_taken_effect());
}

#[test]
fn what_was_cancelled_is_not_tried_again() {
    for (sent, outcomes) in [(false, vec![]), (true, vec![]), (false, vec![lost()])] {
        let earlier = !outcomes.is_empty();
        let cancelled = fail(TransportErrorKind::Cancelled { sent });
        let outcomes = outcomes.into_iter().chain([cancelled]).collect();
        let mut drive = Drive::new(send(), &CallOptions::default());
        let error = drive.run(QUICK, outcomes).unwrap_err();
        assert_eq!(error.may_have_taken_effect(), sent || earlier, "{error}");
    }
}

#[test]
fn a_lost_reply_is_remembered_when_the_last_attempt_did_not_connect() {
    let mut drive = Drive::new(send(), &CallOptions::default().max_retries(1));
    let error = drive
        .run(QUICK, vec![lost(), fail(TransportErrorKind::Connect)])
        .unwrap_err();
    assert!(error.may_have_taken_effect());
}

#[test]
fn a_refused_repeat_says_that_the_first_may_have_worked() {
    let mut drive = Drive::new(remove(), &CallOptions::default());
    let error = drive
        .run(QUICK, vec![lost(), refusal(404, 2001)])
        .unwrap_err();
    let api = error.as_api().unwrap();
    assert!(api.earlier_attempt_may_have_succeeded() && error.may_have_taken_effect());
    assert_eq!(
        error.to_string(),
        "HTTP 404, code 2001: no (an earlier attempt got no response and may have succeeded) [trace trace-from-header]"
    );
}

#[test]
fn a_refusal_at_the_first_attempt_is_certain() {
    let mut drive = Drive::new(remove(), &CallOptions::default());
    let error = drive.run(QUICK, vec![refusal(404, 2001)]).unwrap_err();
    assert!(!error.may_have_taken_effect());
    assert_eq!(
        (error.code(), error.trace_id()),
        (Some(ErrorCode::NotFound), Some("trace-from-header"))
    );
}

#[test]
fn what_could_duplicate_is_not_repeated_after_a_lost_reply() {
    let share = || ShareContactCard::new(CHAT.into());
    let error = Drive::new(share(), &CallOptions::default())
        .run(QUICK, vec![lost()])
        .unwrap_err();
    assert!(error.may_have_taken_effect());
    Drive::new(share(), &CallOptions::default())
        .run(QUICK, vec![refusal(429, 1007), reply(204, "")])
        .unwrap();
}

#[test]
fn the_deadline_bounds_pauses_and_attempts() {
    let options = || {
        CallOptions::default()
            .deadline(Duration::from_secs(90))
            .max_retries(9)
    };
    let mut drive = Drive::new(send(), &options());
    let timeout = || fail(TransportErrorKind::Timeout);
    drive
        .run(Duration::from_secs(60), vec![timeout(), timeout()])
        .unwrap_err();
    assert_eq!(drive.sent[0].timeout, Duration::from_secs(60));
    assert!(drive.sent[1].timeout < Duration::from_secs(30));
    assert!(drive.now - drive.start <= Duration::from_secs(90));
}

#[test]
fn a_call_may_have_its_own_patience() {
    let options = CallOptions::default()
        .timeout(Duration::from_secs(5))
        .max_retries(0);
    let mut drive = Drive::new(send(), &options);
    drive.run(QUICK, vec![lost()]).unwrap_err();
    assert_eq!(drive.sent[0].timeout, Duration::from_secs(5));
}

#[test]
fn a_body_that_is_not_the_apis_is_kept() {
    let html = "<html>Bad gateway</html>";
    for body in [
        html,
        "",
        "null",
        "[]",
        r#"{"error":null}"#,
        r#"{"error":{"code":[]}}"#,
        "{",
    ] {
        let mut drive = Drive::new(
            RetrieveChat::new(CHAT.into()),
            &CallOptions::default().max_retries(0),
        );
        let error = drive.run(QUICK, vec![reply(502, body)]).unwrap_err();
        let api = error.as_api().unwrap();
        assert_eq!((api.code(), api.body().as_ref()), (None, body.as_bytes()));
        assert_eq!(
            error.to_string(),
            "HTTP 502: Bad Gateway [trace trace-from-header]"
        );
    }
}

#[test]
fn an_error_body_is_read_however_it_comes() {
    let body = r#"{"success":false,"error":{"status":429,"code":"1007","message":"slow down","retry_after":90,
        "doc_url":"https://docs.linqapp.com/error/codes/1xxx/1007/"},"trace_id":"trace-from-body"}"#;
    let mut drive = Drive::new(RetrieveChat::new(CHAT.into()), &CallOptions::default());
    let error = drive.run(QUICK, vec![reply(429, body)]).unwrap_err();
    let api = error.as_api().unwrap();
    assert_eq!(api.code(), Some(ErrorCode::RateLimited));
    assert_eq!(api.retry_after(), Some(Duration::from_secs(90)));
    assert_eq!(
        api.doc_url(),
        Some("https://docs.linqapp.com/error/codes/1xxx/1007/")
    );
    assert_eq!(api.trace_id(), Some("trace-from-body"));
}

#[test]
fn long_wait_in_the_body_is_the_callers_to_decide() {
    let longest = Some(Duration::from_secs(u32::MAX.into()));
    for (wait, expected) in [
        ("1e300", longest),
        ("1e400", longest),
        ("99999999999999999999", longest),
        (r#""99999999999999999999""#, longest),
        ("90.5", Some(Duration::from_millis(90_500))),
        ("-1", None),
        (r#""soon""#, None),
        (r#""NaN""#, None),
        ("[7]", None),
        ("true", None),
        ("null", None),
    ] {
        let body = format!(
            r#"{{"error":{{"code":1007,"message":"slow down \ud83d","retry_after":{wait}}},"trace_id":"t-1"}}"#
        );
        let options = CallOptions::default().max_retries(if expected.is_some() { 2 } else { 0 });
        let mut drive = Drive::new(RetrieveChat::new(CHAT.into()), &options);
        let error = drive.run(QUICK, vec![reply(429, &body)]).unwrap_err();
        let api = error.as_api().unwrap();
        assert_eq!(api.retry_after(), expected, "{wait}");
        assert_eq!(api.code(), Some(ErrorCode::RateLimited), "{wait}");
        assert_eq!(api.message(), Some("slow down \u{fffd}"), "{wait}");
        assert_eq!(api.trace_id(), Some("t-1"), "{wait}");
    }
}

#[test]
fn date_without_a_date_header_counts_from_the_body() {
    let dated = |body: &str, date: Option<&'static str>| {
        let mut reply = reply(429, body).unwrap();
        let until = HeaderValue::from_static("Sun, 06 Nov 1994 08:50:37 GMT");
        reply.headers_mut().insert("retry-after", until);
        if let Some(date) = date {
            let date = HeaderValue::from_static(date);
            reply.headers_mut().insert("date", date);
        }
        let options = CallOptions::default().max_retries(0);
        let mut drive = Drive::new(RetrieveChat::new(CHAT.into()), &options);
        let error = drive.run(QUICK, vec![Ok(reply)]).unwrap_err();
        error.as_api().unwrap().retry_after()
    };
    let body = r#"{"error":{"code":1007,"retry_after":7}}"#;
    let date = Some("Sun, 06 Nov 1994 08:49:37 GMT");
    assert_eq!(dated(body, None), Some(Duration::from_secs(7)));
    assert_eq!(dated(body, Some("today")), Some(Duration::from_secs(7)));
    assert_eq!(dated(body, date), Some(Duration::from_secs(60)));
    assert_eq!(dated("{}", None), None);
}

#[test]
fn client_error_with_a_code_of_another_status_costs_one_request() {
    for (status, code) in [(413, 5001), (400, 3006), (404, 5003), (400, 2011)] {
        let mut drive = Drive::new(send(), &CallOptions::default());
        let error = drive.run(QUICK, vec![refusal(status, code)]).unwrap_err();
        assert_eq!(error.code(), Some(code.into()), "{status} {code}");
    }
    for (status, code) in [(404, 2007), (409, 2009)] {
        let mut drive = Drive::new(send(), &CallOptions::default());
        let refusals = (0..3).map(|_| refusal(status, code)).collect();
        let error = drive.run(QUICK, refusals).unwrap_err();
        assert_eq!(error.as_api().unwrap().attempts(), 3, "{status} {code}");
    }
}

#[test]
fn no_debug_text_shows_the_key() {
    let options = CallOptions::default()
        .header("x-tenant-token", "sk_secret")
        .unwrap();
    let mut drive = Drive::new(send(), &options);
    let mut shown = format!("{:?} {:#?}", drive.exchange, drive.exchange);
    let error = drive.run(QUICK, vec![refusal(401, 2004)]).unwrap_err();
    write!(shown, "{:?} {error:?} {error}", drive.sent).unwrap();
    assert!(!shown.contains("sk_secret"), "{shown}");
    assert_eq!(
        drive.sent[0].request.headers()["authorization"],
        "Bearer sk_secret"
    );
    assert_eq!(
        drive.sent[0].request.headers()["x-tenant-token"],
        "sk_secret"
    );
}

#[test]
fn what_sets_a_state_may_have_set_it_at_an_earlier_attempt() {
    for first in [refusal(500, 3006), refusal(408, 0), lost()] {
        let rename = UpdateChat::new(CHAT.into());
        let mut drive = Drive::new(
            UpdateChat {
                display_name: Some("Lunch".into()),
                ..rename
            },
            &CallOptions::default(),
        );
        let error = drive
            .run(QUICK, vec![first, refusal(404, 2001)])
            .unwrap_err();
        assert!(error.may_have_taken_effect(), "{error}");
    }
}

#[test]
fn a_timeout_of_the_servers_is_no_promise() {
    let mut drive = Drive::new(send(), &CallOptions::default().max_retries(0));
    let error = drive.run(QUICK, vec![reply(408, "")]).unwrap_err();
    assert!(error.may_have_taken_effect());
}

#[test]
fn what_only_reads_has_no_effect() {
    for outcomes in [
        vec![lost(), refusal(404, 2001)],
        vec![reply(500, ""), refusal(404, 2001)],
        vec![lost(), lost(), lost()],
        vec![reply(502, ""), reply(408, ""), reply(500, "")],
    ] {
        let mut drive = Drive::new(RetrieveChat::new(CHAT.into()), &CallOptions::default());
        let error = drive.run(QUICK, outcomes).unwrap_err();
        assert!(!error.may_have_taken_effect(), "{error}");
        assert!(!error.to_string().contains("may have"), "{error}");
        let Error::Transport(error) = error else {
            continue;
        };
        assert!(error.may_have_been_sent());
    }
}

#[test]
fn an_attempt_that_did_not_connect_in_time_is_repeated_and_certain() {
    let unsent = || fail(TransportErrorKind::ConnectTimeout);
    let options = CallOptions::default().max_retries(1);
    let mut drive = Drive::new(ShareContactCard::new(CHAT.into()), &options);
    let error = drive.run(QUICK, vec![unsent(), unsent()]).unwrap_err();
    assert!(!error.may_have_taken_effect());
    assert_eq!(
        error.to_string(),
        "connection to api.linqapp.com timed out (2 attempts): gone"
    );
}

#[test]
fn a_server_that_was_reached_was_reached() {
    let unsent = || fail(TransportErrorKind::Connect);
    let options = CallOptions::default().max_retries(1);
    let mut drive = Drive::new(send(), &options);
    let error = drive
        .run(QUICK, vec![refusal(429, 1007), unsent()])
        .unwrap_err();
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert!(error.may_have_been_sent() && !error.may_have_taken_effect());
}

#[test]
fn added_fields_keep_every_digit() {
    const DIGITS: &str = "1180591620717411303424000000000000000000001";
    let raw: Box<serde_json::value::RawValue> = serde_json::from_str(DIGITS).unwrap();
    let options = CallOptions::default()
        .body_field("a", u128::MAX)
        .and_then(|options| options.body_field("b", &raw))
        .and_then(|options| options.body_field("c", [i128::MIN]))
        .unwrap();
    let linq = Client::<DryRun>::dry_run();
    // Fields that were in the body keep their digits too.
    let call = linq.request(http::Method::POST, "/v3/new");
    let call = call.json(std::collections::BTreeMap::from([("d", &raw)]));
    let request = call.options(options).send().unwrap();
    let body = std::str::from_utf8(request.body()).unwrap();
    let expected = format!(
        r#"{{"a":{},"b":{DIGITS},"c":[{}],"d":{DIGITS}}}"#,
        u128::MAX,
        i128::MIN
    );
    assert_eq!(body, expected);
}

#[test]
fn no_debug_text_shows_what_a_call_says() {
    let linq = Client::<DryRun>::dry_run();
    let shown_call = |call: &dyn fmt::Debug| format!("{call:?} {call:#?}");
    let verify = || {
        let handle = "+12052499136".parse().unwrap();
        VerifyPaymentHandle::new(handle, "s3cret".into(), "con_1".into())
    };
    let options = CallOptions::default()
        .query("token", "s3cret")
        .and_then(|options| options.body_field("note", "s3cret"))
        .and_then(|options| options.header("x-token", "s3cret"))
        .unwrap();
    let mut shown = shown_call(&options);
    shown += &shown_call(&PreparedCall::new(verify(), options.clone()));
    shown += &shown_call(&linq.chats().list().options(options.clone()));
    shown += &shown_call(&linq.chats().list().options(options.clone()).items());

    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let mut exchange =
        Exchange::new(&config(), verify(), &options, Entropy::new([1; 24]), now).unwrap();
    shown += &shown_call(&exchange);
    let step = exchange.step(None, now);
    shown += &shown_call(&step);
    let Step::Send(attempt) = step else {
        panic!("{step:?}")
    };
    assert!(
        std::str::from_utf8(attempt.request.body())
            .unwrap()
            .contains("s3cret")
    );
    shown += &shown_call(&attempt);
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(
        shown.contains("POST /api/partner/v3/payments/handles/"),
        "{shown}"
    );
}

#[test]
fn an_error_that_is_no_object_is_read_as_far_as_it_goes() {
    for (body, expected) in [
        (
            r#"{"error":"Forbidden","trace_id":"t-1"}"#,
            "HTTP 403: Forbidden! [trace t-1]",
        ),
        (
            r#"{"error":null,"trace_id":"t-1"}"#,
            "HTTP 403: Forbidden [trace t-1]",
        ),
        (
            r#"{"error":["?"],"trace_id":7}"#,
            "HTTP 403: Forbidden [trace trace-from-header]",
        ),
    ] {
        let body = body.replace(r#""Forbidden""#, r#""Forbidden!""#);
        let mut drive = Drive::new(RetrieveChat::new(CHAT.into()), &CallOptions::default());
        let error = drive.run(QUICK, vec![reply(403, &body)]).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.as_api().unwrap().body().as_ref(), body.as_bytes());
    }
}

#[test]
fn a_time_without_end_is_a_year() {
    let options = CallOptions::default()
        .timeout(Duration::MAX)
        .deadline(Duration::MAX);
    let mut drive = Drive::new(send(), &options);
    drive.run(QUICK, vec![lost(), lost(), lost()]).unwrap_err();
    assert_eq!(drive.sent[0].timeout, Config::MAX_TIMEOUT);
}

#[test]
fn a_reply_says_how_many_attempts_it_took() {
    for lost_before in 0..3 {
        let mut outcomes: Vec<Outcome> = (0..lost_before).map(|_| lost()).collect();
        outcomes.push(reply(
            202,
            r#"{"message": "m", "status": "accepted", "trace_id": "t"}"#,
        ));
        let mut drive = Drive::new(WithResponse(remove()), &CallOptions::default());
        let taken = drive.run(Duration::from_secs(1), outcomes).unwrap();
        assert_eq!(taken.attempts, lost_before + 1);
    }
}
