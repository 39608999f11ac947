use linq_emulator::{Emulator, InboundMessage, Service};
use serde_json::{Value, json};

use crate::harness::{ANNA, Api, BEN, CARL, DORA, LINE, text};
use crate::receiver::Receiver;

const MESSAGES: [&str; 4] = [
    "message.sent",
    "message.delivered",
    "message.read",
    "message.received",
];

#[tokio::test]
async fn first_message_is_published_from_creation_to_read_in_order() {
    let api = Api::of(Emulator::builder().seed(1));
    let hook = Receiver::start().await;
    let kinds = [
        "message.read",
        "message.sent",
        "message.delivered",
        "chat.created",
    ];
    let subscription = hook.subscribe(&api, "", &kinds).await;
    let created = api.create(&[ANNA]).await;
    assert_eq!(
        hook.kinds(&api).await,
        [
            "chat.created",
            "message.sent",
            "message.delivered",
            "message.read"
        ]
    );
    for received in hook.settled(&api).await {
        received.assert_signed(subscription["signing_secret"].as_str().unwrap());
        assert_eq!(received.header("webhook-id"), received.event["event_id"]);
        assert_eq!(received.header("x-webhook-event"), received.kind());
        assert_eq!(
            received.header("x-webhook-subscription-id"),
            subscription["id"]
        );
        assert_eq!(
            received.event["trace_id"],
            created.headers["x-trace-id"].to_str().unwrap()
        );
        assert_eq!(
            (
                &received.event["api_version"],
                &received.event["webhook_version"]
            ),
            (&json!("v3"), &json!("2026-02-03"))
        );
        assert!(
            received.event["partner_id"].is_string() && received.event["created_at"].is_string()
        );
    }
    let chat = hook.only(&api, "chat.created").await.event;
    assert_eq!(chat["data"]["id"], created.body["chat"]["id"]);
    let read = hook.only(&api, "message.read").await.event["data"].clone();
    assert_eq!(read["id"], created.body["chat"]["message"]["id"]);
    assert_eq!(
        (&read["direction"], &read["preferred_service"]),
        (&json!("outbound"), &json!("auto"))
    );
    assert_eq!(read["chat"]["owner_handle"]["handle"], LINE);
    assert_eq!(read["sender_handle"]["is_me"], true);
    assert_eq!(read["parts"][0]["value"], "Hello");
    assert!(read["parts"][0].get("reactions").is_none());
    assert!(
        ["sent_at", "delivered_at", "read_at"]
            .iter()
            .all(|at| read[at].is_string())
    );
    let sent = hook.only(&api, "message.sent").await.event["data"].clone();
    assert_eq!(
        (&sent["delivered_at"], &sent["read_at"]),
        (&Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn old_payload_version_has_the_old_shape() {
    let api = Api::new();
    let hook = Receiver::start().await;
    let subscription = hook.subscribe(&api, "?version=2025-01-01", &MESSAGES).await;
    let chat = api.chat_with(&[ANNA]).await;
    let secret = subscription["signing_secret"].as_str().unwrap();
    let read = hook.only(&api, "message.read").await;
    read.assert_signed(secret);
    assert_eq!(read.event["webhook_version"], "2025-01-01");
    let data = &read.event["data"];
    assert_eq!(
        (&data["chat_id"], &data["is_from_me"]),
        (&json!(chat), &json!(true))
    );
    assert_eq!(
        (&data["from"], &data["recipient_phone"]),
        (&json!(LINE), &json!(ANNA))
    );
    assert_eq!(data["message"]["parts"][0]["value"], "Hello");
    assert_eq!(data["message_id"], data["message"]["id"]);
    assert_eq!(data["read_at"], data["message"]["read_at"]);
    assert!(data["read_at"].is_string());
    assert!(hook.only(&api, "message.delivered").await.event["data"]["delivered_at"].is_string());

    api.emulator
        .inbound(InboundMessage::to_chat(ANNA, chat).text("Hi"))
        .unwrap();
    let received = hook.only(&api, "message.received").await.event["data"].clone();
    assert_eq!(
        (&received["from"], &received["recipient_phone"]),
        (&json!(ANNA), &json!(LINE))
    );
    assert!(received["received_at"].is_string());
}

#[tokio::test]
async fn both_payload_versions_are_delivered() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "?version=2025-01-01", &["message.sent"])
        .await;
    hook.subscribe(&api, "?version=2026-02-03", &["message.sent"])
        .await;
    api.create(&[ANNA]).await;
    let mut received = hook.settled(&api).await;
    received.sort_by_key(|received| received.event["webhook_version"].to_string());
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].event["event_id"], received[1].event["event_id"]);
    assert!(received[0].event["data"].get("message").is_some());
    assert!(received[1].event["data"].get("direction").is_some());
}

#[tokio::test]
async fn groups_and_sms_get_no_receipts() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &MESSAGES).await;
    api.emulator.set_handle_service(DORA, Service::Sms).unwrap();
    api.create(&[ANNA, BEN]).await;
    api.create(&[DORA]).await;
    assert_eq!(hook.kinds(&api).await, ["message.sent", "message.sent"]);
}

#[tokio::test]
async fn inbound_message_creates_a_chat() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["chat.created", "message.received"])
        .await;
    let received = api
        .emulator
        .inbound(InboundMessage::to_line(CARL, LINE).text("Anyone there?"))
        .unwrap();
    assert_eq!(hook.kinds(&api).await, ["chat.created", "message.received"]);
    let data = hook.only(&api, "message.received").await.event["data"].clone();
    assert_eq!(
        (&data["id"], &data["direction"]),
        (&json!(received.message_id), &json!("inbound"))
    );
    assert_eq!(data["sender_handle"]["handle"], CARL);
    assert_eq!(
        api.chat_with(&[CARL]).await,
        received.chat_id,
        "the response goes into the same chat"
    );
}

#[tokio::test]
async fn participant_changes_are_published_with_the_trace_id_of_the_call() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["participant.added", "participant.removed"])
        .await;
    let chat = api.chat_with(&[ANNA, BEN]).await;
    let path = format!("/v3/chats/{chat}/participants");
    let added = api.post(&path, json!({ "handle": CARL })).await;
    let event = hook.only(&api, "participant.added").await.event;
    assert_eq!(event["trace_id"], added.body["trace_id"]);
    assert_eq!(
        (&event["data"]["chat_id"], &event["data"]["handle"]),
        (&json!(chat), &json!(CARL))
    );
    assert_eq!(event["data"]["participant"]["status"], "active");
    assert!(event["data"]["added_at"].is_string());

    api.call("DELETE", &path, json!({ "handle": BEN })).await;
    let event = hook.only(&api, "participant.removed").await.event;
    assert_eq!(event["data"]["participant"]["status"], "removed");
    assert!(event["data"]["removed_at"].is_string());

    api.emulator.join(chat, DORA).unwrap();
    api.post(&format!("/v3/chats/{chat}/leave"), Value::Null)
        .await;
    let last = hook.settled(&api).await.pop().unwrap().event;
    assert_eq!(
        (
            &last["data"]["handle"],
            &last["data"]["participant"]["status"]
        ),
        (&json!(LINE), &json!("left"))
    );
    api.emulator.join(chat, LINE).unwrap();
    let last = hook.settled(&api).await.pop().unwrap();
    assert_eq!(
        (last.kind(), &last.event["data"]["handle"]),
        ("participant.added", &json!(LINE))
    );
}

#[tokio::test]
async fn group_changes_are_published_or_fail_on_request() {
    let api = Api::new();
    let hook = Receiver::start().await;
    let kinds = [
        "chat.group_name_updated",
        "chat.group_name_update_failed",
        "chat.group_icon_updated",
        "chat.group_icon_update_failed",
    ];
    hook.subscribe(&api, "", &kinds).await;
    let path = format!("/v3/chats/{}", api.chat_with(&[ANNA, BEN]).await);
    let (old, new) = (
        json!({ "display_name": "Old" }),
        json!({ "display_name": "New" }),
    );
    api.call("PUT", &path, old).await;
    api.call("PUT", &path, new.clone()).await;
    let data = hook.settled(&api).await.pop().unwrap().event["data"].clone();
    assert_eq!(
        (&data["old_value"], &data["new_value"]),
        (&json!("Old"), &json!("New"))
    );
    assert_eq!(data["changed_by_handle"]["handle"], LINE);

    for event in [kinds[1], kinds[3]] {
        api.emulator.fail_next(event).unwrap();
    }
    let both = json!({ "display_name": "Never", "group_chat_icon": "https://example.com/i.png" });
    assert_eq!(api.call("PUT", &path, both.clone()).await.status, 200);
    for event in [kinds[1], kinds[3]] {
        let data = hook.only(&api, event).await.event["data"].clone();
        assert_eq!(data["error_code"], 4001);
        assert!(data["failed_at"].is_string());
    }
    let chat = api.get(&path).await.body;
    assert_eq!(
        (&chat["display_name"], &chat["group_chat_icon"]),
        (&json!("New"), &Value::Null)
    );
    api.call("PUT", &path, both).await;
    assert_eq!(
        hook.only(&api, "chat.group_icon_updated").await.event["data"]["new_value"],
        "https://example.com/i.png"
    );
}

#[tokio::test]
async fn messages_fail_on_request_or_if_no_recipient_can_receive_them() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent", "message.failed"])
        .await;
    api.emulator.fail_next("message.failed").unwrap();
    let sent = api.create(&[ANNA]).await;
    let failed = hook.only(&api, "message.failed").await.event;
    assert_eq!(
        failed["data"]["message_id"],
        sent.body["chat"]["message"]["id"]
    );
    assert_eq!(
        (&failed["data"]["code"], &failed["data"]["chat_id"]),
        (&json!(4001), &sent.body["chat"]["id"])
    );

    api.emulator.set_handle_service(BEN, Service::Sms).unwrap();
    let mut only_imessage = text("Hi");
    only_imessage["preferred_service"] = json!("iMessage");
    let body = json!({ "from": LINE, "to": [BEN], "message": only_imessage });
    assert_eq!(api.post("/v3/chats", body).await.status, 201);
    let last = hook.settled(&api).await.pop().unwrap().event;
    assert_eq!(
        (&last["event_type"], &last["data"]["code"]),
        (&json!("message.failed"), &json!(4005))
    );
    assert!(api.emulator.fail_next("message.sent").is_err());
}

#[tokio::test]
async fn typing_is_published() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(
        &api,
        "",
        &[
            "chat.typing_indicator.started",
            "chat.typing_indicator.stopped",
        ],
    )
    .await;
    let chat = api.chat_with(&[ANNA]).await;
    api.emulator.typing(chat, ANNA, true).unwrap();
    api.emulator.typing(chat, ANNA, false).unwrap();
    assert_eq!(
        hook.kinds(&api).await,
        [
            "chat.typing_indicator.started",
            "chat.typing_indicator.stopped"
        ]
    );
    let data = hook.settled(&api).await[0].event["data"].clone();
    assert_eq!(
        (&data["chat_id"], &data["actor_handle"]["handle"]),
        (&json!(chat), &json!(ANNA))
    );
    assert!(api.emulator.typing(chat, BEN, true).is_err());
}
