use jiff::Timestamp;
use linq_emulator::{Emulator, Fault, InboundMessage, LineState, Reputation, ServedVariant};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, ApiResponse, BEN, CARL, DORA, LINE, text};
use crate::receiver::Receiver;

/// Number of rounds of [`round`], each some 35 calls, after which every shape has been served.
const ROUNDS: usize = 8;

#[tokio::test]
async fn every_observed_shape_is_served_and_differs_only_as_listed() {
    let observed = Run::new(true).await;
    let documented = Run::new(false).await;

    assert_eq!(observed.responses.len(), documented.responses.len());
    for (seen, plain) in observed.responses.iter().zip(&documented.responses) {
        let path = format!("{} {}", seen.method, seen.path);
        assert_eq!(seen.path, plain.path);
        assert_eq!(seen.response.status, plain.response.status, "{path}");
        assert_shape(&seen.response.body, &plain.response.body, &path);
        assert_identities(seen, plain);
    }
    assert_eq!(observed.events.len(), documented.events.len());
    for (seen, plain) in observed.events.iter().zip(&documented.events) {
        assert_eq!(seen["event_type"], plain["event_type"]);
        assert_shape(seen, plain, plain["event_type"].as_str().unwrap());
    }
    assert_eq!(
        json!(observed.api.emulator.messages()),
        documented.local_to(&observed, &json!(documented.api.emulator.messages())),
        "effects are the same"
    );

    let unserved: Vec<ServedVariant> = observed
        .api
        .emulator
        .served_variants()
        .into_iter()
        .filter(|variant| variant.served == 0)
        .collect();
    assert!(unserved.is_empty(), "{unserved:#?}");
    for (name, is_shape) in SHAPES {
        assert!(observed.has(*is_shape), "{name} is never served");
        assert!(!documented.has(*is_shape), "{name} is documented");
    }
}

#[tokio::test]
async fn shapes_rotate_in_the_order_of_the_table() {
    let api = Api::of(Emulator::builder().observed_shapes(true));
    let first = api.create(&[ANNA]).await;
    assert_eq!(
        first.body,
        json!({ "chat": { "id": first.id("/chat/id") } }),
        "an id only"
    );
    let second = api.create(&[ANNA]).await;
    let chat = &second.body["chat"];
    assert_eq!(chat.as_object().unwrap().len(), 2);
    assert_eq!(chat["message"].as_object().unwrap().len(), 1);
    let third = api.create(&[ANNA]).await;
    assert_eq!(third.body["chat"]["message"]["parts"][0]["value"], "Hello");

    let later = Api::of(
        Emulator::builder()
            .observed_shapes(true)
            .observed_shapes_from(5),
    );
    let begun = later.create(&[ANNA]).await;
    assert_eq!(
        begun.body["chat"]["service"], "iMessage",
        "the third of three"
    );
}

#[tokio::test]
async fn observed_shapes_are_enabled_at_run_time() {
    let api = Api::new();
    let is_whole = async || {
        let body = api.create(&[ANNA]).await.body;
        body["chat"]["handles"].is_array()
    };
    assert!(is_whole().await);
    api.emulator.set_observed_shapes(true);
    assert!(!is_whole().await);
    api.emulator.set_observed_shapes(false);
    assert!(is_whole().await);

    let put = async |body: Value| api.control("PUT", "/observed_shapes", body).await.status;
    assert_eq!(put(json!({ "enabled": true, "from": 0 })).await, 204);
    assert!(!is_whole().await);
    let seen = api
        .control("GET", "/observed_shapes", Value::Null)
        .await
        .body;
    assert_eq!(seen["enabled"], true);
    let first = &seen["variants"][0];
    assert_eq!(
        first,
        &json!({
            "variant": "chat.id_only",
            "kind": "response",
            "on": ["POST /v3/chats"],
            "served": 1,
        }),
        "`from` begins the counts again"
    );
    api.emulator.reset();
    assert!(
        is_whole().await,
        "a reset switches back to the setting of the builder"
    );
    assert_eq!(
        api.emulator.served_variants()[0].served,
        1,
        "and keeps the counts"
    );
    assert_eq!(put(json!({ "enabled": false })).await, 204);
    assert!(is_whole().await);
    assert_eq!(put(json!({ "enabled": 1 })).await, 400);
    assert_eq!(put(json!({ "on": true })).await, 400);
}

#[tokio::test]
async fn observed_shapes_fault_applies_to_a_call_and_its_events() {
    let api = Api::new();
    let hook =
        json!({ "target_url": "https://example.com/", "subscribed_events": ["message.sent"] });
    api.post("/v3/webhook-subscriptions", hook).await;
    let chat = api.chat_with(&[ANNA]).await;
    let fault = Fault::observed_shapes()
        .method("POST")
        .path("/v3/chats/*/messages");
    api.emulator.add_fault(fault.times(1)).unwrap();
    let sent = api.send(chat, text("Hi")).await;
    assert_eq!(
        sent.body,
        json!({
            "chat_id": chat,
            "message": { "id": sent.id("/message/id"), "delivery_status": "pending" },
        })
    );
    let again = api.send(chat, text("Hi")).await;
    assert_eq!(again.body["message"]["parts"][0]["value"], "Hi");
    let log = api.emulator.requests();
    let faults: Vec<_> = log.iter().map(|call| call.fault.as_deref()).collect();
    assert_eq!(faults, [None, None, Some("observed_shapes"), None]);

    let events: Vec<Value> = api
        .emulator
        .deliveries()
        .into_iter()
        .map(|delivery| delivery.body)
        .collect();
    let versions: Vec<&Value> = events
        .iter()
        .map(|event| &event["webhook_version"])
        .collect();
    let version = json!("2026-02-03");
    assert_eq!(versions, [&version, &Value::Null, &version]);
    assert_eq!(events[1]["data"]["id"], sent.body["message"]["id"]);

    let ordered = json!({ "kind": "observed_shapes", "times": 1 });
    assert_eq!(api.control("POST", "/faults", ordered).await.status, 201);
    assert!(
        api.create(&[ANNA]).await.body["chat"]
            .get("handles")
            .is_none()
    );
}

#[tokio::test]
async fn observed_shapes_combine_with_other_faults() {
    let api = Api::of(Emulator::builder().observed_shapes(true));
    let delay = std::time::Duration::from_millis(1);
    api.emulator
        .add_fault(Fault::delay(delay).times(1))
        .unwrap();
    assert!(
        api.create(&[ANNA]).await.body["chat"]
            .get("handles")
            .is_none()
    );
    let exact = "{\"chats\": []}";
    api.emulator.add_fault(Fault::response(200, exact)).unwrap();
    assert_eq!(api.get("/v3/chats").await.body, json!({ "chats": [] }));
}

#[tokio::test]
async fn event_without_an_id_has_it_in_the_header() {
    let (api, hook) = (
        Api::of(Emulator::builder().observed_shapes(true)),
        Receiver::start().await,
    );
    let created = hook.subscribe(&api, "", &["message.received"]).await;
    for _ in 0..3 {
        let message = InboundMessage::to_line(ANNA, LINE).text("Hello");
        api.emulator.inbound(message).unwrap();
    }
    let received = hook.settled(&api).await;
    let in_body: Vec<bool> = received
        .iter()
        .map(|one| one.event["event_id"].is_string())
        .collect();
    assert_eq!(in_body, [true, true, false]);
    for (event, delivery) in received.iter().zip(api.emulator.deliveries()) {
        assert_eq!(event.header("webhook-id"), delivery.event_id.to_string());
        assert_eq!(event.event, delivery.body);
        event.assert_signed(created["signing_secret"].as_str().unwrap());
    }
}

type Test = fn(&Value) -> bool;

/// Checks that recognize each shape in responses and events.
const SHAPES: &[(&str, Test)] = &[
    ("chat.id_only", |body| {
        body["chat"].as_object().is_some_and(|chat| chat.len() == 1)
    }),
    ("chat.ids_only", |body| {
        body["chat"]["message"]
            .as_object()
            .is_some_and(|message| message.len() == 1)
    }),
    ("send.ids_only", |body| {
        body["message"]["delivery_status"] == "pending" && body["message"].get("parts").is_none()
    }),
    ("send.ids_and_parts", |body| {
        body["message"]["parts"].is_array() && body["message"].get("created_at").is_none()
    }),
    ("voice_memo.id_only", |body| {
        body["voice_memo"]["id"].is_string() && body["voice_memo"].get("chat").is_none()
    }),
    ("poll.ids_only", |body| {
        body.get("message_id").is_some() && body.get("poll").is_none() && body.get("data").is_none()
    }),
    ("subscription.no_times", |body| {
        body.get("signing_secret").is_some() && body.get("created_at").is_none()
    }),
    ("chats: item.few_fields", |body| {
        items(body, "chats").any(|chat| chat.get("handles").is_none())
    }),
    ("messages: item.few_fields", |body| {
        items(body, "messages").any(|message| message.get("created_at").is_none())
    }),
    ("messages: item.id_only", |body| {
        items(body, "messages").any(|message| message.get("chat_id").is_none())
    }),
    ("phone_numbers: item.few_fields", |body| {
        items(body, "phone_numbers").any(|line| line.as_object().unwrap().len() == 2)
    }),
    ("subscriptions: item.few_fields", |body| {
        items(body, "subscriptions").any(|hook| hook.as_object().unwrap().len() == 2)
    }),
    ("data: item.few_fields", |body| {
        items(body, "data").any(|request| request.get("checkout_url").is_none())
    }),
    ("blocked_handles: item.few_fields", |body| {
        items(body, "blocked_handles").any(|handle| handle.get("blocked_at").is_none())
    }),
    ("contact_cards: item.few_fields", |body| {
        items(body, "contact_cards").any(|card| card.get("is_active").is_none())
    }),
    ("experiences: item.few_fields", |body| {
        items(body, "experiences").any(|experience| experience.get("actions").is_none())
    }),
    ("list.null", |body| {
        body.get("blocked_handles").is_some_and(Value::is_null)
    }),
    ("health_status.absent", |body| {
        body["data"]["handles"].is_array() && body["data"].get("health_status").is_none()
    }),
    ("health_status.absent of a response", |body| {
        body["is_archived"].is_boolean() && body.get("health_status").is_none()
    }),
    ("health_status.lower_case", |body| {
        any(body, |chat| chat["health_status"]["status"] == "healthy")
    }),
    ("reputation.absent", |body| {
        items(body, "phone_numbers")
            .any(|line| line.get("line_type").is_some() && line.get("reputation").is_none())
    }),
    ("reputation.absent of an event", |body| {
        body["data"]["new_status"].is_string() && body["data"].get("new_reputation").is_none()
    }),
    ("parts.absent", |body| {
        body["data"]["direction"].is_string()
            && body["event_type"] == "message.sent"
            && body["data"].get("parts").is_none()
    }),
    ("parts.absent of the old version", |body| {
        body["data"]["message"].is_object() && body["data"]["message"].get("parts").is_none()
    }),
    ("parts.null", |body| {
        any(&body["data"], |message| {
            message.get("parts").is_some_and(Value::is_null)
        })
    }),
    ("parts.null of a response", |body| {
        body["message"].get("parts").is_some_and(Value::is_null)
    }),
    ("text.decorations_null", |body| {
        any(body, |part| {
            part["value"] == "Bold!" && part.get("text_decorations").is_some_and(Value::is_null)
        })
    }),
    ("text.value_only", |body| {
        any(body, |part| {
            part["type"] == "text" && part.as_object().unwrap().len() == 2
        })
    }),
    ("media.id_absent", |body| {
        any(body, |part| {
            is_media(part) && part.get("id").is_none() && part["mime_type"].is_string()
        })
    }),
    ("media.filename_null", |body| {
        any(body, |part| {
            is_media(part) && part["filename"].is_null() && part["id"].is_string()
        })
    }),
    ("media.url_only", |body| {
        any(body, |part| {
            is_media(part) && part["url"].is_string() && part.as_object().unwrap().len() == 2
        })
    }),
    ("media.deleted", |body| {
        any(body, |part| {
            is_media(part) && part.get("url").is_none() && part["filename"].is_string()
        })
    }),
    ("media.deleted_nulls", |body| {
        any(body, |part| {
            is_media(part) && part.get("url").is_some_and(Value::is_null)
        })
    }),
    ("media.voice_memo", |body| {
        any(body, |part| part["type"] == "voice_memo")
    }),
    ("card.app_only", |body| {
        any(body, |part| {
            is_card(part) && part.as_object().unwrap().len() == 2
        })
    }),
    ("card.layout_absent", |body| {
        any(body, |part| {
            is_card(part) && part.get("layout").is_none() && part["url"].is_string()
        })
    }),
    ("card_reply.replacement_character", |body| {
        body["event_type"] == "message.received" && any(body, |part| part["value"] == "\u{FFFD}")
    }),
    ("card_reply.replacement_character of a response", |body| {
        items(body, "messages").any(|message| message["parts"][0]["value"] == "\u{FFFD}")
    }),
    ("sender.few_fields", |body| {
        body["data"]["sender_handle"]
            .as_object()
            .is_some_and(|sender| sender.len() == 2)
    }),
    ("sender.few_fields of the old version", |body| {
        body["data"]["message"].is_object() && body["data"]["from_handle"].get("id").is_none()
    }),
    ("sender.few_fields of a response", |body| {
        items(body, "messages").any(|message| {
            message["from_handle"].is_object() && message["from_handle"].get("id").is_none()
        })
    }),
    ("times.nine_digits", |body| {
        any(body, |value| {
            value["created_at"]
                .as_str()
                .is_some_and(|time| time.ends_with(".000000000Z"))
        })
    }),
    ("failed.whole_message", |body| {
        body["event_type"] == "message.failed" && body["data"]["error"]["code"].is_u64()
    }),
    ("message.few_fields", |body| {
        body["data"]["chat"]
            .as_object()
            .is_some_and(|chat| chat.len() == 1)
            && body["data"]["direction"].is_string()
    }),
    ("reaction.sender_handle", |body| {
        body["event_type"] == "reaction.added" && body["data"]["sender_handle"].is_object()
    }),
    ("reaction.is_from_me_absent", |body| {
        body["data"]["from_handle"].is_object()
            && body["data"]["reaction_id"].is_string()
            && body["data"].get("is_from_me").is_none()
    }),
    ("webhook_version.absent", |body| {
        body.get("data").is_some_and(Value::is_object)
            && body.get("event_type").is_some()
            && body.get("webhook_version").is_none()
    }),
    ("webhook_version.one", |body| body["webhook_version"] == "1"),
    ("webhook_version.newer", |body| {
        body["webhook_version"] == "2027-01-01"
    }),
    ("event_id.header_only", |body| {
        body.get("event_type").is_some() && body.get("event_id").is_none()
    }),
    ("envelope.few_fields", |body| {
        body.get("event_type").is_some() && body.get("partner_id").is_none()
    }),
    ("error.code_and_message", |body| {
        body["error"].is_object() && body["error"].get("status").is_none()
    }),
    ("error.no_trace_id", |body| {
        body["error"]["status"].is_u64() && body.get("trace_id").is_none()
    }),
];

fn items<'a>(body: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    body[list].as_array().into_iter().flatten()
}

/// Returns whether an object at any depth matches.
fn any(value: &Value, is_shape: Test) -> bool {
    match value {
        Value::Object(fields) => {
            is_shape(value) || fields.values().any(|field| any(field, is_shape))
        }
        Value::Array(items) => items.iter().any(|item| any(item, is_shape)),
        _ => false,
    }
}

fn is_media(part: &Value) -> bool {
    part["type"] == "media"
}

fn is_card(part: &Value) -> bool {
    part["type"] == "imessage_app"
}

/// Asserts that present fields are as documented, and that lists have the same length.
#[track_caller]
fn assert_shape(seen: &Value, plain: &Value, path: &str) {
    let name = path.rsplit('.').next().unwrap();
    match (seen, plain) {
        (Value::Null, Value::Array(items)) => {
            let may_be_null = items.is_empty() || ["parts", "text_decorations"].contains(&name);
            assert!(may_be_null, "{path} is null");
        }
        (Value::Null, _) => {}
        (Value::Object(_), Value::Object(_))
            if seen["error"].is_object() && path.ends_with("failed.data") =>
        {
            assert_eq!(seen["id"], plain["message_id"]);
            assert_eq!(seen["chat"]["id"], plain["chat_id"]);
            assert_eq!(seen["error"]["code"], plain["code"]);
            assert_eq!(seen["error"]["message"], plain["reason"]);
        }
        (Value::Object(fields), Value::Object(_)) => {
            for (name, field) in fields {
                let documented = match name.as_str() {
                    "sender_handle" if plain.get(name).is_none() => &plain["from_handle"],
                    _ => plain
                        .get(name)
                        .unwrap_or_else(|| panic!("{path}.{name} is not documented")),
                };
                assert_shape(field, documented, &format!("{path}.{name}"));
            }
        }
        (Value::Array(items), Value::Array(_))
            if name == "parts" && items[0]["value"] == "\u{FFFD}" =>
        {
            assert_eq!(plain[0]["type"], "imessage_app");
        }
        (Value::Array(items), Value::Array(documented)) => {
            assert_eq!(items.len(), documented.len(), "{path}");
            for (item, documented) in items.iter().zip(documented) {
                assert_shape(item, documented, path);
            }
        }
        (Value::String(seen), Value::String(plain)) if name.ends_with("_at") => {
            let instant = |text: &str| text.parse::<Timestamp>().unwrap();
            assert_eq!(instant(seen), instant(plain), "{path}");
        }
        (Value::String(seen), Value::String(plain)) if path.ends_with("health_status.status") => {
            assert_eq!(seen.to_uppercase(), *plain, "{path}");
        }
        (Value::String(seen), Value::String(_))
            if seen == "voice_memo" || name == "webhook_version" => {}
        _ => assert_eq!(seen, plain, "{path}"),
    }
}

/// Asserts that the resource, and every item of a list, has its identity.
#[track_caller]
fn assert_identities(seen: &Exchange, plain: &Exchange) {
    let (seen, plain, path) = (&seen.response.body, &plain.response.body, &seen.path);
    for pointer in [
        "/id",
        "/chat/id",
        "/chat_id",
        "/message/id",
        "/message_id",
        "/voice_memo/id",
        "/signing_secret",
        "/error/code",
        "/error/message",
        "/next_cursor",
    ] {
        assert_eq!(seen.pointer(pointer), plain.pointer(pointer), "{path}");
    }
    for (list, identity) in [
        ("chats", "id"),
        ("messages", "id"),
        ("phone_numbers", "id"),
        ("subscriptions", "id"),
        ("data", "id"),
        ("blocked_handles", "handle"),
        ("contact_cards", "phone_number"),
        ("experiences", "experience"),
    ] {
        if plain.get(list).is_none() {
            continue;
        }
        assert!(seen.get(list).is_some(), "{path}: {list} is absent");
        let ids = |body| items(body, list).map(|item| item[identity].clone());
        assert!(ids(seen).eq(ids(plain)), "{path}");
        assert!(ids(seen).all(|id| id.is_string()), "{path}");
    }
}

struct Exchange {
    method: String,
    path: String,
    response: ApiResponse,
}

/// Many calls to one emulator, with its responses and events.
struct Run {
    api: Api,
    responses: Vec<Exchange>,
    events: Vec<Value>,
}

impl Run {
    async fn new(observed_shapes: bool) -> Self {
        let mut run = Self {
            api: Api::of(Emulator::builder().seed(7).observed_shapes(observed_shapes)),
            responses: Vec::new(),
            events: Vec::new(),
        };
        for number in 0..ROUNDS {
            run.round(number).await;
        }
        let deliveries = run.api.emulator.deliveries();
        run.events = deliveries.into_iter().map(|one| one.body).collect();
        run
    }

    fn has(&self, is_shape: Test) -> bool {
        let bodies = self.responses.iter().map(|one| &one.response.body);
        bodies.chain(&self.events).any(is_shape)
    }

    /// Returns a value with the addresses of the other run instead of this one's.
    fn local_to(&self, other: &Self, value: &Value) -> Value {
        let (own, other) = (
            self.api.emulator.storage_url(),
            other.api.emulator.storage_url(),
        );
        serde_json::from_str(&value.to_string().replace(&own, &other)).unwrap()
    }

    async fn call(&mut self, method: &str, path: &str, body: Value) -> Value {
        let response = self.api.call(method, path, body).await;
        let body = response.body.clone();
        self.responses.push(Exchange {
            method: method.to_owned(),
            path: path.to_owned(),
            response,
        });
        body
    }

    async fn get(&mut self, path: &str) -> Value {
        self.call("GET", path, Value::Null).await
    }

    async fn send(&mut self, chat: &str, parts: Value) -> String {
        let path = format!("/v3/chats/{chat}/messages");
        let body = json!({ "message": { "parts": parts } });
        let sent = self.call("POST", &path, body).await;
        sent["message"]["id"].as_str().unwrap().to_owned()
    }

    /// Makes one round of calls of every kind.
    async fn round(&mut self, number: usize) {
        self.get("/v3/blocked_handles").await;
        self.get(&format!("/v3/chats?to={DORA}")).await;
        let mut created = Vec::new();
        for rest in ["new?version=2026-02-03", "old?version=2025-01-01"] {
            let hook = json!({
                "target_url": format!("https://example.com/{number}/{rest}"),
                "subscribed_events": [
                    "message.sent", "message.received", "message.failed", "chat.created",
                    "reaction.added", "reaction.removed", "phone_number.status_updated",
                ],
            });
            let hook = self.call("POST", "/v3/webhook-subscriptions", hook).await;
            created.push(hook["id"].clone());
        }
        self.get("/v3/webhook-subscriptions").await;
        // Those of the first round are kept.
        for hook in created.iter().filter(|_| number > 0) {
            let path = format!("/v3/webhook-subscriptions/{}", hook.as_str().unwrap());
            self.call("DELETE", &path, Value::Null).await;
        }

        let body = json!({ "from": LINE, "to": [ANNA, BEN], "message": text("Hello") });
        let group = self.call("POST", "/v3/chats", body).await;
        let body = json!({ "from": LINE, "to": [ANNA], "message": text("Hello") });
        let chat = self.call("POST", "/v3/chats", body).await;
        let chat = chat["chat"]["id"].as_str().unwrap().to_owned();
        let group = group["chat"]["id"].as_str().unwrap().to_owned();
        self.get(&format!("/v3/chats/{group}")).await;
        self.talk(&chat, number).await;
        self.account(number).await;
    }

    async fn talk(&mut self, chat: &str, number: usize) {
        let bold = json!([{ "type": "text", "value": "Bold!", "text_decorations": [{ "range": [0, 4], "style": "bold" }] }]);
        let id = self.send(chat, bold).await;
        let photo = json!([{ "type": "media", "url": "https://example.com/a.png" }]);
        let media = self.send(chat, photo).await;
        let card = json!([{
            "type": "imessage_app",
            "app": { "bundle_id": "com.example.chess", "name": "Chess", "team_id": "A1B2C3D4E5" },
            "layout": { "caption": "Your move" },
            "url": "https://chess.example.com/games/17",
        }]);
        let move_id = self.send(chat, card.clone()).await;
        let path = format!("/v3/messages/{move_id}/update");
        let layout = json!({ "layout": { "caption": "Checkmate" } });
        self.call("POST", &path, layout).await;
        let body = json!({ "to": [ANNA], "message": text("Hello again") });
        self.call("POST", "/v3/messages", body).await;
        let memo = json!({ "voice_memo_url": "https://example.com/hi.mp3" });
        self.call("POST", &format!("/v3/chats/{chat}/voicememo"), memo)
            .await;
        let poll = json!({ "poll": { "options": [{ "text": "Yes" }, { "text": "No" }] } });
        self.call("POST", &format!("/v3/chats/{chat}/polls"), poll)
            .await;

        let chat_id: Uuid = chat.parse().unwrap();
        let inbound = |parts| InboundMessage::to_chat(ANNA, chat_id).parts(parts);
        let emulator = &self.api.emulator;
        emulator.inbound(inbound(card)).unwrap();
        emulator
            .inbound(InboundMessage::to_chat(ANNA, chat_id).text("Thanks"))
            .unwrap();
        emulator
            .react(id.parse().unwrap(), ANNA, 0, "love")
            .unwrap();
        emulator
            .unreact(id.parse().unwrap(), ANNA, 0, "love")
            .unwrap();
        emulator.fail_next("message.failed").unwrap();
        self.send(chat, text("Lost")["parts"].clone()).await;

        self.call(
            "PATCH",
            &format!("/v3/messages/{id}"),
            json!({ "text": "Bold" }),
        )
        .await;
        self.get(&format!("/v3/messages/{media}")).await;
        self.get(&format!("/v3/messages/{id}/thread")).await;
        let page = format!("/v3/chats/{chat}/messages?limit={}", 7 + number);
        self.get(&page).await;
        self.get("/v3/chats").await;
        self.get(&format!("/v3/chats/{}", Uuid::max())).await;
    }

    async fn account(&mut self, number: usize) {
        let state = [LineState::Flagged, LineState::Active];
        for state in state {
            self.api.emulator.set_line_state(LINE, state).unwrap();
        }
        self.api
            .emulator
            .set_reputation(
                "+12223334445",
                [Reputation::AtRisk, Reputation::Healthy][number % 2],
            )
            .unwrap();
        self.get("/v3/phone_numbers").await;
        self.get("/v3/phonenumbers").await;
        self.get("/v3/experiences").await;
        self.get("/v3/contact_card").await;
        for line in [LINE, "+12223334445"] {
            self.api
                .emulator
                .set_contact_card(line, "Linq", None)
                .unwrap();
        }
        self.get("/v3/contact_card").await;
        let handle = json!({ "handle": CARL });
        self.call("POST", "/v3/blocked_handles", handle.clone())
            .await;
        self.get("/v3/blocked_handles").await;
        self.call("DELETE", "/v3/blocked_handles", handle).await;
        let request = json!({ "amount": 500, "currency": "usd", "description": "Lunch" });
        self.call("POST", "/v3/payment_requests", request).await;
        self.get("/v3/payment_requests").await;
    }
}
