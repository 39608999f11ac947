//! Compares verifying and decoding a `message.received` of about 0.8 KB with plain `hmac`, `sha2` and `serde_json`.
//!
//! The limit is 2.5 times as long.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use bytes::Bytes;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::HeaderMap;
use linq_core::webhook::{Event, MessageEventData, Verifier, WebhookSecret};
use serde::Deserialize;
use sha2::Sha256;
use std::{
    hint::black_box,
    time::{Duration, SystemTime},
};

const BODY: &[u8] = include_bytes!("message_received.json");
const KEY: &[u8] = b"a-key-of-exactly-32-bytes-length";
const SECRET: &str = "whsec_YS1rZXktb2YtZXhhY3RseS0zMi1ieXRlcy1sZW5ndGg=";

/// The event's type, without tolerant decoding.
#[derive(Deserialize)]
#[allow(dead_code)]
struct Plain {
    api_version: String,
    webhook_version: String,
    event_type: String,
    event_id: String,
    created_at: linq_core::Timestamp,
    trace_id: String,
    partner_id: String,
    data: MessageEventData,
}

fn verify_and_decode(criterion: &mut Criterion) {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_770_000_000);
    let secret = WebhookSecret::new(SECRET).unwrap();
    let headers = secret.sign("msg_2pXc", now, BODY).unwrap();
    let verifier = Verifier::new(secret);
    let body = Bytes::from_static(BODY);

    let mut group = criterion.benchmark_group("message.received");
    group.throughput(Throughput::Bytes(BODY.len() as u64));
    group.bench_function("plain hmac, sha2 and serde_json", |bencher| {
        bencher.iter(|| {
            let tag = plain_hmac(&headers);
            let event: Plain = serde_json::from_slice(black_box(&body)).unwrap();
            black_box((tag, event))
        });
    });
    group.bench_function("plain hmac and sha2 alone", |bencher| {
        bencher.iter(|| black_box(plain_hmac(&headers)));
    });
    group.bench_function("linq-core", |bencher| {
        bencher.iter(|| {
            verifier
                .verify_signature(&headers, black_box(&body), now)
                .unwrap();
            black_box(Event::parse_unverified(body.clone()).unwrap())
        });
    });
    group.bench_function("linq-core, from a borrowed body", |bencher| {
        bencher.iter(|| black_box(verifier.verify(&headers, black_box(BODY), now).unwrap()));
    });
    group.bench_function("linq-core, verify alone", |bencher| {
        bencher.iter(|| {
            verifier
                .verify_signature(&headers, black_box(BODY), now)
                .unwrap()
        });
    });
    group.finish();
}

fn plain_hmac(headers: &HeaderMap) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(black_box(KEY)).unwrap();
    mac.update(headers["webhook-id"].as_bytes());
    mac.update(b".");
    mac.update(headers["webhook-timestamp"].as_bytes());
    mac.update(b".");
    mac.update(black_box(BODY));
    mac.finalize().into_bytes().into()
}

criterion_group!(benches, verify_and_decode);
criterion_main!(benches);
