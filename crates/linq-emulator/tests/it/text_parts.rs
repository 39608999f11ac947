use serde_json::{Value, json};
use uuid::Uuid;

use crate::content::Room;
use crate::harness::ANNA;

#[tokio::test]
async fn decorations_are_measured_in_utf16_units() {
    let room = Room::new().await;
    let decorate = |range: [u32; 2]| json!([{ "range": range, "style": "bold" }]);
    // "🎂 cake": two units, a space, four letters.
    for good in [[0, 2], [3, 7], [0, 7]] {
        let answer = room
            .with("🎂 cake", "text_decorations", decorate(good))
            .await;
        assert_eq!(answer.status, 202);
        assert_eq!(
            answer.body["message"]["parts"][0]["text_decorations"][0]["range"],
            json!(good)
        );
    }
    for bad in [[0, 1], [1, 2], [0, 8], [3, 3], [5, 3]] {
        let answer = room
            .with("🎂 cake", "text_decorations", decorate(bad))
            .await;
        answer.refused_for(400, 1004, "message.parts[0].text_decorations[0].range");
    }
}

#[tokio::test]
async fn a_decoration_has_one_kind_and_animations_overlap_nothing() {
    let room = Room::new().await;
    let send = |decorations: Value| room.with("Hello world", "text_decorations", decorations);
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
            .refused_for(400, 1004, &format!("{item}[1].range"));
        let both = json!([second, { "range": [0, 5], "animation": "shake" }]);
        send(both)
            .await
            .refused_for(400, 1004, &format!("{item}[1].range"));
    }
    send(json!([{ "range": [0, 5] }]))
        .await
        .refused_for(400, 1004, &format!("{item}[0]"));
    let two = json!([{ "range": [0, 5], "style": "bold", "animation": "nod" }]);
    send(two)
        .await
        .refused_for(400, 1004, &format!("{item}[0]"));
    send(json!([{ "range": [0, 5], "style": "loud" }]))
        .await
        .refused_for(400, 1004, &format!("{item}[0].style"));
    send(json!([{ "range": [0, 5], "animation": "bold" }]))
        .await
        .refused(400, 1004);
    send(json!([{ "style": "bold" }]))
        .await
        .refused_for(400, 1001, &format!("{item}[0].range"));
    send(json!([{ "range": [0], "style": "bold" }]))
        .await
        .refused(400, 1004);
    send(json!([{ "range": [-1, 4], "style": "bold" }]))
        .await
        .refused(400, 1004);
}

#[tokio::test]
async fn stickers_overlap_nothing_and_have_one_source() {
    let room = Room::new().await;
    let text = "x".repeat(200);
    let sticker = |start: usize, image: usize| json!({ "range": [start, start + 1], "url": format!("https://cdn.linqapp.com/{image}.png") });
    let send = |stickers: Value| room.with(&text, "inline_stickers", stickers);
    let field = "message.parts[0].inline_stickers";

    let most: Vec<Value> = (0..100).map(|n| sticker(n, n % 10)).collect();
    let answer = send(json!(most)).await;
    assert_eq!(answer.status, 202);
    assert_eq!(
        answer.body["message"]["parts"][0]["inline_stickers"][9]["mime_type"],
        "image/png"
    );
    let too_many: Vec<Value> = (0..101).map(|n| sticker(n, 0)).collect();
    send(json!(too_many)).await.refused_for(400, 1004, field);
    let too_different: Vec<Value> = (0..11).map(|n| sticker(n, n)).collect();
    send(json!(too_different))
        .await
        .refused_for(400, 1004, field);
    send(json!([sticker(1, 0), sticker(1, 0)]))
        .await
        .refused_for(400, 1004, &format!("{field}[1].range"));
    send(json!([{ "range": [0, 1] }]))
        .await
        .refused_for(400, 1004, &format!("{field}[0]"));
    let unknown = json!([{ "range": [0, 1], "attachment_id": Uuid::nil() }]);
    send(unknown)
        .await
        .refused_for(404, 2003, &format!("{field}[0].attachment_id"));

    let mut part = json!({ "type": "text", "value": "Hello", "inline_stickers": [sticker(0, 0)] });
    part["text_decorations"] = json!([{ "range": [0, 2], "style": "bold" }]);
    room.part(part.clone())
        .await
        .refused_for(400, 1004, &format!("{field}[0].range"));
    part["text_decorations"] = Value::Null;
    part["mention"] = json!(ANNA);
    room.part(part).await.refused_for(400, 1004, field);
}

#[tokio::test]
async fn mentions_are_for_groups() {
    let room = Room::new().await;
    let answer = room.with("Hey Anna", "mention", json!(ANNA)).await;
    assert_eq!(answer.status, 202);
    let shown = &answer.body["message"]["parts"][0]["mentions"][0];
    assert_eq!(
        *shown,
        json!({ "handle": ANNA, "is_me": false, "range": [0, 8] })
    );

    let part =
        json!({ "type": "text", "value": "Hey Anna", "mention": ANNA, "mention_range": [4, 8] });
    let answer = room.part(part.clone()).await;
    assert_eq!(
        answer.body["message"]["parts"][0]["mention_range"],
        json!([4, 8])
    );
    room.parts(json!([part]))
        .await
        .refused_for(409, 2023, "message.parts[0].mention");
    room.with("Hey", "mention_range", json!([0, 1]))
        .await
        .refused_for(400, 1004, "message.parts[0].mention_range");
    room.with("Hey", "mention", json!("@anna"))
        .await
        .refused_for(400, 1002, "message.parts[0].mention");
}
