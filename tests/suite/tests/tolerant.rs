//! Tolerant decoding: a mismatched value affects only itself, in captured inputs and in random mutations.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bytes::Bytes;
use http::Response;
use linq_core::{
    Endpoint,
    api::{
        ENDPOINTS,
        chats::messages::{ListMessages, SendMessage},
        webhook_subscriptions::CreateSubscription,
    },
    endpoint::{Decoded, EndpointInfo},
    model::{ChatHealth, DeliveryStatus, MessagePart},
    schema::identities,
    webhook::{Event, EventData, EventType, LineStatus, Verifier, WebhookSecret},
};
use linq_suite::tests_folder;
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::PathBuf, sync::LazyLock, time::SystemTime};

fn vectors(path: &str) -> PathBuf {
    tests_folder("vectors").join(path)
}

fn read(path: &str) -> Value {
    serde_json::from_slice(&fs::read(vectors(path)).unwrap()).unwrap()
}

fn operation(name: &str) -> &'static EndpointInfo {
    ENDPOINTS.iter().find(|info| info.name == name).unwrap()
}

/// A documented response or event.
struct Recorded {
    name: String,
    json: Value,
    /// Paths of values that can be mutated; an event's payload is below `data`.
    paths: Vec<JsonPath>,
    /// The decoded value, encoded again.
    original: Value,
}

impl Recorded {
    fn response(info: &'static EndpointInfo, json: Value) -> Self {
        let identities = identities(info.response_schema.unwrap());
        let is_identity = |path: &JsonPath| {
            let path = path.to_string();
            identities.iter().any(|identity| {
                // The objects that contain an identity, up to its list.
                identity.path == path
                    || identity
                        .path
                        .strip_prefix(&path)
                        .is_some_and(|rest| rest.starts_with('.') && !rest.contains('['))
            })
        };
        Self {
            name: info.name.to_owned(),
            paths: paths(&json)
                .into_iter()
                .filter(|path| !is_identity(path))
                .collect(),
            original: Self::read_response(info, &json),
            json,
        }
    }

    fn event(json: Value) -> Self {
        Self {
            name: json["event_type"].as_str().unwrap().to_owned(),
            paths: paths(&json)
                .into_iter()
                .filter(|JsonPath(segments)| {
                    segments.len() > 1 && segments[0] == Segment::Field("data".to_owned())
                })
                .collect(),
            original: Self::read_event(&json),
            json,
        }
    }

    fn is_event(&self) -> bool {
        self.json.get("event_type").is_some()
    }

    fn read(&self, json: &Value) -> Value {
        if self.is_event() {
            Self::read_event(json)
        } else {
            Self::read_response(operation(&self.name), json)
        }
    }

    fn read_response(info: &EndpointInfo, json: &Value) -> Value {
        let read = (info.round_trip)(Bytes::from(json.to_string()));
        read.unwrap_or_else(|error| panic!("{}: {error} in {json}", info.name))
    }

    fn read_event(json: &Value) -> Value {
        let event = Event::parse_unverified(json.to_string()).unwrap();
        assert!(!matches!(event.data, EventData::Other(_)), "{json}");
        json!({ "data": event.data })
    }

    fn mutate(&self, mutated: &BTreeMap<JsonPath, Mutation>) -> Value {
        let mut json = self.json.clone();
        // From the end, so that indexes of earlier list items stay valid.
        for (path, mutation) in mutated.iter().rev() {
            mutation.apply(&mut json, path);
        }
        json
    }
}

static RECORDED: LazyLock<Vec<Recorded>> = LazyLock::new(|| {
    let responses = fs::read_dir(vectors("responses")).unwrap().map(|entry| {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let info = operation(file.strip_suffix(".json").unwrap());
        Recorded::response(info, read(&format!("responses/{file}")))
    });
    let events = read("webhooks/event_samples.json");
    // The payloads of calls are not published: they are kept verbatim.
    let events = events.as_array().unwrap().iter().map(|case| &case["event"]);
    let events = events.filter(|event| !event["event_type"].as_str().unwrap().starts_with("call."));
    let events = events.map(|event| Recorded::event(event.clone()));
    let mut recorded: Vec<_> = responses
        .chain(events)
        .filter(|recorded| !recorded.paths.is_empty())
        .collect();
    recorded.sort_by(|one, other| one.name.cmp(&other.name));
    recorded
});

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct JsonPath(Vec<Segment>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Field(String),
    Index(usize),
}

impl std::fmt::Display for JsonPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Field(name) if at == 0 => write!(f, "{name}")?,
                Segment::Field(name) => write!(f, ".{name}")?,
                Segment::Index(_) => write!(f, "[]")?,
            }
        }
        Ok(())
    }
}

impl JsonPath {
    fn join(&self, segment: Segment) -> Self {
        Self(self.0.iter().cloned().chain([segment]).collect())
    }

    fn is_below(&self, other: &Self) -> bool {
        self.0.len() > other.0.len() && self.0.starts_with(&other.0)
    }
}

fn paths(json: &Value) -> Vec<JsonPath> {
    let mut found = Vec::new();
    let mut open = vec![(JsonPath(Vec::new()), json)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(fields) => {
                let below = |(name, value)| (path.join(Segment::Field(String::clone(name))), value);
                open.extend(fields.iter().map(below));
            }
            // A list of numbers is one value: their meaning depends on their position.
            Value::Array(items) if !items.iter().all(Value::is_number) => {
                let below = |(index, value)| (path.join(Segment::Index(index)), value);
                open.extend(items.iter().enumerate().map(below));
            }
            _ => {}
        }
        if !path.0.is_empty() {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[derive(Clone, Copy, Debug)]
enum Mutation {
    Remove,
    Null,
    OtherType,
}

impl Mutation {
    const ALL: [Self; 3] = [Self::Remove, Self::Null, Self::OtherType];

    fn apply(self, json: &mut Value, path: &JsonPath) {
        let (last, above) = path.0.split_last().unwrap();
        let parent = above.iter().fold(json, |value, segment| match segment {
            Segment::Field(name) => &mut value[name],
            Segment::Index(index) => &mut value[index],
        });
        match (self, last) {
            (Self::Remove, Segment::Field(name)) => {
                drop(parent.as_object_mut().unwrap().remove(name));
            }
            (Self::Remove, Segment::Index(index)) => {
                drop(parent.as_array_mut().unwrap().remove(*index));
            }
            (mutation, Segment::Field(name)) => parent[name] = mutation.replacement(&parent[name]),
            (mutation, Segment::Index(index)) => {
                parent[index] = mutation.replacement(&parent[index]);
            }
        }
    }

    fn replacement(self, value: &Value) -> Value {
        match (self, value) {
            (Self::OtherType, Value::Number(_)) => json!("5ecret"),
            (Self::OtherType, Value::Array(_)) => json!({"a": 1}),
            (Self::OtherType, Value::Bool(_)) => json!([true]),
            (Self::OtherType, _) => json!(-7),
            _ => Value::Null,
        }
    }
}

/// Panics if a value that was not mutated is decoded differently.
fn assert_same(
    original: &Value,
    read: Option<&Value>,
    path: &JsonPath,
    mutated: &BTreeMap<JsonPath, Mutation>,
) {
    let child = |segment| path.join(segment);
    match original {
        Value::Object(fields) => {
            let is_part = path.0.iter().rev().nth(1) == Some(&Segment::Field("parts".to_owned()));
            if is_part && mutated.contains_key(&child(Segment::Field("type".to_owned()))) {
                return; // kept verbatim
            }
            for (name, value) in fields {
                let below = child(Segment::Field(name.clone()));
                if !mutated.contains_key(&below) {
                    assert_same(value, read.and_then(|read| read.get(name)), &below, mutated);
                }
            }
        }
        Value::Array(items) => {
            let mut next = 0;
            for (index, item) in items.iter().enumerate() {
                let below = child(Segment::Index(index));
                if !mutated.contains_key(&below) {
                    assert_same(item, read.and_then(|read| read.get(next)), &below, mutated);
                    next += 1;
                }
            }
            assert_eq!(
                read.and_then(Value::as_array).map_or(0, Vec::len),
                next,
                "{path}"
            );
        }
        scalar => assert_eq!(Some(scalar), read, "{path}"),
    }
}

/// Removes mutations below other mutations.
fn outermost(chosen: impl Iterator<Item = (JsonPath, Mutation)>) -> BTreeMap<JsonPath, Mutation> {
    let chosen: BTreeMap<_, _> = chosen.collect();
    let is_outermost = |path: &JsonPath| !chosen.keys().any(|other| path.is_below(other));
    chosen
        .iter()
        .filter(|(path, _)| is_outermost(path))
        .map(|(path, mutation)| (path.clone(), *mutation))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn mismatched_value_affects_only_itself(
        recorded in any::<Index>(),
        chosen in proptest::collection::vec((any::<Index>(), 0..3_usize), 1..30),
    ) {
        let recorded = &RECORDED[recorded.index(RECORDED.len())];
        let mutated = outermost(chosen.into_iter().map(|(path, mutation)| {
            (recorded.paths[path.index(recorded.paths.len())].clone(), Mutation::ALL[mutation])
        }));
        let json = recorded.mutate(&mutated);
        assert_same(&recorded.original, Some(&recorded.read(&json)), &JsonPath(Vec::new()), &mutated);
    }
}

/// Three mutations of every response and event, which Swift and Kotlin decode too.
#[test]
fn mutated_vectors_are_up_to_date() {
    let mut seed = 7_u64;
    let mut random = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut lines = Vec::new();
    let mut names = Vec::new();
    for recorded in RECORDED.iter() {
        // One sample of each event.
        if names.contains(&&recorded.name) {
            continue;
        }
        names.push(&recorded.name);
        for count in [1, 3, 12] {
            let mut choose = || {
                (
                    recorded.paths[random(recorded.paths.len())].clone(),
                    Mutation::ALL[random(3)],
                )
            };
            let mutated = outermost((0..count).map(|_| choose()));
            let body = recorded.mutate(&mutated);
            let kind = if recorded.is_event() {
                "event_type"
            } else {
                "operation"
            };
            let reads_as = recorded.read(&body);
            lines.push(
                json!({ kind: recorded.name, "body": body, "reads_as": reads_as }).to_string(),
            );
        }
    }
    let file = vectors("mutated.json");
    let written = format!("[\n{}\n]\n", lines.join(",\n"));
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, &written).unwrap();
    }
    let expected: Value = serde_json::from_str(&written).unwrap();
    assert!(read("mutated.json") == expected, "set BLESS=1 to update it");
}

fn case(name: &str) -> Vec<u8> {
    fs::read(vectors(&format!("cases/{name}.json"))).unwrap()
}

fn event(name: &str) -> Event {
    let secret = WebhookSecret::new("whsec_c2VjcmV0LWZvci10ZXN0cw==").unwrap();
    let (body, now) = (case(name), SystemTime::now());
    let headers = secret.sign("msg_1", now, &body).unwrap();
    Verifier::new(secret).verify(&headers, &body, now).unwrap()
}

fn response<E: Endpoint>(name: &str, status: u16) -> Decoded<E::Response> {
    let response = Response::builder()
        .status(status)
        .body(case(name).into())
        .unwrap();
    E::decode(response.into()).unwrap()
}

#[test]
fn published_and_captured_messages_are_typed() {
    for (name, sender, text) in [
        (
            "event.message.received.no-health",
            "+15550109876",
            "Good morning",
        ),
        ("event.message.received.full", "+15550002000", "hi"),
        (
            "event.message.received.minimal-handle",
            "+15551234567",
            "Hello",
        ),
        ("event.message.received.parts-null", "+15550002000", ""),
        (
            "event.message.received.card-without-layout",
            "+15550002000",
            "",
        ),
    ] {
        let event = event(name);
        assert_eq!(
            event.data.event_type(),
            Some(EventType::MessageReceived),
            "{name}"
        );
        assert_eq!(event.warnings(), [], "{name}");
        let message = event.message().unwrap();
        assert_eq!(
            (message.sender_handle, &*message.text()),
            (Some(sender), text),
            "{name}"
        );
        assert!(
            message.chat_id.is_some() && event.chat_id().as_ref() == message.chat_id,
            "{name}"
        );
        assert!(event.is_inbound() && event.may_auto_reply(), "{name}");
    }
    let plain = event("event.message.received.no-health");
    assert_eq!(plain.message().unwrap().health_status, None);
    let full = event("event.message.received.full");
    let health = full.message().unwrap().health_status.unwrap();
    assert_eq!(
        health.status.as_ref().map(ChatHealth::as_str),
        Some("healthy")
    );
    assert_eq!(
        full.created_at.unwrap().to_string(),
        "2026-05-08T16:21:12.793119775Z"
    );
    let card = event("event.message.received.card-without-layout");
    let [MessagePart::IMessageApp(card)] = card.message().unwrap().parts else {
        panic!("a card");
    };
    assert_eq!(card.app.name.as_deref(), Some("Puzzle Box"));
}

#[test]
fn other_published_events_are_typed() {
    let created = event("event.chat.created.no-health");
    assert!(matches!(&created.data, EventData::ChatCreated(chat) if chat.handles.len() == 2));
    assert_eq!(
        created.chat_id().unwrap().as_str(),
        "911fdc14-3d3a-57ff-995e-9e425bfc0c2a"
    );
    let EventData::PhoneNumberStatusUpdated(line) =
        event("event.phone_number.status_updated.no-reputation").data
    else {
        panic!("a line");
    };
    let statuses = (line.previous_status, line.new_status, line.new_reputation);
    assert_eq!(
        statuses,
        (Some(LineStatus::Active), Some(LineStatus::Flagged), None)
    );
}

#[test]
fn responses_with_few_fields_are_successes() {
    let page = response::<ListMessages>("response.messages.list.deleted-attachment", 200).value;
    assert_eq!(page.items.len(), 3);
    assert_eq!(page.next_cursor, None);
    for message in &page.items[1..] {
        let parts = message.parts.as_deref().unwrap();
        assert!(matches!(parts, [MessagePart::Media(_), ..]), "{parts:?}");
    }
    let sent = response::<SendMessage>("response.messages.send.few-fields", 202).value;
    assert_eq!(
        sent.message.id.as_str(),
        "46ca891a-06dd-52b8-8b39-d6614b829fa0"
    );
    assert_eq!(sent.message.delivery_status, Some(DeliveryStatus::Pending));
    let created =
        response::<CreateSubscription>("response.webhook_subscriptions.create.no-times", 201).value;
    assert!(created.signing_secret.is_some() && created.created_at.is_none());
    assert!(!format!("{created:?}").contains("c2VjcmV0"));
}
