//! Rejected deliveries, as the receiver's observer and the traces show them.

use crate::{
    deliveries::{BODY, exchange, post, signed, signed_head},
    server::{Server, hook, secret},
};
use axum::{Router, routing};
use linq_webhook::{Receiver, Rejection};
use reqwest::{StatusCode, header::HeaderMap};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

type Rejections = Arc<Mutex<Vec<Rejection>>>;

/// Returns a receiver with low limits, and the rejections that it reports.
fn observed() -> (Receiver, Rejections) {
    let rejections = Rejections::default();
    let observed = Arc::clone(&rejections);
    let receiver = Receiver::new(secret())
        .body_limit(200)
        .body_timeout(Duration::from_millis(300))
        .on_rejection(move |rejection| observed.lock().unwrap().push(rejection.clone()));
    (receiver, rejections)
}

/// Sends deliveries that are rejected, each for another reason.
async fn send_invalid_deliveries(server: &Server) {
    let url = server.url("/linq");
    post(url.clone(), HeaderMap::new(), BODY).await;
    post(url.clone(), signed("{}"), BODY).await;
    post(url.clone(), signed("{}"), "{}").await;
    post(url, signed(BODY), "x".repeat(201)).await;
    let incomplete = "transfer-encoding: chunked\r\n\r\n5\r\n{\"eve\r\nnonsense";
    for rest in [incomplete, "content-length: 100\r\n\r\n{"] {
        exchange(server, &(signed_head(BODY) + rest)).await;
    }
}

const REASONS: [&str; 6] = [
    "missing_header",
    "signature_mismatch",
    "malformed",
    "too_large",
    "incomplete",
    "too_slow",
];

#[tokio::test]
async fn every_rejection_is_observed_once() {
    let (receiver, rejections) = observed();
    let server = Server::start(|_| receiver).await;
    send_invalid_deliveries(&server).await;
    let accepted = post(server.url("/linq"), signed(BODY), BODY).await;
    assert_eq!(accepted.status(), StatusCode::NO_CONTENT);
    let rejections = rejections.lock().unwrap();
    let reasons: Vec<_> = rejections.iter().map(Rejection::reason).collect();
    assert_eq!(reasons, REASONS);
}

#[tokio::test]
async fn route_without_a_receiver_responds_with_500() {
    let router = Router::new().route("/linq", routing::post(hook));
    let server = Server::start_router(router).await;
    let response = post(server.url("/linq"), signed(BODY), BODY).await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let text = response.text().await.unwrap();
    assert_eq!(text, "the route has no receiver");
    assert_eq!(server.received(), []);
}

#[cfg(feature = "tracing")]
mod traces {
    use super::*;
    use crate::server::SECRET;
    use std::io;
    use tracing::Dispatch;

    #[tokio::test]
    async fn rejections_are_traced_without_secrets_and_contents() {
        let log = Log::default();
        let writer = log.clone();
        // While there is only one subscriber, an event that a thread without it meets first is disabled for all threads.
        let _second = Dispatch::new(tracing_subscriber::fmt().with_writer(io::sink).finish());
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        // The server runs on this thread.
        let _guard = tracing::subscriber::set_default(subscriber);
        let (receiver, _) = observed();
        let server = Server::start(|_| receiver).await;
        send_invalid_deliveries(&server).await;

        let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<_> = text.lines().filter(|line| line.contains("linq")).collect();
        assert_eq!(lines.len(), REASONS.len(), "{text}");
        for (line, reason) in lines.into_iter().zip(REASONS) {
            assert!(
                line.contains("WARN linq: rejected a webhook delivery"),
                "{line}"
            );
            assert!(line.contains(&format!("reason=\"{reason}\"")), "{line}");
        }
        for hidden in [SECRET, "c2VjcmV0", "+15556667777"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
    }

    /// Collects what is traced.
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Log {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
}
