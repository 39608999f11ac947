//! Tests of whole exchanges, with simulated time.

mod attempt_observer;
mod effect;
mod rate_limits;
mod renewal;
mod responses;
mod retry_quota;

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

/// A driver with a simulated clock, which advances by delays and latencies.
struct TestDriver<E: Endpoint> {
    exchange: Exchange<E>,
    now: Instant,
    start: Instant,
    sent: Vec<Attempt>,
}

impl<E: Endpoint> TestDriver<E> {
    fn new(endpoint: E, options: &CallOptions) -> Self {
        #[allow(clippy::disallowed_methods)]
        let now = Instant::now();
        Self::with(&config(), endpoint, options, now)
    }

    fn with(config: &ExchangeConfig, endpoint: E, options: &CallOptions, now: Instant) -> Self {
        let entropy = Entropy::new([1; 24]);
        let exchange = Exchange::new(config, endpoint, options, entropy, now).unwrap();
        Self {
            exchange,
            now,
            start: now,
            sent: Vec::new(),
        }
    }

    /// Runs the exchange to its end with one outcome per attempt, each after `latency`.
    fn run(&mut self, latency: Duration, outcomes: Vec<Outcome>) -> Result<E::Response, Error> {
        let mut outcomes = outcomes.into_iter();
        let mut outcome = None;
        loop {
            match self.exchange.step(outcome.take(), self.now) {
                Step::Done(result) => {
                    assert_eq!(outcomes.len(), 0, "gave up early");
                    return result;
                }
                Step::Send(attempt) => {
                    self.now += attempt.after + latency.min(attempt.timeout);
                    self.sent.push(attempt);
                    outcome = Some(outcomes.next().expect("one attempt too many"));
                }
            }
        }
    }
}

fn config() -> ExchangeConfig {
    ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap())
}

fn send() -> SendMessage {
    SendMessage::new(CHAT.into(), MessageContent::from("hi"))
}

fn remove() -> RemoveParticipant {
    RemoveParticipant::new(CHAT.into(), "+12052499136".parse().unwrap())
}

#[allow(clippy::unnecessary_wraps)] // the type of other outcomes
fn response(status: u16, body: &str) -> Outcome {
    let mut response = Response::new(Bytes::copy_from_slice(body.as_bytes()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
        .headers_mut()
        .insert("x-trace-id", HeaderValue::from_static("trace-from-header"));
    Ok(response)
}

fn error_response(status: u16, code: u32) -> Outcome {
    response(
        status,
        &format!(r#"{{"error":{{"status":{status},"code":{code},"message":"no"}}}}"#),
    )
}

fn fail(kind: TransportErrorKind) -> Outcome {
    Err(TransportError::new(kind, "gone"))
}

fn response_lost() -> Outcome {
    fail(TransportErrorKind::ConnectionLost)
}

const LATENCY: Duration = Duration::from_millis(10);

#[test]
fn idempotency_key_is_generated_once_per_call() {
    let mut driver = TestDriver::new(send(), &CallOptions::default());
    driver
        .run(
            LATENCY,
            vec![response_lost(), error_response(500, 3006), response_lost()],
        )
        .unwrap_err();
    let bodies: Vec<_> = driver
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
fn idempotency_key_of_the_caller_is_sent() {
    let options = CallOptions::default().idempotency_key("order-17".try_into().unwrap());
    let driver = TestDriver::new(send(), &options);
    let body = std::str::from_utf8(driver.exchange.attempts.request.body()).unwrap();
    assert!(body.contains(r#""idempotency_key":"order-17""#), "{body}");
}

#[test]
fn idempotency_key_is_invalid_for_operations_without_one() {
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
fn backoff_grows_until_the_last_retry() {
    let mut driver = TestDriver::new(send(), &CallOptions::default());
    let error = driver
        .run(
            LATENCY,
            vec![response_lost(), response_lost(), response_lost()],
        )
        .unwrap_err();
    let delays: Vec<_> = driver
        .sent
        .iter()
        .map(|attempt| attempt.after.as_millis())
        .collect();
    assert_eq!(delays[0], 0);
    assert!(
        (375..=500).contains(&delays[1]) && (750..=1000).contains(&delays[2]),
        "{delays:?}"
    );
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.attempts(), 3);
    assert!(error.may_have_been_sent());
}

#[test]
fn unsent_request_has_no_effect() {
    let unsent = || fail(TransportErrorKind::Connect);
    let mut driver = TestDriver::new(send(), &CallOptions::default());
    let error = driver
        .run(LATENCY, vec![unsent(), unsent(), unsent()])
        .unwrap_err();
    assert!(!error.may_have_taken_effect());
}

#[test]
fn cancelled_call_is_not_retried() {
    for (sent, outcomes) in [
        (false, vec![]),
        (true, vec![]),
        (false, vec![response_lost()]),
    ] {
        let earlier = !outcomes.is_empty();
        let cancelled = fail(TransportErrorKind::Cancelled { sent });
        let outcomes = outcomes.into_iter().chain([cancelled]).collect();
        let mut driver = TestDriver::new(send(), &CallOptions::default());
        let error = driver.run(LATENCY, outcomes).unwrap_err();
        assert_eq!(error.may_have_taken_effect(), sent || earlier, "{error}");
    }
}

#[test]
fn lost_response_counts_when_a_later_attempt_does_not_connect() {
    let mut driver = TestDriver::new(send(), &CallOptions::default().max_retries(1));
    let error = driver
        .run(
            LATENCY,
            vec![response_lost(), fail(TransportErrorKind::Connect)],
        )
        .unwrap_err();
    assert!(error.may_have_taken_effect());
}

#[test]
fn rejected_retry_reports_that_the_first_attempt_may_have_succeeded() {
    let mut driver = TestDriver::new(remove(), &CallOptions::default());
    let error = driver
        .run(LATENCY, vec![response_lost(), error_response(404, 2001)])
        .unwrap_err();
    let api = error.as_api().unwrap();
    assert!(api.earlier_attempt_may_have_succeeded() && error.may_have_taken_effect());
    assert_eq!(
        error.to_string(),
        "HTTP 404, code 2001: no (an earlier attempt got no response and may have succeeded) [trace trace-from-header]"
    );
}

#[test]
fn rejection_of_the_first_attempt_has_no_effect() {
    let mut driver = TestDriver::new(remove(), &CallOptions::default());
    let error = driver
        .run(LATENCY, vec![error_response(404, 2001)])
        .unwrap_err();
    assert!(!error.may_have_taken_effect());
    assert_eq!(
        (error.code(), error.trace_id()),
        (Some(ErrorCode::NotFound), Some("trace-from-header"))
    );
}

#[test]
fn not_idempotent_call_is_not_retried_after_a_lost_response() {
    let share = || ShareContactCard::new(CHAT.into());
    let error = TestDriver::new(share(), &CallOptions::default())
        .run(LATENCY, vec![response_lost()])
        .unwrap_err();
    assert!(error.may_have_taken_effect());
    TestDriver::new(share(), &CallOptions::default())
        .run(LATENCY, vec![error_response(429, 1007), response(204, "")])
        .unwrap();
}

#[test]
fn deadline_limits_delays_and_attempts() {
    let options = || {
        CallOptions::default()
            .deadline(Duration::from_secs(90))
            .max_retries(9)
    };
    let mut driver = TestDriver::new(send(), &options());
    let timeout = || fail(TransportErrorKind::Timeout);
    driver
        .run(Duration::from_secs(60), vec![timeout(), timeout()])
        .unwrap_err();
    assert_eq!(driver.sent[0].timeout, Duration::from_secs(60));
    assert!(driver.sent[1].timeout < Duration::from_secs(30));
    assert!(driver.now - driver.start <= Duration::from_secs(90));
}

#[test]
fn call_options_override_timeout_and_retries() {
    let options = CallOptions::default()
        .timeout(Duration::from_secs(5))
        .max_retries(0);
    let mut driver = TestDriver::new(send(), &options);
    driver.run(LATENCY, vec![response_lost()]).unwrap_err();
    assert_eq!(driver.sent[0].timeout, Duration::from_secs(5));
}

#[test]
fn error_body_of_a_proxy_is_kept() {
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
        let mut driver = TestDriver::new(
            RetrieveChat::new(CHAT.into()),
            &CallOptions::default().max_retries(0),
        );
        let error = driver.run(LATENCY, vec![response(502, body)]).unwrap_err();
        let api = error.as_api().unwrap();
        assert_eq!((api.code(), api.body().as_ref()), (None, body.as_bytes()));
        assert_eq!(
            error.to_string(),
            "HTTP 502: Bad Gateway [trace trace-from-header]"
        );
    }
}

#[test]
fn error_body_is_decoded() {
    let body = r#"{"success":false,"error":{"status":429,"code":"1007","message":"slow down","retry_after":90,
        "doc_url":"https://docs.linqapp.com/error/codes/1xxx/1007/"},"trace_id":"trace-from-body"}"#;
    let mut driver = TestDriver::new(RetrieveChat::new(CHAT.into()), &CallOptions::default());
    let error = driver.run(LATENCY, vec![response(429, body)]).unwrap_err();
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
fn long_retry_after_in_the_body_fails_the_call() {
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
        let mut driver = TestDriver::new(RetrieveChat::new(CHAT.into()), &options);
        let error = driver.run(LATENCY, vec![response(429, &body)]).unwrap_err();
        let api = error.as_api().unwrap();
        assert_eq!(api.retry_after(), expected, "{wait}");
        assert_eq!(api.code(), Some(ErrorCode::RateLimited), "{wait}");
        assert_eq!(api.message(), Some("slow down \u{fffd}"), "{wait}");
        assert_eq!(api.trace_id(), Some("t-1"), "{wait}");
    }
}

#[test]
fn retry_after_date_needs_a_date_header() {
    let dated = |body: &str, date: Option<&'static str>| {
        let mut response = response(429, body).unwrap();
        let until = HeaderValue::from_static("Sun, 06 Nov 1994 08:50:37 GMT");
        response.headers_mut().insert("retry-after", until);
        if let Some(date) = date {
            let date = HeaderValue::from_static(date);
            response.headers_mut().insert("date", date);
        }
        let options = CallOptions::default().max_retries(0);
        let mut driver = TestDriver::new(RetrieveChat::new(CHAT.into()), &options);
        let error = driver.run(LATENCY, vec![Ok(response)]).unwrap_err();
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
fn client_error_with_a_code_of_another_status_is_not_retried() {
    for (status, code) in [(413, 5001), (400, 3006), (404, 5003), (400, 2011)] {
        let mut driver = TestDriver::new(send(), &CallOptions::default());
        let error = driver
            .run(LATENCY, vec![error_response(status, code)])
            .unwrap_err();
        assert_eq!(error.code(), Some(code.into()), "{status} {code}");
    }
    for (status, code) in [(404, 2007), (409, 2009)] {
        let mut driver = TestDriver::new(send(), &CallOptions::default());
        let responses = (0..3).map(|_| error_response(status, code)).collect();
        let error = driver.run(LATENCY, responses).unwrap_err();
        assert_eq!(error.as_api().unwrap().attempts(), 3, "{status} {code}");
    }
}

#[test]
fn debug_output_omits_the_api_key() {
    let options = CallOptions::default()
        .header("x-tenant-token", "sk_secret")
        .unwrap();
    let mut driver = TestDriver::new(send(), &options);
    let mut shown = format!("{:?} {:#?}", driver.exchange, driver.exchange);
    let error = driver
        .run(LATENCY, vec![error_response(401, 2004)])
        .unwrap_err();
    write!(shown, "{:?} {error:?} {error}", driver.sent).unwrap();
    assert!(!shown.contains("sk_secret"), "{shown}");
    assert_eq!(
        driver.sent[0].request.headers()["authorization"],
        "Bearer sk_secret"
    );
    assert_eq!(
        driver.sent[0].request.headers()["x-tenant-token"],
        "sk_secret"
    );
}

#[test]
fn idempotent_call_may_have_taken_effect_at_an_earlier_attempt() {
    for first in [
        error_response(500, 3006),
        error_response(408, 0),
        response_lost(),
    ] {
        let rename = UpdateChat::new(CHAT.into());
        let mut driver = TestDriver::new(
            UpdateChat {
                display_name: Some("Lunch".into()),
                ..rename
            },
            &CallOptions::default(),
        );
        let error = driver
            .run(LATENCY, vec![first, error_response(404, 2001)])
            .unwrap_err();
        assert!(error.may_have_taken_effect(), "{error}");
    }
}

#[test]
fn status_408_may_have_taken_effect() {
    let mut driver = TestDriver::new(send(), &CallOptions::default().max_retries(0));
    let error = driver.run(LATENCY, vec![response(408, "")]).unwrap_err();
    assert!(error.may_have_taken_effect());
}

#[test]
fn read_only_call_has_no_effect() {
    for outcomes in [
        vec![response_lost(), error_response(404, 2001)],
        vec![response(500, ""), error_response(404, 2001)],
        vec![response_lost(), response_lost(), response_lost()],
        vec![response(502, ""), response(408, ""), response(500, "")],
    ] {
        let mut driver = TestDriver::new(RetrieveChat::new(CHAT.into()), &CallOptions::default());
        let error = driver.run(LATENCY, outcomes).unwrap_err();
        assert!(!error.may_have_taken_effect(), "{error}");
        assert!(!error.to_string().contains("may have"), "{error}");
        let Error::Transport(error) = error else {
            continue;
        };
        assert!(error.may_have_been_sent());
    }
}

#[test]
fn connect_timeout_is_retried_and_has_no_effect() {
    let unsent = || fail(TransportErrorKind::ConnectTimeout);
    let options = CallOptions::default().max_retries(1);
    let mut driver = TestDriver::new(ShareContactCard::new(CHAT.into()), &options);
    let error = driver.run(LATENCY, vec![unsent(), unsent()]).unwrap_err();
    assert!(!error.may_have_taken_effect());
    assert_eq!(
        error.to_string(),
        "connection to api.linqapp.com timed out (2 attempts): gone"
    );
}

#[test]
fn connect_failure_after_a_response_may_have_been_sent() {
    let unsent = || fail(TransportErrorKind::Connect);
    let options = CallOptions::default().max_retries(1);
    let mut driver = TestDriver::new(send(), &options);
    let error = driver
        .run(LATENCY, vec![error_response(429, 1007), unsent()])
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
    // Existing fields of the body keep their digits too.
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
fn debug_output_omits_arguments_of_calls() {
    let linq = Client::<DryRun>::dry_run();
    let debug = |call: &dyn fmt::Debug| format!("{call:?} {call:#?}");
    let verify = || {
        let handle = "+12052499136".parse().unwrap();
        VerifyPaymentHandle::new(handle, "s3cret".into(), "con_1".into())
    };
    let options = CallOptions::default()
        .query("token", "s3cret")
        .and_then(|options| options.body_field("note", "s3cret"))
        .and_then(|options| options.header("x-token", "s3cret"))
        .unwrap();
    let mut shown = debug(&options);
    shown += &debug(&PreparedCall::new(verify(), options.clone()));
    shown += &debug(&linq.chats().list().options(options.clone()));
    shown += &debug(&linq.chats().list().options(options.clone()).items());

    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let mut exchange =
        Exchange::new(&config(), verify(), &options, Entropy::new([1; 24]), now).unwrap();
    shown += &debug(&exchange);
    let step = exchange.step(None, now);
    shown += &debug(&step);
    let Step::Send(attempt) = step else {
        panic!("{step:?}")
    };
    assert!(
        std::str::from_utf8(attempt.request.body())
            .unwrap()
            .contains("s3cret")
    );
    shown += &debug(&attempt);
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(
        shown.contains("POST /api/partner/v3/payments/handles/"),
        "{shown}"
    );
}

#[test]
fn malformed_error_bodies_are_decoded_partially() {
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
        let mut driver = TestDriver::new(RetrieveChat::new(CHAT.into()), &CallOptions::default());
        let error = driver.run(LATENCY, vec![response(403, &body)]).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.as_api().unwrap().body().as_ref(), body.as_bytes());
    }
}

#[test]
fn timeouts_are_limited_to_a_year() {
    let options = CallOptions::default()
        .timeout(Duration::MAX)
        .deadline(Duration::MAX);
    let mut driver = TestDriver::new(send(), &options);
    driver
        .run(
            LATENCY,
            vec![response_lost(), response_lost(), response_lost()],
        )
        .unwrap_err();
    assert_eq!(driver.sent[0].timeout, ExchangeConfig::MAX_TIMEOUT);
}

#[test]
fn response_has_the_number_of_attempts() {
    for lost_responses in 0..3 {
        let mut outcomes: Vec<Outcome> = (0..lost_responses).map(|_| response_lost()).collect();
        outcomes.push(response(
            202,
            r#"{"message": "m", "status": "accepted", "trace_id": "t"}"#,
        ));
        let mut driver = TestDriver::new(WithResponse(remove()), &CallOptions::default());
        let taken = driver.run(Duration::from_secs(1), outcomes).unwrap();
        assert_eq!(taken.attempts, lost_responses + 1);
    }
}
