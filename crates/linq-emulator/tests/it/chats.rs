use linq_emulator::InboundMessage;
use linq_emulator::Service;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, CARL, DORA, LINE, all, text};

#[tokio::test]
async fn chat_kind_depends_on_the_number_of_recipients() {
    let api = Api::new();
    let direct = api.create(&[ANNA]).await;
    assert_eq!(direct.status, 201);
    let chat = &direct.body["chat"];
    assert_eq!(chat["is_group"], false);
    assert_eq!(chat["service"], "iMessage");
    assert_eq!(chat["display_name"], ANNA);
    assert_eq!(chat["health_status"]["status"], "HEALTHY");
    assert_eq!(chat["message"]["parts"][0]["value"], "Hello");
    assert_eq!(chat["message"]["delivery_status"], "pending");
    let handles = chat["handles"].as_array().unwrap();
    assert_eq!(handles.len(), 2);
    assert_eq!(
        (&handles[0]["handle"], &handles[0]["is_me"]),
        (&json!(LINE), &json!(true))
    );
    assert_eq!(handles[1]["status"], "active");

    let group = api.create(&[ANNA, BEN, CARL]).await;
    assert_eq!(group.status, 201);
    assert_eq!(group.body["chat"]["is_group"], true);
    assert_eq!(group.body["chat"]["handles"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn same_recipients_reuse_the_chat() {
    let api = Api::new();
    let first = api.create(&[ANNA, BEN]).await;
    let again = api.create(&[BEN, ANNA, BEN]).await;
    assert_eq!((first.status, again.status), (201, 200));
    assert_eq!(first.id("/chat/id"), again.id("/chat/id"));
    assert_ne!(first.id("/chat/message/id"), again.id("/chat/message/id"));
    assert_ne!(first.id("/chat/id"), api.chat_with(&[ANNA]).await);

    let other_line = json!({ "from": "+12223334445", "to": [ANNA, BEN], "message": text("Hi") });
    assert_eq!(api.post("/v3/chats", other_line).await.status, 201);
}

#[tokio::test]
async fn named_and_changed_groups_are_not_reused() {
    let api = Api::new();
    let named = api.chat_with(&[ANNA, BEN]).await;
    api.call(
        "PUT",
        &format!("/v3/chats/{named}"),
        json!({ "display_name": "Team" }),
    )
    .await;
    assert_ne!(named, api.chat_with(&[ANNA, BEN]).await);

    let grown = api.chat_with(&[ANNA, DORA]).await;
    api.post(
        &format!("/v3/chats/{grown}/participants"),
        json!({ "handle": CARL }),
    )
    .await;
    assert_ne!(grown, api.chat_with(&[ANNA, DORA]).await);
}

#[tokio::test]
async fn invalid_chat_is_rejected_with_its_field() {
    let api = Api::new();
    let good = json!({ "from": LINE, "to": [ANNA], "message": text("Hello") });
    let many: Vec<String> = (0..32).map(|n| format!("+1555000{n:04}")).collect();
    for (field, value, status, code, path) in [
        ("from", Value::Null, 400, 1001, "from"),
        ("to", Value::Null, 400, 1001, "to"),
        ("message", Value::Null, 400, 1001, "message"),
        ("message", json!({}), 400, 1001, "message.parts"),
        ("from", json!("2223334444"), 400, 1002, "from"),
        ("from", json!("me@example.com"), 400, 1002, "from"),
        ("from", json!("+19998887777"), 403, 2006, "from"),
        ("from", json!(7), 400, 1005, "from"),
        ("to", json!([]), 400, 1005, "to"),
        ("to", json!(ANNA), 400, 1005, "to"),
        ("to", json!(many), 400, 1005, "to"),
        ("to", json!([ANNA, "+1 555"]), 400, 1002, "to[1]"),
        ("to", json!([LINE]), 400, 1005, "to[0]"),
        ("message", json!("Hello"), 400, 1005, "message"),
    ] {
        let mut body = good.clone();
        body[field] = value;
        api.post("/v3/chats", body)
            .await
            .assert_error_for(status, code, path);
    }
    assert!(api.emulator.messages().is_empty());
    assert_eq!(
        api.create(&many[..31].iter().map(String::as_str).collect::<Vec<_>>())
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn links_replies_and_effects_are_rejected_in_a_first_message() {
    let api = Api::new();
    let create = |message: Value| {
        let body = json!({ "from": LINE, "to": [ANNA], "message": message });
        api.post("/v3/chats", body)
    };
    let link = json!({ "parts": [{ "type": "link", "value": "https://example.com" }] });
    create(link.clone())
        .await
        .assert_error_for(400, 1005, "message.parts[0]");
    for text_with_url in [
        "see https://example.com/x",
        "HTTP://example.com",
        "go to www.example.com.",
    ] {
        create(text(text_with_url))
            .await
            .assert_error_for(400, 1005, "message.parts[0].value");
    }
    let mut effect = text("Hello");
    effect["effect"] = json!({ "type": "screen", "name": "confetti" });
    create(effect.clone())
        .await
        .assert_error_for(400, 1005, "message.effect");
    let mut reply = text("Hello");
    reply["reply_to"] = json!({ "message_id": Uuid::max() });
    create(reply)
        .await
        .assert_error_for(400, 1005, "message.reply_to");

    let chat = api.chat_with(&[ANNA]).await;
    assert_eq!(create(effect).await.status, 200);
    create(link.clone()).await.assert_error(400, 1005);
    assert_eq!(api.send(chat, link).await.status, 202);
}

#[tokio::test]
async fn chat_is_retrieved_with_all_fields() {
    let api = Api::new();
    let id = api.chat_with(&[ANNA, BEN]).await;
    let chat = api.get(&format!("/v3/chats/{id}")).await;
    assert_eq!(chat.status, 200);
    assert_eq!(chat.body["id"], id.to_string());
    assert_eq!(chat.body["display_name"], format!("{ANNA}, {BEN}"));
    assert_eq!(chat.body["group_chat_icon"], Value::Null);
    assert_eq!(chat.body["is_archived"], false);

    api.get("/v3/chats/not-a-uuid")
        .await
        .assert_error_for(400, 1005, "chat_id");
    api.get(&format!("/v3/chats/{}", Uuid::max()))
        .await
        .assert_error(404, 2001);
}

#[tokio::test]
async fn name_and_icon_are_for_groups_only() {
    let api = Api::new();
    let group = format!("/v3/chats/{}", api.chat_with(&[ANNA, BEN]).await);
    let icon = "https://cdn.example.com/icon.png";
    let body = json!({ "display_name": "Project Team", "group_chat_icon": icon });
    let response = api.call("PUT", &group, body).await;
    assert_eq!(response.status, 200);
    assert_eq!(response.body["status"], "accepted");
    let chat = api.get(&group).await.body;
    assert_eq!(
        (&chat["display_name"], &chat["group_chat_icon"]),
        (&json!("Project Team"), &json!(icon))
    );

    api.call("PUT", &group, json!({}))
        .await
        .assert_error_for(400, 1001, "display_name");
    let insecure = json!({ "group_chat_icon": "http://example.com/i.png" });
    api.call("PUT", &group, insecure)
        .await
        .assert_error_for(400, 1005, "group_chat_icon");
    let direct = format!("/v3/chats/{}", api.chat_with(&[ANNA]).await);
    api.call("PUT", &direct, json!({ "display_name": "x" }))
        .await
        .assert_error(409, 1006);
}

#[tokio::test]
async fn chats_are_listed_newest_first_and_filtered() {
    let api = Api::new();
    let first = api.chat_with(&[ANNA]).await;
    let second = api.chat_with(&[ANNA, BEN]).await;
    let other = json!({ "from": "+12223334445", "to": [BEN], "message": text("Hi") });
    let third = api.post("/v3/chats", other).await.id("/chat/id");

    let list = async |query: &str| -> Vec<Uuid> {
        let response = api.get(&format!("/v3/chats{query}")).await;
        assert_eq!(response.status, 200, "{:#}", response.body);
        assert_eq!(response.body["next_cursor"], Value::Null);
        let chats = response.body["chats"].as_array().unwrap().clone();
        chats
            .iter()
            .map(|chat| chat["id"].as_str().unwrap().parse().unwrap())
            .collect()
    };
    assert_eq!(list("").await, [third, second, first]);
    assert_eq!(list("?from=%2B12223334444").await, [second, first]);
    assert_eq!(list("?to=%2B18889990000").await, [third, second]);
    assert_eq!(
        list("?from=%2B12223334444&to=%2B18889990000").await,
        [second]
    );

    // An unencoded plus is a space.
    api.get("/v3/chats?from=+12223334444")
        .await
        .assert_error_for(400, 1002, "from");
    api.get("/v3/chats?to=nobody")
        .await
        .assert_error_for(400, 1002, "to");
}

#[tokio::test]
async fn pages_of_chats_are_stable_while_chats_are_added() {
    let api = Api::new();
    let handles: Vec<String> = (0..25).map(|n| format!("+1555000{n:04}")).collect();
    for handle in &handles {
        api.chat_with(&[handle]).await;
    }
    let first = api.get("/v3/chats").await.body;
    assert_eq!(first["chats"].as_array().unwrap().len(), 20);
    let cursor = first["next_cursor"].as_str().unwrap();
    api.chat_with(&[ANNA]).await;
    let rest = api.get(&format!("/v3/chats?cursor={cursor}")).await.body;
    let rest: Vec<&Value> = rest["chats"]
        .as_array()
        .unwrap()
        .iter()
        .map(|chat| &chat["handles"][1]["handle"])
        .collect();
    assert_eq!(rest, handles[..5].iter().rev().collect::<Vec<_>>());
    assert_eq!(all(&api, "/v3/chats", "chats", 4).await.len(), 26);

    for query in ["limit=0", "limit=101", "limit=x", "limit=-1"] {
        api.get(&format!("/v3/chats?{query}"))
            .await
            .assert_error_for(400, 1005, "limit");
    }
    api.get("/v3/chats?cursor=x")
        .await
        .assert_error_for(400, 1005, "cursor");
    assert_eq!(api.get("/v3/chats?limit=100").await.status, 200);
}

#[tokio::test]
async fn typing_read_and_share_contact_card_have_no_body() {
    let api = Api::new();
    api.emulator.set_contact_card(LINE, "Acme", None).unwrap();
    for chat in [
        api.chat_with(&[ANNA]).await,
        api.chat_with(&[ANNA, BEN]).await,
    ] {
        for (method, path) in [
            ("POST", "typing"),
            ("DELETE", "typing"),
            ("POST", "read"),
            ("POST", "share_contact_card"),
        ] {
            let response = api
                .call(method, &format!("/v3/chats/{chat}/{path}"), Value::Null)
                .await;
            assert_eq!(
                (response.status, response.body),
                (204, Value::Null),
                "{method} {path}"
            );
        }
    }
}

#[tokio::test]
async fn mark_as_read_marks_received_messages() {
    let api = Api::new();
    let received = api
        .emulator
        .inbound(InboundMessage::to_line(ANNA, LINE).text("Hi"))
        .unwrap();
    let path = format!("/v3/chats/{}", received.chat_id);
    let message = async || api.get(&format!("{path}/messages")).await.body["messages"][0].clone();
    assert_eq!(
        (&message().await["is_read"], &message().await["is_from_me"]),
        (&json!(false), &json!(false))
    );
    api.post(&format!("{path}/read"), Value::Null).await;
    assert_eq!(message().await["is_read"], true);
}

#[tokio::test]
async fn service_depends_on_handles_and_preference() {
    let api = Api::new();
    api.emulator.set_handle_service(BEN, Service::Sms).unwrap();
    api.emulator.set_handle_service(DORA, Service::Rcs).unwrap();
    for (to, preferred, expected) in [
        (vec![ANNA], Value::Null, "iMessage"),
        (vec![BEN], Value::Null, "SMS"),
        (vec![DORA], Value::Null, "RCS"),
        (vec![ANNA, DORA], Value::Null, "RCS"),
        (vec![ANNA, DORA, BEN], Value::Null, "SMS"),
        (vec!["+15550000001"], json!("SMS"), "RCS"),
        (vec!["+15550000002"], json!("RCS"), "RCS"),
        (vec!["+15550000003"], json!("iMessage"), "iMessage"),
    ] {
        let mut message = text("Hello");
        message["preferred_service"] = preferred;
        let response = api
            .post(
                "/v3/chats",
                json!({ "from": LINE, "to": to, "message": message }),
            )
            .await;
        assert_eq!(response.body["chat"]["service"], expected, "{to:?}");
        assert_eq!(
            response.body["chat"]["message"]["service"], expected,
            "{to:?}"
        );
    }
}
