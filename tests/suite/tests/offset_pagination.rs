//! Pagination by offset, of payment requests: an `Iterator` and a `Stream`.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use futures_util::TryStreamExt;
use linq_suite::{
    mock_server::{MockServer, json_response},
    transports::{Async, Blocking, Runner},
};
use serde_json::{Value, json};

/// Starts a server with 45 payment requests, in pages of 20.
fn server() -> MockServer {
    MockServer::start(|request| {
        let path = request.line.split(' ').nth(1).unwrap();
        let offset = path
            .split(['?', '&'])
            .find_map(|pair| pair.strip_prefix("offset="))
            .map_or(0, |offset| offset.parse().unwrap());
        let data: Vec<Value> = (offset..45).take(20).map(payment_request).collect();
        let has_more = offset + data.len() < 45;
        let page = json!({"data": data, "has_more": has_more, "object": "list"});
        json_response(200, &page.to_string())
    })
}

fn payment_request(number: usize) -> Value {
    json!({
        "id": format!("preq_{number}"), "amount": 50, "checkout_url": "https://pay.example/a",
        "created_at": "2026-10-09T12:34:56Z", "currency": "usd", "mode": "payment",
        "object": "payment_request", "status": "requested",
    })
}

fn assert_all(server: &MockServer, items: &[linq_core::model::PaymentRequest]) {
    let expected: Vec<_> = (0..45).map(|number| format!("preq_{number}")).collect();
    let ids: Vec<_> = items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, expected);
    let queries: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.line.split(' ').nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(
        queries,
        [
            "/v3/payment_requests?status=requested",
            "/v3/payment_requests?offset=20&status=requested",
            "/v3/payment_requests?offset=40&status=requested",
        ]
    );
}

#[test]
fn iterator_reads_every_page() {
    let server = server();
    let linq = Blocking.client(server.url());
    let list = linq.payment_requests().list().status("requested").items();
    assert_all(&server, &list.collect::<Result<Vec<_>, _>>().unwrap());
}

#[test]
fn stream_reads_every_page() {
    let server = server();
    let runner = Async::new();
    let linq = runner.client(server.url());
    let list = linq.payment_requests().list().status("requested").items();
    assert_all(
        &server,
        &runner.0.block_on(list.try_collect::<Vec<_>>()).unwrap(),
    );
}

#[test]
fn next_page_by_offset() {
    let server = server();
    let linq = Blocking.client(server.url());
    let first = linq.payment_requests().list().send().unwrap();
    let second = linq.payment_requests().list().next_page(&first).unwrap();
    assert_eq!(second.send().unwrap().data[0].id.as_str(), "preq_20");
}

/// An offset applies to the first page; the following pages continue from it.
#[test]
fn query_offset_selects_the_first_page() {
    let server = server();
    let linq = Blocking.client(server.url());
    let list = || linq.payment_requests().list().query("offset", 10);
    let items: Vec<_> = list().items().collect::<Result<_, _>>().unwrap();
    let ids: Vec<_> = items.iter().map(|item| item.id.as_str()).collect();
    let expected: Vec<_> = (10..45).map(|number| format!("preq_{number}")).collect();
    assert_eq!(
        (ids, server.requests().len()),
        (expected.iter().map(String::as_str).collect(), 2)
    );

    let first = list().send().unwrap();
    let second = list().next_page(&first).unwrap().send().unwrap();
    assert_eq!(second.data[0].id.as_str(), "preq_30");
}
