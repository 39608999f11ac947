use linq_emulator::{DeliveryState, Emulator, StartError};
use reqwest::header::HOST;
use serde_json::{Value, json};

use crate::harness::{ANNA, Api};

/// Calls a control endpoint with this header `Host`.
async fn control_status(api: &Api, host: &str) -> u16 {
    let url = format!("http://127.0.0.1:{}/_emulator/messages", port(api));
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.get(url).header(HOST, host);
    request.send().await.unwrap().status().as_u16()
}

fn port(api: &Api) -> u16 {
    api.emulator.address().port()
}

async fn upload_url(api: &Api) -> String {
    let url = format!("http://127.0.0.1:{}/api/partner/v3/attachments", port(api));
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let body = json!({ "filename": "a.png", "content_type": "image/png", "size_bytes": 3 });
    let request = client
        .post(url)
        .bearer_auth("any")
        .header("content-type", "application/json")
        .body(body.to_string());
    let body = request.send().await.unwrap().text().await.unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    body["upload_url"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn all_addresses_are_listened_on_only_when_asked() {
    assert!(Api::new().emulator.address().ip().is_loopback());
    let api = Api::of(Emulator::builder().host([0, 0, 0, 0].into()));
    assert!(api.emulator.address().ip().is_unspecified());
    let origin = format!("http://127.0.0.1:{}/", port(&api));
    assert!(api.emulator.base_url().starts_with(&origin));
    assert_eq!(api.create(&[ANNA]).await.status, 201);
    assert!(
        upload_url(&api)
            .await
            .starts_with(&api.emulator.storage_url())
    );
    assert_eq!(control_status(&api, "127.0.0.1").await, 200);
    for host in ["emulator", "10.0.0.1:4010", "example.com"] {
        assert_eq!(control_status(&api, host).await, 403, "{host}");
    }
}

#[tokio::test]
async fn remote_control_accepts_the_public_host() {
    let builder = Emulator::builder().host([0, 0, 0, 0].into());
    let api = Api::of(builder.public_host("Emulator").remote_control(true));
    let origin = format!("http://emulator:{}/", port(&api));
    assert!(api.emulator.base_url().starts_with(&origin));
    assert!(api.emulator.control_url().starts_with(&origin));
    assert!(upload_url(&api).await.starts_with("http://emulator:"));
    for host in ["localhost", "10.0.0.1:4010", "emulator:4010"] {
        assert_eq!(control_status(&api, host).await, 200, "{host}");
    }
    assert_eq!(control_status(&api, "example.com").await, 403);
}

#[tokio::test]
async fn webhooks_are_delivered_to_allowed_hosts_only() {
    let subscription = json!({
        "target_url": "http://receiver.invalid:1/",
        "subscribed_events": ["message.sent"],
    });
    let outside = Api::of(Emulator::builder().host([0, 0, 0, 0].into()));
    outside
        .post("/v3/webhook-subscriptions", subscription.clone())
        .await
        .assert_error_for(400, 1005, "target_url");

    let builder = Emulator::builder().retry_schedule(Vec::new());
    let api = Api::of(builder.webhook_host("Receiver.invalid"));
    let created = api.post("/v3/webhook-subscriptions", subscription).await;
    assert_eq!(created.status, 201);
    let https = json!({
        "target_url": "https://example.com/",
        "subscribed_events": ["message.sent"],
    });
    assert_eq!(
        api.post("/v3/webhook-subscriptions", https).await.status,
        201
    );
    api.create(&[ANNA]).await;
    api.emulator.settled().await;
    let states: Vec<_> = api
        .emulator
        .deliveries()
        .iter()
        .map(|delivery| delivery.state)
        .collect();
    // The name does not resolve, so that the attempt fails.
    assert_eq!(states, [DeliveryState::Failed, DeliveryState::Rejected]);
}

#[test]
fn invalid_hosts_are_rejected() {
    for host in ["", "a b", "http://emulator", "emulator:80"] {
        for builder in [
            Emulator::builder().public_host(host),
            Emulator::builder().webhook_host(host),
        ] {
            let error = builder.start().unwrap_err();
            assert!(matches!(error, StartError::Host(_)), "{host}: {error}");
        }
    }
}
