use linq_emulator::InboundMessage;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, LINE, text};
use crate::receiver::{ReceivedEvent, Receiver};

async fn event_types(api: &Api) -> Vec<String> {
    let body = api.get("/v3/webhook-events").await.body;
    let types = body["events"].as_array().unwrap().iter();
    types
        .map(|kind| kind.as_str().unwrap().to_owned())
        .collect()
}

async fn trigger(api: &Api, event: Value) -> u16 {
    api.control("POST", "/events", event).await.status
}

fn kinds(received: &[ReceivedEvent]) -> Vec<&str> {
    received.iter().map(ReceivedEvent::kind).collect()
}

#[tokio::test]
async fn every_event_type_is_triggered_in_both_versions() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    let types = event_types(&api).await;
    assert_eq!(types.len(), 75);
    let all: Vec<&str> = types.iter().map(String::as_str).collect();
    let new = hook.subscribe(&api, "", &all).await;
    let old = Receiver::start().await;
    old.subscribe(&api, "?version=2025-01-01", &all).await;
    // Its own creation is published too.
    hook.settled(&api).await;
    let before = hook.settled(&api).await.len();
    for kind in &types {
        assert_eq!(
            trigger(&api, json!({ "event_type": kind })).await,
            202,
            "{kind}"
        );
    }
    let received = hook.settled(&api).await.split_off(before);
    assert_eq!(
        kinds(&received),
        all,
        "each once, in order, and nothing beside"
    );
    for event in &received {
        event.assert_signed(new["signing_secret"].as_str().unwrap());
        let data = event.event["data"].as_object().unwrap();
        assert!(!data.is_empty(), "{}", event.kind());
    }
    let old: Vec<ReceivedEvent> = old
        .settled(&api)
        .await
        .into_iter()
        .filter(|received| received.event["webhook_version"] == "2025-01-01")
        .collect();
    assert!(
        old.iter()
            .all(|received| received.kind() != "message.edited")
    );
    let received = old
        .iter()
        .find(|received| received.kind() == "message.received")
        .unwrap();
    assert_eq!(
        received.event["data"]["message"]["parts"][0]["value"],
        "Hello there!"
    );
}

#[tokio::test]
async fn triggered_messages_can_be_retrieved() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.received", "poll.received"])
        .await;
    let chat = api.chat_with(&[ANNA, BEN]).await;
    api.chat_with(&[ANNA]).await;
    let event = json!({ "event_type": "message.received", "chat_id": chat });
    assert_eq!(trigger(&api, event).await, 202);
    let data = hook.only(&api, "message.received").await.event["data"].clone();
    assert_eq!(
        (&data["chat"]["id"], &data["direction"]),
        (&json!(chat), &json!("inbound"))
    );
    let message = api
        .get(&format!("/v3/messages/{}", data["id"].as_str().unwrap()))
        .await;
    assert_eq!(message.status, 200);
    let photo = message.body["parts"][1]["url"].as_str().unwrap();
    assert_eq!(reqwest::get(photo).await.unwrap().status(), 200);
    api.emulator.publish_event("poll.received", None).unwrap();
    let poll = hook.only(&api, "poll.received").await.event["data"].clone();
    let path = format!("/v3/messages/{}/poll", poll["message_id"].as_str().unwrap());
    assert_eq!(api.get(&path).await.body["poll"], poll["poll"]);
}

#[tokio::test]
async fn given_payload_is_delivered_verbatim() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["call.ended"]).await;
    let data = json!({ "anything": [1, null, "ü"] });
    api.emulator
        .publish_event_with("call.ended", None, data.clone())
        .unwrap();
    assert_eq!(hook.only(&api, "call.ended").await.event["data"], data);
}

#[tokio::test]
async fn undocumented_event_type_is_delivered_to_all() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.sent"]).await;
    let event = json!({ "event_type": "chat.mood_changed", "data": { "mood": "sunny" } });
    assert_eq!(trigger(&api, event).await, 202);
    let received = hook.only(&api, "chat.mood_changed").await;
    assert_eq!(received.event["data"]["mood"], "sunny");
    assert_eq!(received.header("x-webhook-event"), "chat.mood_changed");
    assert_eq!(
        trigger(&api, json!({ "event_type": "chat.mood_changed" })).await,
        400
    );
    let nowhere = json!({ "event_type": "message.sent", "chat_id": Uuid::max() });
    assert_eq!(trigger(&api, nowhere).await, 404);
    let wrong = json!({ "event_type": "phone_number.assigned", "phone_number": "7" });
    assert_eq!(trigger(&api, wrong).await, 400);
}

#[tokio::test]
async fn events_of_a_line_are_filtered_by_subscription() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    let kinds = ["phone_number.assigned", "api_token.created"];
    let body =
        json!({ "target_url": hook.url(""), "subscribed_events": kinds, "phone_numbers": [LINE] });
    api.post("/v3/webhook-subscriptions", body).await;
    for line in [LINE, "+12223334445"] {
        let event = json!({ "event_type": kinds[0], "phone_number": line });
        assert_eq!(trigger(&api, event).await, 202);
    }
    api.emulator.publish_event(kinds[1], None).unwrap();
    assert_eq!(hook.kinds(&api).await, kinds);
}

#[tokio::test]
async fn changes_of_subscriptions_are_published_to_the_others() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    let types = event_types(&api).await;
    let about: Vec<&str> = types
        .iter()
        .map(String::as_str)
        .filter(|kind| kind.starts_with("webhook_subscription."))
        .collect();
    hook.subscribe(&api, "", &about).await;
    let made = json!({ "target_url": "https://u:p@example.com/hook?key=1", "subscribed_events": ["message.sent"] });
    let id = api.post("/v3/webhook-subscriptions", made).await.id("/id");
    let path = format!("/v3/webhook-subscriptions/{id}");
    for change in [
        json!({ "target_url": "https://example.com/other" }),
        json!({ "is_active": false }),
        json!({ "is_active": true }),
        json!({ "subscribed_events": ["message.read"] }),
        json!({ "phone_numbers": [LINE] }),
        json!({ "routing_key_header": "X-Route-Key" }),
        json!({ "routing_key_header": null }),
        json!({ "is_active": true }),
    ] {
        assert_eq!(api.call("PUT", &path, change).await.status, 200);
    }
    api.call("DELETE", &path, Value::Null).await;
    let received = hook.settled(&api).await;
    let expected = [
        "webhook_subscription.created",
        "webhook_subscription.created",
        "webhook_subscription.target_url_changed",
        "webhook_subscription.disabled",
        "webhook_subscription.enabled",
        "webhook_subscription.events.updated",
        "webhook_subscription.phone_numbers.updated",
        "webhook_subscription.routing_headers_set",
        "webhook_subscription.routing_headers_cleared",
        "webhook_subscription.deleted",
    ];
    assert_eq!(kinds(&received), expected);
    let created = &received[1].event["data"];
    assert_eq!(
        created["webhook_subscription"],
        json!({ "id": id, "target_url": "https://example.com/hook", "events": ["message.sent"] })
    );
    assert_eq!(
        received[2].event["data"]["change"],
        json!({ "from": "https://example.com/hook", "to": "https://example.com/other" })
    );
    assert_eq!(
        received[6].event["data"]["change"],
        json!({ "from": null, "to": [LINE] })
    );
}

#[tokio::test]
async fn own_message_is_echoed_as_outbound() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.received"]).await;
    let chat = api.chat_with(&[ANNA]).await;
    let own = api.send(chat, text("Mine")).await.id("/message/id");
    let path = format!("/messages/{own}/echo");
    assert_eq!(api.control("POST", &path, Value::Null).await.status, 204);
    let echo = hook.only(&api, "message.received").await.event;
    assert_eq!(
        (&echo["data"]["id"], &echo["data"]["direction"]),
        (&json!(own), &json!("outbound"))
    );
    assert_eq!(echo["data"]["sender_handle"]["is_me"], true);
    assert_eq!(api.emulator.messages().len(), 2, "nothing is stored");

    let theirs = InboundMessage::to_chat(ANNA, chat).text("Theirs");
    let theirs = api.emulator.inbound(theirs).unwrap().message_id;
    assert!(api.emulator.echo(theirs).is_err());
    assert!(api.emulator.echo(Uuid::max()).is_err());
}
