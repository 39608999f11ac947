use serde_json::{Value, json};
use uuid::Uuid;

use crate::content::TestChat;
use crate::harness::ANNA;

#[tokio::test]
async fn decoration_ranges_are_utf16_units() {
    let chat = TestChat::new().await;
    let decorate = |range: [u32; 2]| json!([{ "range": range, "style": "bold" }]);
    // "🎂 cake": two units, a space, four letters.
    for good in [[0, 2], [3, 7], [0, 7]] {
        let response = chat
            .with("🎂 cake", "text_decorations", decorate(good))
            .await;
        assert_eq!(response.status, 202);
        assert_eq!(
            response.body["message"]["parts"][0]["text_decorations"][0]["range"],
            json!(good)
        );
    }
    for bad in [[0, 1], [1, 2], [0, 8], [3, 3], [5, 3]] {
        let response = chat
            .with("🎂 cake", "text_decorations", decorate(bad))
            .await;
        response.assert_error_for(400, 1004, "message.parts[0].text_decorations[0].range");
    }
}

#[tokio::test]
async fn decorations_have_one_kind_and_animations_do_not_overlap() {
    let chat = TestChat::new().await;
    let send = |decorations: Value| chat.with("Hello world", "text_decorations", decorations);
    let item = "message.parts[0].text_decorations";
    let overlapping_styles =
        json!([{ "range": [0, 5], "style": "bold" }, { "range": [2, 7], "style": "italic" }]);
    assert_eq!(send(overlapping_styles).await.status, 202);
    let side_by_side =
        json!([{ "range": [0, 5], "animation": "shake" }, { "range": [5, 7], "style": "bold" }]);
    assert_eq!(send(side_by_side).await.status, 202);
    for second in [
        json!({ "range": [4, 7], "style": "bold" }),
        json!({ "range": [4, 7], "animation": "nod" }),
    ] {
        let both = json!([{ "range": [0, 5], "animation": "shake" }, second]);
        send(both)
            .await
            .assert_error_for(400, 1004, &format!("{item}[1].range"));
        let both = json!([second, { "range": [0, 5], "animation": "shake" }]);
        send(both)
            .await
            .assert_error_for(400, 1004, &format!("{item}[1].range"));
    }
    send(json!([{ "range": [0, 5] }]))
        .await
        .assert_error_for(400, 1004, &format!("{item}[0]"));
    let two = json!([{ "range": [0, 5], "style": "bold", "animation": "nod" }]);
    send(two)
        .await
        .assert_error_for(400, 1004, &format!("{item}[0]"));
    send(json!([{ "range": [0, 5], "style": "loud" }]))
        .await
        .assert_error_for(400, 1004, &format!("{item}[0].style"));
    send(json!([{ "range": [0, 5], "animation": "bold" }]))
        .await
        .assert_error(400, 1004);
    send(json!([{ "style": "bold" }])).await.assert_error_for(
        400,
        1001,
        &format!("{item}[0].range"),
    );
    send(json!([{ "range": [0], "style": "bold" }]))
        .await
        .assert_error(400, 1004);
    send(json!([{ "range": [-1, 4], "style": "bold" }]))
        .await
        .assert_error(400, 1004);
}

#[tokio::test]
async fn stickers_do_not_overlap_and_have_one_source() {
    let chat = TestChat::new().await;
    let text = "x".repeat(200);
    let sticker = |start: usize, image: usize| json!({ "range": [start, start + 1], "url": format!("https://cdn.linqapp.com/{image}.png") });
    let send = |stickers: Value| chat.with(&text, "inline_stickers", stickers);
    let field = "message.parts[0].inline_stickers";

    let most: Vec<Value> = (0..100).map(|n| sticker(n, n % 10)).collect();
    let response = send(json!(most)).await;
    assert_eq!(response.status, 202);
    assert_eq!(
        response.body["message"]["parts"][0]["inline_stickers"][9]["mime_type"],
        "image/png"
    );
    let too_many: Vec<Value> = (0..101).map(|n| sticker(n, 0)).collect();
    send(json!(too_many))
        .await
        .assert_error_for(400, 1004, field);
    let too_different: Vec<Value> = (0..11).map(|n| sticker(n, n)).collect();
    send(json!(too_different))
        .await
        .assert_error_for(400, 1004, field);
    send(json!([sticker(1, 0), sticker(1, 0)]))
        .await
        .assert_error_for(400, 1004, &format!("{field}[1].range"));
    send(json!([{ "range": [0, 1] }]))
        .await
        .assert_error_for(400, 1004, &format!("{field}[0]"));
    let unknown = json!([{ "range": [0, 1], "attachment_id": Uuid::nil() }]);
    send(unknown)
        .await
        .assert_error_for(404, 2003, &format!("{field}[0].attachment_id"));

    let mut part = json!({ "type": "text", "value": "Hello", "inline_stickers": [sticker(0, 0)] });
    part["text_decorations"] = json!([{ "range": [0, 2], "style": "bold" }]);
    chat.part(part.clone())
        .await
        .assert_error_for(400, 1004, &format!("{field}[0].range"));
    part["text_decorations"] = Value::Null;
    part["mention"] = json!(ANNA);
    chat.part(part).await.assert_error_for(400, 1004, field);
}

#[tokio::test]
async fn mentions_are_for_groups_only() {
    let chat = TestChat::new().await;
    let response = chat.with("Hey Anna", "mention", json!(ANNA)).await;
    assert_eq!(response.status, 202);
    let shown = &response.body["message"]["parts"][0]["mentions"][0];
    assert_eq!(
        *shown,
        json!({ "handle": ANNA, "is_me": false, "range": [0, 8] })
    );

    let part =
        json!({ "type": "text", "value": "Hey Anna", "mention": ANNA, "mention_range": [4, 8] });
    let response = chat.part(part.clone()).await;
    assert_eq!(
        response.body["message"]["parts"][0]["mention_range"],
        json!([4, 8])
    );
    chat.parts(json!([part]))
        .await
        .assert_error_for(409, 2023, "message.parts[0].mention");
    chat.with("Hey", "mention_range", json!([0, 1]))
        .await
        .assert_error_for(400, 1004, "message.parts[0].mention_range");
    chat.with("Hey", "mention", json!("@anna"))
        .await
        .assert_error_for(400, 1002, "message.parts[0].mention");
}
