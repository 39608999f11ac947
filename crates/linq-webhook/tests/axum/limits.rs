//! Limits on the bytes, the time and the connections of senders.

use crate::{
    deliveries::{BODY, exchange, signed_head},
    server::{Server, secret},
};
use axum::Router;
use linq_webhook::{Receiver, Serve};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::{sleep, timeout},
};

const SHORT: Duration = Duration::from_millis(300);

async fn server(limit: impl FnOnce(Receiver) -> Receiver) -> Server {
    Server::start(|_| limit(Receiver::new(secret()))).await
}

/// Serves a router without routes, with other limits than the default.
async fn serve(limit: impl FnOnce(Serve) -> Serve) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serve = linq_webhook::serve(listener, Router::new());
    tokio::spawn(limit(serve).into_future());
    address
}

async fn connect(address: SocketAddr, bytes: &str) -> TcpStream {
    let mut socket = TcpStream::connect(address).await.unwrap();
    socket.write_all(bytes.as_bytes()).await.unwrap();
    socket
}

/// Reads until the peer closes, within ten seconds.
async fn read_to_end(mut socket: TcpStream) -> String {
    let mut text = String::new();
    let reading = timeout(Duration::from_secs(10), socket.read_to_string(&mut text));
    // A reset connection is closed too.
    reading.await.expect("still open").ok();
    text
}

#[tokio::test]
async fn body_is_not_read_before_the_headers_are_checked() {
    let server = server(|receiver| receiver).await;
    let head = "POST /linq HTTP/1.1\r\nhost: localhost\r\ncontent-length: 500000\r\n";
    let old = "webhook-id: m\r\nwebhook-timestamp: 1\r\nwebhook-signature: v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n";
    let malformed = signed_head(BODY).replace("v1,", "v1,!");
    let malformed = malformed + "content-length: 500000\r\n";
    for head in [head.to_owned(), format!("{head}{old}"), malformed] {
        let response = exchange(&server, &format!("{head}\r\n{{")).await;
        assert!(response.starts_with("HTTP/1.1 401 "), "{head}: {response}");
    }
}

#[tokio::test]
async fn stalled_body_is_503() {
    let server = server(|receiver| receiver.body_timeout(SHORT)).await;
    let started = Instant::now();
    let head = signed_head(BODY) + "content-length: 100\r\n\r\n{";
    let response = exchange(&server, &head).await;
    assert!(response.starts_with("HTTP/1.1 503 "), "{response}");
    assert!(started.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn bodies_share_one_buffer() {
    let server = server(|receiver| receiver.buffer_limit(100_000)).await;
    let half = "x".repeat(60_000);
    let head = signed_head(BODY) + "content-length: 200000\r\n\r\n";
    let first = connect(server.address, &format!("{head}{half}")).await;
    sleep(SHORT).await;
    let response = exchange(&server, &format!("{head}{half}")).await;
    assert!(response.starts_with("HTTP/1.1 503 "), "{response}");
    drop(first);
    sleep(SHORT).await;
    let whole = format!(
        "{}content-length: {}\r\n\r\n{BODY}",
        signed_head(BODY),
        BODY.len()
    );
    let response = exchange(&server, &whole).await;
    assert!(response.starts_with("HTTP/1.1 204 "), "{response}");
}

#[tokio::test]
async fn stalled_head_closes_the_connection() {
    let address = serve(|serve| serve.head_timeout(SHORT)).await;
    for part in [
        "",
        "POST /linq HTTP/1.1\r\nhost: loc",
        "POST / HTTP/1.1\r\na: b\r\n",
    ] {
        let socket = connect(address, part).await;
        let text = read_to_end(socket).await;
        assert!(
            text.is_empty() || text.starts_with("HTTP/1.1 408 "),
            "{text}"
        );
    }
}

#[tokio::test]
async fn idle_connection_is_closed() {
    let address = serve(|serve| serve.head_timeout(SHORT)).await;
    let socket = connect(address, "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    assert!(read_to_end(socket).await.starts_with("HTTP/1.1 404 "));
}

#[tokio::test]
async fn connections_over_the_limit_wait() {
    let address = serve(|serve| serve.max_connections(1).head_timeout(SHORT)).await;
    let stalled = connect(address, "").await;
    let request = "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    let started = Instant::now();
    let waiting = connect(address, request).await;
    assert!(read_to_end(waiting).await.starts_with("HTTP/1.1 404 "));
    assert!(started.elapsed() >= SHORT / 2);
    drop(stalled);
}

#[tokio::test]
async fn shutdown_ends_the_server() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serve = linq_webhook::serve(listener, Router::new());
    let serve = serve.graceful_shutdown(async {
        stopped.await.ok();
    });
    let served = tokio::spawn(serve.into_future());
    stop.send(()).unwrap();
    let ended = timeout(Duration::from_secs(5), served).await;
    ended.unwrap().unwrap().unwrap();
}
