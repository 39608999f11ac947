use std::time::Duration;

use linq_emulator::{DeliveryState, Emulator, InboundMessage, WebhookFault};
use serde_json::{Value, json};

use crate::harness::{ANNA, Api, LINE};
use crate::receiver::{ReceivedEvent, Receiver};

const EVENTS: [&str; 3] = ["message.sent", "message.delivered", "message.read"];

/// Returns the kind of the fault and the status of every attempt of a delivery.
fn attempts(api: &Api, index: usize) -> Vec<(Option<String>, Option<u16>)> {
    api.emulator.deliveries()[index]
        .attempts
        .iter()
        .map(|attempt| (attempt.fault.clone(), attempt.status))
        .collect()
}

#[tokio::test]
async fn duplicate_is_delivered_twice_with_the_same_id() {
    let api = Api::new();
    let hook = Receiver::start().await;
    let subscription = hook.subscribe(&api, "", &EVENTS).await;
    let fault = WebhookFault::duplicate().event("message.sent");
    api.emulator.add_webhook_fault(fault).unwrap();
    api.create(&[ANNA]).await;
    let received = hook.settled(&api).await;
    let kinds: Vec<_> = received.iter().map(ReceivedEvent::kind).collect();
    assert_eq!(
        kinds,
        [
            "message.sent",
            "message.sent",
            "message.delivered",
            "message.read"
        ]
    );
    assert_eq!(
        received[0].header("webhook-id"),
        received[1].header("webhook-id")
    );
    assert_eq!(received[0].raw, received[1].raw);
    received[1].assert_signed(subscription["signing_secret"].as_str().unwrap());
    assert_eq!(
        attempts(&api, 0),
        [(Some("duplicate".to_owned()), Some(200)), (None, Some(200))]
    );
    assert_eq!(api.emulator.deliveries()[0].state, DeliveryState::Delivered);
}

#[tokio::test]
async fn duplicate_waits_for_an_acknowledgement() {
    let api = Api::of(Emulator::builder().retry_schedule(vec![Duration::from_millis(10)]));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &["message.sent"]).await;
    api.emulator
        .add_webhook_fault(WebhookFault::duplicate())
        .unwrap();
    hook.respond_next_with(&[500]);
    api.create(&[ANNA]).await;
    assert_eq!(hook.settled(&api).await.len(), 3);
    assert_eq!(
        attempts(&api, 0),
        [
            (None, Some(500)),
            (Some("duplicate".to_owned()), Some(200)),
            (None, Some(200))
        ]
    );
    let faults = api
        .control("GET", "/webhook_faults", Value::Null)
        .await
        .body;
    assert_eq!(
        faults["faults"][0]["fired"], 1,
        "for an event, not an attempt"
    );
}

#[tokio::test]
async fn reordered_event_is_delivered_after_the_next_one() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &EVENTS).await;
    api.emulator
        .add_webhook_fault(WebhookFault::reorder().times(1))
        .unwrap();
    api.create(&[ANNA]).await;
    assert_eq!(
        hook.kinds(&api).await,
        ["message.delivered", "message.sent", "message.read"]
    );
}

#[tokio::test]
async fn reordered_events_arrive_without_a_next_one() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &EVENTS).await;
    let fault = json!({ "kind": "reorder", "ms": 100 });
    assert_eq!(
        api.control("POST", "/webhook_faults", fault).await.status,
        201
    );
    api.create(&[ANNA]).await;
    assert_eq!(
        hook.kinds(&api).await,
        ["message.read", "message.delivered", "message.sent"]
    );
    api.emulator.clear_webhook_faults();
    api.emulator
        .add_webhook_fault(WebhookFault::reorder())
        .unwrap();
    let began = std::time::Instant::now();
    hook.subscribe(&api, "second", &["message.received"]).await;
    api.emulator
        .inbound(InboundMessage::to_line(ANNA, LINE).text("Hi"))
        .unwrap();
    api.emulator.advance_clock(Duration::from_secs(60));
    assert_eq!(hook.settled(&api).await.len(), 4);
    assert!(
        began.elapsed() < Duration::from_millis(900),
        "the clock was advanced"
    );
}

#[tokio::test]
async fn delay_keeps_the_order_and_ends_with_an_advance_of_the_clock() {
    let api = Api::new();
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &EVENTS).await;
    let delay = |duration| WebhookFault::delay(duration).event("message.sent").times(1);
    api.emulator
        .add_webhook_fault(delay(Duration::from_millis(200)))
        .unwrap();
    let began = std::time::Instant::now();
    api.create(&[ANNA]).await;
    assert_eq!(hook.kinds(&api).await, EVENTS);
    assert!(began.elapsed() >= Duration::from_millis(200));

    api.emulator
        .add_webhook_fault(delay(Duration::from_secs(3600)))
        .unwrap();
    api.create(&[ANNA]).await;
    assert!(
        tokio::time::timeout(Duration::from_millis(100), api.emulator.settled())
            .await
            .is_err()
    );
    assert_eq!(
        api.control("POST", "/clock", json!({ "advance_seconds": 3600 }))
            .await
            .status,
        204
    );
    assert_eq!(hook.kinds(&api).await, [EVENTS, EVENTS].concat());
}

#[tokio::test]
async fn reset_ends_delays() {
    // With a seed, the subscription after the reset has the same id, and the same queue.
    let api = Api::of(Emulator::builder().seed(1));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &EVENTS).await;
    api.emulator
        .add_webhook_fault(WebhookFault::delay(Duration::from_secs(3600)))
        .unwrap();
    api.create(&[ANNA]).await;
    loop {
        let faults = api
            .control("GET", "/webhook_faults", Value::Null)
            .await
            .body;
        if faults["faults"][0]["fired"] == 1 {
            break;
        }
    }
    api.emulator.reset();
    hook.subscribe(&api, "", &EVENTS).await;
    api.create(&[ANNA]).await;
    assert_eq!(hook.kinds(&api).await, EVENTS);
}

#[tokio::test]
async fn delivery_without_an_acknowledgement_is_retried() {
    let api = Api::of(Emulator::builder().retry_schedule(vec![Duration::from_millis(10); 3]));
    let hook = Receiver::start().await;
    hook.subscribe(&api, "", &EVENTS).await;
    let fault = WebhookFault::drop_acknowledgement()
        .event("message.d*")
        .times(2);
    api.emulator.add_webhook_fault(fault).unwrap();
    api.create(&[ANNA]).await;
    let received = hook.settled(&api).await;
    let ids: Vec<_> = received
        .iter()
        .filter(|event| event.kind() == "message.delivered")
        .map(|event| event.header("webhook-id"))
        .collect();
    assert_eq!((received.len(), ids.len()), (5, 3));
    assert!(ids.iter().all(|id| *id == ids[0]));
    let dropped = (Some("drop_acknowledgement".to_owned()), None);
    assert_eq!(
        attempts(&api, 1),
        [dropped.clone(), dropped, (None, Some(200))]
    );
    assert_eq!(api.emulator.deliveries()[1].state, DeliveryState::Delivered);

    api.emulator
        .add_webhook_fault(WebhookFault::drop_acknowledgement())
        .unwrap();
    api.create(&[ANNA]).await;
    hook.settled(&api).await;
    let last = &api.emulator.deliveries()[5];
    assert_eq!(
        (last.state, last.attempts.len()),
        (DeliveryState::Failed, 4),
        "every acknowledgement is lost"
    );
}

#[tokio::test]
async fn webhook_faults_have_a_reproducible_probability() {
    let duplicated = async |seed| {
        let api = Api::of(Emulator::builder().seed(seed));
        let hook = Receiver::start().await;
        hook.subscribe(&api, "", &EVENTS).await;
        let fault = json!({ "kind": "duplicate", "probability": 0.5 });
        assert_eq!(
            api.control("POST", "/webhook_faults", fault).await.status,
            201
        );
        for _ in 0..4 {
            api.create(&[ANNA]).await;
        }
        hook.kinds(&api).await
    };
    let (first, second) = (duplicated(5).await, duplicated(5).await);
    assert_eq!(first, second);
    assert!((13..24).contains(&first.len()), "{}", first.len());
}

#[tokio::test]
async fn webhook_faults_are_listed_validated_and_cleared() {
    let api = Api::of(Emulator::builder().seed(1));
    for (fault, named) in [
        (json!({ "kind": "unknown" }), "kind"),
        (json!({ "kind": "delay" }), "ms"),
        (json!({ "kind": "duplicate", "path": "/" }), "path"),
        (
            json!({ "kind": "duplicate", "probability": 2 }),
            "probability",
        ),
    ] {
        let response = api.control("POST", "/webhook_faults", fault.clone()).await;
        assert_eq!(response.status, 400, "{fault}");
        let error = response.body["error"].as_str().unwrap();
        assert!(error.contains(named) || named == "kind", "{error}");
    }
    let fault = json!({ "kind": "delay", "ms": 5, "event": "message.sent", "times": 2 });
    let added = api.control("POST", "/webhook_faults", fault).await;
    assert_eq!((added.status, &added.body), (201, &json!({ "id": 1 })));
    let listed = api.control("GET", "/webhook_faults", Value::Null).await;
    assert_eq!(
        listed.body,
        json!({ "faults": [{ "id": 1, "kind": "delay", "ms": 5, "event": "message.sent", "times": 2, "fired": 0 }] })
    );
    let fault = WebhookFault::delay(Duration::from_millis(5))
        .event("message.sent")
        .times(2);
    assert_eq!(api.emulator.webhook_faults(), [fault]);
    assert_eq!(
        api.control("DELETE", "/webhook_faults", Value::Null)
            .await
            .status,
        204
    );
    assert!(api.emulator.webhook_faults().is_empty());
    api.emulator
        .add_webhook_fault(WebhookFault::duplicate())
        .unwrap();
    api.emulator.reset();
    assert!(api.emulator.webhook_faults().is_empty());
}
