use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Api, LINE};

const PATH: &str = "/v3/webhook-subscriptions";

fn good() -> Value {
    json!({ "target_url": "https://example.com/hook", "subscribed_events": ["message.sent"] })
}

#[tokio::test]
async fn a_secret_is_shown_once() {
    let api = Api::new();
    let created = api.post(PATH, good()).await;
    assert_eq!(created.status, 201);
    let secret = created.body["signing_secret"].as_str().unwrap();
    assert!(secret.starts_with("whsec_"));
    assert_eq!(
        (&created.body["is_active"], &created.body["phone_numbers"]),
        (&json!(true), &Value::Null)
    );

    let path = format!("{PATH}/{}", created.id("/id"));
    let got = api.get(&path).await;
    let list = api.get(PATH).await;
    assert_eq!(list.body["subscriptions"], json!([got.body]));
    assert!(got.body.get("signing_secret").is_none());
    assert_eq!(got.body["target_url"], created.body["target_url"]);
    assert!(!format!("{:?}", api.emulator).contains(secret));
}

#[tokio::test]
async fn a_subscription_is_changed_field_by_field() {
    let api = Api::new();
    let path = format!("{PATH}/{}", api.post(PATH, good()).await.id("/id"));
    let put = |body: Value| api.call("PUT", &path, body);
    let answer =
        put(json!({ "phone_numbers": [LINE], "routing_key_header": "x-key", "is_active": false }))
            .await;
    assert_eq!(answer.status, 200, "{:#}", answer.body);
    assert_eq!(
        (&answer.body["phone_numbers"], &answer.body["is_active"]),
        (&json!([LINE]), &json!(false))
    );
    assert_eq!(answer.body["subscribed_events"], json!(["message.sent"]));

    let answer = put(
        json!({ "subscribed_events": ["chat.created"], "target_url": "https://example.com/2" }),
    )
    .await;
    assert_eq!(answer.body["phone_numbers"], json!([LINE]), "absence keeps");
    assert_eq!(answer.body["routing_key_header"], "x-key");
    assert_eq!(answer.body["target_url"], "https://example.com/2");

    let answer = put(json!({ "phone_numbers": null, "routing_key_header": "" })).await;
    assert_eq!(
        (
            &answer.body["phone_numbers"],
            &answer.body["routing_key_header"]
        ),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        put(json!({ "target_url": "https://example.com/2" }))
            .await
            .status,
        200,
        "its own URL is free"
    );
}

#[tokio::test]
async fn a_deleted_subscription_is_gone() {
    let api = Api::new();
    let path = format!("{PATH}/{}", api.post(PATH, good()).await.id("/id"));
    assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 204);
    for method in ["GET", "PUT", "DELETE"] {
        api.call(method, &path, json!({})).await.refused(404, 2010);
    }
    api.get(&format!("{PATH}/{}", Uuid::nil()))
        .await
        .refused(404, 2010);
    api.get(&format!("{PATH}/x"))
        .await
        .refused_for(400, 1005, "subscription_id");
    assert_eq!(api.get(PATH).await.body, json!({ "subscriptions": [] }));
}

#[tokio::test]
async fn bad_subscriptions_are_refused() {
    let api = Api::new();
    for (field, value, code, path) in [
        ("target_url", Value::Null, 1001, "target_url"),
        ("subscribed_events", Value::Null, 1001, "subscribed_events"),
        ("target_url", json!("example.com"), 1005, "target_url"),
        (
            "target_url",
            json!("http://example.com/"),
            1005,
            "target_url",
        ),
        (
            "target_url",
            json!("https://example.com/?version=2020-01-01"),
            1005,
            "target_url",
        ),
        ("subscribed_events", json!([]), 1005, "subscribed_events"),
        (
            "subscribed_events",
            json!(["message.sent", "message.*"]),
            1005,
            "subscribed_events[1]",
        ),
        ("phone_numbers", json!(["+1 2"]), 1002, "phone_numbers[0]"),
        (
            "routing_key_header",
            json!("a b"),
            1005,
            "routing_key_header",
        ),
    ] {
        let mut body = good();
        body[field] = value;
        api.post(PATH, body).await.refused_for(400, code, path);
    }
    assert_eq!(api.post(PATH, good()).await.status, 201);
    api.post(PATH, good())
        .await
        .refused_for(409, 2015, "target_url");
}

#[tokio::test]
async fn all_event_types_are_listed_and_can_be_subscribed_to() {
    let api = Api::new();
    let list = api.get("/v3/webhook-events").await.body;
    let events = list["events"].as_array().unwrap();
    assert_eq!(events.len(), 75);
    assert!(events.contains(&json!("call.no_answer")));
    assert_eq!(
        list["doc_url"],
        "https://docs.linqapp.com/channel/imessage/guides/webhooks/events"
    );
    let mut body = good();
    body["subscribed_events"] = json!(events);
    assert_eq!(api.post(PATH, body).await.status, 201);
}
