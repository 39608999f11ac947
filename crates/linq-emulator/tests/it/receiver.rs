//! A webhook receiver that notes what it gets, and checks signatures in its own way.

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
pub(crate) struct Got {
    pub(crate) headers: HeaderMap,
    pub(crate) raw: String,
    pub(crate) event: Value,
}

impl Got {
    pub(crate) fn kind(&self) -> &str {
        self.event["event_type"].as_str().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Recomputes both signatures.
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
    got: Vec<Got>,
    /// Statuses of the next answers; 200 after them.
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

    pub(crate) fn answer_next(&self, statuses: &[u16]) {
        self.inner.lock().unwrap().statuses = statuses.to_vec();
    }

    pub(crate) fn answer_with_token(&self, token: &str) {
        self.inner.lock().unwrap().token = Some(token.to_owned());
    }

    /// What arrived once nothing is pending any more.
    pub(crate) async fn settled(&self, api: &Api) -> Vec<Got> {
        tokio::time::timeout(std::time::Duration::from_secs(8), api.emulator.settled())
            .await
            .unwrap();
        self.inner.lock().unwrap().got.clone()
    }

    pub(crate) async fn kinds(&self, api: &Api) -> Vec<String> {
        self.settled(api)
            .await
            .iter()
            .map(|got| got.kind().to_owned())
            .collect()
    }

    /// The only event of a kind.
    pub(crate) async fn only(&self, api: &Api, kind: &str) -> Got {
        let all = self.settled(api).await;
        let mut found = all.into_iter().filter(|got| got.kind() == kind);
        let only = found.next().unwrap_or_else(|| panic!("no {kind}"));
        assert!(found.next().is_none(), "more than one {kind}");
        only
    }

    /// Subscribes to `events` and gives the subscription as it was created.
    pub(crate) async fn subscribe(&self, api: &Api, rest: &str, events: &[&str]) -> Value {
        let body = json!({ "target_url": self.url(rest), "subscribed_events": events });
        let answer = api.post("/v3/webhook-subscriptions", body).await;
        assert_eq!(answer.status, 201, "{:#}", answer.body);
        answer.body
    }
}

async fn take(
    State(receiver): State<Receiver>,
    headers: HeaderMap,
    raw: String,
) -> impl IntoResponse {
    let event = serde_json::from_str(&raw).unwrap();
    let mut inner = receiver.inner.lock().unwrap();
    inner.got.push(Got {
        headers,
        raw,
        event,
    });
    let status = if inner.statuses.is_empty() {
        200
    } else {
        inner.statuses.remove(0)
    };
    let mut answer = HeaderMap::new();
    if let Some(token) = &inner.token {
        answer.insert("x-route-key", token.parse().unwrap());
    }
    (StatusCode::from_u16(status).unwrap(), answer)
}
