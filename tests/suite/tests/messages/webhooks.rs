//! Errors of webhooks.

use crate::Messages;
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest as _, Request},
};
use futures_util::stream;
use http::{HeaderMap, HeaderName, HeaderValue};
use linq_core::{
    id::EventId,
    webhook::{
        Claim, DedupStore, DeliveryAffinity, Event, EventData, FencingToken, Verifier,
        WebhookSecret, deduplicate,
    },
};
use linq_webhook::{Receiver, axum::LinqEvent};
use std::{
    io,
    time::{Duration, SystemTime},
};

const SECRET: &str = "whsec_c2VjcmV0LWZvci10ZXN0cw==";
const BODY: &[u8] = br#"{"event_id":"e1","event_type":"call.ended","data":{}}"#;

pub(crate) fn add(messages: &mut Messages) {
    add_secrets(messages);
    add_signatures(messages);
    add_events(messages);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.unwrap().block_on(add_receiver(messages));
}

fn secret() -> WebhookSecret {
    WebhookSecret::new(SECRET).unwrap()
}

fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_770_000_000)
}

fn add_secrets(messages: &mut Messages) {
    messages.heading("Webhook secrets");
    for secret in ["", "whsec_", "whsec_c2Vj\n", "\"whsec_c2Vj\""] {
        messages.error(WebhookSecret::new(secret));
    }
    messages.error(WebhookSecret::from_env());
    messages.error(secret().sign("", now(), BODY));
    let late = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 40);
    messages.error(secret().sign("msg_1", late, BODY));
}

fn add_signatures(messages: &mut Messages) {
    messages.heading("Webhook signatures");
    let verifier = Verifier::new(secret());
    let signed = || secret().sign("msg_1", now(), BODY).unwrap();
    let with = |name: &'static str, value: &[u8]| {
        let mut headers = signed();
        let value = HeaderValue::from_bytes(value).unwrap();
        headers.insert(HeaderName::from_static(name), value);
        headers
    };
    messages.error(verifier.verify(&HeaderMap::new(), BODY, now()));
    let mut unsigned = signed();
    unsigned.remove("webhook-signature");
    messages.error(verifier.verify(&unsigned, BODY, now()));
    messages.error(verifier.verify(&with("webhook-id", b""), BODY, now()));
    messages.error(verifier.verify(&with("webhook-id", b"\xff"), BODY, now()));
    let mut repeated = signed();
    repeated.append("webhook-id", HeaderValue::from_static("msg_2"));
    messages.error(verifier.verify(&repeated, BODY, now()));
    messages.error(verifier.verify(&with("webhook-timestamp", b"now"), BODY, now()));
    messages.error(verifier.verify(&signed(), b"{}", now()));
    let not_base64 = Verifier::new(WebhookSecret::new("whsec_not base64!").unwrap());
    messages.error(
        not_base64
            .with_secret(secret())
            .verify(&signed(), b"{}", now()),
    );
    let hour = Duration::from_secs(3_600);
    messages.error(verifier.verify(&signed(), BODY, now() + hour));
    messages.error(verifier.verify(&signed(), BODY, now() - hour));

    messages.heading("Delivery affinity");
    messages.error(DeliveryAffinity::new("a b"));
    let affinity = DeliveryAffinity::new("X-Cluster").unwrap();
    messages.error(affinity.clone().id_header("a b"));
    messages.error(affinity.clone().token(""));
    messages.error(affinity.token("ü"));
}

fn add_events(messages: &mut Messages) {
    messages.heading("Events");
    for body in [
        "not JSON",
        "[]",
        "{}",
        r#"{"event_type": "call.ended"}"#,
        r#"{"event_type": "", "event_id": "e1"}"#,
        r#"{"event_type": 7, "event_id": "e1"}"#,
    ] {
        messages.error(Event::parse_unverified(body));
    }
    let parse = |body: &'static str| Event::parse_unverified(body).unwrap();
    let event = parse(r#"{"event_type": "message.sent", "event_id": "e1", "data": 7}"#);
    let EventData::Other(other) = &event.data else {
        panic!("a payload that is an object: {event:?}");
    };
    messages.add(other.problem().unwrap());
    let event = parse(r#"{"event_type": "new.type", "event_id": "e1", "data": {"n": "a"}}"#);
    let EventData::Other(other) = &event.data else {
        panic!("a known type: {event:?}");
    };
    messages.error(other.decode::<Vec<u32>>());
    let event =
        parse(r#"{"event_type": "message.sent", "event_id": "e1", "data": {"sent_at": 7}}"#);
    for warning in event.warnings() {
        messages.add(warning);
    }
}

/// A store that is down.
struct BrokenStore;

impl DedupStore for BrokenStore {
    type Error = &'static str;

    async fn claim(&self, _: &EventId) -> Result<Claim, Self::Error> {
        Err("connection refused")
    }

    async fn finish(&self, _: &EventId) -> Result<(), Self::Error> {
        Ok(())
    }

    async fn release(&self, _: &EventId, _: FencingToken) -> Result<(), Self::Error> {
        Ok(())
    }
}

async fn add_receiver(messages: &mut Messages) {
    messages.heading("Receiver");
    let event = EventId::from("e1");
    let work = async { Ok::<_, &str>(()) };
    messages.error(deduplicate(&BrokenStore, &event, work).await);
    let headers = secret().sign("msg_1", SystemTime::now(), BODY).unwrap();
    let receiver = Receiver::new(secret()).body_limit(10);
    messages.error(receiver.receive(&HeaderMap::new(), &b"{}"[..]));
    messages.error(receiver.receive(&headers, BODY));

    let extract = async |body: Body, receiver: Option<Receiver>| {
        let mut request = Request::new(body);
        *request.headers_mut() = headers.clone();
        if let Some(receiver) = receiver {
            request.extensions_mut().insert(receiver);
        }
        LinqEvent::from_request(request, &()).await
    };
    let slow = Receiver::new(secret()).body_timeout(Duration::from_millis(10));
    let never = Body::from_stream(stream::pending::<io::Result<Bytes>>());
    messages.error(extract(never, Some(slow)).await);
    let lost = stream::once(async { Err::<Bytes, _>(io::Error::other("lost")) });
    let lost = Body::from_stream(lost);
    messages.error(extract(lost, Some(Receiver::new(secret()))).await);
    let full = Receiver::new(secret()).buffer_limit(10);
    messages.error(extract(Body::from(BODY), Some(full)).await);
    messages.error(extract(Body::from(BODY), None).await);
}
