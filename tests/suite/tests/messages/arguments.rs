//! Invalid arguments, rejected before anything is sent.

use crate::Messages;
use http::Method;
use linq_core::{
    ApiKey, Client, Connect, DryRun, Timestamp, Transport,
    call::{ClientConfig, CustomRequest, Environment, PreparedCall, ProxyUrl},
    dynamic::AnyEndpoint,
    endpoint::{Endpoint, Idempotency},
    error::InvalidArgument,
    exchange::{Authorization, CallOptions, Entropy},
    handle::{BlockableHandle, EmailAddress, Handle, PhoneNumber},
    message::{
        AppCard, AppCardLayout, AppClip, ExperienceInvocation, IdempotencyKey, InlineSticker, Link,
        Media, MessageContent, MessagesApp, OutgoingPart, OutgoingReaction, OutgoingVoiceMemo,
        StickerImage, StickerPlacement, Text,
    },
    model::{
        Background, BackgroundType, ReactionType, TextAnimation, TextDecoration, TextStyle,
        Utf16Range,
    },
    rate_limit::{Limit, RateLimits},
};
use serde::{Serialize, Serializer, ser::Error as _};
use std::{
    ffi::OsString,
    os::unix::ffi::OsStringExt as _,
    time::{Duration, Instant},
};

const LINE: &str = "+12223334444";
const GUEST: &str = "+12052499136";
const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";
const MESSAGE: &str = "69a37c7d-af4f-4b5e-af42-e28e98ce873a";

pub(crate) fn add(messages: &mut Messages) {
    let linq = Client::dry_run();
    add_handles(messages);
    add_configuration(messages);
    add_options(messages, &linq);
    add_custom_requests(messages, &linq);
    add_operations(messages, &linq);
    add_messages(messages, &linq);
    add_texts(messages, &linq);
    add_operations_by_name(messages);
    add_stored_calls(messages);
}

fn add_handles(messages: &mut Messages) {
    messages.heading("Handles");
    for handle in ["", "12223334444", "nobody"] {
        messages.error(handle.parse::<Handle>());
    }
    for number in [
        "2223334444",
        "+",
        "+0123",
        "+1222333x444",
        "+1234567890123456",
    ] {
        messages.error(number.parse::<PhoneNumber>());
    }
    let long = "x".repeat(70);
    for address in [
        "user",
        "@example.com",
        "user@",
        "us er@example.com",
        "user@a..b",
        "\"a\"b\"@example.com",
        "user@[127.0.0.1",
        &format!("{long}@example.com"),
        &format!("user@{}example.com", "example.".repeat(40)),
        &format!("user@{long}.com"),
    ] {
        messages.error(address.parse::<EmailAddress>());
    }
    for handle in ["12", "%%%"] {
        messages.error(handle.parse::<BlockableHandle>());
    }
}

/// A transport that cannot send.
#[derive(Debug)]
struct NullTransport;

impl Transport for NullTransport {
    type Output<T: Send + 'static> = Option<T>;

    fn call<E: Endpoint>(&self, _: PreparedCall<E>) -> Option<E::Response> {
        None
    }
}

impl Connect for NullTransport {
    fn connect(_: ClientConfig) -> Result<Self, InvalidArgument> {
        Ok(Self)
    }
}

fn add_configuration(messages: &mut Messages) {
    messages.heading("Configuration of the client");
    let build = |key: &str| Client::<NullTransport>::builder(key);
    for key in ["", " sk", "sk\n", "sk\t1", "skü"] {
        messages.error(build(key).build());
    }
    for url in [
        "host/path",
        "/v3",
        "http://api.linqapp.com",
        "ftp://host",
        "https://user@host",
        "https://host:84433",
        "https://host?q=1",
    ] {
        messages.error(build("sk").base_url(url).build());
    }
    for url in [
        "http://user:pass @host",
        "http://proxy:99999",
        "socks5://proxy",
        "proxy:3128",
    ] {
        messages.error(ProxyUrl::new(url));
    }
    messages.error(build("sk").max_connections(0).build());
    for (name, value) in [
        ("a b", "c"),
        ("X-Tenant", "a\nb"),
        ("Host", "a"),
        ("Idempotency-Key", "a"),
    ] {
        messages.error(build("sk").header(name, value).build());
    }
    for rate_limits in [
        RateLimits::published().limit(Limit::Messages, 0, Duration::from_secs(1)),
        RateLimits::published().limit(Limit::Messages, 1, Duration::from_secs(1 << 20)),
        RateLimits::published().margin(Duration::from_secs(1 << 20)),
    ] {
        messages.error(build("sk").rate_limits(rate_limits).build());
    }

    messages.heading("Environment variables");
    let read = |variables: &[(&str, &[u8])]| {
        Environment::read(|name| {
            let (_, value) = variables.iter().find(|(known, _)| *known == name)?;
            Some(OsString::from_vec(value.to_vec()))
        })
    };
    let key: (&str, &[u8]) = ("LINQ_API_V3_API_KEY", b"sk");
    messages.error(read(&[]));
    messages.error(read(&[(key.0, b"")]));
    messages.error(read(&[(key.0, b"\xff")]));
    for lines in [
        &b"X-Tenant"[..],
        b"X-A: 1\nHost: a",
        b"X-A: \xc3\xbc",
        b"Idempotency-Key: a",
    ] {
        messages.error(read(&[key, ("LINQ_API_V3_CUSTOM_HEADERS", lines)]));
    }

    messages.heading("Tokens");
    let now = Instant::now();
    let mut authorization = Authorization::<()>::new(None, false, now);
    messages.error(authorization.accept("sk\n".to_owned(), now));
    messages.error(authorization.accept("sk".to_owned(), now));
    let _ = authorization.first(now);
    messages.error(authorization.decline());
    messages.error(ApiKey::new("").map(drop));
    messages.error("yesterday".parse::<Timestamp>());
}

/// A value that cannot be serialized.
struct NotSerializable;

impl Serialize for NotSerializable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("no JSON for this"))
    }
}

fn add_options(messages: &mut Messages, linq: &Client<DryRun>) {
    messages.heading("Options of a call");
    let chat = || linq.chats().retrieve(CHAT);
    messages.error(chat().header("a b", "c").send());
    messages.error(chat().header("X-Tenant", "ü").send());
    messages.error(chat().header("Content-Length", "1").send());
    messages.error(chat().query("", 1).send());
    messages.error(chat().body_field("note", NotSerializable).send());
    messages.error(chat().idempotency_key("k").send());
    let send = || linq.chats().messages(CHAT).send("hi");
    messages.error(send().idempotency_key("").send());
    messages.error(send().idempotency_key("k".repeat(256)).send());
    let payment = || linq.payments().create(GUEST, 1, "usd");
    messages.error(payment().idempotency_key("é").send());
    let keys = payment()
        .idempotency_key("a")
        .header("Idempotency-Key", "b");
    messages.error(keys.send());
    messages.error("".parse::<IdempotencyKey>());
    messages.error(linq.chats().list().limit(-1).send());
    messages.error(CallOptions::default().header("Host", "a"));
}

fn add_custom_requests(messages: &mut Messages, linq: &Client<DryRun>) {
    messages.heading("Requests to any path");
    messages.error(linq.request(Method::TRACE, "/v3/chats").send());
    for path in [
        "v3/chats",
        "/v3/chats?limit=1",
        "/v3/chats/a b",
        "/v3/../chats",
        &format!("/v3/{}", "a".repeat(70_000)),
    ] {
        messages.error(linq.request(Method::GET, path).send());
    }
    let post = || linq.request(Method::POST, "/v3/new/thing");
    messages.error(post().body("text/plain\n", "hi").send());
    messages.error(post().json(NotSerializable).send());
    messages.error(post().body("text/plain", "hi").body_field("a", 1).send());
    let keyed = post().idempotency(Idempotency::Keyed);
    messages.error(keyed.idempotency_key("é").send());
}

#[allow(clippy::too_many_lines)] // a list
fn add_operations(messages: &mut Messages, linq: &Client<DryRun>) {
    messages.heading("Operations");
    let chats = linq.chats();
    for id in ["", "..", "a/b"] {
        messages.error(chats.retrieve(id).send());
    }
    let phone_numbers = |count: usize| {
        (0..count)
            .map(|n| format!("+1555000{n:04}"))
            .collect::<Vec<_>>()
    };
    messages.error(chats.create(LINE, phone_numbers(0), "hi").send());
    messages.error(chats.create(LINE, phone_numbers(32), "hi").send());
    messages.error(chats.create("12223334444", [GUEST], "hi").send());
    messages.error(chats.create(LINE, [GUEST, "nobody"], "hi").send());
    messages.error(chats.update(CHAT).send());
    messages.error(chats.update(CHAT).group_chat_icon("http://a.b/c").send());
    messages.error(linq.capability().check_rcs("user@example.com").send());
    messages.error(linq.blocked_handles().block("12").send());

    let memo = |memo: OutgoingVoiceMemo| chats.send_voice_memo(CHAT, memo);
    let attachment = || OutgoingVoiceMemo::attachment("a");
    messages.error(memo(OutgoingVoiceMemo::url("http://a.b/c.m4a")).send());
    messages.error(memo(OutgoingVoiceMemo::attachment("")).send());
    messages.error(memo(attachment()).voice_memo_url("https://a.b/c").send());
    let neither = AnyEndpoint::named("chats.send_voicememo", br#"{"chat_id": "c"}"#).unwrap();
    let neither = PreparedCall::new(neither, CallOptions::default());
    messages.error(linq.transport().call(neither));

    let background = chats.background(CHAT);
    let mut photo = Background::color("mango");
    messages.error(background.set(Background::photo("http://a.b/c.jpg")).send());
    photo.kind = Some(BackgroundType::Photo);
    messages.error(background.set(photo.clone()).send());
    photo.kind = None;
    messages.error(background.set(photo).send());

    let create = |size: i64| linq.attachments().create("a.png", "image/png", size);
    messages.error(create(0).send());
    messages.error(create((100 << 20) + 1).send());
    messages.error(create(-1).send());

    let react = |reaction: OutgoingReaction| linq.messages().add_reaction(MESSAGE, reaction);
    let sticker = || OutgoingReaction::sticker(StickerImage::attachment("a"));
    messages.error(react(ReactionType::Custom.into()).send());
    messages.error(react(OutgoingReaction::custom("")).send());
    messages.error(react(ReactionType::Sticker.into()).send());
    messages.error(linq.messages().remove_reaction(MESSAGE, sticker()).send());
    let placement = StickerPlacement::new().scale(f64::INFINITY);
    messages.error(react(sticker()).placement(placement).send());

    let polls = chats.polls(CHAT);
    messages.error(polls.create(["Pizza"]).send());
    messages.error(polls.create(["Pizza", ""]).send());
    let poll = linq.messages().poll(MESSAGE);
    messages.error(poll.add_options([""; 0]).send());
    messages.error(poll.vote("").send());
    messages.error(linq.messages().update(MESSAGE, "").send());
    messages.error(linq.messages().update(MESSAGE, "ü".repeat(10_001)).send());
    let message = linq.messages().create([GUEST], "hi");
    messages.error(message.continuation_message("").send());
}

fn add_messages(messages: &mut Messages, linq: &Client<DryRun>) {
    messages.heading("Messages");
    let send = |content: MessageContent| linq.chats().messages(CHAT).send(content).send();
    messages.error(send(MessageContent::new(Vec::<Text>::new())));
    let experience = ExperienceInvocation::new("link", "open");
    messages.error(send(MessageContent::from(experience).part("hi")));
    messages.error(send(ExperienceInvocation::new("", "open").into()));
    messages.error(send(MessageContent::from("hi").reply_to("")));
    let media = |count: usize| (0..count).map(|n| Media::attachment(format!("a{n}")));
    messages.error(send(MessageContent::new(media(101))));
    let urls = (0..41).map(|n| Media::url(format!("https://a.b/{n}.png")));
    messages.error(send(MessageContent::new(urls)));
    messages.error(send(
        MessageContent::from(AppClip::new("https://a.b")).part("hi"),
    ));
    messages.error(send(MessageContent::from("hi").part("there")));
    messages.error(send(Media::url("http://a.b/c").into()));
    messages.error(send(Media::attachment("").into()));
    let mut both = Media::attachment("a");
    both.url = Some("https://a.b/c".into());
    messages.error(send(both.into()));
    let mut neither = Media::attachment("a");
    neither.attachment_id = None;
    messages.error(send(neither.into()));
    messages.error(send(Link::new("mailto:user@example.com").into()));
    let app = MessagesApp::new("Cakes", "", "TEAM");
    let card: OutgoingPart = AppCard::new(app, AppCardLayout::new()).into();
    messages.error(send(MessageContent::new([card])));
    messages.error(send(MessageContent::from("")));

    messages.heading("First message of a chat");
    let first = |content: MessageContent| linq.chats().create(LINE, [GUEST], content).send();
    messages.error(first(Link::new("https://a.b").into()));
    messages.error(first("see https://example.com".into()));
}

fn add_texts(messages: &mut Messages, linq: &Client<DryRun>) {
    messages.heading("Texts");
    let send = |text: Text| linq.chats().messages(CHAT).send(text).send();
    let bold = |start, end| TextDecoration::style(Utf16Range::new(start, end), TextStyle::Bold);
    let text = || Text::new().plain("Happy birthday");
    messages.error(send(text().decoration(bold(5, 5))));
    messages.error(send(text().decoration(bold(0, 100))));
    let mut decoration = bold(0, 5);
    decoration.range = None;
    messages.error(send(text().decoration(decoration)));
    let mut decoration = bold(0, 5);
    decoration.animation = Some(TextAnimation::Shake);
    messages.error(send(text().decoration(decoration)));
    let mut decoration = bold(0, 5);
    decoration.style = None;
    messages.error(send(text().decoration(decoration)));
    let shake =
        |start, end| TextDecoration::animation(Utf16Range::new(start, end), TextAnimation::Shake);
    messages.error(send(text().decoration(bold(0, 5)).decoration(shake(3, 8))));

    let sticker = |start, end, id: &str| {
        InlineSticker::new(Utf16Range::new(start, end), StickerImage::attachment(id))
    };
    messages.error(send(
        Text::new().plain("🎂").inline_sticker(sticker(0, 1, "a")),
    ));
    let overlapping = text()
        .inline_sticker(sticker(0, 2, "a"))
        .decoration(shake(1, 3));
    messages.error(send(overlapping));
    let overlapping = text()
        .decoration(shake(0, 2))
        .inline_sticker(sticker(1, 3, "a"));
    messages.error(send(overlapping));
    let guest: Handle = GUEST.parse().unwrap();
    let mention = || Text::new().plain("Hi ").mention("Ann", guest.clone());
    messages.error(send(mention().inline_sticker(sticker(0, 1, "a"))));
    messages.error(send(mention().mention("Ann", guest.clone())));
    let mut range_only = text();
    range_only.mention_range = Some(Utf16Range::new(0, 1));
    messages.error(send(range_only));
    let stickers = |count: u32, images: u32| {
        let long = Text::new().plain("x".repeat(200));
        (0..count).fold(long, |text, n| {
            text.inline_sticker(sticker(n, n + 1, &format!("a{}", n % images)))
        })
    };
    messages.error(send(stickers(101, 1)));
    messages.error(send(stickers(11, 11)));
    messages.error(text().split_at_most(10_001));
    messages.error(Text::new().bold("Happy birthday").split_at_most(10));
}

fn add_operations_by_name(messages: &mut Messages) {
    messages.heading("Operations by name");
    messages.error(AnyEndpoint::named("chats.dance", b"{}"));
    messages.error(AnyEndpoint::new(CustomRequest::<()>::INFO, b"{}"));
    for arguments in [
        "[]",
        "{",
        "{}",
        r#"{"chat_id": 7}"#,
        r#"{"chat_id": "c", "chat": "c"}"#,
        r#"{"chat_id": ""}"#,
    ] {
        messages.error(AnyEndpoint::named("chats.retrieve", arguments.as_bytes()));
    }
    for arguments in [
        r#"{"chat_id": "c", "message": {"parts": [{"type": "text", "value": 7}]}}"#,
        r#"{"chat_id": "c", "message": {"parts": {}}}"#,
        r#"{"chat_id": "c", "message": {"parts": [7]}}"#,
        r#"{"chat_id": "c", "message": {"parts": [{}]}}"#,
        r#"{"chat_id": "c", "message": {"parts": [], "new": 123456789012345678901234}}"#,
    ] {
        messages.error(AnyEndpoint::named(
            "chats.messages.send",
            arguments.as_bytes(),
        ));
    }
}

fn add_stored_calls(messages: &mut Messages) {
    messages.heading("Calls to store");
    let linq = Client::dry_run();
    let entropy = || Entropy::new([7; Entropy::LEN]);
    let hello = || linq.messages().create("+15556667777", "Hello");
    let second = Duration::from_secs(1);
    messages.error(
        linq.chats()
            .leave("c")
            .into_prepared()
            .into_stored(entropy()),
    );
    for call in [
        hello().timeout(second),
        hello().max_retries(1),
        hello().deadline(second),
        hello().body_field("message", serde_json::json!({})),
    ] {
        messages.error(call.into_prepared().into_stored(entropy()));
    }
}
