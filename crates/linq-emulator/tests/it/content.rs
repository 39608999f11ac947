use linq_emulator::Service;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ANNA, Api, ApiResponse, BEN, LINE, text};

pub(crate) struct TestChat {
    api: Api,
    direct: Uuid,
    group: Uuid,
}

impl TestChat {
    pub(crate) async fn new() -> Self {
        let api = Api::new();
        let (direct, group) = (
            api.chat_with(&[ANNA]).await,
            api.chat_with(&[ANNA, BEN]).await,
        );
        Self { api, direct, group }
    }

    pub(crate) async fn parts(&self, parts: Value) -> ApiResponse {
        self.api.send(self.direct, json!({ "parts": parts })).await
    }

    /// Sends one part to the group.
    pub(crate) async fn part(&self, part: Value) -> ApiResponse {
        self.api.send(self.group, json!({ "parts": [part] })).await
    }

    /// Sends a text with one more field to the group.
    pub(crate) async fn with(&self, value: &str, field: &str, content: Value) -> ApiResponse {
        let mut part = json!({ "type": "text", "value": value });
        part[field] = content;
        self.part(part).await
    }
}

#[tokio::test]
async fn valid_messages_of_every_kind_are_accepted() {
    let chat = TestChat::new().await;
    let file = chat
        .api
        .emulator
        .add_attachment("cat.png", "image/png", 2048);
    let photo = json!({ "type": "media", "url": "https://example.com/a/photo.jpg" });
    for parts in [
        json!([{ "type": "text", "value": "x".repeat(10_000) }]),
        json!([{ "type": "text", "value": "a" }, photo, { "type": "text", "value": "b" }]),
        json!([{ "type": "media", "attachment_id": file, "sticker": true }]),
        json!([{ "type": "link", "value": "http://example.com/page" }]),
        json!([{ "type": "app_clip", "value": "https://example.com/clip", "caption": "Pay" }]),
        json!(vec![json!({ "type": "media", "attachment_id": file }); 100]),
        json!(vec![photo; 40]),
    ] {
        let response = chat.parts(parts).await;
        assert_eq!(response.status, 202, "{:#}", response.body);
    }
    let stored = chat.api.emulator.messages();
    let media = stored
        .iter()
        .find(|message| message.parts[0]["id"] == json!(file))
        .unwrap();
    assert_eq!(media.parts[0]["filename"], "cat.png");
    assert_eq!(media.parts[0]["size_bytes"], 2048);
    assert!(
        stored
            .iter()
            .any(|message| message.parts[0]["mime_type"] == "image/jpeg")
    );
}

#[tokio::test]
async fn invalid_lists_of_parts_are_rejected() {
    let chat = TestChat::new().await;
    let photo = json!({ "type": "media", "url": "https://example.com/photo.jpg" });
    let words = json!({ "type": "text", "value": "a" });
    let link = json!({ "type": "link", "value": "https://example.com" });
    for (parts, code, path) in [
        (json!([]), 1004, "message.parts"),
        (json!("Hello"), 1004, "message.parts"),
        (json!(["Hello"]), 1004, "message.parts[0]"),
        (json!([{ "value": "x" }]), 1001, "message.parts[0].type"),
        (json!([{ "type": "text" }]), 1001, "message.parts[0].value"),
        (json!([{ "type": "song" }]), 1004, "message.parts[0].type"),
        (
            json!([{ "type": "text", "value": "" }]),
            1004,
            "message.parts[0].value",
        ),
        (
            json!([{ "type": "text", "value": "x".repeat(10_001) }]),
            1004,
            "message.parts[0].value",
        ),
        (json!([words, words]), 1004, "message.parts[1]"),
        (json!([words, link]), 1004, "message.parts[1]"),
        (json!([link, photo]), 1004, "message.parts[0]"),
        (json!(vec![photo.clone(); 41]), 1004, "message.parts"),
        (json!(vec![photo.clone(); 101]), 1004, "message.parts"),
        (
            json!([{ "type": "link", "value": "ftp://example.com" }]),
            1004,
            "message.parts[0].value",
        ),
        (
            json!([{ "type": "link", "value": format!("https://e.x/{}", "y".repeat(2048)) }]),
            1004,
            "parts[0].value",
        ),
        (json!([{ "type": "media" }]), 1004, "message.parts[0]"),
        (
            json!([{ "type": "media", "url": "http://example.com/a.png" }]),
            1004,
            "message.parts[0].url",
        ),
        (
            json!([{ "type": "media", "attachment_id": "7" }]),
            1004,
            "message.parts[0].attachment_id",
        ),
        (
            json!([{ "type": "media", "url": "https://e.com/a", "attachment_id": Uuid::nil() }]),
            1004,
            "message.parts[0]",
        ),
        (
            json!([{ "type": "app_clip", "value": "http://example.com" }]),
            1004,
            "message.parts[0].value",
        ),
    ] {
        chat.parts(parts).await.assert_error_for(400, code, path);
    }
    let unknown = json!([{ "type": "media", "attachment_id": Uuid::nil() }]);
    chat.parts(unknown)
        .await
        .assert_error_for(404, 2003, "message.parts[0].attachment_id");
    assert_eq!(
        chat.api.emulator.messages().len(),
        2,
        "only the first messages of the two chats"
    );
}

#[tokio::test]
async fn effects_have_a_known_kind_and_name() {
    let chat = TestChat::new().await;
    let send = |effect: Value| {
        let mut message = text("Boo");
        message["effect"] = effect;
        chat.api.send(chat.direct, message)
    };
    for (kind, name) in [
        ("screen", "confetti"),
        ("screen", "happy_birthday"),
        ("bubble", "invisible"),
    ] {
        let effect = json!({ "type": kind, "name": name });
        let response = send(effect.clone()).await;
        assert_eq!(
            (response.status, &response.body["message"]["effect"]),
            (202, &effect)
        );
    }
    send(json!({ "type": "screen", "name": "slam" }))
        .await
        .assert_error_for(400, 1005, "message.effect.name");
    send(json!({ "type": "loud", "name": "slam" }))
        .await
        .assert_error_for(400, 1005, "message.effect.type");
    send(json!({ "name": "slam" }))
        .await
        .assert_error_for(400, 1001, "message.effect.type");
}

fn card() -> Value {
    json!({
        "type": "imessage_app",
        "app": { "bundle_id": "com.example.game", "name": "Game", "team_id": "ABCDE12345" },
        "layout": { "caption": "Your turn" },
        "url": "https://example.com/game",
    })
}

#[tokio::test]
async fn app_cards_must_be_complete_and_need_imessage() {
    let chat = TestChat::new().await;
    let response = chat.part(card()).await;
    assert_eq!(response.status, 202, "{:#}", response.body);
    assert_eq!(
        response.body["message"]["parts"][0]["fallback_text"],
        "Your turn"
    );
    for (pointer, value, path) in [
        ("/app/bundle_id", json!("com:example"), "app.bundle_id"),
        ("/app/team_id", json!("abcde12345"), "app.team_id"),
        ("/layout", json!({}), "layout"),
        (
            "/layout",
            json!({ "caption": "x", "image_title": "y" }),
            "layout.image_title",
        ),
        ("/url", json!("http://example.com"), "url"),
    ] {
        let mut bad = card();
        *bad.pointer_mut(pointer).unwrap() = value;
        chat.part(bad)
            .await
            .assert_error_for(400, 1008, &format!("message.parts[0].{path}"));
    }
    let send = |preferred: &str, part: Value| {
        chat.api.send(
            chat.direct,
            json!({ "parts": [part], "preferred_service": preferred }),
        )
    };
    send("SMS", card())
        .await
        .assert_error_for(409, 2018, "message.preferred_service");
    let clip = json!({ "type": "app_clip", "value": "https://example.com/clip" });
    send("RCS", clip)
        .await
        .assert_error_for(409, 2028, "message.preferred_service");
    chat.api
        .emulator
        .set_handle_service(ANNA, Service::Sms)
        .unwrap();
    chat.part(card())
        .await
        .assert_error_for(422, 4005, "message.parts[0]");
}

#[tokio::test]
async fn experience_must_be_the_only_content() {
    let chat = TestChat::new().await;
    let experience =
        json!({ "name": "link", "action": "open", "params": { "url": "https://example.com" } });
    let response = chat
        .api
        .send(chat.direct, json!({ "experience": experience }))
        .await;
    assert_eq!(response.status, 202);
    assert_eq!(response.body["message"]["parts"][0]["type"], "imessage_app");
    let mut both = text("Hi");
    both["experience"] = experience;
    chat.api
        .send(chat.direct, both)
        .await
        .assert_error_for(400, 1004, "message.experience");
    chat.api
        .send(chat.direct, json!({}))
        .await
        .assert_error_for(400, 1001, "message.parts");
    let nameless = json!({ "experience": { "action": "x" } });
    chat.api.send(chat.direct, nameless).await.assert_error_for(
        400,
        1001,
        "message.experience.name",
    );
}

#[tokio::test]
async fn unknown_service_is_rejected() {
    let api = Api::new();
    let mut message = text("Hi");
    message["preferred_service"] = json!("imessage");
    let body = json!({ "from": LINE, "to": [ANNA], "message": message });
    api.post("/v3/chats", body)
        .await
        .assert_error_for(400, 1005, "message.preferred_service");
}
