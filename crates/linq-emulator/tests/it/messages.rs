use linq_emulator::InboundMessage;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, LINE, all, text};

#[tokio::test]
async fn message_is_accepted_delivered_and_read() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let sent = api.send(chat, text("Second")).await;
    assert_eq!(sent.status, 202);
    assert_eq!(sent.body["chat_id"], chat.to_string());
    assert_eq!(sent.body["message"]["delivery_status"], "pending");
    assert_eq!(sent.body["message"]["from_handle"]["handle"], LINE);

    let list = api.get(&format!("/v3/chats/{chat}/messages")).await.body;
    let newest = &list["messages"][0];
    assert_eq!(newest["id"], sent.body["message"]["id"]);
    assert_eq!(newest["delivery_status"], "read");
    assert_eq!(
        (&newest["is_delivered"], &newest["is_from_me"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(list["messages"][1]["parts"][0]["value"], "Hello");
}

#[tokio::test]
async fn groups_have_no_receipts() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA, BEN]).await;
    let list = api.get(&format!("/v3/chats/{chat}/messages")).await.body;
    let message = &list["messages"][0];
    assert_eq!(message["delivery_status"], "sent");
    assert_eq!(
        (&message["delivered_at"], &message["read_at"]),
        (&Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn duplicate_idempotency_key_returns_the_cached_response() {
    let api = Api::new();
    let mut first = text("Hello");
    first["idempotency_key"] = json!("one");
    let create = json!({ "from": LINE, "to": [ANNA], "message": first });
    let created = api.post("/v3/chats", create.clone()).await;
    let again = api.post("/v3/chats", create).await;
    assert_eq!((created.status, again.status), (201, 201));
    assert_eq!(created.body, again.body);

    let chat = created.id("/chat/id");
    let mut second = text("More");
    second["idempotency_key"] = json!("two");
    let sent = api.send(chat, second.clone()).await;
    let resent = api.send(chat, second).await;
    assert_eq!((sent.status, &sent.body), (resent.status, &resent.body));
    let keys: Vec<_> = api
        .emulator
        .messages()
        .into_iter()
        .map(|message| message.idempotency_key)
        .collect();
    assert_eq!(keys, [Some("one".to_owned()), Some("two".to_owned())]);

    // Without a key, every send is a new message.
    assert_ne!(
        api.send(chat, text("x")).await.id("/message/id"),
        api.send(chat, text("x")).await.id("/message/id")
    );
}

#[tokio::test]
async fn rejected_message_does_not_consume_its_idempotency_key() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let mut message = text("");
    message["idempotency_key"] = json!("k");
    api.send(chat, message.clone())
        .await
        .assert_error(400, 1004);
    message["parts"][0]["value"] = json!("better");
    assert_eq!(api.send(chat, message).await.status, 202);
}

#[tokio::test]
async fn idempotency_key_has_at_most_255_characters() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let mut message = text("Hi");
    message["idempotency_key"] = json!("ü".repeat(255));
    assert_eq!(api.send(chat, message.clone()).await.status, 202);
    for bad in ["ü".repeat(256), String::new()] {
        message["idempotency_key"] = json!(bad);
        api.send(chat, message.clone()).await.assert_error_for(
            400,
            1005,
            "message.idempotency_key",
        );
    }
}

#[tokio::test]
async fn pages_of_messages_are_stable_while_messages_are_added() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    for n in 1..=6 {
        api.send(chat, text(&n.to_string())).await;
    }
    let path = format!("/v3/chats/{chat}/messages");
    let value = |message: &Value| message["parts"][0]["value"].as_str().unwrap().to_owned();
    let values = |page: &Value| {
        page["messages"]
            .as_array()
            .unwrap()
            .iter()
            .map(value)
            .collect::<Vec<_>>()
    };

    let first = api.get(&format!("{path}?limit=3")).await.body;
    assert_eq!(values(&first), ["6", "5", "4"]);
    api.send(chat, text("7")).await;
    api.emulator
        .inbound(InboundMessage::to_chat(ANNA, chat).text("8"))
        .unwrap();
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = api
        .get(&format!("{path}?limit=3&cursor={cursor}"))
        .await
        .body;
    assert_eq!(values(&second), ["3", "2", "1"]);
    let cursor = second["next_cursor"].as_str().unwrap();
    let last = api
        .get(&format!("{path}?limit=3&cursor={cursor}"))
        .await
        .body;
    assert_eq!(
        (values(&last), &last["next_cursor"]),
        (vec!["Hello".to_owned()], &Value::Null)
    );
    assert_eq!(all(&api, &path, "messages", 2).await.len(), 9);

    // A cursor belongs to its list.
    let other = api.chat_with(&[BEN]).await;
    api.get(&format!("/v3/chats/{other}/messages?cursor={cursor}"))
        .await
        .assert_error_for(400, 1005, "cursor");
}

#[tokio::test]
async fn reply_to_must_be_an_existing_message() {
    let api = Api::new();
    let created = api.create(&[ANNA]).await;
    let (chat, first) = (created.id("/chat/id"), created.id("/chat/message/id"));
    let mut reply = text("Indeed");
    reply["reply_to"] = json!({ "message_id": first, "part_index": 0 });
    let sent = api.send(chat, reply.clone()).await;
    assert_eq!(sent.body["message"]["reply_to"], reply["reply_to"]);
    reply["reply_to"]["message_id"] = json!(Uuid::max());
    api.send(chat, reply.clone())
        .await
        .assert_error_for(404, 2002, "message.reply_to.message_id");
    reply["reply_to"]["message_id"] = json!("7");
    api.send(chat, reply)
        .await
        .assert_error_for(400, 1005, "message.reply_to.message_id");
}

#[tokio::test]
async fn opted_out_recipient_is_rejected_until_they_write() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let group = api.chat_with(&[ANNA, BEN]).await;
    let receive = |text: &str| {
        api.emulator
            .inbound(InboundMessage::to_chat(ANNA, chat).text(text))
            .unwrap();
    };
    for harmless in ["please stop", "stop", "Stop"] {
        receive(harmless);
        assert_eq!(api.send(chat, text("Hi")).await.status, 202, "{harmless}");
    }
    for phrase in ["STOP", " QUIT ", "Opt-Out", "opt out", "optout"] {
        receive(phrase);
        api.send(chat, text("Hi")).await.assert_error(403, 2024);
        api.create(&[ANNA]).await.assert_error(403, 2024);
        let health =
            api.get(&format!("/v3/chats/{chat}")).await.body["health_status"]["status"].clone();
        assert_eq!(health, "OPTED_OUT", "{phrase}");
        assert_eq!(
            api.send(group, text("Hi")).await.status,
            202,
            "groups are never blocked"
        );
        let body = json!({ "message": text("Bye"), "override_optout": true });
        assert_eq!(
            api.post(&format!("/v3/chats/{chat}/messages"), body)
                .await
                .status,
            202
        );
        receive("hello again");
        assert_eq!(api.send(chat, text("Hi")).await.status, 202);
    }
}

#[tokio::test]
async fn unknown_chat_is_rejected() {
    let api = Api::new();
    api.send(Uuid::max(), text("Hi"))
        .await
        .assert_error(404, 2001);
    api.post("/v3/chats/x/messages", json!({ "message": text("Hi") }))
        .await
        .assert_error(400, 1005);
    let chat = api.chat_with(&[ANNA]).await;
    api.post(&format!("/v3/chats/{chat}/messages"), json!({}))
        .await
        .assert_error_for(400, 1001, "message");
}
