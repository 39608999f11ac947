//! Deliveries as headers and bytes, without a server.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use linq_webhook::{
    Receiver, Rejection,
    linq_core::webhook::{DeliveryAffinity, Verifier, WebhookError, WebhookSecret},
};
use std::time::{Duration, SystemTime};

const BODY: &[u8] = br#"{"event_id":"e1","event_type":"call.ended","data":{}}"#;

fn secret() -> WebhookSecret {
    WebhookSecret::new("whsec_c2VjcmV0").unwrap()
}

fn signed(body: &[u8]) -> HeaderMap {
    secret().sign("msg_1", SystemTime::now(), body).unwrap()
}

fn status(result: Result<impl Sized, Rejection>) -> StatusCode {
    result
        .err()
        .map_or(StatusCode::OK, |rejection| rejection.status())
}

#[test]
fn signed_delivery_is_received() {
    let event = Receiver::new(secret())
        .receive(&signed(BODY), BODY)
        .unwrap();
    assert_eq!(event.event_id.as_str(), "e1");
    assert_eq!(event.raw(), BODY);
}

#[test]
fn event_without_an_id_takes_it_from_its_delivery() {
    let body = br#"{"event_type":"call.ended","data":{}}"#;
    let receiver = Receiver::new(secret());
    let event = receiver.receive(&signed(body), &body[..]).unwrap();
    assert_eq!(event.event_id.as_str(), "msg_1");
    let event = receiver
        .receive_request(&request(signed(body), body))
        .unwrap();
    assert_eq!(event.event_id.as_str(), "msg_1");
}

fn request<B>(headers: HeaderMap, body: B) -> Request<B> {
    let mut request = Request::new(body);
    *request.headers_mut() = headers;
    request
}

#[test]
fn complete_request_is_received() {
    let receiver = Receiver::new(secret()).body_limit(BODY.len());
    let event = receiver.receive_request(&request(signed(BODY), BODY.to_vec()));
    assert_eq!(event.unwrap().event_id.as_str(), "e1");
    let event = receiver.receive_request(&request(signed(BODY), Bytes::from_static(BODY)));
    assert_eq!(event.unwrap().raw(), BODY);
    let unsigned = request(HeaderMap::new(), BODY);
    assert_eq!(status(receiver.receive_request(&unsigned)), 401);
    let longer = [BODY, b" "].concat();
    let too_large = request(signed(&longer), longer);
    assert_eq!(status(receiver.receive_request(&too_large)), 413);
}

#[test]
fn delivery_without_valid_signature_is_401() {
    let receiver = Receiver::new(secret());
    assert_eq!(status(receiver.receive(&HeaderMap::new(), BODY)), 401);
    assert_eq!(status(receiver.receive(&signed(b"{}"), BODY)), 401);
    let other = WebhookSecret::new("whsec_b3RoZXI=").unwrap();
    assert_eq!(
        status(Receiver::new(other).receive(&signed(BODY), BODY)),
        401
    );
}

#[test]
fn signed_body_that_is_not_an_event_is_400() {
    let receiver = Receiver::new(secret());
    for body in [&b""[..], b"{}", b"[", b"\xff"] {
        assert_eq!(status(receiver.receive(&signed(body), body)), 400);
    }
}

#[test]
fn body_over_the_limit_is_413_signed_or_not() {
    let receiver = Receiver::new(secret()).body_limit(BODY.len() - 1);
    assert_eq!(status(receiver.receive(&signed(BODY), BODY)), 413);
    assert_eq!(status(receiver.receive(&HeaderMap::new(), BODY)), 413);
    let receiver = receiver.body_limit(BODY.len());
    assert_eq!(status(receiver.receive(&signed(BODY), BODY)), 200);
}

#[test]
fn largest_message_that_the_api_allows_fits_into_8_mib() {
    let text = "🎂".repeat(10_000);
    let part = format!(r#"{{"type":"text","value":"{text}"}},{{"type":"link","value":"x"}}"#);
    let parts = vec![part; 50].join(",");
    let body = format!(
        r#"{{"event_id":"e1","event_type":"message.received","data":{{"message":{{"parts":[{parts}]}}}}}}"#
    );
    let event = Receiver::new(secret())
        .body_limit(8 << 20)
        .receive(&signed(body.as_bytes()), body)
        .unwrap();
    assert_eq!(event.message().unwrap().parts.len(), 100);
}

#[test]
fn clock_and_tolerance_can_be_set() {
    let signed_at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_770_000_000);
    let headers = secret().sign("msg_1", signed_at, BODY).unwrap();
    let receiver =
        Receiver::with_verifier(Verifier::new(secret()).tolerance(Duration::from_secs(10)));
    assert_eq!(status(receiver.receive(&headers, BODY)), 401);
    let late = signed_at + Duration::from_secs(11);
    assert!(matches!(
        receiver.receive_at(&headers, BODY, late),
        Err(Rejection::Webhook(WebhookError::TimestampTooOld { .. }))
    ));
    let in_time = signed_at + Duration::from_secs(10);
    assert_eq!(status(receiver.receive_at(&headers, BODY, in_time)), 200);
}

#[test]
fn response_of_a_rejection_has_its_status_and_reason() {
    let rejection = Receiver::new(secret())
        .receive(&HeaderMap::new(), BODY)
        .unwrap_err();
    let response: Response<Bytes> = rejection.into_response();
    assert_eq!(response.status(), 401);
    assert_eq!(
        response.headers()["content-type"],
        "text/plain; charset=utf-8"
    );
    assert_eq!(response.body(), "the header `webhook-signature` is missing");
}

#[test]
fn accept_sends_the_routing_token_back() {
    let mut delivery = HeaderMap::new();
    delivery.insert("x-cluster", "7".parse().unwrap());

    let plain: Response<Bytes> = Receiver::new(secret()).accept(&delivery);
    assert_eq!(
        (plain.status(), plain.headers().len()),
        (StatusCode::NO_CONTENT, 0)
    );

    let receiver = Receiver::new(secret()).affinity(DeliveryAffinity::new("X-Cluster").unwrap());
    let routed: Response<Bytes> = receiver.accept(&delivery);
    assert_eq!(routed.headers()["x-cluster"], "7");

    let mut failed = Response::new(());
    *failed.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    receiver.set_routing_token(&delivery, &mut failed);
    assert!(failed.headers().is_empty());
}

#[test]
fn debug_does_not_show_the_secret() {
    let shown = format!(
        "{:?}",
        Receiver::new(WebhookSecret::new("whsec_c2VjcmV0LW9mLW91cnM=").unwrap())
    );
    assert!(!shown.contains("c2VjcmV0"), "{shown}");
}
