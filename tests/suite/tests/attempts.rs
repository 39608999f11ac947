//! Observers of attempts, and the retry quota, over real sockets.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    Error,
    download::{Downloads, InMemory},
    error::TransportErrorKind,
    exchange::{AttemptFailure, AttemptObserver, AttemptRequest, AttemptResponse, RetryQuota},
    upload::{Source, Uploads},
};
use linq_emulator::{Emulator, ErrorResponse, Fault};
use linq_suite::{
    mock_server::{MockServer, json_response},
    on_both_transports,
    transports::Runner,
};
use std::{
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

const LINE: &str = "+12223334444";
const FRIEND: &str = "+15556667777";

on_both_transports! {
    retry_is_observed_without_secrets_and_contents,
    connect_failure_is_observed,
    upload_is_observed,
    download_is_observed,
    panicking_observer_loses_no_call,
    outage_is_not_amplified,
    outage_of_the_storage_is_not_amplified,
    unlimited_quota_retries_each_call,
}

/// An observer that keeps its records.
#[derive(Default)]
struct Recorder {
    requests: Mutex<Vec<AttemptRequest>>,
    responses: Mutex<Vec<AttemptResponse>>,
    failures: Mutex<Vec<AttemptFailure>>,
}

impl AttemptObserver for Recorder {
    fn on_request(&self, request: &AttemptRequest) {
        self.requests.lock().unwrap().push(request.clone());
    }

    fn on_response(&self, response: &AttemptResponse) {
        self.responses.lock().unwrap().push(response.clone());
    }

    fn on_failure(&self, failure: &AttemptFailure) {
        self.failures.lock().unwrap().push(failure.clone());
    }
}

fn retry_is_observed_without_secrets_and_contents<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let recorder = Arc::new(Recorder::default());
    let linq = runner
        .builder(&emulator.base_url())
        .header("x-tenant", "tenant_secret")
        .observer(recorder.clone())
        .build()
        .unwrap();
    let created = runner.wait(linq.chats().create(LINE, [FRIEND], "hi").send());
    let chat = created.unwrap().chat.id;
    recorder.requests.lock().unwrap().clear();
    recorder.responses.lock().unwrap().clear();
    let unavailable = ErrorResponse::new(503, 3006).message("error_message");
    let fault = Fault::status(unavailable).times(1);
    emulator.add_fault(fault).unwrap();
    let send = linq.chats().messages(&chat).send("words_of_the_message");
    let send = send.query("q", "query_secret").idempotency_key("key_17");
    runner.wait(send.send()).unwrap();

    let requests = recorder.requests.lock().unwrap();
    let attempts: Vec<_> = requests
        .iter()
        .map(|request| (request.operation, request.path, request.attempt))
        .collect();
    let (operation, path) = ("chats.messages.send", "/v3/chats/{chat_id}/messages");
    assert_eq!(attempts, [(operation, path, 1), (operation, path, 2)]);
    assert_eq!(requests[0].delay, Duration::ZERO);
    let responses = recorder.responses.lock().unwrap();
    let outcomes: Vec<_> = responses
        .iter()
        .map(|response| {
            let code = response.error_code.map(linq_core::error::ErrorCode::number);
            (response.status.as_u16(), code, response.retry_delay)
        })
        .collect();
    assert_eq!(
        outcomes,
        [
            (503, Some(3006), Some(requests[1].delay)),
            (202, None, None)
        ]
    );
    for response in responses.iter() {
        assert!(response.trace_id.is_some() && response.duration < Duration::from_secs(20));
    }
    let text = format!("{requests:?} {responses:?}");
    for secret in [
        "sk_secret",
        "tenant_secret",
        "query_secret",
        "words_of_the_message",
        "error_message",
        "key_17",
        chat.as_str(),
        "127.0.0.1",
        FRIEND,
    ] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

fn connect_failure_is_observed<R: Runner>(runner: &R) {
    let recorder = Arc::new(Recorder::default());
    let builder = runner.builder("http://127.0.0.1:9").max_retries(0);
    let linq = builder.observer(recorder.clone()).build().unwrap();
    runner.wait(linq.chats().retrieve("c").send()).unwrap_err();
    let failures = recorder.failures.lock().unwrap();
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].kind, TransportErrorKind::Connect);
    assert!(!failures[0].may_have_been_sent && failures[0].retry_delay.is_none());
}

fn upload_is_observed<R: Runner<Transport: Uploads>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let recorder = Arc::new(Recorder::default());
    let builder = runner.builder(&emulator.base_url());
    let linq = builder.observer(recorder.clone()).build().unwrap();
    let cake = Source::bytes("cake.jpg", vec![7; 1_000]);
    runner.wait(linq.attachments().upload(cake).send()).unwrap();
    let responses = recorder.responses.lock().unwrap();
    let steps: Vec<_> = responses
        .iter()
        .map(|response| (response.operation, response.path))
        .collect();
    assert_eq!(
        steps,
        [
            ("attachments.create", "/v3/attachments"),
            ("attachments.upload", "")
        ]
    );
}

fn download_is_observed<R: Runner<Transport: Downloads<InMemory>>>(runner: &R) {
    let responses = Mutex::new(vec![
        "200 OK\r\ncontent-length: 4\r\n\r\nfile",
        "503 Busy\r\ncontent-length: 0\r\nretry-after-ms: 1\r\n\r\n",
    ]);
    let storage = MockServer::start(move |_| responses.lock().unwrap().pop().unwrap().to_owned());
    let target = format!("{}/b?s3cret", storage.url());
    let front = MockServer::start(move |_| {
        format!("302 Found\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n")
    });
    let url = format!("{}/a?s3cret", front.url());
    let api = MockServer::start(move |_| {
        json_response(200, &format!(r#"{{"id": "a1", "download_url": "{url}"}}"#))
    });
    let recorder = Arc::new(Recorder::default());
    let builder = runner.builder(api.url());
    let linq = builder.observer(recorder.clone()).build().unwrap();
    let file = runner.wait(linq.attachments().download("a1").send());
    assert_eq!(file.unwrap(), "file");

    let requests = recorder.requests.lock().unwrap();
    let sent: Vec<_> = requests
        .iter()
        .map(|request| (request.operation, request.path, request.attempt))
        .collect();
    let get = |attempt| ("attachments.download", "", attempt);
    let retrieve = ("attachments.retrieve", "/v3/attachments/{attachment_id}", 1);
    // A redirect belongs to the same attempt.
    assert_eq!(sent, [retrieve, get(1), get(1), get(2), get(2)]);
    let responses = recorder.responses.lock().unwrap();
    let outcomes: Vec<_> = responses
        .iter()
        .map(|response| (response.status.as_u16(), response.retry_delay))
        .collect();
    let delay = Some(Duration::from_millis(1));
    assert_eq!(
        outcomes,
        [
            (200, None),
            (302, None),
            (503, delay),
            (302, None),
            (200, None)
        ]
    );
    assert_eq!(requests[3].delay, Duration::from_millis(1));
    let text = format!("{requests:?} {responses:?}");
    assert!(!text.contains("s3cret") && !text.contains("127.0.0.1"));
}

struct PanickingObserver;

impl AttemptObserver for PanickingObserver {
    fn on_request(&self, _: &AttemptRequest) {
        panic!("expected by the test");
    }

    fn on_response(&self, _: &AttemptResponse) {
        panic!("expected by the test");
    }
}

fn panicking_observer_loses_no_call<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let builder = runner.builder(&emulator.base_url());
    let linq = builder.observer(Arc::new(PanickingObserver)).build();
    let linq = linq.unwrap();
    let create = linq.chats().create(LINE, [FRIEND], "hi");
    runner.wait(create.send()).unwrap();
}

const CALLS: usize = 200;

/// Makes calls from several threads.
fn in_parallel(calls: usize, call: impl Fn() + Sync) {
    thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| (0..calls / 10).for_each(|_| call()));
        }
    });
}

/// Makes calls from several threads, each with a clone of the client, while the server always responds 503. Returns the
/// number of requests.
fn requests_during_an_outage<R: Runner>(runner: &R, quota: RetryQuota, calls: usize) -> usize {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let unavailable = ErrorResponse::new(503, 3006).header("retry-after-ms", "1");
    emulator.add_fault(Fault::status(unavailable)).unwrap();
    let builder = runner.builder(&emulator.base_url()).retry_quota(quota);
    let linq = builder.build().unwrap();
    in_parallel(calls, || {
        let linq = linq.clone();
        let error = runner.wait(linq.chats().messages("c").send("hi").send());
        let error = error.unwrap_err();
        assert_eq!(error.as_api().unwrap().status().as_u16(), 503);
    });
    emulator.requests().len()
}

/// Requests of `CALLS` calls during an outage: each retry took five tokens, and there was no success to return them.
const WITHIN_THE_QUOTA: usize = CALLS + RetryQuota::DEFAULT_CAPACITY as usize / 5;

fn outage_is_not_amplified<R: Runner>(runner: &R) {
    let requests = requests_during_an_outage(runner, RetryQuota::default(), CALLS);
    assert_eq!(requests, WITHIN_THE_QUOTA);
}

fn outage_of_the_storage_is_not_amplified<R: Runner<Transport: Downloads<InMemory>>>(runner: &R) {
    let storage = MockServer::start(|_| {
        "503 Busy\r\ncontent-length: 0\r\nretry-after-ms: 1\r\n\r\n".to_owned()
    });
    let linq = runner.client("http://127.0.0.1:9");
    let url = format!("{}/a", storage.url());
    in_parallel(CALLS, || {
        let download = linq.attachments().download(url.as_str());
        let error = runner.wait(download.send()).unwrap_err();
        assert!(matches!(error, Error::Download(_)), "{error}");
    });
    assert_eq!(storage.requests().len(), WITHIN_THE_QUOTA);
}

fn unlimited_quota_retries_each_call<R: Runner>(runner: &R) {
    let requests = requests_during_an_outage(runner, RetryQuota::unlimited(), 60);
    assert_eq!(requests, 60 * 3);
}
