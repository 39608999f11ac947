//! The request of every endpoint, to the byte, against `tests/vectors/requests/`.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use bytes::Bytes;
use http::Request;
use linq_core::{
    Change, Client, DryRun,
    api::ENDPOINTS,
    error::Invalid,
    message::{
        Effect, Link, Media, MessageContent, ScreenEffect, StickerImage, Text, TextAnimation,
        TextStyle,
    },
    model::ServiceType,
    webhook::EventType,
};
use linq_suite::compare_with_vector;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";
const MESSAGE: &str = "69a37c7d-af4f-4b5e-af42-e28e98ce873a";
const SUBSCRIPTION: &str = "b2c3d4e5-f6a7-8901-bcde-f23456789012";
const HOOK: &str = "https://example.com/linq?version=2026-02-03";
const ATTACHMENT: &str = "abc12345-1234-5678-9abc-def012345678";

type Cases = BTreeMap<&'static str, Vec<Result<Request<Bytes>, Invalid>>>;

fn cases(linq: &Client<DryRun>) -> Cases {
    let (chats, group) = (linq.chats(), ["+15556667777", "+18889990000"]);
    let subscriptions = linq.webhook_subscriptions();
    BTreeMap::from([
        (
            "chats.create",
            vec![
                chats
                    .create("+12223334444", group, "Welcome to the group!")
                    .send(),
                chats
                    .create("+12223334444", ["user@example.com"], "Hi")
                    .override_optout(true)
                    .idempotency_key("order-17")
                    .send(),
            ],
        ),
        ("chats.retrieve", vec![chats.retrieve(CHAT).send()]),
        (
            "chats.update",
            vec![
                chats.update(CHAT).display_name("Project Team").send(),
                chats
                    .update(CHAT)
                    .display_name("Project Team")
                    .group_chat_icon("https://cdn.example.com/team-icon.png")
                    .send(),
            ],
        ),
        ("chats.leave_chat", vec![chats.leave(CHAT).send()]),
        (
            "chats.list_chats",
            vec![
                chats.list().send(),
                chats
                    .list()
                    .from("+12223334444")
                    .to("user+tag@example.com")
                    .limit(100)
                    .cursor("a b&c=d/é")
                    .send(),
            ],
        ),
        ("chats.mark_as_read", vec![chats.mark_as_read(CHAT).send()]),
        (
            "chats.share_contact_card",
            vec![chats.share_contact_card(CHAT).send()],
        ),
        (
            "chats.messages.list",
            vec![
                chats.messages(CHAT).list().send(),
                chats.messages(CHAT).list().limit(1).cursor("c").send(),
            ],
        ),
        (
            "chats.messages.send",
            messages()
                .map(|message| chats.messages(CHAT).send(message).send())
                .collect(),
        ),
        (
            "chats.participants.add",
            vec![chats.participants(CHAT).add("+12052499136").send()],
        ),
        (
            "chats.participants.remove",
            vec![chats.participants(CHAT).remove("+12052499136").send()],
        ),
        (
            "chats.typing.start",
            vec![chats.typing(CHAT).start().send()],
        ),
        ("chats.typing.stop", vec![chats.typing(CHAT).stop().send()]),
        (
            "phone_numbers.list",
            vec![linq.phone_numbers().list().send()],
        ),
        (
            "webhook_events.list",
            vec![linq.webhook_events().list().send()],
        ),
        (
            "webhook_subscriptions.create",
            vec![
                subscriptions
                    .create(
                        HOOK,
                        [EventType::MessageReceived, EventType::ParticipantAdded],
                    )
                    .send(),
                subscriptions
                    .create(HOOK, ["message.received"])
                    .phone_numbers(vec!["+12223334444".parse().unwrap()])
                    .routing_key_header("Linq-Route")
                    .routing_id_header("Linq-Chat")
                    .send(),
            ],
        ),
        (
            "webhook_subscriptions.delete",
            vec![subscriptions.delete(SUBSCRIPTION).send()],
        ),
        (
            "webhook_subscriptions.list",
            vec![subscriptions.list().send()],
        ),
        (
            "webhook_subscriptions.retrieve",
            vec![subscriptions.retrieve(SUBSCRIPTION).send()],
        ),
        (
            "webhook_subscriptions.update",
            vec![
                subscriptions.update(SUBSCRIPTION).is_active(false).send(),
                subscriptions
                    .update(SUBSCRIPTION)
                    .phone_numbers(Change::Clear)
                    .routing_key_header(Change::Clear)
                    .routing_id_header("Linq-Chat")
                    .subscribed_events(vec![EventType::MessageReceived])
                    .target_url(HOOK)
                    .send(),
            ],
        ),
    ])
}

fn messages() -> impl Iterator<Item = MessageContent> {
    let decorated = Text::new()
        .bold("Hello ")
        .plain("wörld 🎂")
        .animate("!", TextAnimation::Shake)
        .styled(" all", [TextStyle::Italic, TextStyle::Underline]);
    let stickers = Text::new()
        .plain("Sip ")
        .sticker("🥤", StickerImage::attachment(ATTACHMENT));
    let mention = Text::new()
        .plain("Hey ")
        .mention("Ann", linq_core::Handle::try_from("+15556667777").unwrap());
    [
        MessageContent::from("hi"),
        decorated.into(),
        stickers.into(),
        mention.into(),
        MessageContent::from(Text::from("look"))
            .part(Media::url("https://cdn.example.com/cat.jpg")),
        Media::attachment(ATTACHMENT).sticker(true).into(),
        Link::new("https://example.com/?a=1&b=2").into(),
        MessageContent::from("yes")
            .effect(Effect::screen(ScreenEffect::Confetti))
            .reply_to_part(MESSAGE, 1)
            .preferred_service(ServiceType::IMessage),
    ]
    .into_iter()
}

#[test]
fn every_endpoint_sends_what_its_vector_says() {
    let cases = cases(&Client::dry_run());
    let names: Vec<_> = cases.keys().copied().collect();
    let mut known: Vec<_> = ENDPOINTS.iter().map(|info| info.name).collect();
    known.sort_unstable();
    assert_eq!(names, known, "every endpoint has a case");
    for (name, requests) in cases {
        let requests: Vec<_> = requests
            .into_iter()
            .map(|request| describe(&request.unwrap()))
            .collect();
        compare_with_vector(&format!("requests/{name}.json"), &requests.into());
    }
}

fn describe(request: &Request<Bytes>) -> Value {
    let headers: BTreeMap<_, _> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
        .collect();
    let body = match request.body().as_ref() {
        [] => Value::Null,
        json => serde_json::from_slice(json).unwrap(),
    };
    let url = request.uri().to_string();
    assert_eq!(headers["authorization"], "Bearer dry-run");
    json!({ "method": request.method().as_str(), "url": url, "json": body, "content_type": headers.get("content-type") })
}

#[test]
fn what_the_rules_forbid_is_refused_with_the_path_of_the_field() {
    let linq = Client::dry_run();
    let chats = linq.chats();
    let people = |count: usize| (0..count).map(|n| format!("+1555000{n:04}"));
    for (request, expected) in [
        (
            chats.create("12223334444", ["+15556667777"], "hi").send(),
            "from: ",
        ),
        (
            chats
                .create("user@example.com", ["+15556667777"], "hi")
                .send(),
            "from: ",
        ),
        (
            chats
                .create("+12223334444", ["+15556667777", "nobody"], "hi")
                .send(),
            "to[1]: ",
        ),
        (
            chats.create("+12223334444", people(0), "hi").send(),
            "to: a chat has at least one recipient",
        ),
        (
            chats.create("+12223334444", people(32), "hi").send(),
            "to: a chat has at most 31 recipients, not 32",
        ),
        (
            chats.create("+12223334444", ["+15556667777"], "").send(),
            "message.parts[0].value: ",
        ),
        (
            chats
                .create("+12223334444", ["+15556667777"], "see https://example.com")
                .send(),
            "message.parts[0].value: ",
        ),
        (
            chats
                .create("+12223334444", ["+15556667777"], Link::new("https://a.b"))
                .send(),
            "message.parts[0]",
        ),
        (
            chats.messages(CHAT).send(Media::url("http://a.b/c")).send(),
            "message.parts[0].url: ",
        ),
        (chats.messages("").send("hi").send(), "chat_id: it is empty"),
        (chats.retrieve("../phone_numbers").send(), "chat_id: "),
        (
            chats.update(CHAT).send(),
            "display_name: either this or `group_chat_icon` has to be given",
        ),
        (
            chats.update(CHAT).group_chat_icon("http://a.b/c").send(),
            "group_chat_icon: ",
        ),
        (
            chats.participants(CHAT).add("(205) 249-9136").send(),
            "handle: ",
        ),
        (chats.list().from("x").send(), "from: "),
        (
            chats.list().limit(-1).send(),
            "limit: the number is out of range",
        ),
        (
            chats.messages(CHAT).send("hi").idempotency_key("").send(),
            "idempotency_key: ",
        ),
        (
            chats
                .messages(CHAT)
                .send("hi")
                .idempotency_key("k".repeat(256))
                .send(),
            "idempotency_key: ",
        ),
        (
            chats.messages(CHAT).send("hi").header("a b", "c").send(),
            r#"headers["a b"]: "#,
        ),
        (
            chats
                .messages(CHAT)
                .send("hi")
                .header("a", "b\r\nc: d")
                .send(),
            r#"headers["a"]: "#,
        ),
    ] {
        let error = request.expect_err(expected).to_string();
        assert!(
            error.starts_with(expected),
            "{error} does not start with {expected}"
        );
    }
    chats
        .create("+12223334444", people(31), "hi")
        .send()
        .unwrap();
}
