use std::time::Duration;

use linq_emulator::{Emulator, InboundMessage};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, ApiResponse, BEN, LINE, text};

fn sandbox() -> Api {
    Api::of(Emulator::builder().seed(1).sandbox(true))
}

fn writes(api: &Api, handle: &str, line: &str) -> Uuid {
    let message = InboundMessage::to_line(handle, line).text("Hi");
    api.emulator.inbound(message).unwrap().chat_id
}

fn retry_after(response: &ApiResponse) -> u64 {
    response.assert_error(429, 1007);
    let seconds = response.body["error"]["retry_after"].as_u64().unwrap();
    assert_eq!(
        response.headers["retry-after"].to_str().unwrap(),
        seconds.to_string()
    );
    seconds
}

#[tokio::test]
async fn sandbox_sends_only_to_those_who_have_written() {
    let api = sandbox();
    api.create(&[ANNA]).await.assert_error(403, 2008);
    assert!(api.emulator.messages().is_empty());
    assert_eq!(api.get("/v3/chats").await.body["chats"], json!([]));

    writes(&api, ANNA, "+12223334445");
    api.create(&[ANNA]).await.assert_error(403, 2008);
    let chat = writes(&api, ANNA, LINE);
    assert_eq!(api.chat_with(&[ANNA]).await, chat);
    assert_eq!(api.send(chat, text("Hello")).await.status, 202);
    api.create(&[BEN]).await.assert_error(403, 2008);
    let body = json!({ "to": [BEN], "message": text("Hello") });
    api.post("/v3/messages", body.clone())
        .await
        .assert_error(403, 2008);
    let poll = json!({ "poll": { "options": [{ "text": "a" }, { "text": "b" }] } });
    assert_eq!(
        api.post(&format!("/v3/chats/{chat}/polls"), poll.clone())
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn sandbox_sends_to_a_group_if_every_member_has_written() {
    let api = sandbox();
    writes(&api, ANNA, LINE);
    api.create(&[ANNA, BEN]).await.assert_error(403, 2008);
    writes(&api, BEN, LINE);
    let group = api.chat_with(&[ANNA, BEN]).await;
    assert_eq!(api.send(group, text("Hello")).await.status, 202);

    let carl = "+13334445555";
    api.emulator.join(group, carl).unwrap();
    api.send(group, text("Hello")).await.assert_error(403, 2008);
    let poll = json!({ "poll": { "options": [{ "text": "a" }, { "text": "b" }] } });
    api.post(&format!("/v3/chats/{group}/polls"), poll)
        .await
        .assert_error(403, 2008);
    let memo = json!({ "voice_memo_url": "https://cdn.example.com/hello.m4a" });
    api.post(&format!("/v3/chats/{group}/voicememo"), memo)
        .await
        .assert_error(403, 2008);
    // A poll is a message, and counts for direct chats too.
    api.emulator
        .poll(group, carl, &["a".to_owned(), "b".to_owned()])
        .unwrap();
    assert_eq!(api.send(group, text("Hello")).await.status, 202);
    assert_eq!(api.create(&[carl]).await.status, 201);
}

#[tokio::test]
async fn sandbox_remembers_senders_of_deleted_messages() {
    let api = Api::new();
    let received = api
        .emulator
        .inbound(InboundMessage::to_line(ANNA, LINE).text("Hi"))
        .unwrap();
    let path = format!("/v3/messages/{}", received.message_id);
    assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 204);
    api.emulator.set_sandbox(true);
    assert_eq!(api.create(&[ANNA]).await.status, 200);
    api.create(&[BEN]).await.assert_error(403, 2008);
    api.emulator.set_sandbox(false);
    assert_eq!(api.create(&[BEN]).await.status, 201);
}

#[tokio::test]
async fn sandbox_allows_100_messages_until_midnight() {
    let api = sandbox();
    let chat = writes(&api, ANNA, LINE);
    let mut first = text("Hello");
    first["idempotency_key"] = json!("once");
    for _ in 0..3 {
        assert_eq!(api.send(chat, first.clone()).await.status, 202);
    }
    for _ in 0..99 {
        assert_eq!(api.send(chat, text("Hello")).await.status, 202);
    }
    // The clock of a seed starts at midnight, and advances by a second at each reading.
    let seconds = retry_after(&api.send(chat, text("Hello")).await);
    assert!((79_200..86_400).contains(&seconds), "{seconds}");
    assert_eq!(api.send(chat, first).await.status, 202, "not a new message");

    api.emulator.advance_clock(Duration::from_secs(3600));
    let later = retry_after(&api.create(&[ANNA]).await);
    assert!((3600..3660).contains(&(seconds - later)), "{later}");
    api.emulator.advance_clock(Duration::from_secs(later));
    assert_eq!(api.send(chat, text("Hello")).await.status, 202);
    let left = api.control("GET", "/sandbox", Value::Null).await.body;
    assert_eq!(left, json!({ "enabled": true, "remaining_today": 99 }));
}

#[tokio::test]
async fn sandbox_is_off_by_default_and_switched_over_http() {
    let api = Api::new();
    assert_eq!(api.create(&[ANNA]).await.status, 201);
    let put = async |body| api.control("PUT", "/sandbox", body).await.status;
    assert_eq!(put(json!({ "enabled": true })).await, 204);
    api.create(&[ANNA]).await.assert_error(403, 2008);
    assert_eq!(put(json!({})).await, 400);
    api.emulator.reset();
    assert_eq!(api.create(&[ANNA]).await.status, 201);
}
