//! A page of 100 messages through the endpoint beside plain `serde_json` into the same types.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use bytes::Bytes;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use linq_core::{Endpoint, api::chats::messages::ListMessages, call::Page, model::Message};
use linq_suite::samples::{Fill, Sampler, facts, with_type_first};
use serde_json::json;
use std::hint::black_box;

fn page_of_messages(criterion: &mut Criterion) {
    let facts = facts();
    let message = Sampler::new(&facts, Fill::Everything).of("Message");
    let page = json!({ "messages": vec![message; 100], "next_cursor": "next" });
    let body = Bytes::from(with_type_first(&page));
    let mut group = criterion.benchmark_group("a page of 100 messages");
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("serde_json", |bencher| {
        bencher.iter(|| black_box(serde_json::from_slice::<Page<Message>>(&body).unwrap()));
    });
    group.bench_function("linq-core", |bencher| {
        bencher
            .iter(|| black_box(ListMessages::decode(http::Response::new(body.clone())).unwrap()));
    });
    group.finish();
}

criterion_group!(benches, page_of_messages);
criterion_main!(benches);
