//! Tests of the state machine with a simulated clock and without I/O.

#![allow(clippy::disallowed_methods)] // one start for each simulated clock

use super::{BodyUse, Download, DownloadFailure, DownloadOutcome, DownloadSource, DownloadStep};
use crate::{
    Client, Error,
    error::{DownloadError, TransportError, TransportErrorKind},
    exchange::{BaseUrl, CallOptions, Entropy, ExchangeConfig},
    secret::ApiKey,
};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

mod attempts;

const ID: &str = "550e8400-e29b-41d4-a716-446655440000";
const URL: &str = "https://cdn.example/a1?X-Amz-Signature=s3cret";

fn config() -> ExchangeConfig {
    let config = ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap());
    config.header("X-Tenant", "t").unwrap()
}

struct Driver {
    download: Download,
    now: Instant,
}

impl Driver {
    fn new(source: impl Into<DownloadSource>) -> Self {
        Self::with(source, &config(), CallOptions::default())
    }

    fn with(
        source: impl Into<DownloadSource>,
        config: &ExchangeConfig,
        options: CallOptions,
    ) -> Self {
        let (entropy, now) = (Entropy::new([7; Entropy::LEN]), Instant::now());
        let download = Download::new(config, source.into(), options, None, entropy, now);
        Self {
            download: download.unwrap(),
            now,
        }
    }

    /// Returns the next step: `call`, `done`, or the URL of a GET.
    fn step(&mut self, outcome: Option<DownloadOutcome>) -> String {
        match self.download.step(outcome, self.now) {
            DownloadStep::Call(attempt) => {
                assert_eq!(attempt.request.method(), "GET");
                assert_eq!(
                    attempt.request.headers()["authorization"],
                    "Bearer sk_secret"
                );
                "call".to_owned()
            }
            DownloadStep::Get(get) => {
                let headers: Vec<_> = get.request.headers().keys().collect();
                assert_eq!(headers, [header::ACCEPT, header::ACCEPT_ENCODING]);
                assert!(!format!("{get:?}").contains("s3cret"));
                self.now += get.after;
                get.request.uri().to_string()
            }
            DownloadStep::Done(Ok(())) => "done".to_owned(),
            DownloadStep::Done(Err(error)) => {
                assert!(!error.may_have_taken_effect());
                let text = format!("{error} {error:?}");
                assert!(
                    !text.contains("s3cret") && !text.contains("sk_secret"),
                    "{text}"
                );
                error.to_string()
            }
        }
    }

    fn respond(&mut self, status: u16, body: &str) -> String {
        let mut response = Response::new(Bytes::from(body.to_owned()));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        self.step(Some(Ok(response)))
    }

    fn retrieved(&mut self, url: &str) -> String {
        let body = format!(r#"{{"id": "{ID}", "download_url": "{url}"}}"#);
        self.respond(200, &body)
    }

    fn redirect(&mut self, location: &str) -> String {
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::FOUND;
        let location = HeaderValue::from_str(location).unwrap();
        response.headers_mut().insert(header::LOCATION, location);
        self.step(Some(Ok(response)))
    }

    fn lose(&mut self, kind: TransportErrorKind) -> String {
        self.step(Some(Err(TransportError::new(kind, "on purpose").into())))
    }
}

#[test]
fn attachment_is_retrieved_and_its_file_requested() {
    let mut driver = Driver::new(ID);
    assert_eq!(driver.step(None), "call");
    assert_eq!(driver.retrieved(URL), URL);
    assert_eq!(driver.respond(200, ""), "done");
    assert_eq!(
        driver.respond(200, ""),
        "invalid state: the download has finished"
    );
}

#[test]
fn lost_responses_and_server_errors_are_retried_from_the_first_url() {
    let mut driver = Driver::new(URL);
    assert_eq!(driver.step(None), URL);
    assert_eq!(
        driver.redirect("https://b.example/x"),
        "https://b.example/x"
    );
    assert_eq!(driver.lose(TransportErrorKind::ConnectionLost), URL);
    assert_eq!(driver.respond(503, ""), URL);
    assert_eq!(
        driver.respond(500, "<Error><Code>InternalError</Code></Error>"),
        "the storage did not return the file: HTTP 500 InternalError"
    );
}

#[test]
fn final_errors_are_not_retried() {
    for status in [204, 206, 304, 400, 403, 404, 416] {
        let mut driver = Driver::new(URL);
        driver.step(None);
        let expected = format!("the storage did not return the file: HTTP {status}");
        assert_eq!(driver.respond(status, ""), expected);
    }
    let mut driver = Driver::new(URL);
    driver.step(None);
    let text = driver.lose(TransportErrorKind::InvalidRequest);
    assert_eq!(
        text,
        "the request to cdn.example cannot be sent: on purpose"
    );
}

#[test]
fn response_before_a_failed_connection_is_remembered() {
    type Respond = fn(&mut Driver) -> String;
    let table: [(u32, Respond); 2] = [
        (0, |driver| driver.redirect("/x")),
        (1, |driver| driver.respond(503, "")),
    ];
    for (retries, respond) in table {
        let options = CallOptions::default().max_retries(retries);
        let mut driver = Driver::with(URL, &config(), options);
        driver.step(None);
        respond(&mut driver);
        let unsent = TransportError::new(TransportErrorKind::Connect, "on purpose");
        let step = driver.download.step(Some(Err(unsent.into())), driver.now);
        let DownloadStep::Done(Err(Error::Transport(error))) = step else {
            panic!("{step:?}")
        };
        assert!(error.may_have_been_sent());
    }
}

#[test]
fn exhausted_target_is_not_retried() {
    let mut driver = Driver::new(URL);
    driver.step(None);
    driver.download.target_exhausted();
    let text = driver.lose(TransportErrorKind::ConnectionLost);
    assert!(
        text.starts_with("the connection to cdn.example was lost"),
        "{text}"
    );
}

#[test]
fn expired_url_of_an_attachment_is_renewed_once() {
    for status in [401, 403, 404, 410] {
        let mut driver = Driver::new(DownloadSource::url(URL).renewed_from(ID));
        assert_eq!(driver.step(None), URL);
        assert_eq!(driver.respond(status, ""), "call");
        assert_eq!(
            driver.retrieved("https://cdn.example/a2"),
            "https://cdn.example/a2"
        );
        let expected = format!("the storage did not return the file: HTTP {status}");
        assert_eq!(driver.respond(status, ""), expected);
    }
    let config = config().max_retries(0);
    let mut driver = Driver::with(ID, &config, CallOptions::default());
    driver.step(None);
    driver.retrieved(URL);
    assert_eq!(
        driver.respond(403, ""),
        "the storage did not return the file: HTTP 403"
    );
}

#[test]
fn redirects_are_limited_and_stay_encrypted() {
    let mut driver = Driver::new(URL);
    driver.step(None);
    for n in 0..Download::MAX_REDIRECTS {
        let target = format!("https://cdn.example/{n}");
        assert_eq!(driver.redirect(&format!("/{n}")), target);
    }
    assert_eq!(
        driver.redirect("/x"),
        "the storage redirected more than 5 times"
    );

    let mut driver = Driver::new(URL);
    driver.step(None);
    assert_eq!(
        driver.redirect("http://cdn.example/a"),
        "unusable redirect of the storage: must start with https://"
    );
    let mut driver = Driver::new(URL);
    driver.step(None);
    let text = driver.respond(302, "");
    assert_eq!(
        text,
        "unusable redirect of the storage: the target is missing"
    );
}

#[test]
fn unusable_urls() {
    let mut driver = Driver::new(ID);
    driver.step(None);
    let text = driver.respond(200, &format!(r#"{{"id": "{ID}"}}"#));
    assert_eq!(text, "the attachment has no download URL");
    let mut driver = Driver::new(ID);
    driver.step(None);
    let text = driver.retrieved("http://cdn.example/a?X=s3cret");
    assert_eq!(
        text,
        "unusable download URL from the API: must start with https://"
    );

    let linq = Client::dry_run();
    let begin = |source: DownloadSource| {
        let plan = linq.attachments().download(source).into_prepared().plan;
        let begun = plan.begin(&config(), Entropy::new([7; Entropy::LEN]), Instant::now());
        begun.unwrap_err().to_string()
    };
    assert_eq!(
        begin("http://cdn.example/a".into()),
        "url: must start with https://"
    );
    let empty = DownloadSource::default();
    assert_eq!(begin(empty), "source: must have an identifier or a URL");
    assert!(begin("a/b".into()).starts_with("attachment_id: "));
}

#[test]
fn deadline_limits_attempts_and_retries() {
    let options = CallOptions::default().deadline(Duration::from_secs(3));
    let mut driver = Driver::with(URL, &config(), options);
    let DownloadStep::Get(get) = driver.download.step(None, driver.now) else {
        panic!()
    };
    assert_eq!(get.timeout, Some(Duration::from_secs(3)));
    assert_eq!(get.stall_timeout, Duration::from_secs(60));
    driver.now += Duration::from_secs(3);
    let text = driver.lose(TransportErrorKind::Timeout);
    assert_eq!(text, "the request to cdn.example timed out: on purpose");
}

#[test]
fn body_is_limited_counted_and_reported() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reports = Arc::clone(&seen);
    let linq = Client::dry_run();
    let call = linq.attachments().download(URL).max_bytes(10);
    let call =
        call.on_progress(move |received, total| reports.lock().unwrap().push((received, total)));
    let plan = call.into_prepared().plan;
    let (_, mut check) = plan
        .begin(&config(), Entropy::new([7; Entropy::LEN]), Instant::now())
        .unwrap();
    let head = |name, value| HeaderMap::from_iter([(name, HeaderValue::from_static(value))]);
    let length = |value| head(header::CONTENT_LENGTH, value);

    assert_eq!(
        check.start(StatusCode::NOT_FOUND, &length("11")).unwrap(),
        BodyUse::Error
    );
    let too_large = check.start(StatusCode::OK, &length("11")).unwrap_err();
    assert_eq!(
        too_large.to_string(),
        "the file is larger than the allowed 10 bytes"
    );
    let gzip = check.start(StatusCode::OK, &head(header::CONTENT_ENCODING, "gzip"));
    assert!(matches!(gzip, Err(DownloadError::Compressed)));

    assert_eq!(
        check.start(StatusCode::OK, &length("10")).unwrap(),
        BodyUse::File
    );
    check.record(6).unwrap();
    let Err(DownloadFailure::Transport(cut)) = check.finish() else {
        panic!()
    };
    assert_eq!(cut.kind(), TransportErrorKind::ConnectionLost);
    assert!(
        cut.to_string().ends_with("6 of 10 bytes were received"),
        "{cut}"
    );

    check.start(StatusCode::OK, &HeaderMap::new()).unwrap();
    for bytes in [3, 3, 4] {
        check.record(bytes).unwrap();
    }
    check.finish().unwrap();
    assert_eq!(check.received(), 10);
    assert!(matches!(
        check.record(1),
        Err(DownloadError::TooLarge { max_bytes: 10, .. })
    ));
    assert_eq!(*seen.lock().unwrap(), [(6, Some(10)), (10, None)]);
}

#[test]
fn errors_are_of_downloads() {
    let error = Error::from(Box::new(DownloadError::NoUrl));
    assert_eq!(error.to_string(), "the attachment has no download URL");
    assert!(!error.may_have_taken_effect());
    let unwritable = DownloadError::unwritable("a/b.jpg", std::io::ErrorKind::NotFound.into());
    let text = unwritable.to_string();
    assert!(
        text.starts_with("the file cannot be written: a/b.jpg: "),
        "{text}"
    );
}
