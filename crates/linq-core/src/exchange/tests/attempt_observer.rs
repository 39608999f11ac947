//! Tests of what an observer of attempts is told.

use super::*;
use std::sync::{Arc, Mutex};

/// An observer that keeps its records as text.
#[derive(Default)]
struct Recorder(Mutex<Vec<String>>);

impl Recorder {
    fn push(&self, record: String) {
        self.0.lock().unwrap().push(record);
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl AttemptObserver for Recorder {
    fn on_request(&self, request: &AttemptRequest) {
        let AttemptRequest {
            operation,
            method,
            path,
            attempt,
            delay,
        } = request;
        let is_delayed = !delay.is_zero();
        self.push(format!(
            "{operation} {method} {path} {attempt} delayed={is_delayed}"
        ));
    }

    fn on_response(&self, response: &AttemptResponse) {
        let AttemptResponse {
            status,
            attempt,
            duration,
            ..
        } = response;
        let code = response.error_code.map(ErrorCode::number);
        let trace_id = response.trace_id.as_deref();
        let is_retried = response.retry_delay.is_some();
        self.push(format!(
            "{attempt}: {} {code:?} {trace_id:?} {duration:?} retried={is_retried}",
            status.as_u16()
        ));
    }

    fn on_failure(&self, failure: &AttemptFailure) {
        let AttemptFailure {
            kind,
            attempt,
            duration,
            may_have_been_sent,
            ..
        } = failure;
        let is_retried = failure.retry_delay.is_some();
        self.push(format!(
            "{attempt}: {kind:?} sent={may_have_been_sent} {duration:?} retried={is_retried}"
        ));
    }
}

fn observed<E: Endpoint>(
    endpoint: E,
    options: &CallOptions,
    outcomes: Vec<Outcome>,
) -> (Result<E::Response, Error>, Vec<String>) {
    let recorder = Arc::new(Recorder::default());
    let config = config().observer(recorder.clone());
    #[allow(clippy::disallowed_methods)]
    let mut driver = TestDriver::with(&config, endpoint, options, Instant::now());
    let result = driver.run(LATENCY, outcomes);
    (result, recorder.take())
}

const REMOVE: &str = "chats.participants.remove DELETE /v3/chats/{chat_id}/participants";

#[test]
fn observer_is_told_of_each_attempt_and_its_outcome() {
    let outcomes = vec![
        error_response(503, 4004),
        response_lost(),
        response(202, r#"{"message":"m","status":"accepted","trace_id":"t"}"#),
    ];
    let (result, records) = observed(remove(), &CallOptions::default(), outcomes);
    result.unwrap();
    assert_eq!(
        records,
        [
            &format!("{REMOVE} 1 delayed=false"),
            "1: 503 Some(4004) Some(\"trace-from-header\") 10ms retried=true",
            &format!("{REMOVE} 2 delayed=true"),
            "2: ConnectionLost sent=true 10ms retried=true",
            &format!("{REMOVE} 3 delayed=true"),
            "3: 202 None Some(\"trace-from-header\") 10ms retried=false",
        ]
    );
}

#[test]
fn last_failure_is_not_retried() {
    let options = CallOptions::default().max_retries(0);
    let outcomes = vec![fail(TransportErrorKind::Connect)];
    let (result, records) = observed(remove(), &options, outcomes);
    result.unwrap_err();
    assert_eq!(records[1], "1: Connect sent=false 10ms retried=false");
    let (_, records) = observed(remove(), &options, vec![error_response(404, 2001)]);
    assert!(records[1].starts_with("1: 404 Some(2001)") && records[1].ends_with("retried=false"));
}

#[test]
fn renewed_token_is_a_401_and_another_attempt() {
    let recorder = Arc::new(Recorder::default());
    let config = config().observer(recorder.clone());
    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let mut exchange = TestDriver::with(&config, remove(), &CallOptions::default(), now).exchange;
    exchange.step(None, now);
    exchange.token_rejected(Some("trace"), now + LATENCY);
    // Fetching a token takes a minute.
    let later = now + Duration::from_secs(60);
    exchange.retry_with_token(later).unwrap();
    exchange.token_rejected(None, later + LATENCY);
    // There is no other token.
    exchange.step(
        Some(error_response(401, 2004)),
        later + Duration::from_secs(9),
    );
    assert_eq!(
        recorder.take(),
        [
            &format!("{REMOVE} 1 delayed=false"),
            "1: 401 None Some(\"trace\") 10ms retried=true",
            &format!("{REMOVE} 2 delayed=false"),
            "2: 401 Some(2004) Some(\"trace-from-header\") 10ms retried=false",
        ]
    );
}

#[test]
fn custom_request_is_observed_without_its_path() {
    let linq = Client::<DryRun>::dry_run();
    let call = linq.request(http::Method::POST, "/v3/chats/secret/messages");
    let PreparedCall { endpoint, options } = call.into_prepared();
    let (_, records) = observed(endpoint.unwrap(), &options, vec![response(200, "{}")]);
    assert_eq!(records[0], "request POST … 1 delayed=false");
}

struct PanickingObserver;

impl AttemptObserver for PanickingObserver {
    fn on_request(&self, _: &AttemptRequest) {
        panic!("expected by the test");
    }

    fn on_response(&self, _: &AttemptResponse) {
        panic!("expected by the test");
    }

    fn on_failure(&self, _: &AttemptFailure) {
        panic!("expected by the test");
    }
}

#[test]
fn panic_of_an_observer_does_not_affect_the_call() {
    let config = config().observer(Arc::new(PanickingObserver));
    #[allow(clippy::disallowed_methods)]
    let mut driver = TestDriver::with(&config, remove(), &CallOptions::default(), Instant::now());
    let accepted = response(202, r#"{"message":"m","status":"accepted","trace_id":"t"}"#);
    driver
        .run(LATENCY, vec![response_lost(), accepted])
        .unwrap();
}
