use linq_emulator::{InboundMessage, Service};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, LINE, text};
use crate::receiver::Receiver;

const KINDS: [&str; 2] = ["reaction.added", "reaction.removed"];

struct TestChat {
    api: Api,
    hook: Receiver,
    chat: Uuid,
    message: Uuid,
}

impl TestChat {
    async fn new() -> Self {
        let (api, hook) = (Api::new(), Receiver::start().await);
        hook.subscribe(&api, "", &KINDS).await;
        let created = api.create(&[ANNA]).await;
        let (chat, message) = (created.id("/chat/id"), created.id("/chat/message/id"));
        Self {
            api,
            hook,
            chat,
            message,
        }
    }

    async fn react(&self, body: Value) -> crate::harness::ApiResponse {
        let path = format!("/v3/messages/{}/reactions", self.message);
        self.api.post(&path, body).await
    }

    async fn shown(&self) -> Value {
        let message = self
            .api
            .get(&format!("/v3/messages/{}", self.message))
            .await;
        message.body["parts"][0]["reactions"].clone()
    }
}

#[tokio::test]
async fn tapback_is_listed_published_replaced_and_removed() {
    let chat = TestChat::new().await;
    let love = chat
        .react(json!({ "operation": "add", "type": "love" }))
        .await;
    assert_eq!(
        (love.status, &love.body["status"]),
        (202, &json!("accepted"))
    );
    let published = chat.hook.only(&chat.api, "reaction.added").await.event;
    assert_eq!(published["trace_id"], love.body["trace_id"]);
    let data = &published["data"];
    assert_eq!(
        (&data["message_id"], &data["chat_id"], &data["part_index"]),
        (&json!(chat.message), &json!(chat.chat), &json!(0))
    );
    assert_eq!(
        (&data["reaction_type"], &data["is_from_me"], &data["from"]),
        (&json!("love"), &json!(true), &json!(LINE))
    );
    let shown = chat.shown().await;
    assert_eq!(
        (&shown[0]["id"], &shown[0]["handle"]["handle"]),
        (&data["reaction_id"], &json!(LINE))
    );

    let custom =
        json!({ "operation": "add", "type": "custom", "custom_emoji": "🎂", "part_index": 0 });
    assert_eq!(chat.react(custom.clone()).await.status, 202);
    let shown = chat.shown().await;
    assert_eq!(shown.as_array().unwrap().len(), 1, "one tapback a person");
    assert_eq!(shown[0]["custom_emoji"], "🎂");

    chat.react(json!({ "operation": "remove", "type": "love" }))
        .await
        .assert_error(404, 2001);
    let mut remove = custom;
    remove["operation"] = json!("remove");
    assert_eq!(chat.react(remove).await.status, 202);
    assert_eq!(chat.shown().await, Value::Null);
    let data = chat.hook.only(&chat.api, "reaction.removed").await.event["data"].clone();
    assert_eq!(data["custom_emoji"], "🎂");
}

#[tokio::test]
async fn stickers_accumulate_move_and_cannot_be_removed() {
    let chat = TestChat::new().await;
    let image = chat.api.emulator.add_attachment("s.png", "image/png", 10);
    for sticker in [
        json!({ "emoji": "🔥", "placement": { "x": 0.5, "scale": 9 } }),
        json!({ "attachment_id": image }),
        json!({ "url": chat.api.emulator.attachments()[0].download_url }),
    ] {
        let mut body = json!({ "operation": "add", "type": "sticker" });
        for (key, value) in sticker.as_object().unwrap() {
            body[key] = value.clone();
        }
        let response = chat.react(body).await;
        assert_eq!(response.status, 202, "{:#}", response.body);
    }
    let shown = chat.shown().await;
    assert_eq!(shown.as_array().unwrap().len(), 3);
    assert_eq!(shown[1]["sticker"]["file_name"], "s.png");

    let id = shown[0]["id"].as_str().unwrap();
    let path = format!("/v3/messages/{}/reactions/{id}", chat.message);
    let moved = chat
        .api
        .call("PATCH", &path, json!({ "placement": { "rotation": 90 } }))
        .await;
    assert_eq!((moved.status, &moved.body["success"]), (202, &json!(true)));
    chat.api
        .call("PATCH", &path, json!({ "placement": { "x": 2 } }))
        .await
        .assert_error_for(400, 1005, "placement.x");
    chat.api
        .call("PATCH", &path, json!({}))
        .await
        .assert_error_for(400, 1001, "placement");
    chat.react(json!({ "operation": "remove", "type": "sticker", "emoji": "🔥" }))
        .await
        .assert_error_for(400, 1005, "type");
    assert!(
        chat.api
            .emulator
            .unreact(chat.message, ANNA, 0, "sticker")
            .is_err()
    );

    chat.react(json!({ "operation": "add", "type": "like" }))
        .await;
    let tapback = chat.shown().await[3]["id"].as_str().unwrap().to_owned();
    let path = format!("/v3/messages/{}/reactions/{tapback}", chat.message);
    chat.api
        .call("PATCH", &path, json!({ "placement": { "x": 0 } }))
        .await
        .assert_error_for(400, 1005, "reaction_id");
    let path = format!("/v3/messages/{}/reactions/{}", chat.message, Uuid::max());
    chat.api
        .call("PATCH", &path, json!({ "placement": {} }))
        .await
        .assert_error(404, 2001);
}

#[tokio::test]
async fn invalid_reaction_is_rejected_with_its_field() {
    let chat = TestChat::new().await;
    let file = chat
        .api
        .emulator
        .add_attachment("a.pdf", "application/pdf", 1);
    for (body, status, code, field) in [
        (json!({ "type": "love" }), 400, 1001, "operation"),
        (
            json!({ "operation": "toggle", "type": "love" }),
            400,
            1005,
            "operation",
        ),
        (json!({ "operation": "add" }), 400, 1001, "type"),
        (
            json!({ "operation": "add", "type": "hate" }),
            400,
            1005,
            "type",
        ),
        (
            json!({ "operation": "add", "type": "custom" }),
            400,
            1001,
            "custom_emoji",
        ),
        (
            json!({ "operation": "add", "type": "love", "custom_emoji": "🎂" }),
            400,
            1005,
            "custom_emoji",
        ),
        (
            json!({ "operation": "add", "type": "love", "placement": {} }),
            400,
            1005,
            "placement",
        ),
        (
            json!({ "operation": "add", "type": "love", "part_index": 1 }),
            400,
            1005,
            "part_index",
        ),
        (
            json!({ "operation": "add", "type": "sticker" }),
            400,
            1005,
            "type",
        ),
        (
            json!({ "operation": "add", "type": "sticker", "emoji": "🔥", "url": "https://x.y/z.png" }),
            400,
            1005,
            "type",
        ),
        (
            json!({ "operation": "add", "type": "sticker", "attachment_id": Uuid::max() }),
            404,
            2003,
            "attachment_id",
        ),
        (
            json!({ "operation": "add", "type": "sticker", "attachment_id": file }),
            400,
            5004,
            "image",
        ),
    ] {
        chat.react(body).await.assert_error_for(status, code, field);
    }
    assert_eq!(chat.shown().await, Value::Null);
    let nothing = format!("/v3/messages/{}/reactions", Uuid::max());
    chat.api
        .post(&nothing, json!({ "operation": "add", "type": "love" }))
        .await
        .assert_error(404, 2002);
}

#[tokio::test]
async fn stickers_need_imessage() {
    let chat = TestChat::new().await;
    chat.api
        .emulator
        .set_handle_service(BEN, Service::Sms)
        .unwrap();
    let message = chat.api.create(&[BEN]).await.id("/chat/message/id");
    let path = format!("/v3/messages/{message}/reactions");
    let sticker = json!({ "operation": "add", "type": "sticker", "emoji": "🔥" });
    chat.api.post(&path, sticker).await.assert_error(409, 2017);
}

#[tokio::test]
async fn participants_react_to_received_and_sent_messages() {
    let chat = TestChat::new().await;
    let emulator = &chat.api.emulator;
    let theirs = emulator
        .inbound(InboundMessage::to_chat(ANNA, chat.chat).text("Hi"))
        .unwrap()
        .message_id;
    emulator.react(chat.message, ANNA, 0, "laugh").unwrap();
    emulator.react(theirs, ANNA, 0, "🎂").unwrap();
    emulator.unreact(theirs, ANNA, 0, "🎂").unwrap();
    assert!(emulator.unreact(theirs, ANNA, 0, "🎂").is_err());
    assert!(emulator.react(theirs, BEN, 0, "love").is_err());
    assert!(emulator.react(theirs, ANNA, 1, "love").is_err());
    let published = chat.hook.settled(&chat.api).await;
    let kinds: Vec<_> = published
        .iter()
        .map(crate::receiver::ReceivedEvent::kind)
        .collect();
    assert_eq!(
        kinds,
        ["reaction.added", "reaction.added", "reaction.removed"]
    );
    assert_eq!(
        (
            &published[0].event["data"]["is_from_me"],
            &published[0].event["data"]["from"]
        ),
        (&json!(false), &json!(ANNA))
    );
    let path = format!("/messages/{}/react", chat.message);
    let by_http = json!({ "handle": ANNA, "type": "custom", "custom_emoji": "👀" });
    assert_eq!(chat.api.control("POST", &path, by_http).await.status, 204);
    assert_eq!(chat.shown().await[0]["custom_emoji"], "👀");
    let nonsense = json!({ "handle": ANNA, "type": "love", "custom_emoji": "👀" });
    assert_eq!(chat.api.control("POST", &path, nonsense).await.status, 400);
    assert_eq!(chat.api.send(chat.chat, text("ok")).await.status, 202);
}
