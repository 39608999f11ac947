use std::time::{Duration, Instant};

use linq_emulator::{Emulator, ErrorResponse, Fault, FaultKind};
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{ANNA, Api, LINE, text};

fn creation(api: &Api) -> reqwest::RequestBuilder {
    let body = json!({ "from": LINE, "to": [ANNA], "message": text("Hello") });
    api.request(Method::POST, "/v3/chats")
        .body(body.to_string())
}

#[tokio::test]
async fn drop_response_executes_the_call() {
    let api = Api::new();
    api.emulator
        .add_fault(Fault::drop_response().times(1))
        .unwrap();
    let error = creation(&api).send().await.unwrap_err();
    assert!(error.is_request(), "{error:?}");
    assert_eq!(api.emulator.messages().len(), 1);
    let logged = &api.emulator.requests()[0];
    assert_eq!(
        (logged.status, logged.fault.as_deref()),
        (None, Some("drop_response"))
    );
    assert_eq!(
        creation(&api).send().await.unwrap().status(),
        200,
        "once is once"
    );
}

#[tokio::test]
async fn close_does_not_execute_the_call() {
    let api = Api::new();
    api.emulator.add_fault(Fault::close().times(1)).unwrap();
    assert!(creation(&api).send().await.is_err());
    assert!(api.emulator.messages().is_empty());
    assert_eq!(creation(&api).send().await.unwrap().status(), 201);
}

#[tokio::test]
async fn delay_is_after_execution() {
    let api = Api::new();
    api.emulator
        .add_fault(Fault::delay(Duration::from_secs(3)))
        .unwrap();
    let begin = Instant::now();
    // Long enough to execute the call on a busy machine, and shorter than the delay.
    let impatient = creation(&api).timeout(Duration::from_secs(2)).send().await;
    assert!(impatient.unwrap_err().is_timeout());
    assert_eq!(api.emulator.messages().len(), 1);
    assert_eq!(creation(&api).send().await.unwrap().status(), 200);
    assert!(begin.elapsed() >= Duration::from_secs(5));
}

#[tokio::test]
async fn status_is_returned_without_or_after_execution() {
    let api = Api::new();
    let error = ErrorResponse::new(503, 4004)
        .message("Not now")
        .retry_after(3)
        .header("x-should-retry", "true");
    api.emulator
        .add_fault(Fault::status(error.clone()).times(1))
        .unwrap();
    let response = api.response(creation(&api)).await;
    assert_eq!(response.assert_error(503, 4004), "Not now");
    assert_eq!(response.body["error"]["retry_after"], 3);
    assert_eq!(
        (
            &response.headers["retry-after"],
            &response.headers["x-should-retry"]
        ),
        (&"3".parse().unwrap(), &"true".parse().unwrap())
    );
    assert!(api.emulator.messages().is_empty());
    let logged = &api.emulator.requests()[0];
    assert_eq!((logged.status, logged.code), (Some(503), Some(4004)));

    api.emulator
        .add_fault(Fault::status_after_execution(error).times(1))
        .unwrap();
    api.response(creation(&api)).await.assert_error(503, 4004);
    assert_eq!(api.emulator.messages().len(), 1);
}

#[tokio::test]
async fn rate_limit_allows_the_first_calls_of_a_window() {
    let api = Api::new();
    api.emulator
        .add_fault(Fault::rate_limit(2, Duration::from_millis(400), 9))
        .unwrap();
    assert_eq!(api.get("/v3/chats").await.status, 200);
    assert_eq!(api.get("/v3/chats").await.status, 200);
    let assert_error = api.get("/v3/chats").await;
    assert_error.assert_error(429, 1007);
    assert_eq!(assert_error.headers["retry-after"], "9");
    tokio::time::sleep(Duration::from_millis(450)).await;
    assert_eq!(api.get("/v3/chats").await.status, 200);
}

#[tokio::test]
async fn redirect_does_not_execute_the_call() {
    let api = Api::new();
    api.emulator
        .add_fault(Fault::redirect("https://evil.example/x"))
        .unwrap();
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let url = format!("{}/v3/chats", api.emulator.base_url());
    let response = client.get(url).bearer_auth("k").send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), &response.headers()["location"]),
        (307, &"https://evil.example/x".parse().unwrap())
    );
}

#[tokio::test]
async fn html_is_a_proxys_error_page() {
    let api = Api::new();
    api.emulator.add_fault(Fault::html(502)).unwrap();
    let response = creation(&api).send().await.unwrap();
    assert_eq!(
        (
            response.status().as_u16(),
            &response.headers()["content-type"]
        ),
        (502, &"text/html".parse().unwrap())
    );
    assert!(
        response
            .text()
            .await
            .unwrap()
            .contains("<h1>502 Bad Gateway</h1>")
    );
    assert!(api.emulator.messages().is_empty());
}

#[tokio::test]
async fn truncated_response_ends_in_the_middle() {
    let api = Api::new();
    let whole = api.get("/v3/phone_numbers").await.body.to_string();
    api.emulator.add_fault(Fault::truncate()).unwrap();
    let mut response = api
        .request(Method::GET, "/v3/phone_numbers")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.content_length(), Some(whole.len() as u64));
    let mut received = Vec::new();
    let end = loop {
        match response.chunk().await {
            Ok(Some(chunk)) => received.extend_from_slice(&chunk),
            end => break end,
        }
    };
    assert!(end.is_err());
    assert_eq!(received, &whole.as_bytes()[..whole.len() / 2]);
}

#[tokio::test]
async fn dripping_response_is_complete_and_slow() {
    let api = Api::new();
    let whole = api.get("/v3/phone_numbers").await.body.to_string();
    api.emulator
        .add_fault(Fault::drip(Duration::from_millis(10)))
        .unwrap();
    let began = Instant::now();
    let response = api.request(Method::GET, "/v3/phone_numbers").send().await;
    let body = response.unwrap().bytes().await.unwrap();
    assert_eq!(body.len(), whole.len());
    assert!(began.elapsed() >= Duration::from_millis(150));
}

#[tokio::test]
async fn garbage_is_200_and_not_json() {
    let api = Api::new();
    api.emulator.add_fault(Fault::garbage()).unwrap();
    let response = creation(&api).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let body = response.bytes().await.unwrap();
    assert!(serde_json::from_slice::<Value>(&body).is_err());
    assert_eq!(api.emulator.messages().len(), 1);
}

#[tokio::test]
async fn large_body_has_the_requested_size() {
    let api = Api::new();
    api.emulator
        .add_fault(Fault::large_body(3_000_001))
        .unwrap();
    let body = api
        .request(Method::GET, "/v3/chats")
        .send()
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap();
    assert_eq!(body.len(), 3_000_001);
    assert!(serde_json::from_slice::<Value>(&body).unwrap().is_string());
}

#[tokio::test]
async fn custom_response_is_sent_verbatim() {
    let api = Api::new();
    let body = "{\"chats\": [], \"brand_new\": 1 }";
    api.emulator.add_fault(Fault::response(203, body)).unwrap();
    let response = api.request(Method::GET, "/v3/chats").send().await.unwrap();
    assert_eq!(response.status(), 203);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.text().await.unwrap(), body);
}

#[tokio::test]
async fn fault_is_selected_by_method_path_and_times() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let fault = |code| Fault::status(ErrorResponse::new(500, code));
    api.emulator
        .add_fault(
            fault(3001)
                .method("post")
                .path("/v3/chats/*/messages")
                .times(2),
        )
        .unwrap();
    api.emulator
        .add_fault(fault(3002).path("/api/partner/v3/phone"))
        .unwrap();
    for _ in 0..2 {
        api.send(chat, text("Hi")).await.assert_error(500, 3001);
    }
    assert_eq!(api.send(chat, text("Hi")).await.status, 202);
    assert_eq!(
        api.get(&format!("/v3/chats/{chat}/messages")).await.status,
        200
    );
    api.get("/v3/phone_numbers").await.assert_error(500, 3002);
    // The first added applies.
    api.emulator.add_fault(fault(3003)).unwrap();
    api.get("/v3/phone_numbers").await.assert_error(500, 3002);
    api.get("/v3/chats").await.assert_error(500, 3003);
    assert_eq!(api.emulator.faults().len(), 3);
    api.emulator.clear_faults();
    assert_eq!(api.get("/v3/chats").await.status, 200);
}

#[tokio::test]
async fn probability_is_reproducible_with_a_seed() {
    let run = async || {
        let api = Api::of(Emulator::builder().seed(3));
        let fault = Fault::status(ErrorResponse::new(500, 3006)).probability(0.3);
        api.emulator.add_fault(fault).unwrap();
        let mut statuses = Vec::new();
        for _ in 0..200 {
            statuses.push(api.get("/v3/phone_numbers").await.status);
        }
        statuses
    };
    let statuses = run().await;
    let struck = statuses.iter().filter(|status| **status == 500).count();
    assert!((35..=85).contains(&struck), "{struck}");
    assert_eq!(statuses, run().await);
}

#[tokio::test]
async fn faults_are_added_listed_and_cleared_by_control_api() {
    let api = Api::new();
    for body in [
        json!({ "kind": "drop_response", "times": 0 }),
        json!({ "kind": "close", "times": 0 }),
        json!({ "kind": "delay", "ms": 1, "times": 0 }),
        json!({ "kind": "status", "status": 500, "code": 3006, "headers": { "a": "b" }, "times": 0 }),
        json!({ "kind": "status_after_execution", "status": 500, "code": 3006, "times": 0 }),
        json!({ "kind": "rate_limit", "after": 1, "window_ms": 5, "retry_after": 1, "times": 0 }),
        json!({ "kind": "redirect", "location": "/x", "times": 0 }),
        json!({ "kind": "html", "status": 502, "times": 0 }),
        json!({ "kind": "truncate", "times": 0 }),
        json!({ "kind": "drip", "ms": 9, "times": 0 }),
        json!({ "kind": "garbage", "times": 0 }),
        json!({ "kind": "large_body", "bytes": 9, "times": 0 }),
        json!({ "kind": "response", "body": "{}", "times": 0 }),
        json!({ "kind": "html", "status": 504, "method": "GET", "path": "/v3/chats", "times": 1, "probability": 1.0 }),
    ] {
        let response = api.control("POST", "/faults", body.clone()).await;
        assert_eq!(response.status, 201, "{body} {:#}", response.body);
    }
    let list = api.control("GET", "/faults", Value::Null).await.body;
    assert_eq!(list["faults"].as_array().unwrap().len(), 14);
    assert_eq!(
        (&list["faults"][13]["id"], &list["faults"][13]["kind"]),
        (&json!(14), &json!("html"))
    );
    let response = api.request(Method::GET, "/v3/chats").send().await.unwrap();
    assert_eq!(response.status(), 504);
    let list = api.control("GET", "/faults", Value::Null).await.body;
    assert_eq!(list["faults"][13]["fired"], 1);
    assert_eq!(
        api.control("DELETE", "/faults", Value::Null).await.status,
        204
    );
    assert!(api.emulator.faults().is_empty());
}

#[tokio::test]
async fn invalid_faults_are_rejected() {
    let api = Api::new();
    for body in [
        json!({}),
        json!({ "kind": "explode" }),
        json!({ "kind": "delay" }),
        json!({ "kind": "delay", "ms": 5, "time": 1 }),
        json!({ "kind": "close", "probability": 1.5 }),
        json!({ "kind": "status", "status": 99, "code": 1 }),
        json!({ "kind": "response", "status": 99, "body": "{}" }),
        json!({ "kind": "status", "status": 500, "code": 1, "headers": { "a b": "c" } }),
        json!([]),
    ] {
        let response = api.control("POST", "/faults", body.clone()).await;
        assert_eq!(response.status, 400, "{body}");
        assert!(response.body["error"].is_string());
    }
    assert!(
        api.emulator
            .add_fault(Fault::new(FaultKind::Html { status: 42 }))
            .is_err()
    );
}
