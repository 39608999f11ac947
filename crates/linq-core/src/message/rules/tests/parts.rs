//! The rules of a message and its parts, except text.

use super::{assert_invalid, assert_valid, read};
use crate::{
    message::{
        AppCard, AppCardLayout, AppClip, Effect, ExperienceInvocation, Link, Media, MessageContent,
        MessagesApp, OutgoingPart, Text,
    },
    model::{TextDecoration, TextStyle},
};
use serde_json::json;

/// Creates a message of alternating text and media parts.
fn alternating(parts: usize) -> MessageContent {
    let part = |index| {
        if index % 2 == 0 {
            OutgoingPart::from("Hi")
        } else {
            Media::attachment("a").into()
        }
    };
    MessageContent::new((0..parts).map(part))
}

fn media_by_url(count: usize, url: impl Fn(usize) -> String) -> MessageContent {
    MessageContent::new((0..count).map(|index| Media::url(url(index))))
}

#[test]
fn message_has_either_parts_or_an_experience() {
    let experience = json!({"name": "agentcard", "action": "attach_card"});
    assert_valid("Hi");
    assert_valid(read(json!({"experience": experience})));
    assert_invalid(
        MessageContent::default(),
        "parts: must not be empty unless there is an `experience`",
    );
    assert_invalid(
        read(json!({"parts": null})),
        "parts: must not be empty unless there is an `experience`",
    );
    assert_invalid(
        read(json!({"experience": null})),
        "parts: must not be empty unless there is an `experience`",
    );
    assert_invalid(
        read(json!({"experience": experience, "parts": [{"type": "text", "value": "Hi"}]})),
        "parts: not allowed together with an `experience`",
    );
}

#[test]
fn required_fields_of_cards() {
    let card = |name, bundle_id, team_id| {
        AppCard::new(
            MessagesApp::new(name, bundle_id, team_id),
            AppCardLayout::new(),
        )
    };
    assert_valid(card("a", "b", "c"));
    assert_invalid(card("", "b", "c"), "parts[0].app.name: must not be empty");
    assert_invalid(
        card("a", "", "c"),
        "parts[0].app.bundle_id: must not be empty",
    );
    assert_invalid(
        card("a", "b", ""),
        "parts[0].app.team_id: must not be empty",
    );
    assert_invalid(AppClip::new(""), "parts[0].value: must not be empty");
    assert_invalid(
        ExperienceInvocation::new("", "open"),
        "experience.name: must not be empty",
    );
    assert_invalid(
        ExperienceInvocation::new("link", ""),
        "experience.action: must not be empty",
    );
}

#[test]
fn message_has_at_most_100_parts() {
    assert_valid(alternating(100));
    assert_invalid(alternating(101), "parts: too many: 101 parts, at most 100");
}

#[test]
fn message_has_at_most_40_media_by_public_url() {
    assert_valid(media_by_url(40, |index| {
        format!("https://example.com/{index}.png")
    }));
    assert_valid(media_by_url(100, |index| {
        format!("https://cdn.linqapp.com/attachments/{index}/a.png")
    }));
    assert_valid(media_by_url(100, |index| {
        format!("https://example.com/{index}.png?signature=x")
    }));
    assert_valid(MessageContent::new(
        (0..100).map(|index| Media::attachment(index.to_string())),
    ));
    assert_invalid(
        media_by_url(41, |index| format!("https://example.com/{index}.png")),
        "parts: too many: 41 media parts by URL, at most 40; upload them first and send their `attachment_id`",
    );
}

#[test]
fn adjacent_text_parts_are_invalid() {
    let [a, b, media]: [OutgoingPart; 3] = ["a".into(), "b".into(), Media::attachment("m").into()];
    assert_valid([a.clone(), media.clone(), b.clone()]);
    assert_invalid(
        [media, a, b],
        "parts[2]: text part after another text part: join them into one",
    );
}

#[test]
fn link_is_a_url_of_1_to_2048_characters() {
    let link_of = |length: usize| Link::new(format!("{:é<length$}", "https://"));
    assert_valid(Link::new("https://example.com"));
    assert_valid(Link::new("HTTP://example.com"));
    assert_valid(link_of(2_048));
    for (link, message) in [
        (Link::new(""), "parts[0].value: must not be empty"),
        (
            Link::new("example.com"),
            "parts[0].value: must be an https:// or http:// URL",
        ),
        (
            Link::new("ftp://example.com"),
            "parts[0].value: must be an https:// or http:// URL",
        ),
        (
            Link::new("https://"),
            "parts[0].value: must be an https:// or http:// URL",
        ),
        (
            link_of(2_049),
            "parts[0].value: too long: 2049 characters, at most 2048",
        ),
    ] {
        assert_invalid(link, message);
    }
}

#[test]
fn links_and_cards_must_be_the_only_part() {
    assert_invalid(
        MessageContent::from("Hi").part(Link::new("https://example.com")),
        "parts[1]: `link` must be the only part of its message",
    );
    let app = MessagesApp::new("Chess", "com.example.chess", "A1B2C3D4E5");
    let card = AppCard::new(app, AppCardLayout::new().caption("Your move"));
    assert_valid(card.clone());
    assert_invalid(
        MessageContent::from(card).part("Hi"),
        "parts[0]: `imessage_app` must be the only part of its message",
    );
    assert_valid(AppClip::new("https://example.com/clip"));
    assert_invalid(
        MessageContent::from("Hi").part(AppClip::new("https://example.com/clip")),
        "parts[1]: `app_clip` must be the only part of its message",
    );
    assert_valid(read(
        json!({"parts": [{"type": "hologram"}, {"type": "text", "value": "Hi"}]}),
    ));
}

#[test]
fn media_has_either_a_url_or_an_attachment() {
    assert_valid(Media::url("https://example.com/a.png").sticker(true));
    assert_valid(Media::attachment("a"));
    assert_invalid(
        read(
            json!({"parts": [{"type": "media", "url": "https://example.com/a.png", "attachment_id": "a"}]}),
        ),
        "parts[0]: `url` and `attachment_id` are mutually exclusive",
    );
    assert_invalid(
        read(json!({"parts": [{"type": "media", "sticker": true}]})),
        "parts[0]: either `url` or `attachment_id` is required",
    );
    assert_invalid(
        Media::attachment(""),
        "parts[0].attachment_id: must not be empty",
    );
}

#[test]
fn media_url_is_https() {
    assert_valid(Media::url("HTTPS://example.com/a b.png"));
    for url in [
        "http://example.com/a.png",
        "example.com/a.png",
        "",
        "https://",
        "data:image/png;base64,AA==",
    ] {
        assert_invalid(
            [OutgoingPart::from("Hi"), Media::url(url).into()],
            "parts[1].url: must be an https:// URL",
        );
    }
}

#[test]
fn reply_target_is_required() {
    assert_valid(MessageContent::from("Hi").reply_to_part("m", 3));
    assert_invalid(
        MessageContent::from("Hi").reply_to(""),
        "reply_to.message_id: must not be empty",
    );
}

#[test]
fn link_in_the_first_message_of_a_chat_is_invalid() {
    let link = MessageContent::from(Link::new("https://example.com"));
    link.check().unwrap();
    assert_eq!(
        link.check_first_message().unwrap_err().to_string(),
        "parts[0]: a link is not allowed in the first message of a chat; send it in the next message"
    );
    let url = MessageContent::new([
        OutgoingPart::from(Media::attachment("a")),
        "See https://example.com".into(),
    ]);
    url.check().unwrap();
    assert_eq!(
        url.check_first_message().unwrap_err().to_string(),
        "parts[1].value: a URL (at byte 4) is not allowed in the first message of a chat; send it in the next message"
    );
    let plain =
        MessageContent::from("See example.com").part(Media::url("https://example.com/a.png"));
    plain.check_first_message().unwrap();
}

#[test]
fn rules_known_only_to_the_server_are_not_checked() {
    let effect =
        serde_json::from_value::<Effect>(json!({"type": "bubble", "name": "confetti"})).unwrap();
    let split = Text::from("🎂").decoration(TextDecoration::style(0..1, TextStyle::Bold));
    let content = MessageContent::from(split)
        .effect(effect)
        .reply_to("not a UUID");
    content.check_first_message().unwrap();
}
