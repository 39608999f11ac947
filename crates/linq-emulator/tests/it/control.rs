use linq_emulator::{ControlError, InboundMessage, Service};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, CARL, DORA, LINE, text};

#[tokio::test]
async fn requests_are_logged_without_the_key() {
    let api = Api::new();
    api.create(&[ANNA]).await;
    api.get("/v3/chats?limit=0").await;
    let logged = api.control("GET", "/requests", Value::Null).await.body["requests"].clone();
    let first = &logged[0];
    assert_eq!(
        (&first["method"], &first["path"]),
        (&json!("POST"), &json!("/v3/chats"))
    );
    assert_eq!(
        (&first["status"], &first["code"]),
        (&json!(201), &Value::Null)
    );
    assert_eq!(first["body"]["to"], json!([ANNA]));
    assert_eq!(first["headers"]["authorization"], "[redacted]");
    assert!(!logged.to_string().contains("any key"));
    let second = &logged[1];
    assert_eq!(
        (&second["query"], &second["code"]),
        (&json!("limit=0"), &json!(1005))
    );
    assert_eq!(json!(api.emulator.requests()), logged);

    assert_eq!(
        api.control("DELETE", "/requests", Value::Null).await.status,
        204
    );
    assert!(api.emulator.requests().is_empty());
    api.get("/v3/chats").await;
    assert_eq!(api.emulator.requests()[0].status, Some(200));
}

#[tokio::test]
async fn stored_messages_are_listed() {
    let api = Api::new();
    let mut message = text("Hello");
    message["idempotency_key"] = json!("k");
    let created = api
        .post(
            "/v3/chats",
            json!({ "from": LINE, "to": [ANNA], "message": message }),
        )
        .await;
    let messages = api.control("GET", "/messages", Value::Null).await.body["messages"].clone();
    assert_eq!(messages[0]["id"], created.body["chat"]["message"]["id"]);
    assert_eq!(messages[0]["chat_id"], created.body["chat"]["id"]);
    assert_eq!(
        (&messages[0]["text"], &messages[0]["idempotency_key"]),
        (&json!(["Hello"]), &json!("k"))
    );
    assert_eq!(json!(api.emulator.messages()), messages);
}

#[tokio::test]
async fn participants_send_join_leave_and_type_by_control_api() {
    let api = Api::new();
    let inbound = json!({ "from": ANNA, "to": LINE, "text": "Hi" });
    let response = api.control("POST", "/inbound", inbound).await;
    assert_eq!(response.status, 201, "{:#}", response.body);
    let parts = json!([{ "type": "media", "url": "https://example.com/a.png" }]);
    let body = json!({ "from": ANNA, "chat_id": response.id("/chat_id"), "parts": parts });
    assert_eq!(api.control("POST", "/inbound", body).await.status, 201);
    assert_eq!(api.emulator.messages().len(), 2);

    let group = api.chat_with(&[ANNA, BEN, CARL]).await;
    let act = |what: &str, body: Value| {
        let path = format!("/chats/{group}/{what}");
        let api = &api;
        async move { api.control("POST", &path, body).await.status }
    };
    assert_eq!(act("join", json!({ "handle": DORA })).await, 204);
    assert_eq!(act("join", json!({ "handle": DORA })).await, 400);
    assert_eq!(act("leave", json!({ "handle": DORA })).await, 204);
    assert_eq!(act("leave", json!({ "handle": DORA })).await, 400);
    assert_eq!(act("typing", json!({ "handle": ANNA })).await, 204);
    assert_eq!(
        act("typing", json!({ "handle": ANNA, "started": false })).await,
        204
    );
    assert_eq!(
        act("typing", json!({ "handle": ANNA, "starts": false })).await,
        400
    );
    let service = json!({ "service": "RCS" });
    assert_eq!(
        api.control("PUT", "/handles/%2B4915112345678", service.clone())
            .await
            .status,
        204
    );
    assert_eq!(api.create(&[DORA]).await.body["chat"]["service"], "RCS");
    assert_eq!(
        api.control("PUT", "/handles/carl@example.com", service)
            .await
            .status,
        400
    );
    let file = json!({ "filename": "a.pdf", "content_type": "application/pdf", "size_bytes": 3 });
    let id = api
        .control("POST", "/attachments", file)
        .await
        .id("/attachment_id");
    let media = json!({ "parts": [{ "type": "media", "attachment_id": id }] });
    assert_eq!(api.send(group, media).await.status, 202);
}

#[tokio::test]
async fn invalid_control_calls_are_rejected() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let nowhere = Uuid::nil();
    for (path, body, status) in [
        (
            "/inbound".to_owned(),
            json!({ "from": ANNA, "text": "x" }),
            400,
        ),
        (
            "/inbound".to_owned(),
            json!({ "from": "anna", "to": LINE, "text": "x" }),
            400,
        ),
        (
            "/inbound".to_owned(),
            json!({ "from": ANNA, "to": LINE }),
            400,
        ),
        (
            "/inbound".to_owned(),
            json!({ "from": ANNA, "to": LINE, "txt": "x" }),
            400,
        ),
        (
            "/inbound".to_owned(),
            json!({ "from": ANNA, "to": "+19998887777", "text": "x" }),
            404,
        ),
        (
            "/inbound".to_owned(),
            json!({ "from": BEN, "chat_id": chat, "text": "x" }),
            400,
        ),
        (
            "/inbound".to_owned(),
            json!({ "from": BEN, "chat_id": nowhere, "text": "x" }),
            404,
        ),
        (
            format!("/chats/{nowhere}/join"),
            json!({ "handle": ANNA }),
            404,
        ),
        (format!("/chats/{chat}/join"), json!({ "handle": BEN }), 400),
        ("/chats/x/join".to_owned(), json!({ "handle": BEN }), 400),
        (
            "/fail_next".to_owned(),
            json!({ "event": "message.sent" }),
            400,
        ),
        ("/nothing".to_owned(), json!({}), 404),
        ("/messages".to_owned(), json!({}), 405),
    ] {
        let response = api.control("POST", &path, body.clone()).await;
        assert_eq!(response.status, status, "{path} {body}");
        assert!(response.body["error"].is_string());
    }
}

#[tokio::test]
async fn group_that_was_left_has_no_inbound_messages() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA, BEN, CARL]).await;
    api.post(&format!("/v3/chats/{chat}/leave"), Value::Null)
        .await;
    let message = InboundMessage::to_chat(ANNA, chat).text("Where are you?");
    assert!(matches!(
        api.emulator.inbound(message),
        Err(ControlError::Invalid(_))
    ));
}

#[tokio::test]
async fn reset_clears_everything() {
    let api = Api::new();
    let hook =
        json!({ "target_url": "https://example.com/", "subscribed_events": ["message.sent"] });
    api.post("/v3/webhook-subscriptions", hook).await;
    api.emulator.set_handle_service(ANNA, Service::Sms).unwrap();
    let chat = api.chat_with(&[ANNA]).await;
    api.emulator
        .add_fault(linq_emulator::Fault::close().path("/v3/nothing"))
        .unwrap();
    assert_eq!(api.emulator.deliveries().len(), 1);

    assert_eq!(api.control("POST", "/reset", Value::Null).await.status, 204);
    assert!(api.emulator.messages().is_empty());
    assert!(api.emulator.requests().is_empty());
    assert!(api.emulator.deliveries().is_empty());
    assert!(api.emulator.faults().is_empty());
    api.get(&format!("/v3/chats/{chat}"))
        .await
        .assert_error(404, 2001);
    assert_eq!(
        api.get("/v3/webhook-subscriptions").await.body["subscriptions"],
        json!([])
    );
    assert_eq!(
        api.create(&[ANNA]).await.body["chat"]["service"],
        "iMessage"
    );
}

#[tokio::test]
async fn deliveries_and_settle_by_control_api() {
    let api = Api::new();
    let hook =
        json!({ "target_url": "https://example.com/", "subscribed_events": ["message.sent"] });
    api.post("/v3/webhook-subscriptions", hook).await;
    api.create(&[ANNA]).await;
    let settled = api
        .control("POST", "/settle", json!({ "timeout_ms": 1000 }))
        .await
        .body;
    assert_eq!(settled, json!({ "settled": true }));
    let deliveries =
        api.control("GET", "/deliveries", Value::Null).await.body["deliveries"].clone();
    assert_eq!(
        (&deliveries[0]["state"], &deliveries[0]["event_type"]),
        (&json!("rejected"), &json!("message.sent"))
    );
    assert_eq!(deliveries[0]["body"]["event_id"], deliveries[0]["event_id"]);
}

#[tokio::test]
async fn foreign_host_names_are_rejected() {
    let api = Api::new();
    let url = format!("{}/messages", api.emulator.control_url());
    let client = reqwest::Client::new();
    for (host, status) in [
        ("rebound.example.com", 403),
        ("localhost:80", 200),
        ("127.0.0.1", 200),
    ] {
        let response = client.get(&url).header("host", host).send().await.unwrap();
        assert_eq!(response.status(), status, "{host}");
    }
}
