//! An emulator with an HTTP client.

use std::time::Duration;

use linq_emulator::{Builder, Emulator};
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use uuid::Uuid;

pub(crate) const LINE: &str = "+12223334444";
pub(crate) const ANNA: &str = "+15556667777";
pub(crate) const BEN: &str = "+18889990000";
pub(crate) const CARL: &str = "carl@example.com";
pub(crate) const DORA: &str = "+4915112345678";

pub(crate) struct Api {
    pub(crate) emulator: Emulator,
    client: reqwest::Client,
}

#[derive(Debug)]
pub(crate) struct ApiResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl ApiResponse {
    pub(crate) fn id(&self, pointer: &str) -> Uuid {
        self.body
            .pointer(pointer)
            .and_then(Value::as_str)
            .expect(pointer)
            .parse()
            .unwrap()
    }

    /// Asserts an error in the documented shape, and returns its message.
    #[track_caller]
    pub(crate) fn assert_error(&self, status: u16, code: u32) -> String {
        let error = &self.body["error"];
        assert_eq!(
            (self.status, &error["code"]),
            (status, &json!(code)),
            "{:#}",
            self.body
        );
        assert_eq!(self.body["success"], false);
        assert_eq!(error["status"], status);
        let page = format!(
            "https://docs.linqapp.com/error/codes/{}xxx/{code}/",
            code / 1000
        );
        assert_eq!(error["doc_url"], page);
        assert_eq!(
            self.body["trace_id"],
            self.headers["x-trace-id"].to_str().unwrap()
        );
        assert_eq!(self.headers["content-type"], "application/json");
        error["message"].as_str().unwrap().to_owned()
    }

    /// Asserts an error whose message names a field.
    #[track_caller]
    pub(crate) fn assert_error_for(&self, status: u16, code: u32, path: &str) {
        let message = self.assert_error(status, code);
        assert!(message.contains(path), "{message:?} does not name {path}");
    }
}

impl Api {
    pub(crate) fn new() -> Self {
        Self::of(Emulator::builder())
    }

    pub(crate) fn of(builder: Builder) -> Self {
        let client = reqwest::Client::builder()
            .no_proxy()
            .timeout(Duration::from_secs(10))
            .build()
            .unwrap();
        Self {
            emulator: builder.start().unwrap(),
            client,
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}{path}", self.emulator.base_url());
        self.client.request(method, url).bearer_auth("any key")
    }

    pub(crate) async fn response(&self, request: reqwest::RequestBuilder) -> ApiResponse {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.unwrap();
        let body = if bytes.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&bytes).unwrap()
        };
        ApiResponse {
            status,
            headers,
            body,
        }
    }

    pub(crate) async fn call(&self, method: &str, path: &str, body: Value) -> ApiResponse {
        let mut request = self.request(method.parse().unwrap(), path);
        if !body.is_null() {
            request = request
                .header("content-type", "application/json")
                .body(body.to_string());
        }
        self.response(request).await
    }

    pub(crate) async fn get(&self, path: &str) -> ApiResponse {
        self.call("GET", path, Value::Null).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> ApiResponse {
        self.call("POST", path, body).await
    }

    /// Creates a chat with a plain first message.
    pub(crate) async fn create(&self, to: &[&str]) -> ApiResponse {
        self.post(
            "/v3/chats",
            json!({ "from": LINE, "to": to, "message": text("Hello") }),
        )
        .await
    }

    pub(crate) async fn chat_with(&self, to: &[&str]) -> Uuid {
        let response = self.create(to).await;
        assert!(matches!(response.status, 200 | 201), "{:#}", response.body);
        response.id("/chat/id")
    }

    pub(crate) async fn send(&self, chat: Uuid, message: Value) -> ApiResponse {
        self.post(
            &format!("/v3/chats/{chat}/messages"),
            json!({ "message": message }),
        )
        .await
    }

    pub(crate) async fn control(&self, method: &str, path: &str, body: Value) -> ApiResponse {
        let url = format!("{}{path}", self.emulator.control_url());
        let mut request = self.client.request(method.parse().unwrap(), url);
        if !body.is_null() {
            request = request.body(body.to_string());
        }
        self.response(request).await
    }
}

pub(crate) fn text(value: &str) -> Value {
    json!({ "parts": [{ "type": "text", "value": value }] })
}

/// Returns all items of a list, in pages of `limit`.
pub(crate) async fn all(api: &Api, path: &str, items: &str, limit: usize) -> Vec<Value> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = api.get(&format!("{path}?limit={limit}{cursor}")).await;
        assert_eq!(page.status, 200, "{:#}", page.body);
        let page_items = page.body[items].as_array().unwrap();
        assert!(page_items.len() <= limit);
        found.extend(page_items.iter().cloned());
        match page.body["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return found,
        }
    }
}
