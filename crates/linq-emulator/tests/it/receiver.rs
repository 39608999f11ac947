//! A webhook receiver that records deliveries, with its own check of signatures.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::harness::Api;

#[derive(Clone, Debug)]
pub(crate) struct ReceivedEvent {
    pub(crate) headers: HeaderMap,
    pub(crate) raw: String,
    pub(crate) event: Value,
}

impl ReceivedEvent {
    pub(crate) fn kind(&self) -> &str {
        self.event["event_type"].as_str().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Asserts both signatures.
    #[track_caller]
    pub(crate) fn assert_signed(&self, secret: &str) {
        let key = STANDARD
            .decode(secret.strip_prefix("whsec_").unwrap())
            .unwrap();
        assert_eq!(key.len(), 32);
        let (id, at) = (self.header("webhook-id"), self.header("webhook-timestamp"));
        let standard = hmac(&key, &format!("{id}.{at}.{}", self.raw));
        assert_eq!(
            self.header("webhook-signature"),
            format!("v1,{}", STANDARD.encode(standard))
        );
        let at = self.header("x-webhook-timestamp");
        let legacy = hmac(secret.as_bytes(), &format!("{at}.{}", self.raw));
        assert_eq!(unhex(self.header("x-webhook-signature")), legacy);
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap();
        assert!(
            now.as_secs().abs_diff(at.parse().unwrap()) < 60,
            "the real clock signs"
        );
    }
}

fn unhex(text: &str) -> Vec<u8> {
    let digits = (0..text.len()).step_by(2).map(|at| &text[at..at + 2]);
    digits
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
}

fn hmac(key: &[u8], content: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(content.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[derive(Default)]
struct Inner {
    received: Vec<ReceivedEvent>,
    /// Statuses of the next responses; then 200.
    statuses: Vec<u16>,
    token: Option<String>,
}

#[derive(Clone)]
pub(crate) struct Receiver {
    address: SocketAddr,
    inner: Arc<Mutex<Inner>>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let receiver = Self {
            address: listener.local_addr().unwrap(),
            inner: Arc::default(),
        };
        let router = Router::new().fallback(take).with_state(receiver.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        receiver
    }

    pub(crate) fn url(&self, rest: &str) -> String {
        format!("http://{}/{rest}", self.address)
    }

    pub(crate) fn respond_next_with(&self, statuses: &[u16]) {
        self.inner.lock().unwrap().statuses = statuses.to_vec();
    }

    pub(crate) fn respond_with_token(&self, token: &str) {
        self.inner.lock().unwrap().token = Some(token.to_owned());
    }

    /// Returns the received events once no delivery is pending.
    pub(crate) async fn settled(&self, api: &Api) -> Vec<ReceivedEvent> {
        tokio::time::timeout(std::time::Duration::from_secs(8), api.emulator.settled())
            .await
            .unwrap();
        self.inner.lock().unwrap().received.clone()
    }

    pub(crate) async fn kinds(&self, api: &Api) -> Vec<String> {
        self.settled(api)
            .await
            .iter()
            .map(|received| received.kind().to_owned())
            .collect()
    }

    /// Returns the only event of a kind.
    pub(crate) async fn only(&self, api: &Api, kind: &str) -> ReceivedEvent {
        let all = self.settled(api).await;
        let mut found = all.into_iter().filter(|received| received.kind() == kind);
        let only = found.next().unwrap_or_else(|| panic!("no {kind}"));
        assert!(found.next().is_none(), "more than one {kind}");
        only
    }

    /// Subscribes to `events`, and returns the created subscription.
    pub(crate) async fn subscribe(&self, api: &Api, rest: &str, events: &[&str]) -> Value {
        let body = json!({ "target_url": self.url(rest), "subscribed_events": events });
        let response = api.post("/v3/webhook-subscriptions", body).await;
        assert_eq!(response.status, 201, "{:#}", response.body);
        response.body
    }
}

async fn take(
    State(receiver): State<Receiver>,
    headers: HeaderMap,
    raw: String,
) -> impl IntoResponse {
    let event = serde_json::from_str(&raw).unwrap();
    let mut inner = receiver.inner.lock().unwrap();
    inner.received.push(ReceivedEvent {
        headers,
        raw,
        event,
    });
    let status = if inner.statuses.is_empty() {
        200
    } else {
        inner.statuses.remove(0)
    };
    let mut response = HeaderMap::new();
    if let Some(token) = &inner.token {
        response.insert("x-route-key", token.parse().unwrap());
    }
    (StatusCode::from_u16(status).unwrap(), response)
}
