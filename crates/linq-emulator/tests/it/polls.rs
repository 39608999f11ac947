use linq_emulator::Service;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, ApiResponse, BEN, LINE};
use crate::receiver::Receiver;

fn choice(options: &[&str]) -> Value {
    let options: Vec<_> = options.iter().map(|text| json!({ "text": text })).collect();
    json!({ "poll": { "options": options } })
}

async fn create(api: &Api, chat: Uuid, body: Value) -> ApiResponse {
    api.post(&format!("/v3/chats/{chat}/polls"), body).await
}

#[tokio::test]
async fn poll_is_sent_voted_in_and_extended() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(
        &api,
        "",
        &[
            "poll.sent",
            "poll.delivered",
            "poll.read",
            "poll.updated",
            "poll.vote.added",
            "poll.vote.removed",
            "poll.reaction.added",
            "message.sent",
        ],
    )
    .await;
    let chat = api.chat_with(&[ANNA]).await;
    let poll = create(&api, chat, choice(&["Tea", "Coffee"])).await;
    assert_eq!(poll.status, 201, "{:#}", poll.body);
    let id = poll.id("/message_id");
    let tea = poll.id("/poll/options/0/option_id");
    assert_eq!(poll.body["poll"]["total_voters"], 0);
    let sent = hook.only(&api, "poll.sent").await.event["data"].clone();
    assert_eq!(
        (&sent["message_id"], &sent["direction"], &sent["service"]),
        (&json!(id), &json!("outbound"), &json!("iMessage"))
    );
    assert_eq!(sent["sender_handle"]["handle"], LINE);
    assert_eq!(sent["poll"]["options"][1]["text"], "Coffee");
    hook.only(&api, "poll.delivered").await;
    let read = hook.only(&api, "poll.read").await.event["data"].clone();
    assert!(read["read_at"].is_string());

    let votes = format!("/v3/messages/{id}/poll/votes");
    let vote = json!({ "operation": "add", "option_id": tea });
    let response = api.post(&votes, vote.clone()).await;
    assert_eq!(response.status, 200);
    assert_eq!(
        response.body["poll"]["options"][0]["voters"][0]["handle"],
        LINE
    );
    api.post(&votes, vote).await;
    api.emulator.vote(id, ANNA, tea, true).unwrap();
    let path = format!("/v3/messages/{id}/poll");
    assert_eq!(api.get(&path).await.body["poll"]["total_voters"], 2);
    let added: Vec<_> = hook
        .settled(&api)
        .await
        .into_iter()
        .filter(|received| received.kind() == "poll.vote.added")
        .map(|received| received.event["data"].clone())
        .collect();
    assert_eq!(added.len(), 2, "a second vote for the same changes nothing");
    assert_eq!(
        (&added[1]["direction"], &added[1]["sender_handle"]["handle"]),
        (&json!("inbound"), &json!(ANNA))
    );
    api.emulator.vote(id, ANNA, tea, false).unwrap();
    hook.only(&api, "poll.vote.removed").await;

    let more = json!({ "options": [{ "text": "Water" }] });
    let extended = api.post(&format!("{path}/options"), more).await;
    assert_eq!(
        extended.body["poll"]["options"].as_array().unwrap().len(),
        3
    );
    let updated = hook.only(&api, "poll.updated").await.event["data"].clone();
    assert_eq!(updated["added_options"].as_array().unwrap().len(), 1);
    assert_eq!(updated["added_options"][0]["text"], "Water");

    api.emulator.react(id, ANNA, 0, "like").unwrap();
    let reaction = hook.only(&api, "poll.reaction.added").await;
    assert_eq!(reaction.event["data"]["reaction_type"], "like");
    assert_eq!(api.get(&path).await.body["reactions"][0]["type"], "like");
    let kinds = hook.kinds(&api).await;
    assert_eq!(
        kinds.iter().filter(|kind| *kind == "message.sent").count(),
        1
    );
}

#[tokio::test]
async fn invalid_polls_are_rejected() {
    let api = Api::new();
    let chat = api.chat_with(&[ANNA]).await;
    create(&api, chat, json!({}))
        .await
        .assert_error_for(400, 1001, "poll");
    create(&api, chat, choice(&["Only"]))
        .await
        .assert_error_for(400, 1005, "poll.options");
    create(&api, chat, choice(&["Tea", ""]))
        .await
        .assert_error_for(400, 1005, "poll.options[1].text");
    create(&api, Uuid::max(), choice(&["Tea", "Coffee"]))
        .await
        .assert_error(404, 2001);
    api.emulator.set_handle_service(BEN, Service::Sms).unwrap();
    let sms = api.chat_with(&[BEN]).await;
    create(&api, sms, choice(&["Tea", "Coffee"]))
        .await
        .assert_error(409, 2017);

    let mut keyed = choice(&["Tea", "Coffee"]);
    keyed["poll"]["idempotency_key"] = json!("k");
    let first = create(&api, chat, keyed.clone()).await;
    assert_eq!(first.body, create(&api, chat, keyed.clone()).await.body);
    let id = first.id("/message_id");
    let message = api.get(&format!("/v3/messages/{id}")).await.body;
    assert_eq!(message["parts"], Value::Null);
    let votes = format!("/v3/messages/{id}/poll/votes");
    let nothing = json!({ "operation": "add", "option_id": Uuid::max() });
    api.post(&votes, nothing).await.assert_error(404, 2001);
    api.post(
        &format!("/v3/messages/{id}/poll/options"),
        json!({ "options": [] }),
    )
    .await
    .assert_error_for(400, 1005, "options");

    let plain = api.create(&[ANNA]).await.id("/chat/message/id");
    api.get(&format!("/v3/messages/{plain}/poll"))
        .await
        .assert_error(404, 2002);

    // After its only messages are deleted, a poll would be the first message of a chat.
    for message in api.emulator.messages() {
        if message.chat_id == chat {
            let path = format!("/v3/messages/{}", message.id);
            assert_eq!(api.call("DELETE", &path, Value::Null).await.status, 204);
        }
    }
    create(&api, chat, keyed).await.assert_error(404, 2002);
    create(&api, chat, choice(&["Tea", "Coffee"]))
        .await
        .assert_error(409, 2015);
}

#[tokio::test]
async fn participants_send_polls_and_polls_fail_on_request() {
    let (api, hook) = (Api::new(), Receiver::start().await);
    hook.subscribe(&api, "", &["poll.received", "poll.failed", "poll.updated"])
        .await;
    let chat = api.chat_with(&[ANNA]).await;
    let body = json!({ "handle": ANNA, "options": ["Now", "Later"] });
    let received = api
        .control("POST", &format!("/chats/{chat}/poll"), body)
        .await;
    assert_eq!(received.status, 201);
    let data = hook.only(&api, "poll.received").await.event["data"].clone();
    assert_eq!(
        (&data["direction"], &data["sender_handle"]["handle"]),
        (&json!("inbound"), &json!(ANNA))
    );
    assert!(data["received_at"].is_string());
    let id = received.id("/message_id");
    let votes = format!("/v3/messages/{id}/poll/votes");
    let option = &data["poll"]["options"][1]["option_id"];
    let vote = json!({ "operation": "add", "option_id": option });
    assert_eq!(api.post(&votes, vote).await.status, 200);
    let more = json!({ "handle": ANNA, "options": ["Never"] });
    let path = format!("/messages/{id}/options");
    assert_eq!(api.control("POST", &path, more).await.status, 204);
    let updated = hook.only(&api, "poll.updated").await.event["data"].clone();
    assert_eq!(
        updated["added_options"][0]["creator_handle"]["handle"],
        ANNA
    );
    assert_eq!(updated["sender_handle"]["handle"], LINE);

    api.emulator.fail_next("poll.failed").unwrap();
    create(&api, chat, choice(&["Tea", "Coffee"])).await;
    let failed = hook.only(&api, "poll.failed").await.event["data"].clone();
    assert_eq!(failed["error"]["code"], 4001);
    assert!(api.emulator.poll(chat, BEN, &[]).is_err());
}
