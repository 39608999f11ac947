use linq_emulator::Emulator;
use serde_json::{Value, json};

use crate::harness::{ANNA, Api, BEN, text};

async fn scenario(api: &Api) -> Vec<Value> {
    let first = api.create(&[ANNA, BEN]).await;
    let chat = first.id("/chat/id");
    let hook =
        json!({ "target_url": "https://example.com", "subscribed_events": ["message.sent"] });
    vec![
        api.send(chat, text("Hi")).await.body,
        api.get(&format!("/v3/chats/{chat}/messages")).await.body,
        api.post("/v3/webhook-subscriptions", hook).await.body,
        api.get("/v3/phone_numbers").await.body,
        api.get("/v3/nothing").await.body,
        first.body,
    ]
}

#[tokio::test]
async fn equal_seeds_produce_equal_ids_secrets_and_dates() {
    let seeded = |seed| Api::of(Emulator::builder().seed(seed));
    let one = seeded(7);
    let first = scenario(&one).await;
    assert_eq!(first, scenario(&seeded(7)).await);
    one.emulator.reset();
    assert_eq!(first, scenario(&one).await, "a reset restarts the RNG");
    assert_ne!(first, scenario(&seeded(8)).await);
    assert_ne!(scenario(&Api::new()).await, scenario(&Api::new()).await);
}

#[tokio::test]
async fn dates_are_real_without_a_seed() {
    let api = Api::new();
    let chat = api.create(&[ANNA]).await;
    let created: jiff::Timestamp = chat.body["chat"]["message"]["created_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!(jiff::Timestamp::now().duration_since(created).as_secs() < 10);
}
