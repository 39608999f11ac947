//! The HTTP libraries log no secrets, at level trace.
//!
//! A process has one logger, so this is a separate test binary.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::upload::{Source, Uploads};
use linq_suite::{
    mock_server::{MockServer, json_response},
    transports::{Async, Blocking, Runner},
};
use log::{LevelFilter, Log, Metadata, Record};
use serde_json::json;
use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

const SECRETS: [&str; 4] = [
    "sk_secret",
    "tenant_secret",
    "s3cret",
    "words_of_the_message",
];

/// Logger that keeps the lines with a secret.
struct SecretDetector {
    lines: AtomicUsize,
    leaks: Mutex<Vec<String>>,
}

static DETECTOR: SecretDetector = SecretDetector {
    lines: AtomicUsize::new(0),
    leaks: Mutex::new(Vec::new()),
};

impl Log for SecretDetector {
    /// Returns `false` only for what the documentation of `linq-ureq` excludes.
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        !metadata.target().starts_with("ureq") || metadata.level() <= LevelFilter::Debug
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let line = format!("{} {} {}", record.level(), record.target(), record.args());
        self.lines.fetch_add(1, Ordering::Relaxed);
        if SECRETS.iter().any(|secret| line.contains(secret)) {
            self.leaks.lock().unwrap().push(line);
        }
    }

    fn flush(&self) {}
}

/// Starts a server that is both API and storage.
fn server() -> MockServer {
    MockServer::start(|request| {
        let host = request.header("host").unwrap();
        let created = json!({
            "attachment_id": "a1",
            "download_url": format!("http://{host}/files/a1?X-Amz-Signature=s3cret"),
            "expires_at": "2026-10-09T12:49:56Z",
            "http_method": "PUT",
            "required_headers": { "Content-Type": "video/mp4", "X-Required": "s3cret" },
            "upload_url": format!("http://{host}/files/a1?X-Amz-Signature=s3cret"),
        });
        match request.line.split(' ').next().unwrap() {
            "PUT" => "200 OK\r\ncontent-length: 0\r\n\r\n".to_owned(),
            _ if request.line.contains("/v3/attachments") => {
                json_response(201, &created.to_string())
            }
            _ => json_response(500, r#"{"error":{"code":3006,"message":"no"}}"#),
        }
    })
}

fn upload_and_send<R: Runner<Transport: Uploads>>(runner: &R) {
    let server = server();
    let builder = runner.builder(server.url()).max_retries(1);
    let linq = builder.header("x-tenant", "tenant_secret").build().unwrap();
    let clip = Source::bytes("clip.mp4", vec![7; 100_000]);
    runner.wait(linq.attachments().upload(clip).send()).unwrap();
    let send = linq.chats().messages("c").send("words_of_the_message");
    runner.wait(send.send()).unwrap_err();
    let unreachable = runner.client("http://127.0.0.1:9");
    let send = unreachable
        .chats()
        .messages("c")
        .send("words_of_the_message");
    runner.wait(send.max_retries(0).send()).unwrap_err();
}

#[test]
fn secrets_are_not_logged() {
    log::set_logger(&DETECTOR).unwrap();
    log::set_max_level(LevelFilter::Trace);
    upload_and_send(&Blocking::new());
    let ureq_lines = DETECTOR.lines.load(Ordering::Relaxed);
    upload_and_send(&Async::new());
    let lines = DETECTOR.lines.load(Ordering::Relaxed);
    assert!(
        ureq_lines > 10 && lines > ureq_lines,
        "{ureq_lines}, {lines}"
    );
    let leaks = DETECTOR.leaks.lock().unwrap();
    assert!(leaks.is_empty(), "{leaks:#?}");
}
