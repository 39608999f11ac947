//! Errors of calls and uploads, without a network.

use crate::Messages;
use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue, Response, StatusCode,
    header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE},
};
use linq_core::{
    ApiKey, Client, Endpoint, Error,
    call::PreparedCall,
    download::{Download, DownloadOutcome, DownloadSource, DownloadStep},
    error::{DownloadError, InvalidArgument, TransportError, TransportErrorKind, UploadError},
    exchange::{BaseUrl, Entropy, ExchangeConfig, Outcome, Step},
    rate_limit::{Limit, RateLimits},
    upload::{LengthCheck, Source, Upload, UploadOutcome, UploadStep, check_complete},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const GUEST: &str = "+12052499136";
const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";
const ENTROPY: Entropy = Entropy::new([7; Entropy::LEN]);

pub(crate) fn add(messages: &mut Messages) {
    add_transport_errors(messages);
    add_api_errors(messages);
    add_undecodable_responses(messages);
    add_warnings(messages);
    add_rate_limited(messages);
    add_uploads(messages);
    add_downloads(messages);
}

fn config() -> ExchangeConfig {
    let key = ApiKey::new("sk_secret").unwrap();
    ExchangeConfig::new(BaseUrl::default(), &key).max_retries(0)
}

/// Executes a call with these outcomes of its attempts, and no more retries than there are outcomes.
fn execute<E: Endpoint, const N: usize>(
    call: PreparedCall<E>,
    outcomes: [Outcome; N],
) -> Result<E::Response, Error> {
    let config = config().max_retries(u32::try_from(N).unwrap() - 1);
    let now = Instant::now();
    let mut exchange = call.begin(&config, ENTROPY, now)?;
    let mut outcomes = outcomes.into_iter();
    let mut outcome = None;
    loop {
        match exchange.step(outcome.take(), now) {
            Step::Send(_) => outcome = Some(outcomes.next().expect("an outcome of each attempt")),
            Step::Done(result) => return result,
        }
    }
}

fn lost(kind: TransportErrorKind) -> Outcome {
    Err(TransportError::new(kind, "cause"))
}

#[allow(clippy::unnecessary_wraps)] // an outcome like any other
fn response(status: u16, content_type: Option<&str>, body: &str) -> Outcome {
    let mut response = Response::builder().status(status);
    if let Some(content_type) = content_type {
        response = response.header(CONTENT_TYPE, content_type);
    }
    Ok(response
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap())
}

fn json_response(status: u16, body: &Value) -> Outcome {
    response(status, Some("application/json"), &body.to_string())
}

fn add_transport_errors(messages: &mut Messages) {
    messages.heading("Transport");
    let linq = Client::dry_run();
    let kinds = [
        TransportErrorKind::Connect,
        TransportErrorKind::ConnectTimeout,
        TransportErrorKind::InvalidRequest,
        TransportErrorKind::NotProcessed,
        TransportErrorKind::Timeout,
        TransportErrorKind::ConnectionLost,
        TransportErrorKind::ResponseTooLarge,
        TransportErrorKind::Cancelled { sent: false },
        TransportErrorKind::Cancelled { sent: true },
    ];
    for kind in kinds {
        let send = linq.chats().participants(CHAT).add(GUEST).max_retries(0);
        messages.error(execute(send.into_prepared(), [lost(kind)]));
    }
    let list = linq.phone_numbers().list().into_prepared();
    let twice = [
        TransportErrorKind::ConnectionLost,
        TransportErrorKind::Timeout,
    ];
    messages.error(execute(list, twice.map(lost)));
    messages.add(TransportError::new(TransportErrorKind::Connect, "cause"));
}

fn add_api_errors(messages: &mut Messages) {
    messages.heading("Responses of the API");
    let linq = Client::dry_run();
    let retrieve = || linq.chats().retrieve(CHAT).into_prepared();
    let body = json!({
        "success": false,
        "error": { "status": 404, "code": 2001, "message": "Chat not found" },
        "trace_id": "trace-1",
    });
    messages.error(execute(retrieve(), [json_response(404, &body)]));
    messages.error(execute(retrieve(), [response(307, None, "")]));
    messages.error(execute(
        retrieve(),
        [response(403, Some("text/html"), "<p>No</p>")],
    ));
    messages.error(execute(retrieve(), [response(599, None, "")]));
    let remove = linq
        .chats()
        .participants(CHAT)
        .remove(GUEST)
        .into_prepared();
    let outcomes = [
        lost(TransportErrorKind::ConnectionLost),
        json_response(404, &body),
    ];
    messages.error(execute(remove, outcomes));
}

fn add_undecodable_responses(messages: &mut Messages) {
    messages.heading("Responses that cannot be decoded");
    let linq = Client::dry_run();
    let retrieve = || linq.chats().retrieve(CHAT).into_prepared();
    let html = "<html>";
    for outcome in [
        response(200, Some("text/html; charset=utf-8"), html),
        response(200, None, html),
        response(200, Some("application/json"), ""),
        response(200, Some("application/json"), "{"),
        json_response(200, &json!([])),
        json_response(200, &json!({})),
        json_response(200, &json!({ "id": null })),
        json_response(200, &json!({ "id": 7 })),
    ] {
        messages.error(execute(retrieve(), [outcome]));
    }
    let list = || linq.chats().list().into_prepared();
    messages.error(execute(list(), [json_response(200, &json!({}))]));
    messages.error(execute(
        list(),
        [json_response(200, &json!({ "chats": {} }))],
    ));
    let custom = || {
        linq.request(http::Method::GET, "/v3/new/thing")
            .decode_as::<Vec<u32>>()
    };
    for outcome in [
        response(200, Some("text/html"), html),
        json_response(200, &json!({ "a": 1 })),
        json_response(200, &json!([1, "a"])),
    ] {
        messages.error(execute(custom().into_prepared(), [outcome]));
    }
}

fn add_warnings(messages: &mut Messages) {
    messages.heading("Skipped values");
    let linq = Client::dry_run();
    let message = json!({
        "id": "m",
        "chat_id": 7,
        "created_at": "yesterday",
        "is_read": "yes",
        "from_handle": [],
        "parts": [
            { "type": "text", "text_decorations": [{ "range": [0] }] },
            { "type": "media", "size_bytes": -1 },
            { "type": "media", "size_bytes": "large" },
            { "value": "no type" },
            7,
        ],
        "reply_to": [],
    });
    let numbers = r#"{ "id": "m", "parts": [{ "type": "new", "number": 1e999 }], "effect": 1 }"#;
    for outcome in [json_response(200, &message), response(200, None, numbers)] {
        let retrieve = linq.messages().retrieve("m").with_response();
        let response = execute(retrieve.into_prepared(), [outcome]).unwrap();
        for warning in response.warnings {
            messages.add(warning);
        }
    }
    let not_a_list = json!({ "id": "m", "parts": {} });
    let place = json!({ "data": { "features": [{ "geometry": { "coordinates": ["north"] } }] } });
    let retrieve = linq.messages().retrieve("m").with_response();
    for warning in execute(retrieve.into_prepared(), [json_response(200, &not_a_list)])
        .unwrap()
        .warnings
    {
        messages.add(warning);
    }
    let location = linq.chats().location(CHAT).retrieve().with_response();
    match execute(location.into_prepared(), [json_response(200, &place)]) {
        Ok(response) => response
            .warnings
            .iter()
            .for_each(|warning| messages.add(warning)),
        Err(error) => messages.add(error),
    }
}

fn add_rate_limited(messages: &mut Messages) {
    messages.heading("Rate limits");
    let limits = RateLimits::none().limit(Limit::Messages, 1, Duration::from_secs(60));
    let config = config().rate_limits(limits).unwrap();
    let linq = Client::dry_run();
    let now = Instant::now();
    let send = || {
        let send = linq
            .chats()
            .messages(CHAT)
            .send("hi")
            .deadline(Duration::from_secs(10));
        let mut exchange = send.into_prepared().begin(&config, ENTROPY, now)?;
        match exchange.step(None, now) {
            Step::Send(_) => Ok(()),
            Step::Done(result) => result.map(drop),
        }
    };
    send().unwrap();
    messages.error(send());
}

/// Runs the first steps of an upload with these outcomes.
fn upload(outcomes: impl IntoIterator<Item = UploadOutcome>) -> Result<(), Error> {
    let linq = Client::dry_run();
    let source: Source = Source::bytes("cake.jpg", "0123456789");
    let plan = linq.attachments().upload(source).into_prepared().plan;
    let (mut upload, _) = plan.begin(10, &config(), ENTROPY, Instant::now())?;
    let mut outcomes = outcomes.into_iter();
    let mut outcome = None;
    loop {
        match upload.step(outcome.take(), Instant::now()) {
            UploadStep::Done(result) => return result.map(drop),
            _ => outcome = Some(outcomes.next().unwrap_or_else(|| storage(204, ""))),
        }
    }
}

#[allow(clippy::unnecessary_wraps)] // an outcome like any other
fn storage(status: u16, body: &str) -> UploadOutcome {
    let response = Response::builder().status(status);
    Ok(response
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap())
}

/// Returns the response to the creation of an attachment, with one field replaced.
fn created(name: &str, value: Value) -> UploadOutcome {
    let mut created = json!({
        "attachment_id": "a1",
        "http_method": "PUT",
        "required_headers": { "Content-Type": "image/jpeg" },
        "upload_url": "https://storage.example/cake.jpg?signature=s3cret",
    });
    created[name] = value;
    storage(200, &created.to_string())
}

fn add_uploads(messages: &mut Messages) {
    messages.heading("Uploads");
    let linq = Client::dry_run();
    for name in ["", "cake"] {
        let source: Source = Source::bytes(name, "0123456789");
        let plan = linq.attachments().upload(source).into_prepared().plan;
        messages.error(plan.begin(10, &config(), ENTROPY, Instant::now()).map(drop));
    }
    for (name, value) in [
        ("http_method", json!("POST")),
        ("upload_url", Value::Null),
        ("upload_url", json!("https://a b")),
        ("upload_url", json!("/cake.jpg")),
        ("upload_url", json!("http://storage.example/cake.jpg")),
        ("upload_url", json!("https://user@storage.example/cake.jpg")),
        ("required_headers", json!({ "a b": "c" })),
        ("required_headers", json!({ "a": "b\n" })),
        ("required_headers", json!({ "Content-Length": "11" })),
        ("required_headers", json!({ "Host": "other.example" })),
        ("required_headers", json!({ "Connection": "close" })),
    ] {
        messages.error(upload([created(name, value)]));
    }
    let ready = || created("http_method", json!("PUT"));
    let too_large = "<Error><Code>EntityTooLarge</Code></Error>";
    messages.error(upload([ready(), storage(400, too_large)]));
    messages.error(upload([ready(), storage(403, "")]));
    let gone = UploadError::from_source("the disk is gone");
    messages.error(upload([ready(), Err(gone.into())]));
    let lost = TransportError::new(TransportErrorKind::ConnectionLost, "cause");
    messages.error(upload([ready(), Err(lost.into())]));

    let mut check = LengthCheck::with_progress(10, |_, _| {});
    messages.error(check.record_read(11));
    messages.error(check.record_read(9));
    let early = check_complete(storage(200, "").unwrap(), false);
    let early = early.err().unwrap();
    messages.error(upload([ready(), Err(early)]));

    let source: Source = Source::bytes("cake.jpg", "0123456789");
    let plan = linq.attachments().upload(source).into_prepared().plan;
    let (mut finished, _) = plan.begin(10, &config(), ENTROPY, Instant::now()).unwrap();
    messages.error(finish_twice(&mut finished));
}

/// Steps an upload after its end.
fn finish_twice(upload: &mut Upload) -> Result<(), Error> {
    let invalid = || storage(400, "");
    let mut outcome = None;
    while !matches!(
        upload.step(outcome.take(), Instant::now()),
        UploadStep::Done(_)
    ) {
        outcome = Some(invalid());
    }
    match upload.step(None, Instant::now()) {
        UploadStep::Done(result) => result.map(drop),
        _ => Err(InvalidArgument::new("upload", "not finished").into()),
    }
}

const FILE: &str = "https://cdn.example/cake.jpg?signature=s3cret";

/// Runs a download with these outcomes of its steps.
fn download(
    source: impl Into<DownloadSource>,
    outcomes: impl IntoIterator<Item = DownloadOutcome>,
) -> Result<(), Error> {
    let linq = Client::dry_run();
    let plan = linq.attachments().download(source).into_prepared().plan;
    let (mut download, _) = plan.begin(&config(), ENTROPY, Instant::now())?;
    let mut outcomes = outcomes.into_iter();
    let mut outcome = None;
    loop {
        match download.step(outcome.take(), Instant::now()) {
            DownloadStep::Done(result) => return result,
            _ => outcome = Some(outcomes.next().expect("an outcome of each step")),
        }
    }
}

fn add_downloads(messages: &mut Messages) {
    messages.heading("Downloads");
    for url in [
        "https://a b",
        "https:/cake.jpg",
        "http://cdn.example/cake.jpg",
        "https://user@cdn.example/cake.jpg",
        "https://cdn.example:99999/cake.jpg",
    ] {
        messages.error(download(DownloadSource::url(url), []));
    }
    messages.error(download(DownloadSource::url("/cake.jpg"), []));
    messages.error(download(DownloadSource::default(), []));
    let retrieved = |url: Value| {
        let body = json!({ "id": "a1", "download_url": url });
        Ok(Response::new(Bytes::from(body.to_string())))
    };
    messages.error(download("a1", [retrieved(Value::Null)]));
    messages.error(download("a1", [retrieved(json!("http://cdn.example/"))]));
    let response = |status: u16, location: Option<&str>| {
        let builder = Response::builder().status(status);
        let builder = location.into_iter().fold(builder, |builder, location| {
            builder.header("location", location)
        });
        Ok(builder
            .body(Bytes::from("<Error><Code>NoSuchKey</Code></Error>"))
            .unwrap())
    };
    messages.error(download(FILE, [response(404, None)]));
    messages.error(download(FILE, [response(302, None)]));
    messages.error(download(FILE, [response(302, Some("http://cdn.example/"))]));
    let redirects = (0..=Download::MAX_REDIRECTS).map(|_| response(302, Some("/")));
    messages.error(download(FILE, redirects));
    let full = DownloadError::from_target("the disk is full");
    messages.error(download(FILE, [Err(full.into())]));

    let linq = Client::dry_run();
    let plan = linq
        .attachments()
        .download(FILE)
        .max_bytes(10)
        .into_prepared()
        .plan;
    let (mut finished, mut check) = plan.begin(&config(), ENTROPY, Instant::now()).unwrap();
    let head = |name, value| HeaderMap::from_iter([(name, HeaderValue::from_static(value))]);
    messages.error(check.start(StatusCode::OK, &head(CONTENT_LENGTH, "11")));
    messages.error(check.start(StatusCode::OK, &head(CONTENT_ENCODING, "gzip")));
    check
        .start(StatusCode::OK, &head(CONTENT_LENGTH, "10"))
        .unwrap();
    check.record(9).unwrap();
    messages.error(download(FILE, [Err(check.finish().unwrap_err())]));
    let _ = finished.step(None, Instant::now());
    let _ = finished.step(Some(response(404, None)), Instant::now());
    match finished.step(None, Instant::now()) {
        DownloadStep::Done(result) => messages.error(result),
        step => panic!("{step:?}"),
    }
}
