use linq_emulator::{InboundMessage, Service};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, LINE, text};
use crate::receiver::Receiver;

const KINDS: [&str; 2] = ["reaction.added", "reaction.removed"];

struct Room {
    api: Api,
    hook: Receiver,
    chat: Uuid,
    message: Uuid,
}

impl Room {
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

    async fn react(&self, body: Value) -> crate::harness::Answer {
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
async fn a_tapback_is_shown_told_replaced_and_removed() {
    let room = Room::new().await;
    let love = room
        .react(json!({ "operation": "add", "type": "love" }))
        .await;
    assert_eq!(
        (love.status, &love.body["status"]),
        (202, &json!("accepted"))
    );
    let told = room.hook.only(&room.api, "reaction.added").await.event;
    assert_eq!(told["trace_id"], love.body["trace_id"]);
    let data = &told["data"];
    assert_eq!(
        (&data["message_id"], &data["chat_id"], &data["part_index"]),
        (&json!(room.message), &json!(room.chat), &json!(0))
    );
    assert_eq!(
        (&data["reaction_type"], &data["is_from_me"], &data["from"]),
        (&json!("love"), &json!(true), &json!(LINE))
    );
    let shown = room.shown().await;
    assert_eq!(
        (&shown[0]["id"], &shown[0]["handle"]["handle"]),
        (&data["reaction_id"], &json!(LINE))
    );

    let custom =
        json!({ "operation": "add", "type": "custom", "custom_emoji": "🎂", "part_index": 0 });
    assert_eq!(room.react(custom.clone()).await.status, 202);
    let shown = room.shown().await;
    assert_eq!(shown.as_array().unwrap().len(), 1, "one tapback a person");
    assert_eq!(shown[0]["custom_emoji"], "🎂");

    room.react(json!({ "operation": "remove", "type": "love" }))
        .await
        .refused(404, 2001);
    let mut remove = custom;
    remove["operation"] = json!("remove");
    assert_eq!(room.react(remove).await.status, 202);
    assert_eq!(room.shown().await, Value::Null);
    let data = room.hook.only(&room.api, "reaction.removed").await.event["data"].clone();
    assert_eq!(data["custom_emoji"], "🎂");
}

#[tokio::test]
async fn stickers_stack_move_and_stay() {
    let room = Room::new().await;
    let image = room.api.emulator.add_attachment("s.png", "image/png", 10);
    for sticker in [
        json!({ "emoji": "🔥", "placement": { "x": 0.5, "scale": 9 } }),
        json!({ "attachment_id": image }),
        json!({ "url": room.api.emulator.attachments()[0].download_url }),
    ] {
        let mut body = json!({ "operation": "add", "type": "sticker" });
        for (key, value) in sticker.as_object().unwrap() {
            body[key] = value.clone();
        }
        let answer = room.react(body).await;
        assert_eq!(answer.status, 202, "{:#}", answer.body);
    }
    let shown = room.shown().await;
    assert_eq!(shown.as_array().unwrap().len(), 3);
    assert_eq!(shown[1]["sticker"]["file_name"], "s.png");

    let id = shown[0]["id"].as_str().unwrap();
    let path = format!("/v3/messages/{}/reactions/{id}", room.message);
    let moved = room
        .api
        .call("PATCH", &path, json!({ "placement": { "rotation": 90 } }))
        .await;
    assert_eq!((moved.status, &moved.body["success"]), (202, &json!(true)));
    room.api
        .call("PATCH", &path, json!({ "placement": { "x": 2 } }))
        .await
        .refused_for(400, 1005, "placement.x");
    room.api
        .call("PATCH", &path, json!({}))
        .await
        .refused_for(400, 1001, "placement");
    room.react(json!({ "operation": "remove", "type": "sticker", "emoji": "🔥" }))
        .await
        .refused_for(400, 1005, "type");
    assert!(
        room.api
            .emulator
            .unreact(room.message, ANNA, 0, "sticker")
            .is_err()
    );

    room.react(json!({ "operation": "add", "type": "like" }))
        .await;
    let tapback = room.shown().await[3]["id"].as_str().unwrap().to_owned();
    let path = format!("/v3/messages/{}/reactions/{tapback}", room.message);
    room.api
        .call("PATCH", &path, json!({ "placement": { "x": 0 } }))
        .await
        .refused_for(400, 1005, "reaction_id");
    let path = format!("/v3/messages/{}/reactions/{}", room.message, Uuid::max());
    room.api
        .call("PATCH", &path, json!({ "placement": {} }))
        .await
        .refused(404, 2001);
}

#[tokio::test]
async fn what_is_no_reaction_is_refused_by_its_field() {
    let room = Room::new().await;
    let file = room
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
        room.react(body).await.refused_for(status, code, field);
    }
    assert_eq!(room.shown().await, Value::Null);
    let nothing = format!("/v3/messages/{}/reactions", Uuid::max());
    room.api
        .post(&nothing, json!({ "operation": "add", "type": "love" }))
        .await
        .refused(404, 2002);
}

#[tokio::test]
async fn stickers_need_imessage() {
    let room = Room::new().await;
    room.api
        .emulator
        .set_handle_service(BEN, Service::Sms)
        .unwrap();
    let message = room.api.create(&[BEN]).await.id("/chat/message/id");
    let path = format!("/v3/messages/{message}/reactions");
    let sticker = json!({ "operation": "add", "type": "sticker", "emoji": "🔥" });
    room.api.post(&path, sticker).await.refused(409, 2017);
}

#[tokio::test]
async fn people_react_to_what_they_got_and_wrote() {
    let room = Room::new().await;
    let emulator = &room.api.emulator;
    let theirs = emulator
        .inbound(InboundMessage::to_chat(ANNA, room.chat).text("Hi"))
        .unwrap()
        .message_id;
    emulator.react(room.message, ANNA, 0, "laugh").unwrap();
    emulator.react(theirs, ANNA, 0, "🎂").unwrap();
    emulator.unreact(theirs, ANNA, 0, "🎂").unwrap();
    assert!(emulator.unreact(theirs, ANNA, 0, "🎂").is_err());
    assert!(emulator.react(theirs, BEN, 0, "love").is_err());
    assert!(emulator.react(theirs, ANNA, 1, "love").is_err());
    let told = room.hook.settled(&room.api).await;
    let kinds: Vec<_> = told.iter().map(crate::receiver::Got::kind).collect();
    assert_eq!(
        kinds,
        ["reaction.added", "reaction.added", "reaction.removed"]
    );
    assert_eq!(
        (
            &told[0].event["data"]["is_from_me"],
            &told[0].event["data"]["from"]
        ),
        (&json!(false), &json!(ANNA))
    );
    let path = format!("/messages/{}/react", room.message);
    let by_http = json!({ "handle": ANNA, "type": "custom", "custom_emoji": "👀" });
    assert_eq!(room.api.control("POST", &path, by_http).await.status, 204);
    assert_eq!(room.shown().await[0]["custom_emoji"], "👀");
    let nonsense = json!({ "handle": ANNA, "type": "love", "custom_emoji": "👀" });
    assert_eq!(room.api.control("POST", &path, nonsense).await.status, 400);
    assert_eq!(room.api.send(room.chat, text("ok")).await.status, 202);
}
