use linq_emulator::Emulator;
use serde_json::Value;

use crate::harness::{ANNA, Api, BEN, LINE, text};

#[tokio::test]
async fn thirty_messages_per_minute_are_allowed_to_one_recipient() {
    let api = Api::of(Emulator::builder().enforce_limits(true));
    let chat = api.chat_with(&[ANNA]).await;
    for _ in 1..30 {
        assert_eq!(api.send(chat, text("Hi")).await.status, 202);
    }
    let assert_error = api.send(chat, text("Hi")).await;
    assert_error.assert_error(429, 1007);
    let wait: u64 = assert_error.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((50..=60).contains(&wait), "{wait}");
    assert_eq!(assert_error.body["error"]["retry_after"], wait);
    api.create(&[ANNA, BEN]).await.assert_error(429, 1007);
    assert_eq!(api.create(&[BEN]).await.status, 201, "another pair is free");
    assert_eq!(api.emulator.messages().len(), 31);
}

#[tokio::test]
async fn contact_card_is_shared_once_in_five_minutes() {
    let api = Api::of(Emulator::builder().enforce_limits(true));
    api.emulator.set_contact_card(LINE, "Acme", None).unwrap();
    let share = async |to: &str| {
        let chat = api.chat_with(&[to]).await;
        api.post(&format!("/v3/chats/{chat}/share_contact_card"), Value::Null)
            .await
    };
    assert_eq!(share(ANNA).await.status, 204);
    share(ANNA).await.assert_error(429, 1007);
    assert_eq!(share(BEN).await.status, 204);
}

#[tokio::test]
async fn limits_are_off_by_default() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    for _ in 0..40 {
        assert_eq!(api.send(chat, text("Hi")).await.status, 202);
    }
}
