//! Tests of the state machine with a simulated clock and without I/O.

use super::*;
use crate::{
    Client, DryRun, Error,
    error::{TransportError, TransportErrorKind, UploadError},
    exchange::{
        AttemptFailure, AttemptObserver, AttemptRequest, AttemptResponse, BaseUrl, CallOptions,
        Entropy, ExchangeConfig, RetryQuota,
    },
    secret::ApiKey,
};
use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Value, json};
use std::{
    fmt::Write,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

const SIZE: u64 = 1_024_000;
const QUICK: Duration = Duration::from_millis(10);
const URL: &str = "https://storage.example/cake.jpg?X-Amz-Signature=s3cret";

/// Drives an upload with a clock that advances only by delays and transfers.
struct Drive {
    upload: Upload,
    now: Instant,
    start: Instant,
    /// Requests sent, such as `POST /v3/attachments`, with the delay before each.
    sent: Vec<(String, Duration)>,
    puts: Vec<PutRequest>,
}

fn config() -> ExchangeConfig {
    ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap())
}

/// The outcome of a step.
enum Event {
    Created(&'static str),
    Responds(u16, &'static str),
    Lost,
    Unsent,
    Unreadable,
}

use Event::{Created, Lost, Responds, Unreadable, Unsent};

impl Drive {
    fn new() -> Self {
        Self::with(|call| call)
    }

    fn with(
        set: impl FnOnce(UploadCall<'_, DryRun, NoReader>) -> UploadCall<'_, DryRun, NoReader>,
    ) -> Self {
        Self::with_config(&config(), set)
    }

    fn with_config(
        config: &ExchangeConfig,
        set: impl FnOnce(UploadCall<'_, DryRun, NoReader>) -> UploadCall<'_, DryRun, NoReader>,
    ) -> Self {
        let linq = Client::dry_run();
        let call = set(linq.attachments().upload("photos/cake.jpg"));
        #[allow(clippy::disallowed_methods)]
        let now = Instant::now();
        let plan = call.into_prepared().plan;
        let (upload, _) = plan
            .begin(SIZE, config, Entropy::new([1; 24]), now)
            .unwrap();
        Self {
            upload,
            now,
            start: now,
            sent: Vec::new(),
            puts: Vec::new(),
        }
    }

    /// Answers each step with the next event, after `took`.
    fn run(
        &mut self,
        took: Duration,
        events: impl IntoIterator<Item = Event>,
    ) -> Result<Uploaded, Error> {
        let mut events = events.into_iter();
        let mut outcome = None;
        loop {
            let (what, after, timeout) = match self.upload.step(outcome.take(), self.now) {
                UploadStep::Done(result) => {
                    assert_eq!(events.count(), 0, "gave up early");
                    return result;
                }
                UploadStep::Call(attempt) => {
                    assert!(attempt.request.headers().contains_key("authorization"));
                    let (method, path) = (attempt.request.method(), attempt.request.uri().path());
                    let what = format!("{method} {}", path.trim_start_matches("/api/partner"));
                    (what, attempt.after, attempt.timeout)
                }
                UploadStep::Put(put) => {
                    let what = format!("PUT {}", put.request.uri().path());
                    self.puts.push(put.clone());
                    (what, put.after, put.timeout)
                }
            };
            self.sent.push((what, after));
            self.now += after + took.min(timeout);
            outcome = Some(events.next().expect("one step too many").outcome());
        }
    }

    fn sent(&self) -> Vec<&str> {
        self.sent.iter().map(|(what, _)| what.as_str()).collect()
    }
}

impl Event {
    fn outcome(self) -> UploadOutcome {
        let lost = |kind| Err(TransportError::new(kind, "gone").into());
        match self {
            Created(id) => response(200, &created(id).to_string()),
            Responds(status, body) => response(status, body),
            Lost => lost(TransportErrorKind::ConnectionLost),
            Unsent => lost(TransportErrorKind::Connect),
            Unreadable => Err(UploadError::from_source("the disk is gone").into()),
        }
    }
}

#[allow(clippy::unnecessary_wraps)] // an outcome like any other
fn response(status: u16, body: &str) -> UploadOutcome {
    let mut response = Response::new(Bytes::copy_from_slice(body.as_bytes()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    Ok(response)
}

fn created(id: &str) -> Value {
    json!({
        "attachment_id": id,
        "download_url": "https://cdn.example/cake.jpg",
        "expires_at": "2026-10-09T12:49:56Z",
        "http_method": "PUT",
        "required_headers": { "Content-Type": "image/jpeg", "x-amz-acl": "private" },
        "upload_url": URL,
    })
}

const CREATE: &str = "POST /v3/attachments";
const PUT: &str = "PUT /cake.jpg";
const EXPIRED: &str =
    "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";

#[test]
fn upload_creates_an_attachment_and_sends_the_file() {
    let mut drive = Drive::new();
    let uploaded = drive
        .run(QUICK, [Created("a1"), Responds(200, "")])
        .unwrap();
    assert_eq!(drive.sent(), [CREATE, PUT]);
    assert_eq!(uploaded.attachment_id.as_str(), "a1");
    assert_eq!(
        uploaded.download_url.unwrap().as_str(),
        "https://cdn.example/cake.jpg"
    );
    assert_eq!(
        (uploaded.filename.as_str(), uploaded.size_bytes),
        ("cake.jpg", SIZE)
    );
    assert_eq!(uploaded.content_type.as_str(), "image/jpeg");

    let put = &drive.puts[0];
    assert_eq!(put.request.uri(), URL);
    let mut headers: Vec<_> = put.request.headers().iter().collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    let headers = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
    let expected = [
        ("content-length", "1024000"),
        ("content-type", "image/jpeg"),
        ("x-amz-acl", "private"),
    ];
    assert!(headers.eq(expected));
    assert!(!put.is_retry);
    // 60 seconds, and one for each 128 KiB.
    assert_eq!(put.timeout, Duration::from_secs(60 + 7));
}

#[test]
fn interrupted_transfer_is_retried() {
    let mut drive = Drive::new();
    let events = [
        Created("a1"),
        Lost,
        Responds(503, "<Code>SlowDown</Code>"),
        Responds(200, ""),
    ];
    drive.run(QUICK, events).unwrap();
    assert_eq!(drive.sent(), [CREATE, PUT, PUT, PUT]);
    let retries: Vec<_> = drive.puts.iter().map(|put| put.is_retry).collect();
    assert_eq!(retries, [false, true, true]);
    let delays: Vec<_> = drive.puts.iter().map(|put| put.after.as_millis()).collect();
    assert!(
        (375..=500).contains(&delays[1]) && (750..=1000).contains(&delays[2]),
        "{delays:?}"
    );
}

#[test]
fn transfer_fails_after_the_last_retry() {
    let mut drive = Drive::new();
    let events = [Created("a1"), Lost, Lost, Lost];
    let Error::Transport(error) = drive.run(QUICK, events).unwrap_err() else {
        panic!("another error")
    };
    assert_eq!((drive.puts.len(), error.attempts()), (3, 3));
}

#[test]
fn stalled_transfer_is_retried() {
    let mut drive = Drive::new();
    let events = [
        Created("a1"),
        Responds(400, "<Code>RequestTimeout</Code>"),
        Responds(200, ""),
    ];
    drive.run(QUICK, events).unwrap();
}

#[test]
fn expired_url_is_renewed_and_the_first_attachment_deleted() {
    let mut drive = Drive::new();
    let events = [
        Created("a1"),
        Responds(403, EXPIRED),
        Created("a2"),
        Responds(200, ""),
        Responds(204, ""),
    ];
    let uploaded = drive.run(QUICK, events).unwrap();
    assert_eq!(uploaded.attachment_id.as_str(), "a2");
    assert_eq!(
        drive.sent(),
        [CREATE, PUT, CREATE, PUT, "DELETE /v3/attachments/a1"]
    );
}

#[test]
fn expired_url_with_status_400_is_renewed() {
    for code in ["ExpiredToken", "RequestExpired", "TokenRefreshRequired"] {
        let mut drive = Drive::new();
        let error = format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code></Error>").leak();
        let events = [
            Created("a1"),
            Responds(400, error),
            Created("a2"),
            Responds(200, ""),
            Responds(204, ""),
        ];
        let uploaded = drive.run(QUICK, events).unwrap();
        assert_eq!(uploaded.attachment_id.as_str(), "a2");
    }
}

#[test]
fn cleanup_has_a_short_timeout_and_only_the_headers_of_the_options() {
    let mut drive = Drive::with(|call| {
        let options = CallOptions::default().header("x-tenant", "t").unwrap();
        let options = options.query("trial", 1).unwrap();
        call.call_options(options.body_field("note", "n").unwrap())
    });
    let mut outcome = None;
    for event in [Created("a1"), Responds(400, "no")] {
        drive.upload.step(outcome.take(), drive.now);
        outcome = Some(event.outcome());
    }
    let UploadStep::Call(deletion) = drive.upload.step(outcome, drive.now) else {
        panic!("nothing is deleted")
    };
    assert_eq!(deletion.timeout, Duration::from_secs(5));
    assert_eq!(deletion.request.uri().query(), None);
    assert!(deletion.request.body().is_empty());
    assert_eq!(deletion.request.headers()["x-tenant"], "t");
    // It is not retried.
    let over = drive.upload.step(Some(Lost.outcome()), drive.now);
    assert!(matches!(over, UploadStep::Done(Err(Error::Upload(_)))));
}

#[test]
fn infinite_timeout_is_clamped() {
    let mut drive = Drive::with(|call| call.timeout(Duration::MAX));
    drive
        .run(QUICK, [Created("a1"), Responds(200, "")])
        .unwrap();
    assert_eq!(drive.puts[0].timeout, ExchangeConfig::MAX_TIMEOUT);
}

#[test]
fn expired_url_is_not_used_for_a_retry() {
    let mut drive = Drive::with(|call| call.timeout(Duration::from_secs(3_600)));
    let events = [
        Created("a1"),
        Lost,
        Created("a2"),
        Responds(200, ""),
        Responds(204, ""),
    ];
    drive.run(Duration::from_secs(14 * 60), events).unwrap();
    assert_eq!(drive.sent()[2], CREATE);
}

#[test]
fn rejection_with_a_renewed_url_is_final() {
    let mut drive = Drive::new();
    let events = [
        Created("a1"),
        Responds(403, EXPIRED),
        Created("a2"),
        Responds(403, "<Code>AccessDenied</Code>"),
        Responds(204, ""),
        Responds(204, ""),
    ];
    let error = drive.run(QUICK, events).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the storage rejected the file: HTTP 403 AccessDenied"
    );
    assert_eq!(
        drive.sent()[4..],
        ["DELETE /v3/attachments/a2", "DELETE /v3/attachments/a1"]
    );

    for (status, body) in [
        (400, "EntityTooLarge"),
        (403, "<Code>SignatureDoesNotMatch</Code>"),
        (307, ""),
    ] {
        let mut drive = Drive::new();
        let events = [Created("a1"), Responds(status, body), Responds(204, "")];
        let Error::Upload(error) = drive.run(QUICK, events).unwrap_err() else {
            panic!("another error")
        };
        let UploadError::Rejected(rejection) = *error else {
            panic!("{error}")
        };
        assert_eq!(
            (rejection.status().as_u16(), rejection.attempts()),
            (status, 1)
        );
        assert_eq!(rejection.body(), body);
    }
}

#[test]
fn failed_cleanup_does_not_change_the_result() {
    let mut drive = Drive::new();
    let events = [Created("a1"), Unreadable, Lost];
    let error = drive.run(QUICK, events).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file cannot be read: the disk is gone"
    );
    assert!(!error.may_have_taken_effect());
    assert_eq!(drive.sent(), [CREATE, PUT, "DELETE /v3/attachments/a1"]);
}

#[test]
fn exhausted_source_is_not_retried() {
    for event in [Lost, Responds(503, ""), Responds(403, EXPIRED)] {
        let mut drive = Drive::new();
        drive.upload.source_exhausted();
        let is_response = !matches!(event, Lost);
        let mut events = vec![Created("a1"), event];
        events.extend(is_response.then_some(Responds(204, "")));
        drive.run(QUICK, events).unwrap_err();
        assert_eq!(drive.puts.len(), 1);
    }
}

#[test]
fn attachment_creation_with_a_lost_response_is_not_retried() {
    let mut drive = Drive::new();
    let error = drive.run(QUICK, [Lost]).unwrap_err();
    assert!(error.may_have_taken_effect());
    Drive::new()
        .run(QUICK, [Unsent, Created("a1"), Responds(200, "")])
        .unwrap();
}

#[test]
fn deadline_includes_all_steps() {
    let mut drive = Drive::with(|call| call.deadline(Duration::from_secs(90)).max_retries(9));
    let minute = Duration::from_secs(60);
    drive.run(minute, [Created("a1"), Lost]).unwrap_err();
    assert!(drive.puts[0].timeout <= Duration::from_secs(30));
    assert!(drive.now - drive.start <= Duration::from_secs(91));
}

#[test]
fn unsafe_upload_target_is_rejected() {
    for (change, reason) in [
        (
            json!({ "upload_url": "http://storage.example/a?s3cret" }),
            "upload_url is not an https:// URL",
        ),
        (
            json!({ "upload_url": "http://localhost:80/a?s3cret" }),
            "upload_url is not an https:// URL",
        ),
        (
            json!({ "upload_url": "ftp://storage.example/a" }),
            "upload_url is not an https:// URL",
        ),
        (
            json!({ "upload_url": "https://u:p@storage.example/a" }),
            "upload_url contains a user name or password",
        ),
        (
            json!({ "upload_url": "/a?s3cret" }),
            "upload_url has no host",
        ),
        (
            json!({ "upload_url": "s3 cret" }),
            "upload_url is not a valid URL",
        ),
        (json!({ "http_method": "POST" }), "http_method is not PUT"),
        (
            json!({ "required_headers": { "a b": "c" } }),
            "required_headers contains an invalid name",
        ),
        (
            json!({ "required_headers": { "a": "b\r\nc: d" } }),
            "required_headers contains an invalid value",
        ),
        (
            json!({ "required_headers": { "Content-Length": "7" } }),
            "required_headers contains another Content-Length than the file size",
        ),
        (
            json!({ "required_headers": { "Host": "evil.example" } }),
            "required_headers contains another Host than upload_url",
        ),
        (
            json!({ "required_headers": { "Transfer-Encoding": "chunked" } }),
            "required_headers contains a connection header",
        ),
    ] {
        let mut body = created("a1");
        let change = change.as_object().unwrap().clone();
        body.as_object_mut().unwrap().extend(change);
        let mut drive = Drive::new();
        let body: &'static str = body.to_string().leak();
        let error = drive
            .run(QUICK, [Responds(200, body), Responds(204, "")])
            .unwrap_err();
        let expected = format!("unusable upload target from the API: {reason}");
        assert_eq!(error.to_string(), expected);
        assert!(drive.puts.is_empty());
    }
}

#[test]
fn redundant_required_headers_are_accepted() {
    let mut body = created("a1");
    body["required_headers"] = json!({ "content-length": "1024000", "host": "storage.example" });
    let mut drive = Drive::new();
    let body: &'static str = body.to_string().leak();
    drive
        .run(QUICK, [Responds(200, body), Responds(200, "")])
        .unwrap();
    let headers = drive.puts[0].request.headers();
    assert_eq!(headers.len(), 1);
    assert_eq!(headers["content-length"], HeaderValue::from(SIZE));
}

#[test]
fn invalid_arguments_are_rejected_before_sending() {
    let linq = Client::dry_run();
    let config = ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap());
    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let begin = |call: UploadCall<'_, DryRun, NoReader>, size| {
        let plan = call.into_prepared().plan;
        plan.begin(size, &config, Entropy::new([1; 24]), now)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    let upload = |path: &str| linq.attachments().upload(path);
    assert_eq!(
        begin(upload("a.jpg"), 0),
        Err("size_bytes: the file is empty".into())
    );
    let too_large = (100 << 20) + 1;
    assert_eq!(
        begin(upload("a.jpg"), too_large),
        Err("size_bytes: too large: 104857601 bytes, at most 100 MB".into())
    );
    assert_eq!(
        begin(upload("README"), 1),
        Err("content_type: required, as it cannot be guessed from the file name".into())
    );
    assert_eq!(
        begin(upload("/"), 1),
        Err("filename: required, as the source has no file name".into())
    );
    assert_eq!(
        begin(upload("README").content_type("text/plain"), 1),
        Ok(())
    );
    assert_eq!(begin(upload("/").filename("a.jpg"), 1), Ok(()));
    let error = begin(upload("a.jpg").header("a b", "c").header("d", "e"), 1).unwrap_err();
    assert!(error.starts_with(r#"headers["a b"]: "#), "{error}");
}

#[test]
fn debug_omits_secrets() {
    let mut drive = Drive::with(|call| call.header("x-tenant", "s3cret").max_retries(0));
    let mut shown = format!("{:?}", drive.upload);
    let forbidden = r"<Code>SignatureDoesNotMatch</Code><StringToSign>s3cret</StringToSign>";
    let error = drive.run(
        QUICK,
        [Created("a1"), Responds(403, forbidden), Responds(204, "")],
    );
    let error = error.unwrap_err();
    write!(
        shown,
        "{:?} {:?} {error:?} {error}",
        drive.upload, drive.puts
    )
    .unwrap();
    let mut sending = Drive::new();
    sending.upload.step(None, sending.now);
    sending
        .upload
        .step(Some(Created("a1").outcome()), sending.now);
    write!(shown, "{:?}", sending.upload).unwrap();
    assert!(shown.contains("storage.example"));
    assert!(
        !shown.contains("s3cret") && !shown.contains("sk_secret"),
        "{shown}"
    );
}

#[test]
fn debug_omits_the_values_of_options() {
    let mut drive = Drive::with(|call| {
        let options = CallOptions::default();
        let options = options.query("token", "s3cret").unwrap();
        call.call_options(options.body_field("note", "s3cret").unwrap())
    });
    let first = drive.upload.step(None, drive.now);
    let mut shown = format!("{first:?} {:?}", drive.upload);
    let UploadStep::Call(attempt) = first else {
        panic!("{first:?}")
    };
    assert!(
        std::str::from_utf8(attempt.request.body())
            .unwrap()
            .contains("s3cret")
    );
    let linq = Client::dry_run();
    let options = CallOptions::default().query("token", "s3cret").unwrap();
    let call = linq.attachments().upload("a.jpg").call_options(options);
    write!(shown, "{call:?}").unwrap();
    write!(shown, "{:?}", call.into_prepared()).unwrap();
    assert!(!shown.contains("s3cret"), "{shown}");
}

#[test]
fn lost_transfer_is_remembered() {
    let mut drive = Drive::new();
    let error = drive
        .run(QUICK, [Created("a1"), Lost, Unsent, Unsent])
        .unwrap_err();
    let Error::Transport(transport) = &error else {
        panic!("{error:?}")
    };
    assert!(transport.may_have_been_sent() && error.may_have_taken_effect());
}

#[test]
fn renewed_key_retries_the_same_request() {
    let mut drive = Drive::new();
    let UploadStep::Call(first) = drive.upload.step(None, drive.now) else {
        panic!("the first step is not a call")
    };
    let key = ApiKey::new("sk_renewed").unwrap();
    drive.upload.reauthenticate(&key);
    let again = drive
        .upload
        .retry_with_token(drive.now)
        .expect("there is time");
    assert_eq!(first.request.body(), again.request.body());
    assert_eq!(
        again.request.headers()["authorization"],
        "Bearer sk_renewed"
    );
}

#[test]
fn success_before_the_whole_file_is_sent_is_an_error() {
    let mut length_check = LengthCheck::new(10, None);
    let response = |status: u16| {
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        response
    };
    length_check.start();
    length_check.check(response(403)).unwrap();
    let Err(UploadFailure::Transport(error)) = length_check.check(response(200)) else {
        panic!("a success");
    };
    assert_eq!(error.kind(), TransportErrorKind::ConnectionLost);
    length_check.record_read(10).unwrap();
    length_check.check(response(200)).unwrap();
}

#[test]
fn uploaded_file_round_trips_through_json() {
    let json = r#"{"attachment_id":"a1","download_url":"https://host/a.png?sig=s3cret","filename":"a.png","content_type":"image/png","size_bytes":3}"#;
    let uploaded: Uploaded = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&uploaded).unwrap(), json);
    assert!(!format!("{uploaded:?}").contains("s3cret"));
}

#[test]
fn transfer_is_not_retried_without_retry_quota() {
    let config = config().retry_quota(RetryQuota::new(10));
    let mut drive = Drive::with_config(&config, |call| call);
    // The attempt to create the attachment takes five tokens, and its success returns them.
    let events = [Responds(503, ""), Created("a1"), Lost, Lost];
    drive.run(QUICK, events).unwrap_err();
    assert_eq!(drive.sent(), [CREATE, CREATE, PUT, PUT]);
    let mut drive = Drive::with_config(&config, |call| call);
    drive.run(QUICK, [Created("a1"), Lost]).unwrap_err();
}

#[test]
fn expired_url_is_not_renewed_without_retry_quota() {
    let config = config().retry_quota(RetryQuota::new(5));
    let expired = || [Created("a1"), Responds(403, EXPIRED)];
    let mut drive = Drive::with_config(&config, |call| call);
    let renewed = [Created("a2"), Responds(200, ""), Responds(204, "")];
    drive
        .run(QUICK, expired().into_iter().chain(renewed))
        .unwrap();
    let mut drive = Drive::with_config(&config, |call| call);
    let failed = [Created("a2"), Lost];
    drive
        .run(QUICK, expired().into_iter().chain(failed))
        .unwrap_err();
    let mut drive = Drive::with_config(&config, |call| call);
    let rejected = expired().into_iter().chain([Responds(204, "")]);
    drive.run(QUICK, rejected).unwrap_err();
}

/// An observer that keeps its records as text.
#[derive(Default)]
struct Recorder(Mutex<Vec<String>>);

impl AttemptObserver for Recorder {
    fn on_request(&self, request: &AttemptRequest) {
        self.0.lock().unwrap().push(format!("{request:?}"));
    }

    fn on_response(&self, response: &AttemptResponse) {
        self.0.lock().unwrap().push(format!("{response:?}"));
    }

    fn on_failure(&self, failure: &AttemptFailure) {
        self.0.lock().unwrap().push(format!("{failure:?}"));
    }
}

#[test]
fn transfers_are_observed() {
    let recorder = Arc::new(Recorder::default());
    let config = config().observer(recorder.clone());
    let mut drive = Drive::with_config(&config, |call| call);
    let events = [
        Created("a1"),
        Responds(503, "SlowDown"),
        Lost,
        Unreadable,
        Responds(204, ""),
    ];
    drive.run(QUICK, events).unwrap_err();
    let records = recorder.0.lock().unwrap();
    let transfer = |kind: &str, attempt: u32| {
        format!(
            r#"{kind} {{ operation: "attachments.upload", method: PUT, path: "", attempt: {attempt}, "#
        )
    };
    let expected = [
        r#"AttemptRequest { operation: "attachments.create", method: POST, path: "/v3/attachments", attempt: 1, "#,
        r#"AttemptResponse { operation: "attachments.create", "#,
        &transfer("AttemptRequest", 1),
        &(transfer("AttemptResponse", 1) + "status: 503, "),
        &transfer("AttemptRequest", 2),
        &(transfer("AttemptFailure", 2) + "kind: ConnectionLost, may_have_been_sent: true, "),
        &transfer("AttemptRequest", 3),
        &(transfer("AttemptFailure", 3) + "kind: Cancelled { sent: true }, "),
        r#"AttemptRequest { operation: "attachments.delete", "#,
        r#"AttemptResponse { operation: "attachments.delete", "#,
    ];
    assert_eq!(records.len(), expected.len(), "{records:#?}");
    for (record, expected) in records.iter().zip(expected) {
        assert!(record.starts_with(expected), "{record}");
        assert!(!record.contains("s3cret") && !record.contains("cake"));
    }
}
