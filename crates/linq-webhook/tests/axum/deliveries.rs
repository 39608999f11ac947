//! Deliveries that a test signs, or does not.

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

fn signed(body: &str) -> HeaderMap {
    secret()
        .sign("msg_1", SystemTime::now(), body.as_bytes())
        .unwrap()
}

/// The head of a signed request, without its end.
pub(crate) fn signed_head(body: &str) -> String {
    let mut head = "POST /linq HTTP/1.1\r\nhost: localhost\r\n".to_owned();
    for (name, value) in &signed(body) {
        write!(head, "{name}: {}\r\n", value.to_str().unwrap()).unwrap();
    }
    head
}

async fn post(url: String, headers: HeaderMap, body: impl Into<Body>) -> Response {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    client
        .post(url)
        .headers(headers)
        .body(body)
        .send()
        .await
        .unwrap()
}

/// Sends bytes, and gives how the reply begins.
pub(crate) async fn exchange(server: &Server, request: &str) -> String {
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut reply = [0; 64];
    let read = timeout(Duration::from_secs(5), socket.read(&mut reply));
    let length = read.await.unwrap().unwrap();
    String::from_utf8_lossy(&reply[..length]).into_owned()
}

async fn server() -> Server {
    Server::start(|_| Receiver::new(secret())).await
}

#[tokio::test]
async fn a_signed_event_reaches_the_handler() {
    let server = server().await;
    for path in ["/linq", "/plain"] {
        let reply = post(server.url(path), signed(BODY), BODY).await;
        assert_eq!(reply.status(), StatusCode::NO_CONTENT);
    }
    let heard = server.heard();
    assert_eq!(heard.len(), 2);
    assert_eq!(heard[0].raw(), BODY);
}

#[tokio::test]
async fn what_is_not_linqs_never_reaches_the_handler() {
    let server = server().await;
    let late = secret()
        .sign(
            "msg_1",
            SystemTime::now() - Duration::from_secs(600),
            BODY.as_bytes(),
        )
        .unwrap();
    let replies = [
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
    for (reply, reason) in replies {
        assert_eq!(reply.status(), StatusCode::UNAUTHORIZED);
        let text = reply.text().await.unwrap();
        assert!(text.contains(reason), "{text}");
    }
    assert_eq!(server.heard(), []);
}

#[tokio::test]
async fn what_is_signed_but_no_event_is_a_bad_request() {
    let server = server().await;
    for body in ["", "{}", "{", r#"{"event_id":"e1","data":{}}"#] {
        let reply = post(server.url("/linq"), signed(body), body).await;
        assert_eq!(reply.status(), StatusCode::BAD_REQUEST, "{body}");
    }
    assert_eq!(server.heard(), []);
}

#[tokio::test]
async fn another_method_is_not_allowed() {
    let server = server().await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let reply = client.get(server.url("/linq")).send().await.unwrap();
    assert_eq!(reply.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_body_over_the_limit_is_too_large_however_it_comes() {
    let server = Server::start(|_| Receiver::new(secret()).body_limit(BODY.len())).await;
    let fits = post(server.url("/linq"), signed(BODY), BODY).await;
    assert_eq!(fits.status(), StatusCode::NO_CONTENT);

    let larger = format!("{BODY} ");
    let announced = post(server.url("/linq"), signed(&larger), larger.clone()).await;
    assert_eq!(announced.status(), StatusCode::PAYLOAD_TOO_LARGE);

    let mut request = signed_head(&larger);
    request.push_str("transfer-encoding: chunked\r\n\r\n");
    for piece in larger.split_inclusive(',') {
        write!(request, "{:x}\r\n{piece}\r\n", piece.len()).unwrap();
    }
    request.push_str("0\r\n\r\n");
    let unannounced = exchange(&server, &request).await;
    assert!(unannounced.starts_with("HTTP/1.1 413 "), "{unannounced}");
    assert_eq!(server.heard().len(), 1);
}

#[tokio::test]
async fn a_body_that_says_it_is_too_large_need_not_come() {
    let server = server().await;
    let head = signed_head(BODY) + "content-length: 99999999\r\n\r\n";
    let reply = exchange(&server, &head).await;
    assert!(reply.starts_with("HTTP/1.1 413 "), "{reply}");
}

#[tokio::test]
async fn a_body_that_breaks_off_is_nobodys_event() {
    let server = server().await;
    let head = signed_head(BODY) + "transfer-encoding: chunked\r\n\r\n";
    let reply = exchange(&server, &format!("{head}5\r\n{{\"eve\r\nnonsense")).await;
    assert!(reply.starts_with("HTTP/1.1 400 "), "{reply}");
    assert_eq!(server.heard(), []);
}

#[tokio::test]
async fn the_routing_token_goes_back_with_success_only() {
    let affinity = DeliveryAffinity::new("X-Cluster").unwrap();
    let server = Server::start(|_| Receiver::new(secret()).affinity(affinity)).await;
    let mut headers = signed(BODY);
    headers.insert("x-cluster", "cluster-7".parse().unwrap());

    let accepted = post(server.url("/linq"), headers.clone(), BODY).await;
    assert_eq!(accepted.headers()["x-cluster"], "cluster-7");

    server.answer_next(503);
    let failed = post(server.url("/linq"), headers.clone(), BODY).await;
    assert_eq!(failed.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(failed.headers().get("x-cluster"), None);

    headers.remove("webhook-signature");
    headers.remove("x-webhook-signature");
    let refused = post(server.url("/linq"), headers, BODY).await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(refused.headers().get("x-cluster"), None);
}
