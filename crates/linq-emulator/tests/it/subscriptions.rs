use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Api, LINE};

const PATH: &str = "/v3/webhook-subscriptions";

fn good() -> Value {
    json!({ "target_url": "https://example.com/hook", "subscribed_events": ["message.sent"] })
}

#[tokio::test]
async fn signing_secret_is_returned_once() {
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
    let received = api.get(&path).await;
    let list = api.get(PATH).await;
    assert_eq!(list.body["subscriptions"], json!([received.body]));
    assert!(received.body.get("signing_secret").is_none());
    assert_eq!(received.body["target_url"], created.body["target_url"]);
    assert!(!format!("{:?}", api.emulator).contains(secret));
}

#[tokio::test]
async fn subscription_is_updated_field_by_field() {
    let api = Api::new();
    let path = format!("{PATH}/{}", api.post(PATH, good()).await.id("/id"));
    let put = |body: Value| api.call("PUT", &path, body);
    let response =
        put(json!({ "phone_numbers": [LINE], "routing_key_header": "x-key", "is_active": false }))
            .await;
    assert_eq!(response.status, 200, "{:#}", response.body);
    assert_eq!(
        (&response.body["phone_numbers"], &response.body["is_active"]),
        (&json!([LINE]), &json!(false))
    );
    assert_eq!(response.body["subscribed_events"], json!(["message.sent"]));

    let response = put(
        json!({ "subscribed_events": ["chat.created"], "target_url": "https://example.com/2" }),
    )
    .await;
    assert_eq!(
        response.body["phone_numbers"],
        json!([LINE]),
        "absence keeps"
    );
    assert_eq!(response.body["routing_key_header"], "x-key");
    assert_eq!(response.body["target_url"], "https://example.com/2");

    let response = put(json!({ "phone_numbers": null, "routing_key_header": "" })).await;
    assert_eq!(
        (
            &response.body["phone_numbers"],
            &response.body["routing_key_header"]
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
async fn deleted_subscription_is_gone() {
    let api = Api::new();
    let path = format!("{PATH}/{}", api.post(PATH, good()).await.id("/id"));
    assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 204);
    for method in ["GET", "PUT", "DELETE"] {
        api.call(method, &path, json!({}))
            .await
            .assert_error(404, 2010);
    }
    api.get(&format!("{PATH}/{}", Uuid::nil()))
        .await
        .assert_error(404, 2010);
    api.get(&format!("{PATH}/x"))
        .await
        .assert_error_for(400, 1005, "subscription_id");
    assert_eq!(api.get(PATH).await.body, json!({ "subscriptions": [] }));
}

#[tokio::test]
async fn invalid_subscriptions_are_rejected() {
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
        api.post(PATH, body).await.assert_error_for(400, code, path);
    }
    assert_eq!(api.post(PATH, good()).await.status, 201);
    api.post(PATH, good())
        .await
        .assert_error_for(409, 2015, "target_url");
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
