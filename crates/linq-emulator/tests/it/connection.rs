use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use linq_emulator::{Emulator, Fault, StartError};
use serde_json::json;

use crate::harness::{ANNA, Api, LINE, text};

#[tokio::test]
async fn bearer_token_is_required() {
    let open = Api::new();
    let url = format!("{}/v3/phone_numbers", open.emulator.base_url());
    let client = reqwest::Client::new();
    let message = open
        .response(client.get(&url))
        .await
        .assert_error(401, 2004);
    assert_eq!(
        message,
        "Unauthorized - missing or invalid authentication token"
    );
    open.response(client.get(&url).header("authorization", "Bearer  "))
        .await
        .assert_error(401, 2004);
    open.response(client.get(&url).header("authorization", "Basic abc"))
        .await
        .assert_error(401, 2004);
    assert_eq!(
        open.response(client.get(&url).bearer_auth("x"))
            .await
            .status,
        200
    );

    let strict = Api::of(Emulator::builder().api_key("secret-key"));
    let url = format!("{}/v3/phone_numbers", strict.emulator.base_url());
    strict
        .response(client.get(&url).bearer_auth("secret-kex"))
        .await
        .assert_error(401, 2004);
    assert_eq!(
        strict
            .response(client.get(&url).bearer_auth("secret-key"))
            .await
            .status,
        200
    );
    assert!(!format!("{:?}", Emulator::builder().api_key("secret-key")).contains("secret-key"));
    assert!(!format!("{:?}", strict.emulator).contains("secret-key"));
}

#[tokio::test]
async fn unknown_paths_methods_and_bodies_are_json_errors() {
    let api = Api::new();
    api.get("/v3/nothing").await.assert_error(404, 2001);
    api.get("/v2/chats").await.assert_error(404, 2001);
    let response = api.call("PATCH", "/v3/chats", json!({})).await;
    response.assert_error(405, 1005);
    assert!(response.headers["allow"].to_str().unwrap().contains("POST"));
    for body in ["", "{", "[1]", "\"x\"", "null"] {
        let request = api.request(reqwest::Method::POST, "/v3/chats").body(body);
        api.response(request).await.assert_error(400, 1003);
    }
    let outside = reqwest::get(format!("http://{}/elsewhere", api.emulator.address()))
        .await
        .unwrap();
    assert_eq!(outside.status(), 401);
}

#[tokio::test]
async fn every_response_has_a_trace_id_a_date_and_a_content_type() {
    let api = Api::new();
    let response = api.create(&[ANNA]).await;
    let again = api.get("/v3/phone_numbers").await;
    for headers in [&response.headers, &again.headers] {
        assert_eq!(headers["content-type"], "application/json");
        assert!(headers.contains_key("date"));
        headers["x-trace-id"]
            .to_str()
            .unwrap()
            .parse::<uuid::Uuid>()
            .unwrap();
    }
    assert_ne!(response.headers["x-trace-id"], again.headers["x-trace-id"]);
}

#[tokio::test]
async fn lines_are_listed_as_configured() {
    let numbers = async |api: &Api| -> Vec<String> {
        let response = api.get("/v3/phone_numbers").await;
        let lines = response.body["phone_numbers"].as_array().unwrap().clone();
        assert!(
            lines
                .iter()
                .all(|line| line["reputation"]["status"] == "HEALTHY" && line["id"].is_string())
        );
        lines
            .iter()
            .map(|line| line["phone_number"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        numbers(&Api::new()).await,
        [LINE, "+12223334445", "+12223334446"]
    );
    let chosen = Api::of(
        Emulator::builder()
            .phone_number("+442071234567")
            .phone_number("+81312345678"),
    );
    assert_eq!(numbers(&chosen).await, ["+442071234567", "+81312345678"]);
    chosen.create(&[ANNA]).await.assert_error(403, 2006);

    let bad = Emulator::builder().phone_number("12345").start();
    assert!(matches!(bad, Err(StartError::PhoneNumber(number)) if number == "12345"));
}

#[tokio::test]
async fn port_in_use_is_an_error() {
    let first = Emulator::builder().start().unwrap();
    let second = Emulator::builder().port(first.address().port()).start();
    assert!(matches!(second, Err(StartError::Io(_))));
}

/// Blocking code without a runtime.
#[test]
fn drop_stops_the_server_despite_open_connections() {
    let emulator = Emulator::builder().start().unwrap();
    emulator
        .add_fault(Fault::delay(Duration::from_secs(60)).path("/v3/phone_numbers"))
        .unwrap();
    let mut waiting = TcpStream::connect(emulator.address()).unwrap();
    let request =
        "GET /api/partner/v3/phone_numbers HTTP/1.1\r\nhost: x\r\nauthorization: Bearer k\r\n\r\n";
    waiting.write_all(request.as_bytes()).unwrap();
    let idle = TcpStream::connect(emulator.address()).unwrap();
    while emulator.requests().is_empty() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let address = emulator.address();
    let begin = Instant::now();
    drop(emulator);
    assert!(
        begin.elapsed() < Duration::from_secs(20),
        "{:?}",
        begin.elapsed()
    );
    assert!(TcpStream::connect(address).is_err());
    waiting
        .set_read_timeout(Some(Duration::from_secs(2)))
        .unwrap();
    let mut rest = Vec::new();
    assert!(!matches!(waiting.read_to_end(&mut rest), Ok(n) if n > 0));
    drop(idle);
}

#[tokio::test]
async fn emulator_can_be_dropped_in_async_code() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    assert_eq!(api.send(chat, text("Hi")).await.status, 202);
    drop(api);
}

#[test]
fn settle_works_in_blocking_code() {
    let emulator = Emulator::builder().start().unwrap();
    assert!(emulator.settle(Duration::from_secs(1)));
}
