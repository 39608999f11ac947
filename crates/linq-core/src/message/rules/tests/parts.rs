//! The rules of a message and its parts, but for texts.

use super::{accepted, read, refused};
use crate::{
    message::{
        AppCard, AppCardLayout, AppClip, Effect, ExperienceInvocation, Link, Media, MessageContent,
        MessagesApp, OutgoingPart, Text,
    },
    model::{TextDecoration, TextStyle},
};
use serde_json::json;

/// Text and media in turns, as many parts as asked for.
fn mixed(parts: usize) -> MessageContent {
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
fn a_message_has_parts_or_an_experience() {
    let experience = json!({"name": "agentcard", "action": "attach_card"});
    accepted("Hi");
    accepted(read(json!({"experience": experience})));
    refused(
        MessageContent::default(),
        "parts: it is missing or empty: a message has at least one part, or an `experience`",
    );
    refused(
        read(json!({"parts": null})),
        "parts: it is missing or empty: a message has at least one part, or an `experience`",
    );
    refused(
        read(json!({"experience": null})),
        "parts: it is missing or empty: a message has at least one part, or an `experience`",
    );
    refused(
        read(json!({"experience": experience, "parts": [{"type": "text", "value": "Hi"}]})),
        "parts: a message has parts or an `experience`, not both",
    );
}

#[test]
fn a_card_names_what_is_behind_it() {
    let card = |name, bundle_id, team_id| {
        AppCard::new(
            MessagesApp::new(name, bundle_id, team_id),
            AppCardLayout::new(),
        )
    };
    accepted(card("a", "b", "c"));
    refused(card("", "b", "c"), "parts[0].app.name: it is empty");
    refused(card("a", "", "c"), "parts[0].app.bundle_id: it is empty");
    refused(card("a", "b", ""), "parts[0].app.team_id: it is empty");
    refused(AppClip::new(""), "parts[0].value: it is empty");
    refused(
        ExperienceInvocation::new("", "open"),
        "experience.name: it is empty",
    );
    refused(
        ExperienceInvocation::new("link", ""),
        "experience.action: it is empty",
    );
}

#[test]
fn a_message_has_at_most_100_parts() {
    accepted(mixed(100));
    refused(mixed(101), "parts: too many: 101 parts, at most 100");
}

#[test]
fn a_message_has_at_most_40_media_by_public_url() {
    accepted(media_by_url(40, |index| {
        format!("https://example.com/{index}.png")
    }));
    accepted(media_by_url(100, |index| {
        format!("https://cdn.linqapp.com/attachments/{index}/a.png")
    }));
    accepted(media_by_url(100, |index| {
        format!("https://example.com/{index}.png?signature=x")
    }));
    accepted(MessageContent::new(
        (0..100).map(|index| Media::attachment(index.to_string())),
    ));
    refused(
        media_by_url(41, |index| format!("https://example.com/{index}.png")),
        "parts: too many: 41 media parts by URL, at most 40; upload them first and send their `attachment_id`",
    );
}

#[test]
fn text_parts_do_not_follow_each_other() {
    let [a, b, media]: [OutgoingPart; 3] = ["a".into(), "b".into(), Media::attachment("m").into()];
    accepted([a.clone(), media.clone(), b.clone()]);
    refused(
        [media, a, b],
        "parts[2]: a text part cannot follow another: join them into one",
    );
}

#[test]
fn a_link_is_a_url_of_1_to_2048_characters() {
    let link_of = |length: usize| Link::new(format!("{:é<length$}", "https://"));
    accepted(Link::new("https://example.com"));
    accepted(Link::new("HTTP://example.com"));
    accepted(link_of(2_048));
    for (link, words) in [
        (Link::new(""), "parts[0].value: it is empty"),
        (
            Link::new("example.com"),
            "parts[0].value: an https:// or http:// URL is needed",
        ),
        (
            Link::new("ftp://example.com"),
            "parts[0].value: an https:// or http:// URL is needed",
        ),
        (
            Link::new("https://"),
            "parts[0].value: an https:// or http:// URL is needed",
        ),
        (
            link_of(2_049),
            "parts[0].value: too long: 2049 characters, at most 2048",
        ),
    ] {
        refused(link, words);
    }
}

#[test]
fn some_parts_stand_alone() {
    refused(
        MessageContent::from("Hi").part(Link::new("https://example.com")),
        "parts[1]: `link` is a part that stands alone in its message",
    );
    let app = MessagesApp::new("Chess", "com.example.chess", "A1B2C3D4E5");
    let card = AppCard::new(app, AppCardLayout::new().caption("Your move"));
    accepted(card.clone());
    refused(
        MessageContent::from(card).part("Hi"),
        "parts[0]: `imessage_app` is a part that stands alone in its message",
    );
    accepted(AppClip::new("https://example.com/clip"));
    refused(
        MessageContent::from("Hi").part(AppClip::new("https://example.com/clip")),
        "parts[1]: `app_clip` is a part that stands alone in its message",
    );
    accepted(read(
        json!({"parts": [{"type": "hologram"}, {"type": "text", "value": "Hi"}]}),
    ));
}

#[test]
fn media_come_from_a_url_or_an_upload() {
    accepted(Media::url("https://example.com/a.png").sticker(true));
    accepted(Media::attachment("a"));
    refused(
        read(
            json!({"parts": [{"type": "media", "url": "https://example.com/a.png", "attachment_id": "a"}]}),
        ),
        "parts[0]: it has both a `url` and an `attachment_id`, and exactly one is needed",
    );
    refused(
        read(json!({"parts": [{"type": "media", "sticker": true}]})),
        "parts[0]: it has neither a `url` nor an `attachment_id`, and exactly one is needed",
    );
    refused(Media::attachment(""), "parts[0].attachment_id: it is empty");
}

#[test]
fn a_media_url_is_https() {
    accepted(Media::url("HTTPS://example.com/a b.png"));
    for url in [
        "http://example.com/a.png",
        "example.com/a.png",
        "",
        "https://",
        "data:image/png;base64,AA==",
    ] {
        refused(
            [OutgoingPart::from("Hi"), Media::url(url).into()],
            "parts[1].url: an https:// URL is needed",
        );
    }
}

#[test]
fn a_reply_answers_some_message() {
    accepted(MessageContent::from("Hi").reply_to_part("m", 3));
    refused(
        MessageContent::from("Hi").reply_to(""),
        "reply_to.message_id: it is empty",
    );
}

#[test]
fn the_first_message_of_a_chat_holds_no_link() {
    let link = MessageContent::from(Link::new("https://example.com"));
    link.check().unwrap();
    assert_eq!(
        link.check_first().unwrap_err().to_string(),
        "parts[0]: the first message of a chat must not be a link: send it in the next one"
    );
    let url = MessageContent::new([
        OutgoingPart::from(Media::attachment("a")),
        "See https://example.com".into(),
    ]);
    url.check().unwrap();
    assert_eq!(
        url.check_first().unwrap_err().to_string(),
        "parts[1].value: it holds a URL (at byte 4), which the first message of a chat must not: send it in the next one"
    );
    let plain =
        MessageContent::from("See example.com").part(Media::url("https://example.com/a.png"));
    plain.check_first().unwrap();
}

#[test]
fn what_only_the_server_can_judge_is_left_to_it() {
    let effect =
        serde_json::from_value::<Effect>(json!({"type": "bubble", "name": "confetti"})).unwrap();
    let split = Text::from("🎂").decoration(TextDecoration::style(0..1, TextStyle::Bold));
    let content = MessageContent::from(split)
        .effect(effect)
        .reply_to("not a UUID");
    content.check_first().unwrap();
}
