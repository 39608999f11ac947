//! The request of every endpoint, compared with `tests/vectors/requests/`.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod attachments;
mod available_number;
mod blocked_handles;
mod capability;
mod chat_resources;
mod chats;
mod contact_card;
mod experiences;
mod messages;
mod payments;
mod phone_numbers;
mod validation;
mod webhooks;

use bytes::Bytes;
use http::Request;
use linq_core::{Client, DryRun, api::ENDPOINTS, error::InvalidArgument};
use linq_suite::compare_with_vector;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LINE: &str = "+12223334444";
const GUEST: &str = "+12052499136";
const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";
const MESSAGE: &str = "69a37c7d-af4f-4b5e-af42-e28e98ce873a";
const ATTACHMENT: &str = "abc12345-1234-5678-9abc-def012345678";

/// Requests of each endpoint: with the required fields only, and with all fields.
#[derive(Default)]
struct Cases(BTreeMap<&'static str, Vec<Request<Bytes>>>);

impl Cases {
    fn add(
        &mut self,
        name: &'static str,
        requests: impl IntoIterator<Item = Result<Request<Bytes>, InvalidArgument>>,
    ) {
        let requests = requests.into_iter().map(|request| request.unwrap());
        self.0.entry(name).or_default().extend(requests);
    }
}

#[test]
fn request_of_every_endpoint_matches_its_vector() {
    let linq: Client<DryRun> = Client::dry_run();
    let mut cases = Cases::default();
    attachments::add(&mut cases, &linq);
    available_number::add(&mut cases, &linq);
    blocked_handles::add(&mut cases, &linq);
    capability::add(&mut cases, &linq);
    chat_resources::add(&mut cases, &linq);
    chats::add(&mut cases, &linq);
    contact_card::add(&mut cases, &linq);
    experiences::add(&mut cases, &linq);
    messages::add(&mut cases, &linq);
    payments::add(&mut cases, &linq);
    phone_numbers::add(&mut cases, &linq);
    webhooks::add(&mut cases, &linq);

    let names: Vec<_> = cases.0.keys().copied().collect();
    let mut known: Vec<_> = ENDPOINTS.iter().map(|info| info.name).collect();
    known.sort_unstable();
    assert_eq!(names, known, "every endpoint has a case");
    for (name, requests) in &cases.0 {
        let requests: Value = requests.iter().map(to_vector).collect();
        compare_with_vector(&format!("requests/{name}.json"), &requests);
    }
}

fn to_vector(request: &Request<Bytes>) -> Value {
    let header = |name| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap())
    };
    let body = match request.body().as_ref() {
        [] => Value::Null,
        json => serde_json::from_slice(json).unwrap(),
    };
    assert_eq!(header("authorization"), Some("Bearer dry-run"));
    json!({
        "method": request.method().as_str(),
        "url": request.uri().to_string(),
        "content_type": header("content-type"),
        "idempotency_key": header("idempotency-key"),
        "json": body,
    })
}
