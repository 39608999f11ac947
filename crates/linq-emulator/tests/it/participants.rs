use linq_emulator::Service;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, ApiResponse, BEN, CARL, DORA, LINE, text};

async fn add(api: &Api, chat: Uuid, handle: &str) -> ApiResponse {
    api.post(
        &format!("/v3/chats/{chat}/participants"),
        json!({ "handle": handle }),
    )
    .await
}

async fn remove(api: &Api, chat: Uuid, handle: &str) -> ApiResponse {
    api.call(
        "DELETE",
        &format!("/v3/chats/{chat}/participants"),
        json!({ "handle": handle }),
    )
    .await
}

async fn leave(api: &Api, chat: Uuid) -> ApiResponse {
    api.post(&format!("/v3/chats/{chat}/leave"), Value::Null)
        .await
}

async fn status_of(api: &Api, chat: Uuid, handle: &str) -> Value {
    let chat = api.get(&format!("/v3/chats/{chat}")).await.body;
    let handles = chat["handles"].as_array().unwrap();
    handles
        .iter()
        .find(|found| found["handle"] == handle)
        .map_or(Value::Null, |found| found["status"].clone())
}

#[tokio::test]
async fn participants_are_added_removed_and_added_again() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA, BEN]).await;
    let added = add(&api, chat, CARL).await;
    assert_eq!(added.status, 202);
    assert_eq!(added.body["message"], "Participant addition queued");
    assert_eq!(added.body["status"], "accepted");
    assert_eq!(
        added.body["trace_id"],
        added.headers["x-trace-id"].to_str().unwrap()
    );
    assert_eq!(status_of(&api, chat, CARL).await, "active");
    add(&api, chat, CARL).await.assert_error(409, 2015);

    let removed = remove(&api, chat, CARL).await;
    assert_eq!(
        (removed.status, &removed.body["message"]),
        (202, &json!("Participant removal queued"))
    );
    assert_eq!(status_of(&api, chat, CARL).await, "removed");
    remove(&api, chat, CARL).await.assert_error(404, 2001);
    assert_eq!(add(&api, chat, CARL).await.status, 202);
    assert_eq!(status_of(&api, chat, CARL).await, "active");
}

#[tokio::test]
async fn group_keeps_three_members() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA, BEN]).await;
    remove(&api, chat, ANNA).await.assert_error(409, 2015);
    leave(&api, chat).await.assert_error(409, 2015);
    // A participant may still leave on the phone; then none can be added.
    api.emulator.leave(chat, BEN).unwrap();
    add(&api, chat, CARL).await.assert_error(409, 2015);
}

#[tokio::test]
async fn invalid_participants_are_rejected() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA, BEN, CARL]).await;
    add(&api, chat, "+1 222")
        .await
        .assert_error_for(400, 1002, "handle");
    remove(&api, chat, "nobody")
        .await
        .assert_error_for(400, 1002, "handle");
    remove(&api, chat, DORA).await.assert_error(404, 2001);
    remove(&api, chat, LINE).await.assert_error(409, 2015);
    let path = format!("/v3/chats/{chat}/participants");
    api.post(&path, json!({}))
        .await
        .assert_error_for(400, 1001, "handle");
    api.post(&path, json!([])).await.assert_error(400, 1003);
    api.post(&path, Value::Null).await.assert_error(400, 1003);
    api.emulator.set_handle_service(DORA, Service::Sms).unwrap();
    add(&api, chat, DORA).await.assert_error(409, 2017);
    add(&api, Uuid::max(), DORA).await.assert_error(404, 2001);
}

#[tokio::test]
async fn participants_are_managed_in_imessage_groups_only() {
    let api = Api::new();
    let direct = api.chat_with(&[ANNA]).await;
    add(&api, direct, BEN).await.assert_error(409, 1006);
    remove(&api, direct, ANNA).await.assert_error(409, 1006);
    leave(&api, direct).await.assert_error(409, 1006);

    for handle in [BEN, DORA] {
        api.emulator
            .set_handle_service(handle, Service::Sms)
            .unwrap();
    }
    let sms = api.chat_with(&[ANNA, BEN, DORA]).await;
    add(&api, sms, "+15550000001").await.assert_error(409, 2017);
    remove(&api, sms, BEN).await.assert_error(409, 2017);
    leave(&api, sms).await.assert_error(409, 2017);
}

#[tokio::test]
async fn group_that_was_left_is_unavailable_until_the_line_is_added_back() {
    let api = Api::new();
    let to = [ANNA, BEN, CARL];
    let chat = api.chat_with(&to).await;
    let left = leave(&api, chat).await;
    assert_eq!(
        (left.status, &left.body["status"]),
        (202, &json!("accepted"))
    );

    let path = format!("/v3/chats/{chat}");
    for (method, rest, body) in [
        ("GET", "", Value::Null),
        ("PUT", "", json!({ "display_name": "x" })),
        ("POST", "/leave", Value::Null),
        ("POST", "/read", Value::Null),
        ("POST", "/typing", Value::Null),
        ("DELETE", "/typing", Value::Null),
        ("POST", "/share_contact_card", Value::Null),
        ("POST", "/participants", json!({ "handle": DORA })),
        ("DELETE", "/participants", json!({ "handle": ANNA })),
        ("GET", "/messages", Value::Null),
        ("POST", "/messages", json!({ "message": text("Hello?") })),
    ] {
        let message = api
            .call(method, &format!("{path}{rest}"), body)
            .await
            .assert_error(409, 2013);
        assert_eq!(message, "This chat is unavailable", "{method} {rest}");
    }
    assert_eq!(api.get("/v3/chats").await.body["chats"], json!([]));
    let fresh = api.chat_with(&to).await;
    assert_ne!(fresh, chat);

    api.emulator.join(chat, LINE).unwrap();
    assert_eq!(api.send(chat, text("Back again")).await.status, 202);
    assert_eq!(status_of(&api, chat, LINE).await, "active");
}

#[tokio::test]
async fn full_group_rejects_participants() {
    let api = Api::new();
    let most: Vec<String> = (0..31).map(|n| format!("+1555000{n:04}")).collect();
    let chat = api
        .chat_with(&most.iter().map(String::as_str).collect::<Vec<_>>())
        .await;
    add(&api, chat, ANNA).await.assert_error(409, 2015);
}
