use std::time::Duration;

use linq_emulator::{Emulator, RcsState, Reputation, Service};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, CARL, LINE};
use crate::receiver::Receiver;

#[tokio::test]
async fn forwarding_number_is_set_listed_published_and_cleared() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["phone_number.forwarding_updated"])
        .await;
    let lines = api.get("/v3/phone_numbers").await.body;
    let id = lines["phone_numbers"][0]["id"].as_str().unwrap();
    let path = format!("/v3/phone_numbers/{id}");
    let put = async |value: Value| {
        api.call("PUT", &path, json!({ "forwarding_number": value }))
            .await
    };
    let set = put(json!(BEN)).await;
    assert_eq!(
        (set.status, &set.body["forwarding_number"]),
        (200, &json!(BEN))
    );
    assert_eq!(set.body["phone_number"], LINE);
    let listed = api.get("/v3/phone_numbers").await.body;
    assert_eq!(listed["phone_numbers"][0]["forwarding_number"], BEN);
    for nothing in [Value::Null, json!("")] {
        put(json!(BEN)).await;
        assert_eq!(put(nothing).await.body["forwarding_number"], Value::Null);
    }
    let published = hook.settled(&api).await;
    let data = &published[0].event["data"];
    assert_eq!(
        (&data["phone_number"], &data["change"]),
        (&json!(LINE), &json!({ "from": null, "to": BEN }))
    );
    assert_eq!(
        (&data["origin"], &data["actor"]),
        (&json!("api"), &json!({ "type": "api" }))
    );

    put(json!("5550001111"))
        .await
        .assert_error_for(400, 1002, "forwarding_number");
    api.call("PUT", &path, json!({}))
        .await
        .assert_error_for(400, 1001, "forwarding_number");
    let unknown = format!("/v3/phone_numbers/{}", Uuid::max());
    api.call("PUT", &unknown, json!({ "forwarding_number": null }))
        .await
        .assert_error(404, 2019);
    let old = api.get("/v3/phonenumbers").await.body["phone_numbers"][0].clone();
    assert_eq!(
        (&old["id"], &old["capabilities"]["sms"]),
        (&json!(id), &json!(true))
    );
}

#[tokio::test]
async fn reputation_audit_is_pending_then_complete() {
    let api = Api::new();
    api.emulator
        .set_reputation(LINE, Reputation::Critical)
        .unwrap();
    let path = format!("/v3/phone_numbers/{LINE}/reputation_audit");
    let started = api.post(&path, Value::Null).await;
    assert_eq!(
        (started.status, &started.body["status"]),
        (202, &json!("pending"))
    );
    let id = started.id("/audit_id");
    api.post(&path, Value::Null).await.assert_error(409, 2015);
    let audit = format!("{path}/{id}");
    assert_eq!(api.get(&audit).await.body["status"], "pending");
    let done = api.get(&audit).await.body;
    assert_eq!(
        (&done["status"], &done["phone"]),
        (&json!("complete"), &json!(LINE))
    );
    assert_eq!(done["report"]["severity"], "CRITICAL");
    assert_eq!(
        done["report"]["primary_driver"],
        done["report"]["drivers"][0]["key"]
    );

    let cooldown = api.post(&path, Value::Null).await;
    cooldown.assert_error(429, 1007);
    let wait = cooldown.body["error"]["retry_after"].as_u64().unwrap();
    assert!((3590..=3600).contains(&wait), "{wait}");
    api.emulator.advance_clock(Duration::from_secs(wait));
    let second = api.post(&path, Value::Null).await.id("/audit_id");
    assert_ne!(second, id);
    api.emulator.fail_audit(second, "no data").unwrap();
    let failed = api.get(&format!("{path}/{second}")).await.body;
    assert_eq!(
        (&failed["status"], &failed["error"]),
        (&json!("error"), &json!("no data"))
    );
    let report = json!({ "status": "complete", "report": { "severity": "HEALTHY" } });
    let control = format!("/reputation_audits/{second}");
    assert_eq!(api.control("PUT", &control, report).await.status, 204);
    let scripted = api.get(&format!("{path}/{second}")).await.body;
    assert_eq!(scripted["report"], json!({ "severity": "HEALTHY" }));

    api.get(&format!(
        "/v3/phone_numbers/+12223334445/reputation_audit/{id}"
    ))
    .await
    .assert_error(404, 2001);
    api.post(
        &format!("/v3/phone_numbers/{ANNA}/reputation_audit"),
        Value::Null,
    )
    .await
    .assert_error(404, 2019);
    api.post("/v3/phone_numbers/7/reputation_audit", Value::Null)
        .await
        .assert_error(400, 1002);
    assert!(api.emulator.complete_audit(Uuid::max(), None).is_err());
}

#[tokio::test]
async fn line_status_changes_are_published() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["phone_number.status_updated"])
        .await;
    let change = json!({ "status": "FLAGGED", "reputation": "AT_RISK" });
    let path = "/phone_numbers/%2B12223334444";
    for _ in 0..2 {
        assert_eq!(api.control("PUT", path, change.clone()).await.status, 204);
    }
    let data = hook.only(&api, "phone_number.status_updated").await.event["data"].clone();
    assert_eq!(
        (&data["previous_status"], &data["new_status"]),
        (&json!("ACTIVE"), &json!("FLAGGED"))
    );
    assert_eq!(
        (&data["previous_reputation"], &data["new_reputation"]),
        (&json!("HEALTHY"), &json!("AT_RISK"))
    );
    let listed = api.get("/v3/phone_numbers").await.body;
    let reputation = &listed["phone_numbers"][0]["reputation"];
    assert_eq!(reputation["status"], "AT_RISK");
    assert!(
        reputation["doc_url"]
            .as_str()
            .unwrap()
            .ends_with("#at-risk")
    );
    let unknown = api
        .control("PUT", "/phone_numbers/%2B1999", json!({}))
        .await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn capability_checks_depend_on_the_handle() {
    let api = Api::new();
    api.emulator.set_handle_service(BEN, Service::Sms).unwrap();
    let check = async |what: &str, body: Value| {
        api.post(&format!("/v3/capability/check_{what}"), body)
            .await
    };
    let yes = check("imessage", json!({ "address": CARL })).await.body;
    let expected = json!({ "address": CARL, "available": true, "selected_service": "iMessage" });
    assert_eq!(yes, expected);
    let no = check("imessage", json!({ "address": BEN, "from": LINE }))
        .await
        .body;
    assert_eq!(
        no,
        json!({ "address": BEN, "available": false, "reason": "not_supported", "selected_service": "SMS" })
    );
    let rcs = check("rcs", json!({ "address": ANNA })).await.body;
    assert_eq!(
        (&rcs["available"], &rcs["selected_service"]),
        (&json!(true), &json!("RCS"))
    );
    check("rcs", json!({ "address": CARL }))
        .await
        .assert_error_for(400, 1002, "address");
    check("imessage", json!({ "address": ANNA, "from": ANNA }))
        .await
        .assert_error_for(403, 2006, "from");

    for (state, code) in [
        (RcsState::Off, 4004),
        (RcsState::NoAccount, 4009),
        (RcsState::Failing, 4010),
    ] {
        api.emulator.set_line_rcs(LINE, state).unwrap();
        check("rcs", json!({ "address": ANNA, "from": LINE }))
            .await
            .assert_error(503, code);
    }
}

#[tokio::test]
async fn contact_card_is_created_once_then_updated() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["contact_card.created", "contact_card.updated"])
        .await;
    let path = "/v3/contact_card";
    let card = json!({ "phone_number": LINE, "first_name": "Acme", "last_name": "Co" });
    let query = format!("{path}?phone_number=%2B12223334444");
    api.call("PATCH", &query, json!({ "first_name": "x" }))
        .await
        .assert_error(404, 2012);
    let made = api.post(path, card.clone()).await;
    assert_eq!(made.status, 201);
    assert_eq!(
        made.body,
        json!({ "phone_number": LINE, "first_name": "Acme", "last_name": "Co", "image_url": null, "is_active": true })
    );
    api.post(path, card.clone()).await.assert_error(409, 2014);
    let image = json!({ "image_url": "https://example.com/a.png" });
    let changed = api.call("PATCH", &query, image).await;
    assert_eq!(
        (
            changed.status,
            &changed.body["first_name"],
            &changed.body["image_url"]
        ),
        (200, &json!("Acme"), &json!("https://example.com/a.png"))
    );
    assert_eq!(api.get(&query).await.body["contact_cards"][0], changed.body);
    let others = api
        .get(&format!("{path}?phone_number=%2B12223334445"))
        .await
        .body;
    assert_eq!(others["contact_cards"], json!([]));
    let published = hook.only(&api, "contact_card.updated").await.event["data"].clone();
    assert_eq!(
        published["change"],
        json!({ "image_url": { "from": null, "to": "https://example.com/a.png" } })
    );
    assert_eq!(published["contact_card"]["first_name"], "Acme");

    let mut foreign = card;
    foreign["phone_number"] = json!(ANNA);
    api.post(path, foreign)
        .await
        .assert_error_for(403, 2006, "phone_number");
    api.post(path, json!({ "phone_number": LINE }))
        .await
        .assert_error_for(400, 1001, "first_name");
    api.call("PATCH", path, json!({}))
        .await
        .assert_error_for(400, 1001, "phone_number");
}

#[tokio::test]
async fn contact_cards_and_capability_checks_are_rate_limited() {
    let api = Api::of(Emulator::builder().enforce_limits(true));
    let card = json!({ "phone_number": LINE, "first_name": "Acme" });
    assert_eq!(api.post("/v3/contact_card", card).await.status, 201);
    let path = "/v3/contact_card?phone_number=%2B12223334444";
    let change = async || {
        api.call("PATCH", path, json!({ "first_name": "Ace" }))
            .await
    };
    assert_eq!((change().await.status, change().await.status), (200, 200));
    let assert_error = change().await;
    assert_error.assert_error(429, 1007);
    let wait: u64 = assert_error.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((590..=600).contains(&wait), "{wait}");

    let check = json!({ "address": ANNA });
    let first = api
        .post("/v3/capability/check_imessage", check.clone())
        .await;
    assert_eq!(first.status, 200);
    api.post("/v3/capability/check_rcs", check)
        .await
        .assert_error(429, 1007);
}

#[tokio::test]
async fn sharing_needs_a_contact_card() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    let path = format!("/v3/chats/{chat}/share_contact_card");
    api.post(&path, Value::Null).await.assert_error(404, 2012);
    let name = json!({ "first_name": "Acme" });
    let control = "/phone_numbers/%2B12223334444/contact_card";
    assert_eq!(api.control("PUT", control, name).await.status, 204);
    assert_eq!(api.post(&path, Value::Null).await.status, 204);
    assert_eq!(
        api.control("DELETE", control, Value::Null).await.status,
        204
    );
    api.post(&path, Value::Null).await.assert_error(404, 2012);
}
