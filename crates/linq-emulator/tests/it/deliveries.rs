use std::time::Duration;

use linq_emulator::{DeliveryState, Emulator};
use serde_json::{Value, json};

use crate::harness::{ANNA, Api, BEN, text};
use crate::receiver::Receiver;

#[tokio::test]
async fn delivery_is_retried_after_5xx_and_429_with_the_same_id() {
    let api = Api::of(Emulator::builder().retry_schedule(vec![Duration::from_millis(20); 4]));
    let hook = Receiver::start().await;
    let subscription = hook.subscribe(&api, "", &["message.sent"]).await;
    hook.respond_next_with(&[500, 429, 204]);
    api.create(&[ANNA]).await;
    let received = hook.settled(&api).await;
    assert_eq!(received.len(), 3);
    for received in &received {
        received.assert_signed(subscription["signing_secret"].as_str().unwrap());
    }
    assert!(
        received
            .windows(2)
            .all(|two| two[0].header("webhook-id") == two[1].header("webhook-id"))
    );
    let delivery = &api.emulator.deliveries()[0];
    let statuses: Vec<_> = delivery
        .attempts
        .iter()
        .map(|attempt| attempt.status.unwrap())
        .collect();
    assert_eq!(
        (statuses, delivery.state),
        (vec![500, 429, 204], DeliveryState::Delivered)
    );
}

#[tokio::test]
async fn delivery_fails_on_4xx_and_after_the_last_attempt() {
    let api = Api::of(Emulator::builder().retry_schedule(vec![Duration::from_millis(10); 2]));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent"]).await;
    hook.respond_next_with(&[410]);
    let chat = api.chat_with(&[ANNA]).await;
    assert_eq!(hook.settled(&api).await.len(), 1);
    hook.respond_next_with(&[500, 500, 500, 500]);
    api.send(chat, text("Hi")).await;
    assert_eq!(hook.settled(&api).await.len(), 4);
    let tries: Vec<_> = api
        .emulator
        .deliveries()
        .iter()
        .map(|delivery| (delivery.attempts.len(), delivery.state))
        .collect();
    assert_eq!(
        tries,
        [(1, DeliveryState::Failed), (3, DeliveryState::Failed)]
    );
}

#[tokio::test]
async fn unreachable_receiver_is_retried() {
    let api = Api::of(Emulator::builder().retry_schedule(vec![Duration::from_millis(10); 2]));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let body = json!({ "target_url": url, "subscribed_events": ["message.sent"] });
    api.post("/v3/webhook-subscriptions", body).await;
    api.create(&[ANNA]).await;
    api.emulator.settled().await;
    let delivery = &api.emulator.deliveries()[0];
    assert_eq!(
        (delivery.attempts.len(), delivery.state),
        (3, DeliveryState::Failed)
    );
    assert!(
        delivery
            .attempts
            .iter()
            .all(|attempt| attempt.status.is_none() && attempt.error.is_some())
    );
}

#[tokio::test]
async fn retry_does_not_delay_later_events() {
    let api = Api::of(Emulator::builder().retry_schedule(vec![Duration::from_millis(300)]));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent", "message.delivered"])
        .await;
    hook.respond_next_with(&[500]);
    api.create(&[ANNA]).await;
    assert_eq!(
        hook.kinds(&api).await,
        ["message.sent", "message.delivered", "message.sent"]
    );
}

#[tokio::test]
async fn subscriptions_filter_events() {
    let api = Api::new();
    let hook = Receiver::start().await;
    let all = hook.subscribe(&api, "all", &["message.sent"]).await;
    let path = format!("/v3/webhook-subscriptions/{}", all["id"].as_str().unwrap());
    api.create(&[ANNA]).await;
    assert_eq!(hook.kinds(&api).await.len(), 1);
    api.call("PUT", &path, json!({ "phone_numbers": ["+12223334445"] }))
        .await;
    api.create(&[ANNA]).await;
    assert_eq!(hook.kinds(&api).await.len(), 1, "another line");
    let from_other = json!({ "from": "+12223334445", "to": [ANNA], "message": text("Hi") });
    api.post("/v3/chats", from_other.clone()).await;
    assert_eq!(hook.kinds(&api).await.len(), 2);
    api.call("PUT", &path, json!({ "is_active": false })).await;
    api.post("/v3/chats", from_other.clone()).await;
    assert_eq!(hook.kinds(&api).await.len(), 2, "inactive");
    assert_eq!(api.emulator.deliveries().len(), 2, "inactive");
    api.call("PUT", &path, json!({ "is_active": true })).await;
    api.call("DELETE", &path, Value::Null).await;
    api.post("/v3/chats", from_other).await;
    assert_eq!(hook.kinds(&api).await.len(), 2, "deleted");
}

#[tokio::test]
async fn targets_beyond_loopback_are_rejected() {
    let api = Api::new();
    for url in ["https://example.com/", "https://127.0.0.1:1/"] {
        let body = json!({ "target_url": url, "subscribed_events": ["message.sent"] });
        api.post("/v3/webhook-subscriptions", body).await;
    }
    api.create(&[ANNA]).await;
    assert!(api.emulator.settle(Duration::from_secs(1)));
    let deliveries = api.emulator.deliveries();
    assert_eq!(deliveries.len(), 2);
    assert!(
        deliveries
            .iter()
            .all(|delivery| delivery.state == DeliveryState::Rejected)
    );
    assert!(
        deliveries[0].attempts[0]
            .error
            .as_ref()
            .unwrap()
            .contains("loopback")
    );
}

#[tokio::test]
async fn routing_token_is_sent_with_later_deliveries_of_its_chat() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.respond_with_token("cluster-7");
    let body = json!({
        "target_url": hook.url(""), "subscribed_events": ["message.sent"], "routing_key_header": "x-route-key",
    });
    api.post("/v3/webhook-subscriptions", body).await;
    let chat = api.chat_with(&[ANNA]).await;
    hook.settled(&api).await;
    api.send(chat, text("Hi")).await;
    hook.settled(&api).await;
    api.create(&[BEN]).await;
    let received = hook.settled(&api).await;
    assert!(
        received[..2]
            .iter()
            .all(|received| received.header("linq-chat-id") == chat.to_string())
    );
    let tokens: Vec<_> = received
        .iter()
        .map(|received| received.header("x-route-key"))
        .collect();
    assert_eq!(tokens, ["", "cluster-7", ""]);
}
