//! Observed attempts, and the retry quota.

use super::*;
use crate::exchange::{
    AttemptFailure, AttemptObserver, AttemptRequest, AttemptResponse, RetryQuota,
};
use Event::{Lost, Redirects, Responds, Retrieved, TooLarge, Unwritable};
use std::fmt::Debug;

/// An event of a download.
#[derive(Clone, Copy, Debug)]
enum Event {
    Retrieved,
    Responds(u16),
    Redirects,
    Lost(TransportErrorKind),
    Unwritable,
    TooLarge,
}

impl Driver {
    /// Handles all events, with which the download must end, and returns its result.
    fn run(&mut self, events: &[Event]) -> String {
        let mut step = self.step(None);
        for event in events {
            step = match event {
                Retrieved => self.retrieved(URL),
                Responds(status) => self.respond(*status, ""),
                Redirects => self.redirect("/other?s3cret"),
                Lost(kind) => self.lose(*kind),
                Unwritable => self.step(Some(Err(DownloadError::from_target("full").into()))),
                TooLarge => {
                    let error = DownloadError::TooLarge { max_bytes: 1 };
                    self.step(Some(Err(error.into())))
                }
            };
        }
        let after = self.step(None);
        assert_eq!(after, "invalid state: the download has finished");
        step
    }
}

/// An observer that keeps its records as text.
#[derive(Default)]
struct Recorder(Mutex<Vec<String>>);

impl Recorder {
    fn push(&self, record: &dyn Debug, text: String) {
        let debug = format!("{record:?}");
        assert!(!debug.contains("example") && !debug.contains("s3cret"));
        self.0.lock().unwrap().push(text);
    }
}

impl AttemptObserver for Recorder {
    fn on_request(&self, request: &AttemptRequest) {
        let (method, path) = (&request.method, request.path);
        let text = format!(
            "{} {method} {path:?} {}",
            request.operation, request.attempt
        );
        self.push(request, text);
    }

    fn on_response(&self, response: &AttemptResponse) {
        let is_retried = response.retry_delay.map_or("", |_| " retried");
        let text = format!(
            "{} {}{is_retried}",
            response.attempt,
            response.status.as_u16()
        );
        self.push(response, text);
    }

    fn on_failure(&self, failure: &AttemptFailure) {
        let is_retried = failure.retry_delay.map_or("", |_| " retried");
        let text = format!("{} {:?}{is_retried}", failure.attempt, failure.kind);
        self.push(failure, text);
    }
}

const RETRIEVE: &str = r#"attachments.retrieve GET "/v3/attachments/{attachment_id}" 1"#;

#[test]
fn requests_to_the_storage_are_observed() {
    const GET_1: &str = r#"attachments.download GET "" 1"#;
    const GET_2: &str = r#"attachments.download GET "" 2"#;
    const GET_3: &str = r#"attachments.download GET "" 3"#;
    let unsent = Lost(TransportErrorKind::Connect);
    let lost = Lost(TransportErrorKind::ConnectionLost);
    let table: [(&[Event], &[&str]); 6] = [
        (&[Responds(200)], &[GET_1, "1 200"]),
        (
            &[Responds(503), unsent, Responds(400)],
            &[
                GET_1,
                "1 503 retried",
                GET_2,
                "2 Connect retried",
                GET_3,
                "3 400",
            ],
        ),
        (
            &[Redirects, Redirects, lost, Redirects, Responds(200)],
            &[
                GET_1,
                "1 302",
                GET_1,
                "1 302",
                GET_1,
                "1 ConnectionLost retried",
                GET_2,
                "2 302",
                GET_2,
                "2 200",
            ],
        ),
        (
            &[Responds(403), Retrieved, Responds(200)],
            &[GET_1, "1 403 retried", RETRIEVE, "1 200", GET_2, "2 200"],
        ),
        (&[Unwritable], &[GET_1, "1 Cancelled { sent: true }"]),
        (&[TooLarge], &[GET_1, "1 ResponseTooLarge"]),
    ];
    for (events, expected) in table {
        let recorder = Arc::new(Recorder::default());
        let config = config().observer(recorder.clone());
        let source = DownloadSource::url(URL).renewed_from(ID);
        Driver::with(source, &config, CallOptions::default()).run(events);
        assert_eq!(*recorder.0.lock().unwrap(), expected, "{events:?}");
    }
}

#[test]
fn rejected_token_is_observed() {
    let recorder = Arc::new(Recorder::default());
    let config = config().observer(recorder.clone());
    let mut driver = Driver::with(ID, &config, CallOptions::default());
    assert_eq!(driver.step(None), "call");
    driver.download.token_rejected(None, driver.now);
    let key = ApiKey::new("sk_renewed").unwrap();
    driver.download.reauthenticate(&key);
    driver.download.retry_with_token(driver.now).unwrap();
    let records = recorder.0.lock().unwrap();
    assert_eq!(records[..2], [RETRIEVE, "1 401 retried"]);
    assert_eq!(records.len(), 3);
}

#[test]
fn retries_take_tokens_of_the_quota_and_success_returns_them() {
    let rejected = |status| format!("the storage did not return the file: HTTP {status}");
    let lost = Lost(TransportErrorKind::ConnectionLost);
    // The downloads of a client whose quota has 10 tokens, one after the other.
    let table: [&[(&[Event], String)]; 4] = [
        // Two retries after an error response.
        &[
            (
                &[Responds(503), Responds(503), Responds(503)],
                rejected(503),
            ),
            (&[Responds(503)], rejected(503)),
        ],
        // One after a lost connection.
        &[
            (&[lost, Responds(400)], rejected(400)),
            (&[Responds(503)], rejected(503)),
        ],
        &[
            (&[lost, Redirects, Responds(200)], "done".to_owned()),
            (&[lost, Responds(200)], "done".to_owned()),
        ],
        // The renewal of a URL is a retry.
        &[
            (&[Responds(403), Retrieved, Responds(404)], rejected(404)),
            (&[Responds(403), Retrieved, Responds(503)], rejected(503)),
            (&[Responds(403)], rejected(403)),
        ],
    ];
    for downloads in table {
        let config = config().retry_quota(RetryQuota::new(10));
        for (events, expected) in downloads {
            let source = DownloadSource::url(URL).renewed_from(ID);
            let mut driver = Driver::with(source, &config, CallOptions::default());
            assert_eq!(driver.run(events), *expected, "{events:?}");
        }
    }
}

#[test]
fn outage_of_the_storage_does_not_exceed_the_quota() {
    const DOWNLOADS: u32 = 200;
    let config = config();
    let mut requests = 0;
    for _ in 0..DOWNLOADS {
        let mut driver = Driver::with(URL, &config, CallOptions::default());
        let mut step = driver.step(None);
        while step == URL {
            requests += 1;
            step = driver.respond(503, "");
        }
    }
    assert_eq!(requests, DOWNLOADS + RetryQuota::DEFAULT_CAPACITY / 5);
}
