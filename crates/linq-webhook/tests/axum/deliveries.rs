//! Deliveries signed by the test, or unsigned.

use crate::server::{Server, secret};
use linq_webhook::{Receiver, linq_core::webhook::DeliveryAffinity};
use reqwest::{Body, Response, StatusCode, header::HeaderMap};
use std::{
    fmt::Write as _,
    time::{Duration, SystemTime},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

pub(crate) const BODY: &str =
    r#"{"event_id":"e1","event_type":"participant.added","data":{"handle":"+15556667777"}}"#;

pub(crate) fn signed(body: &str) -> HeaderMap {
    secret()
        .sign("msg_1", SystemTime::now(), body.as_bytes())
        .unwrap()
}

/// Returns the head of a signed request, without the empty line that ends it.
pub(crate) fn signed_head(body: &str) -> String {
    let mut head = "POST /linq HTTP/1.1\r\nhost: localhost\r\n".to_owned();
    for (name, value) in &signed(body) {
        write!(head, "{name}: {}\r\n", value.to_str().unwrap()).unwrap();
    }
    head
}

pub(crate) async fn post(url: String, headers: HeaderMap, body: impl Into<Body>) -> Response {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    client
        .post(url)
        .headers(headers)
        .body(body)
        .send()
        .await
        .unwrap()
}

/// Sends bytes, and returns the beginning of the response.
pub(crate) async fn exchange(server: &Server, request: &str) -> String {
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut response = [0; 64];
    let read = timeout(Duration::from_secs(5), socket.read(&mut response));
    let length = read.await.unwrap().unwrap();
    String::from_utf8_lossy(&response[..length]).into_owned()
}

async fn server() -> Server {
    Server::start(|_| Receiver::new(secret())).await
}

#[tokio::test]
async fn signed_event_reaches_the_handler() {
    let server = server().await;
    for path in ["/linq", "/layered"] {
        let response = post(server.url(path), signed(BODY), BODY).await;
        assert_eq!(response.status(), StatusCode::NO_CONTENT);
    }
    let received = server.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].raw(), BODY);
}

#[tokio::test]
async fn unverified_delivery_does_not_reach_the_handler() {
    let server = server().await;
    let late = secret()
        .sign(
            "msg_1",
            SystemTime::now() - Duration::from_secs(600),
            BODY.as_bytes(),
        )
        .unwrap();
    let responses = [
        (
            post(server.url("/linq"), HeaderMap::new(), BODY).await,
            "the header `webhook-signature` is missing",
        ),
        (
            post(server.url("/linq"), signed("{}"), BODY).await,
            "no signature matches",
        ),
        (
            post(server.url("/linq"), late, BODY).await,
            "more than the tolerance of 300s",
        ),
    ];
    for (response, reason) in responses {
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        let text = response.text().await.unwrap();
        assert!(text.contains(reason), "{text}");
    }
    assert_eq!(server.received(), []);
}

#[tokio::test]
async fn signed_body_that_is_not_an_event_is_a_bad_request() {
    let server = server().await;
    for body in ["", "{}", "{", r#"{"event_id":"e1","data":{}}"#] {
        let response = post(server.url("/linq"), signed(body), body).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{body}");
    }
    assert_eq!(server.received(), []);
}

#[tokio::test]
async fn methods_other_than_post_are_not_allowed() {
    let server = server().await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let response = client.get(server.url("/linq")).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn body_over_the_limit_is_too_large_declared_or_chunked() {
    let server = Server::start(|_| Receiver::new(secret()).body_limit(BODY.len())).await;
    let fits = post(server.url("/linq"), signed(BODY), BODY).await;
    assert_eq!(fits.status(), StatusCode::NO_CONTENT);

    let larger = format!("{BODY} ");
    let declared = post(server.url("/linq"), signed(&larger), larger.clone()).await;
    assert_eq!(declared.status(), StatusCode::PAYLOAD_TOO_LARGE);

    let mut request = signed_head(&larger);
    request.push_str("transfer-encoding: chunked\r\n\r\n");
    for piece in larger.split_inclusive(',') {
        write!(request, "{:x}\r\n{piece}\r\n", piece.len()).unwrap();
    }
    request.push_str("0\r\n\r\n");
    let chunked = exchange(&server, &request).await;
    assert!(chunked.starts_with("HTTP/1.1 413 "), "{chunked}");
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn body_with_a_declared_length_over_the_limit_is_not_read() {
    let server = server().await;
    let head = signed_head(BODY) + "content-length: 99999999\r\n\r\n";
    let response = exchange(&server, &head).await;
    assert!(response.starts_with("HTTP/1.1 413 "), "{response}");
}

#[tokio::test]
async fn truncated_body_is_a_bad_request() {
    let server = server().await;
    let head = signed_head(BODY) + "transfer-encoding: chunked\r\n\r\n";
    let response = exchange(&server, &format!("{head}5\r\n{{\"eve\r\nnonsense")).await;
    assert!(response.starts_with("HTTP/1.1 400 "), "{response}");
    assert_eq!(server.received(), []);
}

#[tokio::test]
async fn routing_token_is_set_on_2xx_only() {
    let affinity = DeliveryAffinity::new("X-Cluster").unwrap();
    let server = Server::start(|_| Receiver::new(secret()).affinity(affinity)).await;
    let mut headers = signed(BODY);
    headers.insert("x-cluster", "cluster-7".parse().unwrap());

    for path in ["/linq", "/layered"] {
        let accepted = post(server.url(path), headers.clone(), BODY).await;
        assert_eq!(accepted.headers()["x-cluster"], "cluster-7");
    }

    server.respond_next_with(503);
    let failed = post(server.url("/linq"), headers.clone(), BODY).await;
    assert_eq!(failed.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(failed.headers().get("x-cluster"), None);

    headers.remove("webhook-signature");
    headers.remove("x-webhook-signature");
    let rejected = post(server.url("/linq"), headers, BODY).await;
    assert_eq!(rejected.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(rejected.headers().get("x-cluster"), None);
}
