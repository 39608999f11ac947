use std::time::Duration;

use linq_emulator::{InboundMessage, Service};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, CARL, all, text};
use crate::receiver::Receiver;

#[tokio::test]
async fn message_is_retrieved_by_id_and_deleted() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let mut message = text("Hi");
    message["idempotency_key"] = json!("k");
    let sent = api.send(chat, message.clone()).await;
    let path = format!("/v3/messages/{}", sent.id("/message/id"));
    let read = api.get(&path).await;
    assert_eq!(
        (&read.body["parts"][0]["value"], &read.body["chat_id"]),
        (&json!("Hi"), &json!(chat))
    );
    assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 204);
    api.get(&path)
        .await
        .assert_error_for(404, 2002, "message_id");
    api.call("DELETE", &path, Value::Null)
        .await
        .assert_error(404, 2002);
    api.send(chat, message)
        .await
        .assert_error_for(404, 2002, "message.idempotency_key");
    api.get("/v3/messages/x").await.assert_error(400, 1005);
}

#[tokio::test]
async fn edit_of_a_deleted_message_is_204_without_a_body() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let id = api.send(chat, text("Hi")).await.id("/message/id");
    let path = format!("/v3/messages/{id}");
    api.call("DELETE", &path, Value::Null).await;
    let edited = api.call("PATCH", &path, json!({ "text": "Ho" })).await;
    assert_eq!((edited.status, edited.body), (204, Value::Null));
    let unknown = format!("/v3/messages/{chat}");
    api.call("PATCH", &unknown, json!({ "text": "Ho" }))
        .await
        .assert_error(404, 2002);
}

#[tokio::test]
async fn text_is_edited_five_times_within_fifteen_minutes() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.edited"]).await;
    let old = Receiver::start().await;
    old.subscribe(&api, "?version=2025-01-01", &["message.edited"])
        .await;
    let chat = api.chat_with(&[ANNA]).await;
    let parts = json!({ "parts": [
        { "type": "media", "url": "https://example.com/a.png" },
        { "type": "text", "value": "Draft", "text_decorations": [{ "range": [0, 5], "style": "bold" }] },
    ]});
    let id = api.send(chat, parts).await.id("/message/id");
    let path = format!("/v3/messages/{id}");
    let edit = async |body: Value| api.call("PATCH", &path, body).await;
    edit(json!({ "text": "x" })).await.assert_error(400, 1004);
    edit(json!({ "text": "x", "part_index": 2 }))
        .await
        .assert_error_for(400, 1005, "part_index");
    edit(json!({ "text": "", "part_index": 1 }))
        .await
        .assert_error_for(400, 1005, "text");
    edit(json!({ "part_index": 1 }))
        .await
        .assert_error_for(400, 1001, "text");
    for n in 1..=5 {
        let edited = edit(json!({ "text": format!("Edit {n}"), "part_index": 1 })).await;
        assert_eq!(edited.status, 200, "{:#}", edited.body);
        let part = &edited.body["parts"][1];
        assert_eq!(
            (&part["value"], &part["text_decorations"]),
            (&json!(format!("Edit {n}")), &Value::Null)
        );
    }
    edit(json!({ "text": "x", "part_index": 1 }))
        .await
        .assert_error(409, 2015);
    let published = hook.settled(&api).await;
    assert_eq!(published.len(), 5);
    let data = &published[0].event["data"];
    assert_eq!(
        (&data["id"], &data["part"], &data["direction"]),
        (
            &json!(id),
            &json!({ "index": 1, "text": "Edit 1" }),
            &json!("outbound")
        )
    );
    assert!(
        old.settled(&api).await.is_empty(),
        "the old version has no edits"
    );

    let late = api.send(chat, text("Late")).await.id("/message/id");
    api.emulator.advance_clock(Duration::from_secs(901));
    api.call(
        "PATCH",
        &format!("/v3/messages/{late}"),
        json!({ "text": "x" }),
    )
    .await
    .assert_error(409, 2015);
}

#[tokio::test]
async fn edits_are_for_own_imessages_only() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.edited"]).await;
    let theirs = api
        .emulator
        .inbound(InboundMessage::to_line(ANNA, crate::harness::LINE).text("Hi"))
        .unwrap()
        .message_id;
    let path = format!("/v3/messages/{theirs}");
    api.call("PATCH", &path, json!({ "text": "x" }))
        .await
        .assert_error(403, 2005);
    let by_person = json!({ "text": "Hello" });
    let control = format!("/messages/{theirs}/edit");
    assert_eq!(api.control("POST", &control, by_person).await.status, 204);
    assert_eq!(api.get(&path).await.body["parts"][0]["value"], "Hello");
    let published = hook.only(&api, "message.edited").await.event["data"].clone();
    assert_eq!(published["direction"], "inbound");

    api.emulator.set_handle_service(BEN, Service::Sms).unwrap();
    let sms = api.create(&[BEN]).await.id("/chat/message/id");
    api.call(
        "PATCH",
        &format!("/v3/messages/{sms}"),
        json!({ "text": "x" }),
    )
    .await
    .assert_error(409, 2017);
    assert!(api.emulator.edit(sms, 0, "x").is_err());
}

#[tokio::test]
async fn thread_has_the_first_message_and_all_replies() {
    let api = Api::new();
    let created = api.create(&[ANNA]).await;
    let (chat, root) = (created.id("/chat/id"), created.id("/chat/message/id"));
    let reply = async |to: Uuid, words: &str| {
        let mut message = text(words);
        message["reply_to"] = json!({ "message_id": to });
        api.send(chat, message).await.id("/message/id")
    };
    let first = reply(root, "1").await;
    let alone = api.send(chat, text("alone")).await.id("/message/id");
    let second = reply(first, "2").await;
    reply(root, "3").await;
    let words = |messages: &[Value]| -> Vec<String> {
        let texts = messages.iter().map(|message| &message["parts"][0]["value"]);
        texts
            .map(|text| text.as_str().unwrap().to_owned())
            .collect()
    };
    for id in [root, first, second] {
        let path = format!("/v3/messages/{id}/thread");
        let thread = all(&api, &path, "messages", 1).await;
        assert_eq!(words(&thread), ["Hello", "1", "2", "3"]);
        let newest = api.get(&format!("{path}?order=desc&limit=2")).await.body;
        assert_eq!(words(newest["messages"].as_array().unwrap()), ["3", "2"]);
        let cursor = newest["next_cursor"].as_str().unwrap();
        api.get(&format!("{path}?cursor={cursor}"))
            .await
            .assert_error_for(400, 1005, "cursor");
    }
    let path = format!("/v3/messages/{alone}/thread");
    assert_eq!(all(&api, &path, "messages", 100).await.len(), 1);
    api.get(&format!("{path}?order=up"))
        .await
        .assert_error_for(400, 1005, "order");
}

fn card(caption: &str) -> Value {
    json!({ "parts": [{
        "type": "imessage_app",
        "app": { "bundle_id": "com.example.chess", "name": "Chess", "team_id": "ABCDE12345" },
        "layout": { "caption": caption },
        "url": "https://example.com/game",
    }]})
}

#[tokio::test]
async fn app_card_is_updated_by_a_new_message() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.sent"]).await;
    let chat = api.chat_with(&[ANNA]).await;
    let first = api.send(chat, card("Your move")).await.id("/message/id");
    let update =
        async |id: Uuid, body: Value| api.post(&format!("/v3/messages/{id}/update"), body).await;
    let body = json!({ "layout": { "caption": "My move" }, "fallback_text": "Chess" });
    let updated = update(first, body).await;
    assert_eq!(updated.status, 202, "{:#}", updated.body);
    let second = updated.id("/message/id");
    assert_ne!(first, second);
    let part = &updated.body["message"]["parts"][0];
    assert_eq!(
        (
            &part["layout"]["caption"],
            &part["url"],
            &part["fallback_text"]
        ),
        (
            &json!("My move"),
            &json!("https://example.com/game"),
            &json!("Chess")
        )
    );
    assert_eq!(part["app"]["name"], "Chess");
    assert_eq!(hook.settled(&api).await.len(), 3);
    update(second, json!({}))
        .await
        .assert_error_for(400, 1001, "layout");
    update(second, json!({ "layout": {} }))
        .await
        .assert_error_for(400, 1008, "layout");
    let plain = api.send(chat, text("Hi")).await.id("/message/id");
    let layout = json!({ "layout": { "caption": "x" } });
    update(plain, layout.clone())
        .await
        .assert_error_for(400, 1008, "message_id");
    api.emulator.fail_next("message.failed").unwrap();
    let failed = api.send(chat, card("Never")).await.id("/message/id");
    update(failed, layout).await.assert_error(409, 2015);
}

#[tokio::test]
async fn voice_memo_is_sent_to_all_participants() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.sent"]).await;
    let chat = api.chat_with(&[ANNA, CARL]).await;
    let path = format!("/v3/chats/{chat}/voicememo");
    let memo = api.emulator.add_attachment("hi.m4a", "audio/x-m4a", 4000);
    let sent = api.post(&path, json!({ "attachment_id": memo })).await;
    assert_eq!(sent.status, 202, "{:#}", sent.body);
    let body = &sent.body["voice_memo"];
    assert_eq!(body["to"], json!([ANNA, CARL]));
    assert_eq!(
        (&body["voice_memo"]["id"], &body["voice_memo"]["mime_type"]),
        (&json!(memo), &json!("audio/x-m4a"))
    );
    assert_eq!(hook.settled(&api).await.len(), 2);
    let by_url = json!({ "voice_memo_url": "https://example.com/hi.mp3" });
    assert_eq!(api.post(&path, by_url.clone()).await.status, 202);

    let mut both = by_url;
    both["attachment_id"] = json!(memo);
    for (body, status, code, field) in [
        (json!({}), 400, 1001, "voice_memo_url"),
        (both, 400, 1005, "voice_memo_url"),
        (
            json!({ "voice_memo_url": "http://example.com/a.mp3" }),
            400,
            1005,
            "voice_memo_url",
        ),
        (
            json!({ "voice_memo_url": "https://example.com/a.png" }),
            400,
            5004,
            "voice_memo_url",
        ),
        (
            json!({ "attachment_id": Uuid::max() }),
            404,
            2003,
            "attachment_id",
        ),
    ] {
        api.post(&path, body)
            .await
            .assert_error_for(status, code, field);
    }
    let large = api
        .emulator
        .add_attachment("hi.m4a", "audio/x-m4a", 10 * 1024 * 1024 + 1);
    api.post(&path, json!({ "attachment_id": large }))
        .await
        .assert_error(413, 5001);
    let direct = api.chat_with(&[BEN]).await;
    api.emulator
        .inbound(InboundMessage::to_chat(BEN, direct).text("STOP"))
        .unwrap();
    let path = format!("/v3/chats/{direct}/voicememo");
    let mut body = json!({ "attachment_id": memo });
    api.post(&path, body.clone()).await.assert_error(403, 2024);
    body["override_optout"] = json!(true);
    assert_eq!(api.post(&path, body).await.status, 202);
}
