use linq_emulator::{InboundMessage, Position, Service};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, BEN, CARL, LINE, text};
use crate::receiver::Receiver;

#[tokio::test]
async fn backgrounds_are_set_removed_and_published() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    let kinds = ["chat.background_updated", "chat.background_update_failed"];
    hook.subscribe(&api, "", &kinds).await;
    let chat = api.chat_with(&[ANNA, BEN]).await;
    let path = format!("/v3/chats/{chat}/background");
    for good in [
        json!({ "type": "color", "variant": "mango" }),
        json!({ "type": "color", "shades": ["#F2C4E1", "#F5A623"] }),
        json!({ "type": "dynamic", "style": "sky", "variant": "dusk" }),
        json!({ "type": "photo", "image_url": "https://example.com/bg.jpg" }),
    ] {
        let set = api.post(&path, good.clone()).await;
        assert_eq!((set.status, set.body), (202, Value::Null));
        let published = hook.settled(&api).await.pop().unwrap().event["data"].clone();
        assert_eq!(published["chat"]["id"], chat.to_string());
        for (key, value) in good.as_object().unwrap() {
            assert_eq!(published["background"][key], *value);
        }
    }
    assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 202);
    let published = hook.settled(&api).await.pop().unwrap().event["data"].clone();
    assert_eq!(
        (
            &published["background"],
            &published["actor_handle"]["handle"]
        ),
        (&Value::Null, &json!(LINE))
    );
    for (bad, code, field) in [
        (json!({}), 1001, "type"),
        (json!({ "type": "video" }), 1005, "type"),
        (
            json!({ "type": "color", "variant": "pink" }),
            1005,
            "variant",
        ),
        (json!({ "type": "color" }), 1001, "shades"),
        (
            json!({ "type": "color", "shades": ["#F2C4E1"] }),
            1005,
            "shades",
        ),
        (
            json!({ "type": "color", "shades": ["#F2C4E1", "red"] }),
            1005,
            "shades[1]",
        ),
        (json!({ "type": "dynamic", "style": "fire" }), 1005, "style"),
        (
            json!({ "type": "dynamic", "style": "water" }),
            1001,
            "variant",
        ),
        (
            json!({ "type": "dynamic", "style": "water", "variant": "dusk" }),
            1005,
            "variant",
        ),
        (json!({ "type": "photo" }), 1001, "image_url"),
        (
            json!({ "type": "photo", "image_url": "https://example.com/a.pdf" }),
            5006,
            "image_url",
        ),
    ] {
        api.post(&path, bad)
            .await
            .assert_error_for(400, code, field);
    }

    api.emulator.fail_next(kinds[1]).unwrap();
    api.call("DELETE", &path, Value::Null).await;
    assert_eq!(
        hook.only(&api, kinds[1]).await.event["data"]["chat_id"],
        chat.to_string()
    );
    let before = hook.settled(&api).await.len();
    api.emulator.set_handle_service(BEN, Service::Sms).unwrap();
    let sms = api.chat_with(&[BEN]).await;
    let path = format!("/v3/chats/{sms}/background");
    assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 202);
    assert_eq!(hook.settled(&api).await.len(), before);
}

#[tokio::test]
async fn blocked_handles_neither_receive_nor_send() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["message.received"]).await;
    let direct = api.chat_with(&[ANNA]).await;
    let group = api.chat_with(&[ANNA, BEN]).await;
    let path = "/v3/blocked_handles";
    let blocked = api
        .post(path, json!({ "handle": ANNA, "reason": "spam" }))
        .await;
    assert_eq!(
        (blocked.status, &blocked.body["blocked_handle"]["reason"]),
        (200, &json!("spam"))
    );
    let again = api.post(path, json!({ "handle": ANNA })).await;
    assert_eq!(again.body, blocked.body);
    api.send(direct, text("Hi")).await.assert_error(403, 2026);
    api.create(&[ANNA]).await.assert_error(403, 2026);
    assert_eq!(api.send(group, text("Hi")).await.status, 202);
    let result = api
        .emulator
        .inbound(InboundMessage::to_line(ANNA, LINE).text("Hey"));
    assert!(result.is_err());
    assert!(hook.settled(&api).await.is_empty());

    for handle in ["262966", "ACME Shop", "Carl@Example.com"] {
        assert_eq!(
            api.post(path, json!({ "handle": handle })).await.status,
            200
        );
    }
    let list = api.get(path).await.body["blocked_handles"].clone();
    assert_eq!(list.as_array().unwrap().len(), 4);
    assert_eq!(list[3]["handle"], CARL);
    for bad in ["", "12", "123456789", "more than eleven", "é"] {
        api.post(path, json!({ "handle": bad }))
            .await
            .assert_error_for(400, 1002, "handle");
    }

    let unblock = json!({ "handle": ANNA });
    assert_eq!(api.call("DELETE", path, unblock.clone()).await.status, 204);
    api.call("DELETE", path, unblock)
        .await
        .assert_error(404, 2001);
    assert_eq!(api.send(direct, text("Hi")).await.status, 202);
}

#[tokio::test]
async fn locations_are_requested_shared_and_stopped() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(
        &api,
        "",
        &["location.sharing.started", "location.sharing.stopped"],
    )
    .await;
    let chat = api.chat_with(&[ANNA]).await;
    let path = format!("/v3/chats/{chat}/location");
    let request = format!("{path}/request");
    let asked = api.post(&request, Value::Null).await;
    assert_eq!((asked.status, &asked.body["success"]), (202, &json!(true)));
    assert_eq!(
        api.get(&path).await.body,
        json!({ "success": true, "data": { "type": "FeatureCollection", "features": [] } })
    );

    let berlin = Position::new(52.52, 13.405).locality("Berlin");
    api.emulator.share_location(ANNA, berlin).unwrap();
    let moved = json!({ "latitude": 52.53, "longitude": 13.4, "address": "Main St 1" });
    let control = "/locations/%2B15556667777";
    assert_eq!(api.control("PUT", control, moved).await.status, 204);
    let feature = api.get(&path).await.body["data"]["features"][0].clone();
    assert_eq!(feature["geometry"]["coordinates"], json!([13.4, 52.53]));
    assert_eq!(
        (
            &feature["properties"]["handle"],
            &feature["properties"]["address"]
        ),
        (&json!(ANNA), &json!("Main St 1"))
    );
    let started = hook.only(&api, "location.sharing.started").await.event["data"].clone();
    assert_eq!(
        (
            &started["shared_by"],
            &started["shared_with"],
            &started["chat_id"]
        ),
        (&json!(ANNA), &json!(LINE), &json!(chat))
    );
    api.post(&request, Value::Null)
        .await
        .assert_error(409, 2015);

    let stop = json!({ "handle": ANNA });
    assert_eq!(api.call("DELETE", &path, stop.clone()).await.status, 202);
    hook.only(&api, "location.sharing.stopped").await;
    api.call("DELETE", &path, stop)
        .await
        .assert_error(404, 2001);
    assert!(api.emulator.stop_sharing_location(ANNA).is_err());
    assert!(
        api.emulator
            .share_location(ANNA, Position::new(91.0, 0.0))
            .is_err()
    );

    let group = api.chat_with(&[ANNA, BEN]).await;
    api.post(&format!("/v3/chats/{group}/location/request"), Value::Null)
        .await
        .assert_error(409, 2016);
    api.emulator.set_handle_service(BEN, Service::Sms).unwrap();
    let sms = api.chat_with(&[BEN]).await;
    api.post(&format!("/v3/chats/{sms}/location/request"), Value::Null)
        .await
        .assert_error(409, 2017);
}

#[tokio::test]
async fn experience_parameters_are_validated() {
    let api = Api::new();
    let list = api.get("/v3/experiences").await.body["experiences"].clone();
    assert_eq!(list.as_array().unwrap().len(), 3);
    assert_eq!(api.get("/v3/experiences/link").await.body, list[2]);
    api.get("/v3/experiences/chess")
        .await
        .assert_error(404, 2001);

    let chat = api.chat_with(&[ANNA]).await;
    let invoke = async |name: &str, action: &str, params: Value| {
        let experience = json!({ "name": name, "action": action, "params": params });
        api.send(chat, json!({ "experience": experience })).await
    };
    let at = |field: &str| format!("message.experience.{field}");
    invoke("chess", "move", json!({}))
        .await
        .assert_error_for(400, 1005, &at("name"));
    invoke("link", "close", json!({}))
        .await
        .assert_error_for(400, 1005, &at("action"));
    invoke("link", "open", json!({}))
        .await
        .assert_error_for(400, 1001, &at("params.url"));
    invoke(
        "link",
        "open",
        json!({ "url": "https://a.b", "color": "red" }),
    )
    .await
    .assert_error_for(400, 1005, &at("params.color"));
    invoke(
        "link",
        "open",
        json!({ "url": "https://a.b", "title": "x".repeat(61) }),
    )
    .await
    .assert_error_for(400, 1005, &at("params.title"));
    let pay = json!({ "checkout_url": "https://zero.linqapp.com/pay/x" });
    invoke("agentpay", "request_payment", pay)
        .await
        .assert_error_for(400, 1005, &at("params.checkout_url"));
    let request = json!({ "amount": 500, "currency": "usd" });
    let request = api.post("/v3/payment_requests", request).await.body;
    let pay = json!({ "checkout_url": request["checkout_url"] });
    assert_eq!(invoke("agentpay", "request_payment", pay).await.status, 202);

    let group = api.chat_with(&[ANNA, BEN]).await;
    let open = json!({ "name": "link", "action": "open", "params": { "url": "https://a.b" } });
    api.send(group, json!({ "experience": open }))
        .await
        .assert_error(409, 2016);
    let own =
        json!({ "experiences": [{ "experience": "chess", "actions": [{ "name": "move" }] }] });
    assert_eq!(api.control("PUT", "/experiences", own).await.status, 204);
    assert_eq!(invoke("chess", "move", Value::Null).await.status, 202);
    api.send(Uuid::max(), text("Hi"))
        .await
        .assert_error(404, 2001);
}
