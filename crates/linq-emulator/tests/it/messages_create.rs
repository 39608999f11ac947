use linq_emulator::{Emulator, InboundMessage, LineKind, LineState, Reputation};
use serde_json::{Value, json};

use crate::harness::{ANNA, Api, ApiResponse, BEN, CARL, LINE, text};
use crate::receiver::Receiver;

const SECOND: &str = "+12223334445";
const THIRD: &str = "+12223334446";

async fn send(api: &Api, to: &[&str], more: Value) -> ApiResponse {
    let mut body = json!({ "to": to, "message": text("Hi") });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    api.post("/v3/messages", body).await
}

async fn sent(api: &Api, to: &[&str], more: Value) -> Value {
    let response = send(api, to, more).await;
    assert_eq!(response.status, 202, "{:#}", response.body);
    response.body
}

#[tokio::test]
async fn line_is_selected_for_new_recipients_and_kept_for_known_ones() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["chat.created", "message.sent"])
        .await;
    let first = sent(&api, &[ANNA, CARL], json!({})).await;
    assert_eq!(
        (&first["created_new_chat"], &first["is_group"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(
        first["from_selection"],
        json!({ "reason": "new_best_number", "reused_existing_chat": false })
    );
    assert_eq!(first["handles"].as_array().unwrap().len(), 3);
    assert_eq!(hook.kinds(&api).await, ["chat.created", "message.sent"]);

    let again = sent(&api, &[CARL, ANNA], json!({})).await;
    assert_eq!(
        (&again["chat_id"], &again["created_new_chat"]),
        (&first["chat_id"], &json!(false))
    );
    assert_eq!(again["from_selection"]["reason"], "reused_active_chat");
    assert_eq!(again["previous_chat_id"], Value::Null);

    // The least recently used line is next.
    let other = sent(&api, &[BEN], json!({})).await;
    assert_ne!(other["from"], first["from"]);
}

#[tokio::test]
async fn excluded_lines_are_used_for_existing_chats_only() {
    let api = Api::new();
    api.create(&[ANNA]).await;
    let reused = sent(&api, &[ANNA], json!({ "exclude_from": [LINE] })).await;
    assert_eq!(reused["from"], LINE);
    let new = sent(
        &api,
        &[BEN],
        json!({ "exclude_from": [LINE, SECOND, "+1999"] }),
    )
    .await;
    assert_eq!(new["from"], THIRD);
    let none = json!({ "exclude_from": [LINE, SECOND, THIRD] });
    send(&api, &[CARL], none)
        .await
        .assert_error_for(400, 1005, "exclude_from");
    send(&api, &[CARL], json!({ "exclude_from": ["2223334444"] }))
        .await
        .assert_error_for(400, 1002, "exclude_from[0]");

    // A chat on another line is preferred to one on an excluded line that was used later.
    let body = json!({ "from": SECOND, "to": [ANNA], "message": text("Hi") });
    api.post("/v3/chats", body).await;
    api.create(&[ANNA]).await;
    let chosen = sent(&api, &[ANNA], json!({ "exclude_from": [LINE] })).await;
    assert_eq!(chosen["from"], SECOND);
}

#[tokio::test]
async fn flagged_line_fails_over_with_the_continuation_message() {
    let api = Api::new();
    let old = api.chat_with(&[ANNA]).await;
    api.emulator
        .set_line_state(LINE, LineState::Flagged)
        .unwrap();
    api.send(old, text("Hi"))
        .await
        .assert_error_for(403, 2027, "chat_id");
    api.create(&[BEN]).await.assert_error_for(403, 2027, "from");
    assert_eq!(api.get(&format!("/v3/chats/{old}")).await.status, 200);
    let path = format!("/v3/chats/{old}/typing");
    api.post(&path, Value::Null).await.assert_error(403, 2027);

    let more = json!({ "continuation_message": { "text": "New number, same us" } });
    let moved = sent(&api, &[ANNA], more.clone()).await;
    assert_eq!(moved["from_selection"]["reason"], "failover_flagged");
    assert_eq!(moved["previous_chat_id"], old.to_string());
    assert_ne!(moved["from"], LINE);
    assert_eq!(moved["message"]["parts"][0]["value"], "New number, same us");
    let settled = sent(&api, &[ANNA], more).await;
    assert_eq!(settled["message"]["parts"][0]["value"], "Hi");
    assert_eq!(settled["chat_id"], moved["chat_id"]);

    for line in [SECOND, THIRD] {
        api.emulator
            .set_line_state(line, LineState::Flagged)
            .unwrap();
    }
    send(&api, &[CARL], json!({})).await.assert_error(409, 2015);
}

#[tokio::test]
async fn links_are_allowed_and_idempotency_keys_are_in_body_or_header() {
    let api = Api::new();
    let link =
        json!({ "message": { "parts": [{ "type": "link", "value": "https://example.com" }] } });
    let first = sent(&api, &[ANNA], link).await;
    assert_eq!(first["message"]["parts"][0]["type"], "link");

    let mut keyed = text("Once");
    keyed["idempotency_key"] = json!("k");
    let keyed = json!({ "message": keyed });
    let one = sent(&api, &[BEN], keyed.clone()).await;
    assert_eq!(one, sent(&api, &[BEN], keyed).await);
    let header = async || {
        let body = json!({ "to": [CARL], "message": text("Once") });
        let request = api
            .request(reqwest::Method::POST, "/v3/messages")
            .header("idempotency-key", "h")
            .body(body.to_string());
        api.response(request).await.body
    };
    assert_eq!(header().await, header().await);
    assert_eq!(api.emulator.messages().len(), 3);

    send(&api, &[], json!({}))
        .await
        .assert_error_for(400, 1005, "to");
    send(&api, &[ANNA], json!({ "message": null }))
        .await
        .assert_error_for(400, 1001, "message");
    api.emulator
        .inbound(InboundMessage::to_line(ANNA, LINE).text("STOP"))
        .unwrap();
    send(&api, &[ANNA], json!({})).await.assert_error(403, 2024);
}

#[tokio::test]
async fn available_number_has_good_reputation_and_is_least_recently_used() {
    let api = Api::new();
    let best = async |query: &str| {
        let response = api.get(&format!("/v3/available_number{query}")).await;
        assert_eq!(response.status, 200, "{:#}", response.body);
        response.body["phone_number"].as_str().unwrap().to_owned()
    };
    let cycle = [
        best("").await,
        best("").await,
        best("").await,
        best("").await,
    ];
    assert_eq!(cycle, [LINE, SECOND, THIRD, LINE]);
    api.emulator
        .set_reputation(SECOND, Reputation::AtRisk)
        .unwrap();
    assert_eq!(best("").await, THIRD);
    assert_eq!(best("").await, LINE);
    assert_eq!(
        best("?exclude_from=%2B12223334444&exclude_from=%2B12223334446").await,
        SECOND
    );
    assert_eq!(
        best("?exclude_from=%2B12223334444,%2B12223334446").await,
        SECOND
    );

    api.create(&[ANNA, CARL]).await;
    let sticky = "?to=carl@example.com&to=%2B15556667777";
    assert_eq!(best(sticky).await, LINE);
    assert_ne!(
        best(&format!("{sticky}&exclude_from=%2B12223334444")).await,
        LINE
    );

    api.get("/v3/available_number?type=rcs")
        .await
        .assert_error(503, 4004);
    api.emulator.set_line_kind(THIRD, LineKind::Rcs).unwrap();
    assert_eq!(best("?type=rcs").await, THIRD);
    let chat = json!({ "from": THIRD, "to": [BEN], "message": text("Hi") });
    let chat = api.post("/v3/chats", chat).await.body["chat"].clone();
    assert_eq!(chat["service"], "RCS");
    for (query, code) in [
        ("?type=SMS", 1005),
        ("?exclude_from=12223334444", 1002),
        ("?to=x", 1002),
        (
            "?exclude_from=%2B12223334444,%2B12223334445,%2B12223334446",
            1005,
        ),
    ] {
        let path = format!("/v3/available_number{query}");
        api.get(&path).await.assert_error(400, code);
    }
}

#[tokio::test]
async fn available_number_has_a_vcard_url() {
    let api = Api::of(Emulator::builder().phone_number(LINE).phone_number(SECOND));
    api.emulator
        .set_contact_card(LINE, "Acme; Co", Some("Support"))
        .unwrap();
    let response = api.get("/v3/available_number").await;
    let url = response.body["vcf_url"].as_str().unwrap();
    let card = reqwest::get(url).await.unwrap();
    assert_eq!(card.headers()["content-type"], "text/vcard; charset=utf-8");
    let card = card.text().await.unwrap();
    assert!(card.contains("FN:Acme\\; Co Support\r\n"), "{card}");
    let numbers: Vec<_> = card
        .lines()
        .filter(|line| line.starts_with("TEL"))
        .collect();
    assert_eq!(numbers.len(), 2);
    assert!(numbers[0].ends_with(LINE) && numbers[1].ends_with(SECOND));

    let forged = url.replace("without=&", "without=%2B12223334445&");
    assert_ne!(forged, url);
    assert_eq!(reqwest::get(forged).await.unwrap().status(), 403);
    api.emulator
        .advance_clock(std::time::Duration::from_secs(901));
    assert_eq!(reqwest::get(url).await.unwrap().status(), 403);
}
