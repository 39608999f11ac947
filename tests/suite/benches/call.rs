//! Compares `participants.add` through both transports with the same request through plain ureq.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use criterion::{Criterion, criterion_group, criterion_main};
use linq_core::model::OperationAccepted;
use linq_suite::{
    mock_server::MockServer,
    transports::{Async, Blocking, Runner},
};
use std::hint::black_box;

const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";
const RESPONSE: &str =
    r#"{"message":"Participant addition queued","status":"accepted","trace_id":"trace_id"}"#;

fn add_participant(criterion: &mut Criterion) {
    let server = MockServer::json(202, RESPONSE);
    let mut group = criterion.benchmark_group("participants.add");

    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into();
    let url = format!("{}/v3/chats/{CHAT}/participants", server.url());
    group.bench_function("plain ureq", |bencher| {
        bencher.iter(|| {
            let request = agent
                .post(&url)
                .header("authorization", "Bearer sk_secret")
                .header("accept", "application/json")
                .header("content-type", "application/json");
            let mut response = request.send(br#"{"handle":"+12052499136"}"#).unwrap();
            let body = response.body_mut().read_to_vec().unwrap();
            black_box(serde_json::from_slice::<OperationAccepted>(&body).unwrap())
        });
    });

    let linq = Blocking.client(server.url());
    group.bench_function("linq-ureq", |bencher| {
        bencher.iter(|| {
            black_box(
                linq.chats()
                    .participants(CHAT)
                    .add("+12052499136")
                    .send()
                    .unwrap(),
            )
        });
    });

    let runner = Async::new();
    let linq = runner.client(server.url());
    group.bench_function("linq-reqwest", |bencher| {
        bencher.iter(|| {
            black_box(
                runner
                    .wait(linq.chats().participants(CHAT).add("+12052499136").send())
                    .unwrap(),
            )
        });
    });
    group.finish();
}

criterion_group!(benches, add_participant);
criterion_main!(benches);
