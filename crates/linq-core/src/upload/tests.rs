//! Scenarios on simulated time, without bytes.

use super::*;
use crate::{
    Client, DryRun, Error,
    error::{TransportError, TransportErrorKind, UploadError},
    exchange::{BaseUrl, CallOptions, Config, Entropy},
    secret::ApiKey,
};
use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Value, json};
use std::{
    fmt::Write,
    time::{Duration, Instant},
};

const SIZE: u64 = 1_024_000;
const QUICK: Duration = Duration::from_millis(10);
const URL: &str = "https://storage.example/cake.jpg?X-Amz-Signature=s3cret";

/// Drives an upload on a clock that only moves when it waits or sends.
struct Drive {
    upload: Upload,
    now: Instant,
    start: Instant,
    /// What was sent, such as `POST /v3/attachments`, with the pause before it.
    sent: Vec<(String, Duration)>,
    puts: Vec<Put>,
}

/// What happens next.
enum Event {
    Announced(&'static str),
    ApiResponse(u16, &'static str),
    Lost,
    Unsent,
    Unreadable,
}

use Event::{Announced, ApiResponse, Lost, Unreadable, Unsent};

impl Drive {
    fn new() -> Self {
        Self::with(|call| call)
    }

    fn with(
        set: impl FnOnce(UploadCall<'_, DryRun, NoReader>) -> UploadCall<'_, DryRun, NoReader>,
    ) -> Self {
        let linq = Client::dry_run();
        let call = set(linq.attachments().upload("photos/cake.jpg"));
        let config = Config::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap());
        #[allow(clippy::disallowed_methods)]
        let now = Instant::now();
        let plan = call.into_prepared().plan;
        let (upload, _) = plan
            .begin(SIZE, &config, Entropy::new([1; 24]), now)
            .unwrap();
        Self {
            upload,
            now,
            start: now,
            sent: Vec::new(),
            puts: Vec::new(),
        }
    }

    /// Answers each step in turn, each taking `took`.
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
            Announced(id) => reply(200, &announced(id).to_string()),
            ApiResponse(status, body) => reply(status, body),
            Lost => lost(TransportErrorKind::ConnectionLost),
            Unsent => lost(TransportErrorKind::Connect),
            Unreadable => Err(UploadError::Source("the disk is gone".into()).into()),
        }
    }
}

#[allow(clippy::unnecessary_wraps)] // an outcome like any other
fn reply(status: u16, body: &str) -> UploadOutcome {
    let mut reply = Response::new(Bytes::copy_from_slice(body.as_bytes()));
    *reply.status_mut() = StatusCode::from_u16(status).unwrap();
    Ok(reply)
}

fn announced(id: &str) -> Value {
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
fn a_file_is_announced_and_sent() {
    let mut drive = Drive::new();
    let uploaded = drive
        .run(QUICK, [Announced("a1"), ApiResponse(200, "")])
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
    assert!(!put.again);
    // 60 seconds, and one for each 128 KiB.
    assert_eq!(put.timeout, Duration::from_secs(60 + 7));
}

#[test]
fn a_transfer_that_breaks_off_is_repeated() {
    let mut drive = Drive::new();
    let events = [
        Announced("a1"),
        Lost,
        ApiResponse(503, "<Code>SlowDown</Code>"),
        ApiResponse(200, ""),
    ];
    drive.run(QUICK, events).unwrap();
    assert_eq!(drive.sent(), [CREATE, PUT, PUT, PUT]);
    let again: Vec<_> = drive.puts.iter().map(|put| put.again).collect();
    assert_eq!(again, [false, true, true]);
    let pauses: Vec<_> = drive.puts.iter().map(|put| put.after.as_millis()).collect();
    assert!(
        (375..=500).contains(&pauses[1]) && (750..=1000).contains(&pauses[2]),
        "{pauses:?}"
    );
}

#[test]
fn a_transfer_is_given_up_after_its_retries() {
    let mut drive = Drive::new();
    let events = [Announced("a1"), Lost, Lost, Lost];
    let Error::Transport(error) = drive.run(QUICK, events).unwrap_err() else {
        panic!("another error")
    };
    assert_eq!((drive.puts.len(), error.attempts()), (3, 3));
}

#[test]
fn what_stands_still_is_sent_again() {
    let mut drive = Drive::new();
    let events = [
        Announced("a1"),
        ApiResponse(400, "<Code>RequestTimeout</Code>"),
        ApiResponse(200, ""),
    ];
    drive.run(QUICK, events).unwrap();
}

#[test]
fn an_expired_url_is_asked_for_anew_and_the_first_announcement_deleted() {
    let mut drive = Drive::new();
    let events = [
        Announced("a1"),
        ApiResponse(403, EXPIRED),
        Announced("a2"),
        ApiResponse(200, ""),
        ApiResponse(204, ""),
    ];
    let uploaded = drive.run(QUICK, events).unwrap();
    assert_eq!(uploaded.attachment_id.as_str(), "a2");
    assert_eq!(
        drive.sent(),
        [CREATE, PUT, CREATE, PUT, "DELETE /v3/attachments/a1"]
    );
}

#[test]
fn an_expired_url_may_be_refused_as_a_bad_request() {
    for code in ["ExpiredToken", "RequestExpired", "TokenRefreshRequired"] {
        let mut drive = Drive::new();
        let refusal = format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code></Error>").leak();
        let events = [
            Announced("a1"),
            ApiResponse(400, refusal),
            Announced("a2"),
            ApiResponse(200, ""),
            ApiResponse(204, ""),
        ];
        let uploaded = drive.run(QUICK, events).unwrap();
        assert_eq!(uploaded.attachment_id.as_str(), "a2");
    }
}

#[test]
fn cleaning_up_takes_little_time_and_carries_no_more_than_headers() {
    let mut drive = Drive::with(|call| {
        let options = CallOptions::default().header("x-tenant", "t").unwrap();
        let options = options.query("trial", 1).unwrap();
        call.call_options(options.body_field("note", "n").unwrap())
    });
    let mut outcome = None;
    for event in [Announced("a1"), ApiResponse(400, "no")] {
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
    // Once is enough.
    let over = drive.upload.step(Some(Lost.outcome()), drive.now);
    assert!(matches!(over, UploadStep::Done(Err(Error::Upload(_)))));
}

#[test]
fn a_time_without_end_is_a_year() {
    let mut drive = Drive::with(|call| call.timeout(Duration::MAX));
    drive
        .run(QUICK, [Announced("a1"), ApiResponse(200, "")])
        .unwrap();
    assert_eq!(drive.puts[0].timeout, Config::MAX_TIMEOUT);
}

#[test]
fn a_url_as_old_as_it_may_get_is_not_tried_again() {
    let mut drive = Drive::with(|call| call.timeout(Duration::from_secs(3_600)));
    let events = [
        Announced("a1"),
        Lost,
        Announced("a2"),
        ApiResponse(200, ""),
        ApiResponse(204, ""),
    ];
    drive.run(Duration::from_secs(14 * 60), events).unwrap();
    assert_eq!(drive.sent()[2], CREATE);
}

#[test]
fn a_refusal_that_a_new_url_does_not_cure_is_final() {
    let mut drive = Drive::new();
    let events = [
        Announced("a1"),
        ApiResponse(403, EXPIRED),
        Announced("a2"),
        ApiResponse(403, "<Code>AccessDenied</Code>"),
        ApiResponse(204, ""),
        ApiResponse(204, ""),
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
        let events = [
            Announced("a1"),
            ApiResponse(status, body),
            ApiResponse(204, ""),
        ];
        let Error::Upload(error) = drive.run(QUICK, events).unwrap_err() else {
            panic!("another error")
        };
        let UploadError::Refused(refusal) = *error else {
            panic!("{error}")
        };
        assert_eq!((refusal.status().as_u16(), refusal.attempts()), (status, 1));
        assert_eq!(refusal.body(), body);
    }
}

#[test]
fn what_cannot_be_deleted_does_not_change_the_result() {
    let mut drive = Drive::new();
    let events = [Announced("a1"), Unreadable, Lost];
    let error = drive.run(QUICK, events).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file cannot be read: the disk is gone"
    );
    assert!(!error.may_have_taken_effect());
    assert_eq!(drive.sent(), [CREATE, PUT, "DELETE /v3/attachments/a1"]);
}

#[test]
fn a_source_that_is_spent_is_not_sent_again() {
    for event in [Lost, ApiResponse(503, ""), ApiResponse(403, EXPIRED)] {
        let mut drive = Drive::new();
        drive.upload.source_is_spent();
        let refused = !matches!(event, Lost);
        let mut events = vec![Announced("a1"), event];
        events.extend(refused.then_some(ApiResponse(204, "")));
        drive.run(QUICK, events).unwrap_err();
        assert_eq!(drive.puts.len(), 1);
    }
}

#[test]
fn an_announcement_whose_reply_was_lost_is_not_repeated() {
    let mut drive = Drive::new();
    let error = drive.run(QUICK, [Lost]).unwrap_err();
    assert!(error.may_have_taken_effect());
    Drive::new()
        .run(QUICK, [Unsent, Announced("a1"), ApiResponse(200, "")])
        .unwrap();
}

#[test]
fn the_deadline_bounds_the_whole() {
    let mut drive = Drive::with(|call| call.deadline(Duration::from_secs(90)).max_retries(9));
    let minute = Duration::from_secs(60);
    drive.run(minute, [Announced("a1"), Lost]).unwrap_err();
    assert!(drive.puts[0].timeout <= Duration::from_secs(30));
    assert!(drive.now - drive.start <= Duration::from_secs(91));
}

#[test]
fn harmful_instructions_are_not_followed() {
    for (change, reason) in [
        (
            json!({ "upload_url": "http://storage.example/a?s3cret" }),
            "its URL is not https",
        ),
        (
            json!({ "upload_url": "http://localhost:80/a?s3cret" }),
            "its URL is not https",
        ),
        (
            json!({ "upload_url": "ftp://storage.example/a" }),
            "its URL is not https",
        ),
        (
            json!({ "upload_url": "https://u:p@storage.example/a" }),
            "its URL holds a user name or password",
        ),
        (json!({ "upload_url": "/a?s3cret" }), "its URL has no host"),
        (json!({ "upload_url": "s3 cret" }), "its URL is none"),
        (
            json!({ "http_method": "POST" }),
            "it asks for another method than PUT",
        ),
        (
            json!({ "required_headers": { "a b": "c" } }),
            "a header's name is none",
        ),
        (
            json!({ "required_headers": { "a": "b\r\nc: d" } }),
            "a header's value is none",
        ),
        (
            json!({ "required_headers": { "Content-Length": "7" } }),
            "it asks for another length",
        ),
        (
            json!({ "required_headers": { "Host": "evil.example" } }),
            "it asks for another host",
        ),
        (
            json!({ "required_headers": { "Transfer-Encoding": "chunked" } }),
            "it asks for a header that belongs to the connection",
        ),
    ] {
        let mut body = announced("a1");
        let change = change.as_object().unwrap().clone();
        body.as_object_mut().unwrap().extend(change);
        let mut drive = Drive::new();
        let body: &'static str = body.to_string().leak();
        let error = drive
            .run(QUICK, [ApiResponse(200, body), ApiResponse(204, "")])
            .unwrap_err();
        let expected = format!("unusable upload target from the API: {reason}");
        assert_eq!(error.to_string(), expected);
        assert!(drive.puts.is_empty());
    }
}

#[test]
fn headers_that_say_what_is_said_anyway_are_no_trouble() {
    let mut body = announced("a1");
    body["required_headers"] = json!({ "content-length": "1024000", "host": "storage.example" });
    let mut drive = Drive::new();
    let body: &'static str = body.to_string().leak();
    drive
        .run(QUICK, [ApiResponse(200, body), ApiResponse(200, "")])
        .unwrap();
    let headers = drive.puts[0].request.headers();
    assert_eq!(headers.len(), 1);
    assert_eq!(headers["content-length"], HeaderValue::from(SIZE));
}

#[test]
fn what_no_server_would_take_is_not_announced() {
    let linq = Client::dry_run();
    let config = Config::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap());
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
        Err("content_type: the file's name does not tell, so it has to be given".into())
    );
    assert_eq!(
        begin(upload("/"), 1),
        Err("filename: the file has no name".into())
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
fn no_debug_text_shows_a_secret() {
    let mut drive = Drive::with(|call| call.header("x-tenant", "s3cret").max_retries(0));
    let mut shown = format!("{:?}", drive.upload);
    let forbidden = r"<Code>SignatureDoesNotMatch</Code><StringToSign>s3cret</StringToSign>";
    let error = drive.run(
        QUICK,
        [
            Announced("a1"),
            ApiResponse(403, forbidden),
            ApiResponse(204, ""),
        ],
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
        .step(Some(Announced("a1").outcome()), sending.now);
    write!(shown, "{:?}", sending.upload).unwrap();
    assert!(shown.contains("storage.example"));
    assert!(
        !shown.contains("s3cret") && !shown.contains("sk_secret"),
        "{shown}"
    );
}

#[test]
fn no_debug_text_shows_what_an_upload_was_told() {
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
fn a_transfer_that_was_lost_is_remembered() {
    let mut drive = Drive::new();
    let error = drive
        .run(QUICK, [Announced("a1"), Lost, Unsent, Unsent])
        .unwrap_err();
    let Error::Transport(transport) = &error else {
        panic!("{error:?}")
    };
    assert!(transport.may_have_been_sent() && error.may_have_taken_effect());
}

#[test]
fn another_key_goes_on_with_the_same_announcement() {
    let mut drive = Drive::new();
    let UploadStep::Call(first) = drive.upload.step(None, drive.now) else {
        panic!("an upload begins with its announcement")
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
fn success_before_the_whole_file_is_no_success() {
    let mut meter = Meter::new(10, None);
    let response = |status: u16| {
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        response
    };
    meter.start();
    meter.check(response(403)).unwrap();
    let Err(UploadFailure::Transport(error)) = meter.check(response(200)) else {
        panic!("a success");
    };
    assert_eq!(error.kind(), TransportErrorKind::ConnectionLost);
    meter.take(10).unwrap();
    meter.check(response(200)).unwrap();
}
