//! Benchmark of JSON libraries for the Python package, which indexes a response once and reads attributes lazily.
//!
//! Each candidate parses a documented page of 100 messages, and a `message.received` of about 0.8 KB, into a form from which
//! attributes can be read. `index` is the package's own: the positions of the values, found by `jiter`. `cargo bench` in this
//! folder measures time. To count instructions, which do not depend on the load of the machine:
//!
//! ```console
//! $ valgrind --tool=callgrind --toggle-collect='json::index' target/release/deps/json-… --test page/index
//! ```

#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use bytes::Bytes;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// A page of a list with one message that has all documented fields.
const PAGE: &[u8] = include_bytes!("../../../../tests/vectors/responses/chats.messages.list.json");
const EVENT: &[u8] = include_bytes!("../../../../tests/suite/benches/message_received.json");

/// Parses a text and drops the result.
type Candidate = fn(&Bytes);

const CANDIDATES: [(&str, Candidate); 9] = [
    ("index", index),
    ("jiter-borrowed", jiter_borrowed),
    ("jiter-owned", jiter_owned),
    ("serde_json-value", serde_json_value),
    ("serde_json-check", serde_json_check),
    ("sonic-rs-value", sonic_value),
    ("sonic-rs-lazy", sonic_lazy),
    ("simd-json-borrowed", simd_borrowed),
    ("simd-json-tape", simd_tape),
];

fn parse(criterion: &mut Criterion) {
    for (name, body) in [("page", page()), ("event", Bytes::from_static(EVENT))] {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(body.len() as u64));
        for (name, candidate) in CANDIDATES {
            group.bench_function(name, |bencher| bencher.iter(|| candidate(black_box(&body))));
        }
        group.finish();
    }
}

fn page() -> Bytes {
    let mut page: serde_json::Value = serde_json::from_slice(PAGE).unwrap();
    let messages = page["messages"].as_array_mut().unwrap();
    *messages = vec![messages[0].clone(); 100];
    page.to_string().into()
}

#[inline(never)]
fn index(body: &Bytes) {
    black_box(linq_json::View::read(body.clone()).unwrap());
}

#[inline(never)]
fn jiter_borrowed(body: &Bytes) {
    black_box(jiter::JsonValue::parse(body, false).unwrap());
}

#[inline(never)]
fn jiter_owned(body: &Bytes) {
    black_box(jiter::JsonValue::parse_owned(body, false, jiter::PartialMode::Off).unwrap());
}

#[inline(never)]
fn serde_json_value(body: &Bytes) {
    black_box(serde_json::from_slice::<serde_json::Value>(body).unwrap());
}

/// Validation only: the cost of a second pass in core.
#[inline(never)]
fn serde_json_check(body: &Bytes) {
    black_box(serde_json::from_slice::<serde::de::IgnoredAny>(body).unwrap());
}

#[inline(never)]
fn sonic_value(body: &Bytes) {
    black_box(sonic_rs::from_slice::<sonic_rs::Value>(body).unwrap());
}

#[inline(never)]
fn sonic_lazy(body: &Bytes) {
    black_box(sonic_rs::from_slice::<sonic_rs::LazyValue<'_>>(body).unwrap());
}

/// Includes a copy of the body, which the library overwrites.
#[inline(never)]
fn simd_borrowed(body: &Bytes) {
    black_box(simd_json::to_borrowed_value(&mut body.to_vec()).unwrap());
}

#[inline(never)]
fn simd_tape(body: &Bytes) {
    black_box(simd_json::to_tape(&mut body.to_vec()).unwrap());
}

criterion_group!(benches, parse);
criterion_main!(benches);
