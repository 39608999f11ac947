//! What the HTTP libraries write to `log` at its most talkative: no key, and no signature of a URL.
//!
//! A process has one logger, so this is a program of its own.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::upload::{Source, Uploads};
use linq_suite::{
    canned::{Canned, json_reply},
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

/// Keeps the lines that hold a secret.
struct Watch {
    lines: AtomicUsize,
    telling: Mutex<Vec<String>>,
}

static WATCH: Watch = Watch {
    lines: AtomicUsize::new(0),
    telling: Mutex::new(Vec::new()),
};

impl Log for Watch {
    /// Everything but what the documentation of `linq-ureq` says to leave out.
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
            self.telling.lock().unwrap().push(line);
        }
    }

    fn flush(&self) {}
}

/// An API that is its own storage.
fn server() -> Canned {
    Canned::start(|request| {
        let host = request.header("host").unwrap();
        let announced = json!({
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
                json_reply(201, &announced.to_string())
            }
            _ => json_reply(500, r#"{"error":{"code":3006,"message":"no"}}"#),
        }
    })
}

fn uploads_and_sends<R: Runner<Transport: Uploads>>(runner: &R) {
    let server = server();
    let builder = runner.builder(server.url()).max_retries(1);
    let linq = builder.header("x-tenant", "tenant_secret").build().unwrap();
    let clip = Source::bytes("clip.mp4", vec![7; 100_000]);
    runner.wait(linq.attachments().upload(clip).send()).unwrap();
    let send = linq.chats().messages("c").send("words_of_the_message");
    runner.wait(send.send()).unwrap_err();
    let nowhere = runner.client("http://127.0.0.1:9");
    let send = nowhere.chats().messages("c").send("words_of_the_message");
    runner.wait(send.max_retries(0).send()).unwrap_err();
}

#[test]
fn no_library_logs_a_secret() {
    log::set_logger(&WATCH).unwrap();
    log::set_max_level(LevelFilter::Trace);
    uploads_and_sends(&Blocking::new());
    let of_ureq = WATCH.lines.load(Ordering::Relaxed);
    uploads_and_sends(&Async::new());
    let lines = WATCH.lines.load(Ordering::Relaxed);
    assert!(of_ureq > 10 && lines > of_ureq, "{of_ureq}, {lines}");
    let telling = WATCH.telling.lock().unwrap();
    assert!(telling.is_empty(), "{telling:#?}");
}
