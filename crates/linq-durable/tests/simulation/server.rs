//! The server: the rules of the API for idempotency keys, chats and the rate limit of messages, written from its
//! documentation. The emulator is not used here: it needs sockets and threads, counts limits by the real clock, and
//! keeps keys for ever.

use crate::clock::{Time, seconds};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

/// The line of the account.
pub(crate) const LINE: &str = "+12223334444";
/// Messages with this word are always rejected: the recipient has opted out.
pub(crate) const OPTED_OUT: &str = "opted-out";

/// The treatment of a key at the end of its lifetime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expired {
    /// The message is sent again.
    Forgotten,
    /// The request is rejected: 404, code 2002.
    NotFound,
}

pub(crate) struct Server {
    lifetime: Duration,
    expired: Expired,
    keys: BTreeMap<String, Accepted>,
    chats: BTreeMap<(String, Vec<String>), String>,
    sent: BTreeMap<(String, String), VecDeque<Time>>,
    /// The API key is rejected until then.
    pub(crate) unauthorized_until: Time,
    pub(crate) replays: u64,
    pub(crate) rate_limited: u64,
}

/// A message that the server has accepted.
#[derive(Clone, Debug)]
pub(crate) struct Accepted {
    pub(crate) key: String,
    pub(crate) text: String,
    pub(crate) message_id: String,
    pub(crate) chat_id: String,
    at: Time,
    body: Bytes,
}

impl Server {
    const MAX_MESSAGES: usize = 30;
    const WINDOW: Duration = seconds(60);

    pub(crate) fn new(lifetime: Duration, expired: Expired) -> Self {
        Self {
            lifetime,
            expired,
            keys: BTreeMap::new(),
            chats: BTreeMap::new(),
            sent: BTreeMap::new(),
            unauthorized_until: Time::ZERO,
            replays: 0,
            rate_limited: 0,
        }
    }

    /// Returns the chat of the line with these recipients.
    pub(crate) fn chat(&mut self, from: &str, to: &[String]) -> String {
        let mut to = to.to_vec();
        to.sort_unstable();
        to.dedup();
        let next = format!("00000000-0000-4000-8000-{:012}", self.chats.len());
        let chat = self.chats.entry((from.to_owned(), to));
        chat.or_insert(next).clone()
    }

    /// Counts messages that another program of the account sent at the start.
    pub(crate) fn sent_by_others(&mut self, to: &str, messages: usize) {
        let sent = (self.sent.entry((LINE.to_owned(), to.to_owned()))).or_default();
        sent.extend([Time::ZERO].repeat(messages));
    }

    pub(crate) fn accepted(&self, key: &str) -> Option<&Accepted> {
        self.keys.get(key)
    }

    /// Processes a request; also returns the message if it was sent to its recipients.
    pub(crate) fn handle(
        &mut self,
        request: &Request<Bytes>,
        now: Time,
    ) -> (Response<Bytes>, Option<Accepted>) {
        if now < self.unauthorized_until {
            return (error(401, 2004, None), None);
        }
        let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
        let message = &body["message"];
        let text = (message["parts"][0]["value"].as_str()).unwrap_or_default();
        let key = message["idempotency_key"].as_str().unwrap_or_default();
        if key.is_empty() || text.is_empty() {
            return (error(400, 1001, None), None);
        }
        if let Some(accepted) = self.keys.get(key) {
            let is_expired = now >= accepted.at + self.lifetime;
            match self.expired {
                Expired::NotFound if is_expired => return (error(404, 2002, None), None),
                Expired::Forgotten if is_expired => {}
                _ => {
                    self.replays += 1;
                    return (success(accepted.body.clone()), None);
                }
            }
        }
        let path = request.uri().path();
        let of_path = path
            .strip_suffix("/messages")
            .and_then(|path| path.rsplit_once("/chats/"));
        let (from, to) = if let Some((_, chat_id)) = of_path {
            match self.chats.iter().find(|(_, id)| *id == chat_id) {
                Some((members, _)) => members.clone(),
                None => return (error(404, 2001, None), None),
            }
        } else {
            let to = body["to"].as_array().map(Vec::as_slice).unwrap_or_default();
            let to = to.iter().filter_map(Value::as_str).map(str::to_owned);
            let from = body["from"].as_str().unwrap_or(LINE).to_owned();
            (from, to.collect())
        };
        if text.contains(OPTED_OUT) {
            return (error(403, 2024, None), None);
        }
        if let Err(wait) = self.count(&from, &to, now) {
            self.rate_limited += 1;
            let retry_after = Some(wait.as_secs().max(1).to_string());
            return (error(429, 1007, retry_after.as_deref()), None);
        }
        let chat_id = self.chat(&from, &to);
        let message_id = format!("00000000-0000-4000-9000-{:012}", self.keys.len());
        let body = if path.ends_with("/v3/chats") {
            json!({"chat": {"id": chat_id, "message": {"id": message_id}}})
        } else {
            json!({"chat_id": chat_id, "message": {"id": message_id}})
        };
        let accepted = Accepted {
            key: key.to_owned(),
            text: text.to_owned(),
            message_id,
            chat_id,
            at: now,
            body: body.to_string().into(),
        };
        self.keys.insert(key.to_owned(), accepted.clone());
        (success(accepted.body.clone()), Some(accepted))
    }

    /// Counts a message for each recipient, or returns the time to wait.
    fn count(&mut self, from: &str, to: &[String], now: Time) -> Result<(), Duration> {
        let pairs = to.iter().map(|to| (from.to_owned(), to.clone()));
        for pair in pairs.clone() {
            let sent = self.sent.entry(pair).or_default();
            while (sent.front()).is_some_and(|first| now >= *first + Self::WINDOW) {
                sent.pop_front();
            }
            if let (Some(first), true) = (sent.front(), sent.len() >= Self::MAX_MESSAGES) {
                return Err((*first + Self::WINDOW).saturating_sub(now) + seconds(1));
            }
        }
        for pair in pairs {
            self.sent.entry(pair).or_default().push_back(now);
        }
        Ok(())
    }
}

/// Returns an error response of the API.
pub(crate) fn error(status: u16, code: u32, retry_after: Option<&str>) -> Response<Bytes> {
    let body = json!({
        "success": false,
        "error": {"status": status, "code": code, "message": "…"},
        "trace_id": "t",
    });
    let mut response = respond(status, "application/json", body.to_string().into());
    if let Some(value) = retry_after.and_then(|text| text.parse().ok()) {
        response.headers_mut().insert("retry-after", value);
    }
    response
}

fn success(body: Bytes) -> Response<Bytes> {
    respond(202, "application/json", body)
}

pub(crate) fn respond(status: u16, content_type: &'static str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).expect("a valid status");
    let content_type = http::HeaderValue::from_static(content_type);
    response.headers_mut().insert("content-type", content_type);
    response
}
