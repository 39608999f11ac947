//! The documented retry schedule, on the virtual clock.

use std::time::Duration;

use linq_emulator::{DeliveryState, Emulator, WebhookFault};
use serde_json::json;

use crate::harness::{ANNA, Api};
use crate::receiver::Receiver;

/// Number of attempts and state of the only delivery.
fn only(api: &Api) -> (usize, DeliveryState) {
    let deliveries = api.emulator.deliveries();
    assert_eq!(deliveries.len(), 1);
    (deliveries[0].attempts.len(), deliveries[0].state)
}

async fn advance(api: &Api, seconds: u64) {
    let body = json!({ "advance_seconds": seconds });
    assert_eq!(api.control("POST", "/clock", body).await.status, 204);
    let settled = api.control("POST", "/settle", json!({})).await;
    assert_eq!(settled.body, json!({ "settled": true }));
}

#[tokio::test]
async fn documented_retries_are_made_when_the_clock_is_advanced() {
    let api = Api::of(Emulator::builder().documented_retries(true));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent"]).await;
    hook.respond_next_with(&[503, 429, 500, 204]);
    api.create(&[ANNA]).await;
    assert_eq!(hook.settled(&api).await.len(), 1, "the retry is not due");
    assert_eq!(only(&api), (1, DeliveryState::Pending));
    // The delays are 1.75 s, 3.5 s and 7 s.
    for (seconds, attempts) in [(1, 1), (1, 2), (2, 2), (2, 3), (5, 3)] {
        advance(&api, seconds).await;
        assert_eq!(only(&api), (attempts, DeliveryState::Pending), "{seconds}");
    }
    advance(&api, 3).await;
    assert_eq!(only(&api), (4, DeliveryState::Delivered));
}

#[tokio::test]
async fn documented_retries_end_after_half_an_hour() {
    let api = Api::of(Emulator::builder().seed(3).documented_retries(true));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent"]).await;
    hook.respond_next_with(&[500; 20]);
    api.create(&[ANNA]).await;
    // Also without waiting for the first attempt.
    advance(&api, 25 * 60).await;
    assert_eq!(only(&api), (10, DeliveryState::Pending));
    advance(&api, 5 * 60).await;
    assert_eq!(only(&api), (11, DeliveryState::Failed));
    advance(&api, 3600).await;
    assert_eq!(hook.settled(&api).await.len(), 11);
}

#[tokio::test]
async fn documented_retries_are_not_made_after_4xx() {
    let api = Api::of(Emulator::builder().documented_retries(true));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent"]).await;
    hook.respond_next_with(&[404]);
    api.create(&[ANNA]).await;
    advance(&api, 3600).await;
    assert_eq!(only(&api), (1, DeliveryState::Failed));
}

#[tokio::test]
async fn network_errors_and_lost_acknowledgements_are_retried_on_the_clock() {
    let api = Api::new();
    let retries = json!({ "documented": true });
    assert_eq!(
        api.control("PUT", "/webhook_retries", retries).await.status,
        204
    );
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let body = json!({ "target_url": url, "subscribed_events": ["message.sent"] });
    api.post("/v3/webhook-subscriptions", body).await;
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.read"]).await;
    let fault = WebhookFault::drop_acknowledgement().event("message.read");
    api.emulator.add_webhook_fault(fault.times(2)).unwrap();
    api.create(&[ANNA]).await;
    advance(&api, 8).await;
    let attempts: Vec<_> = api
        .emulator
        .deliveries()
        .iter()
        .map(|delivery| (delivery.attempts.len(), delivery.state))
        .collect();
    assert_eq!(
        attempts,
        [(3, DeliveryState::Pending), (3, DeliveryState::Delivered)]
    );

    api.emulator.reset();
    assert!(api.emulator.deliveries().is_empty());
    hook.subscribe(&api, "", &["message.sent"]).await;
    hook.respond_next_with(&[500]);
    api.create(&[ANNA]).await;
    hook.settled(&api).await;
    assert_eq!(
        only(&api),
        (2, DeliveryState::Delivered),
        "a reset restores the schedule of the start"
    );
}

#[tokio::test]
async fn other_schedules_are_shortened_by_the_clock_too() {
    let api = Api::of(Emulator::builder().retry_schedule(vec![Duration::from_secs(3600)]));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent"]).await;
    hook.respond_next_with(&[500]);
    api.create(&[ANNA]).await;
    assert!(
        tokio::time::timeout(Duration::from_millis(100), api.emulator.settled())
            .await
            .is_err(),
        "a retry is pending"
    );
    api.emulator.advance_clock(Duration::from_secs(3601));
    assert_eq!(hook.settled(&api).await.len(), 2);
}
