//! Construction and serialization of messages.

mod properties;
mod split;

use super::*;
use crate::{
    handle::Handle,
    json::from_json,
    model::{ServiceType, TextAnimation, TextStyle, Utf16Range},
};
use serde_json::json;

#[test]
fn serialization_of_a_message() {
    let handle: Handle = "ann@example.com".parse().unwrap();
    let content = MessageContent::from(
        Text::new()
            .italic("Hey ")
            .mention("Ann", &handle)
            .animate("!", TextAnimation::Big),
    )
    .part(Media::url("https://example.com/a.png").sticker(true))
    .part(
        Text::new()
            .sticker("🎂", StickerImage::attachment("s1"))
            .sticker("x", StickerImage::url("https://cdn.linqapp.com/x")),
    )
    .part(Media::attachment("a1"))
    .effect(Effect::bubble(BubbleEffect::Slam))
    .reply_to_part("m1", 2)
    .preferred_service(ServiceType::IMessage)
    .idempotency_key("order-1042".parse().unwrap());
    let expected = json!({
        "parts": [
            {
                "type": "text",
                "value": "Hey Ann!",
                "text_decorations": [{"range": [0, 4], "style": "italic"}, {"range": [7, 8], "animation": "big"}],
                "mention": "ann@example.com",
                "mention_range": [4, 7],
            },
            {"type": "media", "url": "https://example.com/a.png", "sticker": true},
            {
                "type": "text",
                "value": "🎂x",
                "inline_stickers": [
                    {"range": [0, 2], "attachment_id": "s1"},
                    {"range": [2, 3], "url": "https://cdn.linqapp.com/x"},
                ],
            },
            {"type": "media", "attachment_id": "a1"},
        ],
        "effect": {"type": "bubble", "name": "slam"},
        "reply_to": {"message_id": "m1", "part_index": 2},
        "preferred_service": "iMessage",
        "idempotency_key": "order-1042",
    });
    assert_eq!(serde_json::to_value(&content).unwrap(), expected);
    assert_eq!(
        serde_json::from_value::<MessageContent>(expected).unwrap(),
        content
    );
}

#[test]
fn absent_fields_are_not_serialized() {
    let serialize = |content: MessageContent| serde_json::to_string(&content).unwrap();
    assert_eq!(
        serialize("Hi".into()),
        r#"{"parts":[{"type":"text","value":"Hi"}]}"#
    );
    assert_eq!(
        serialize(Link::new("https://a.example").into()),
        r#"{"parts":[{"type":"link","value":"https://a.example"}]}"#
    );
    assert_eq!(
        serialize(
            MessageContent::from("Hi")
                .reply_to("m1")
                .effect(Effect::screen("rain"))
        ),
        r#"{"parts":[{"type":"text","value":"Hi"}],"effect":{"type":"screen","name":"rain"},"reply_to":{"message_id":"m1"}}"#
    );
}

#[test]
fn null_is_read_as_absent() {
    let content: MessageContent = serde_json::from_value(json!({
        "parts": [{
            "type": "text", "value": "Hi", "text_decorations": null, "inline_stickers": null,
            "mention": null, "mention_range": null, "from_the_future": null,
        }],
        "effect": null, "reply_to": null, "preferred_service": null, "idempotency_key": null, "experience": null,
    }))
    .unwrap();
    assert_eq!(content, "Hi".into());
}

#[test]
fn unknown_fields_and_values_are_kept_verbatim() {
    let json = json!({
        "parts": [
            {"type": "text", "value": "Hi", "text_decorations": [{"range": [0, 1], "animation": "levitate"}], "tone": {"warm": 1}},
            {"type": "hologram", "value": [1, 2, 3]},
            {"type": "media", "attachment_id": "a", "alt": "a cake"},
            {"type": "text", "value": "x", "inline_stickers": [{"range": [0, 1], "attachment_id": "a", "tilt": 3}]},
            {"type": "link", "value": "https://a.example", "big": true},
            {
                "type": "imessage_app", "tint": "red",
                "app": {"bundle_id": "b", "name": "n", "team_id": "t", "vendor": 1},
                "layout": {"caption": "c", "badge": 7},
            },
            {"type": "app_clip", "value": "https://a.example", "caption": "Go", "size": "big"},
        ],
        "effect": {"type": "room", "name": "fog", "depth": 2},
        "reply_to": {"message_id": "m", "quote": "x"},
        "preferred_service": "Pigeon",
        "experience": {"name": "agentcard", "action": "attach_card", "until": [1]},
    });
    let content: MessageContent = serde_json::from_value(json.clone()).unwrap();
    assert!(
        matches!(&content.parts[1], OutgoingPart::Unknown(object) if object.type_name() == "hologram")
    );
    assert_eq!(serde_json::to_value(&content).unwrap(), json);
}

#[test]
fn serialization_of_cards() {
    let app = MessagesApp::new("Chess", "com.example.chess", "A1B2C3D4E5").app_store_id(17);
    let layout = AppCardLayout::new()
        .caption("c")
        .subcaption("s")
        .trailing_caption("tc")
        .trailing_subcaption("ts")
        .image_url("https://a.example/i.png")
        .image_title("it")
        .image_subtitle("is");
    let card = AppCard::new(app, layout)
        .fallback_text("f")
        .interactive(false)
        .url("data:,state");
    let clip = AppClip::new("https://a.example").caption("Pay");
    let experience = ExperienceInvocation::new("agentpay", "request_payment")
        .param("checkout_url", "https://a.example")
        .param("cents", 250);
    let mut content = MessageContent::new([OutgoingPart::from(card), clip.into()]);
    content.experience = Some(experience);
    let expected = json!({
        "parts": [
            {
                "type": "imessage_app",
                "app": {"bundle_id": "com.example.chess", "name": "Chess", "team_id": "A1B2C3D4E5", "app_store_id": 17},
                "layout": {
                    "caption": "c", "subcaption": "s", "trailing_caption": "tc", "trailing_subcaption": "ts",
                    "image_url": "https://a.example/i.png", "image_title": "it", "image_subtitle": "is",
                },
                "fallback_text": "f", "interactive": false, "url": "data:,state",
            },
            {"type": "app_clip", "value": "https://a.example", "caption": "Pay"},
        ],
        "experience": {
            "name": "agentpay", "action": "request_payment",
            "params": {"checkout_url": "https://a.example", "cents": 250},
        },
    });
    assert_eq!(serde_json::to_value(&content).unwrap(), expected);
    assert_eq!(
        serde_json::from_value::<MessageContent>(expected).unwrap(),
        content
    );
}

#[test]
fn serialization_of_polls_and_placements() {
    let poll = OutgoingPoll::from(["a", "b"]).idempotency_key("k".parse().unwrap());
    let expected = json!({"options": [{"text": "a"}, {"text": "b"}], "idempotency_key": "k"});
    assert_eq!(serde_json::to_value(&poll).unwrap(), expected);
    assert_eq!(
        serde_json::from_value::<OutgoingPoll>(expected).unwrap(),
        poll
    );
    let placement = StickerPlacement::new()
        .at(-1.0, 0.5)
        .scale(2.0)
        .rotation(-15.0);
    let expected = json!({"x": -1.0, "y": 0.5, "scale": 2.0, "rotation": -15.0});
    assert_eq!(serde_json::to_value(&placement).unwrap(), expected);
    assert_eq!(
        serde_json::from_value::<StickerPlacement>(expected).unwrap(),
        placement
    );
    assert_eq!(
        serde_json::to_value(StickerPlacement::new()).unwrap(),
        json!({})
    );
}

#[test]
fn type_is_serialized_once() {
    let text: Text = serde_json::from_value(json!({"type": "text", "value": "Hi"})).unwrap();
    let json = serde_json::to_string(&MessageContent::from(text)).unwrap();
    assert_eq!(json, r#"{"parts":[{"type":"text","value":"Hi"}]}"#);
}

#[test]
fn deserialization_error_names_the_field() {
    let table = [
        (
            r#"{"parts":[{"type":"text","value":"Hi","text_decorations":[{"range":[0,1]},{"range":[0]}]}]}"#,
            "parts[0].text_decorations[1].range",
        ),
        (
            r#"{"parts":[{"type":"text","value":"Hi","mention":"555"}]}"#,
            "parts[0].mention",
        ),
        (r#"{"parts":[{"type":"text","value":7}]}"#, "parts[0].value"),
        (
            r#"{"parts":[{"type":"media","url":"x"},{"type":"media","sticker":"yes"}]}"#,
            "parts[1].sticker",
        ),
        (
            r#"{"parts":[{"type":"text","value":"x","inline_stickers":[{"range":[0,-1]}]}]}"#,
            "parts[0].inline_stickers[0].range[1]",
        ),
        (
            r#"{"reply_to":{"message_id":"m","part_index":-1}}"#,
            "reply_to.part_index",
        ),
        (r#"{"effect":{"type":1}}"#, "effect.type"),
        (r#"{"idempotency_key":""}"#, "idempotency_key"),
    ];
    for (json, path) in table {
        let problem = from_json::<MessageContent>(json.as_bytes()).unwrap_err();
        assert_eq!(problem.path, path, "{}", problem.what);
    }
    let late_type = br#"{"parts":[{"value":"Hi","mention":"+1 2","type":"text"}]}"#;
    let problem = from_json::<MessageContent>(late_type).unwrap_err();
    assert_eq!(problem.path, "parts[0]");
    assert_eq!(
        problem.what,
        "mention: the character ' ' at byte 2 is not a digit at line 1 column 55"
    );
}

#[test]
fn debug_omits_signatures() {
    let content = MessageContent::from(Media::url("https://host/a.png?sig=s3cret"))
        .part(Text::new().sticker("x", StickerImage::url("https://host/b.png?sig=s3cret")))
        .part(
            serde_json::from_value::<OutgoingPart>(json!({"type": "media", "token": "s3cret"}))
                .unwrap(),
        );
    let checkout = ExperienceInvocation::new("agentpay", "request_payment")
        .param("checkout_url", "https://host/pay?session=s3cret");
    let shown = format!(
        "{content:?} {:?} {checkout:?} {:?}",
        StickerImage::url("https://host/c.png?sig=s3cret"),
        OutgoingVoiceMemo::url("https://host/d.m4a?sig=s3cret"),
    );
    assert!(!shown.contains("s3cret"), "{shown}");
    for part in [
        "https://host/a.png?…",
        "https://host/b.png?…",
        "https://host/c.png?…",
        "https://host/d.m4a?…",
        "checkout_url",
        "token",
    ] {
        assert!(shown.contains(part), "{shown}");
    }
}

#[test]
fn conversions_into_a_message() {
    let hi = OutgoingPart::from("Hi");
    let message = MessageContent::new([hi.clone()]);
    let text = "Hi".to_owned();
    for content in [
        MessageContent::from("Hi"),
        MessageContent::from(&text),
        MessageContent::from(text),
        MessageContent::from(Text::from("Hi")),
        MessageContent::from(hi.clone()),
        MessageContent::from(vec![hi.clone()]),
        MessageContent::from([hi.clone()]),
        MessageContent::from(&message),
        MessageContent::default().part(hi),
    ] {
        assert_eq!(content, message);
    }
}

#[test]
fn empty_text_adds_no_decoration() {
    let text = Text::new()
        .bold("")
        .plain("")
        .animate("", TextAnimation::Nod)
        .styled("", [TextStyle::Bold])
        .plain("Hi");
    assert_eq!(text, "Hi".into());
}

#[test]
fn adjacent_decorations_are_not_merged() {
    let text = Text::new().bold("a").bold("b");
    let ranges: Vec<_> = text
        .text_decorations
        .iter()
        .map(|decoration| decoration.range)
        .collect();
    assert_eq!(
        ranges,
        [Utf16Range::new(0, 1), Utf16Range::new(1, 2)].map(Some)
    );
}
