//! Invalid arguments are rejected before a request is sent, with the path of the field.

use crate::{CHAT, GUEST, LINE, MESSAGE};
use bytes::Bytes;
use http::Request;
use linq_core::{
    Client, DryRun, Transport,
    api::messages::CreateMessage,
    call::PreparedCall,
    error::InvalidArgument,
    exchange::CallOptions,
    message::{
        AppClip, ExperienceInvocation, Link, Media, MessageContent, OutgoingReaction,
        OutgoingVoiceMemo, ReactionType, StickerImage, StickerPlacement, Text,
    },
    model::{Background, BackgroundType},
};

/// Asserts that the call fails with an error that starts with `expected`.
fn assert_invalid(request: Result<Request<Bytes>, InvalidArgument>, expected: &str) {
    let error = request.expect_err(expected).to_string();
    assert!(
        error.starts_with(expected),
        "{error} does not start with {expected}"
    );
}

fn linq() -> Client<DryRun> {
    Client::dry_run()
}

fn phone_numbers(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("+1555000{n:04}")).collect()
}

const ANN: [&str; 1] = ["+15556667777"];

#[test]
fn invalid_handles() {
    let (linq, ann) = (linq(), ANN);
    assert_invalid(
        linq.chats().create("12223334444", ann, "hi").send(),
        "from: ",
    );
    assert_invalid(
        linq.chats().create("user@example.com", ann, "hi").send(),
        "from: ",
    );
    assert_invalid(
        linq.chats()
            .create(LINE, ["+15556667777", "nobody"], "hi")
            .send(),
        "to[1]: ",
    );
    assert_invalid(
        linq.chats().participants(CHAT).add("(205) 249-9136").send(),
        "handle: ",
    );
    assert_invalid(linq.chats().list().from("x").send(), "from: ");
}

#[test]
fn number_of_recipients() {
    let linq = linq();
    let create = |count| linq.chats().create(LINE, phone_numbers(count), "hi").send();
    assert_invalid(create(0), "to: must contain at least one recipient");
    assert_invalid(create(32), "to: too many: 32 recipients, at most 31");
    create(31).unwrap();
}

#[test]
fn links_in_first_message() {
    let linq = linq();
    let create = |text: &str| linq.chats().create(LINE, ANN, text).send();
    assert_invalid(create(""), "message.parts[0].value: ");
    assert_invalid(
        create("see https://example.com"),
        "message.parts[0].value: ",
    );
    let preview = linq.chats().create(LINE, ANN, Link::new("https://a.b"));
    assert_invalid(preview.send(), "message.parts[0]");
    linq.chats()
        .messages(CHAT)
        .send(Link::new("https://a.b"))
        .send()
        .unwrap();
}

#[test]
fn urls_require_https() {
    let linq = linq();
    assert_invalid(
        linq.chats()
            .messages(CHAT)
            .send(Media::url("http://a.b/c"))
            .send(),
        "message.parts[0].url: ",
    );
    assert_invalid(
        linq.chats()
            .update(CHAT)
            .group_chat_icon("http://a.b/c")
            .send(),
        "group_chat_icon: ",
    );
}

#[test]
fn ids_in_path_segments() {
    let linq = linq();
    assert_invalid(
        linq.chats().messages("").send("hi").send(),
        "chat_id: must not be empty",
    );
    assert_invalid(
        linq.chats().retrieve("../phone_numbers").send(),
        "chat_id: ",
    );
}

#[test]
fn empty_chat_update() {
    let update = linq().chats().update(CHAT).send();
    assert_invalid(
        update,
        "display_name: either this or `group_chat_icon` is required",
    );
}

#[test]
fn handle_kinds_of_each_call() {
    let linq = linq();
    let cards = linq.contact_card();
    assert_invalid(
        linq.capability().check_rcs("user@example.com").send(),
        "address: not an E.164 number: must start with `+`",
    );
    assert_invalid(
        linq.capability().check_imessage("nobody").send(),
        "address: ",
    );
    assert_invalid(
        linq.capability().check_imessage(GUEST).from("x").send(),
        "from: ",
    );
    assert_invalid(cards.create("a@b.example", "Ann").send(), "phone_number: ");
    assert_invalid(cards.update("12").send(), "phone_number: ");
    assert_invalid(cards.retrieve().phone_number("12").send(), "phone_number: ");
    let number = linq.available_number().retrieve();
    assert_invalid(
        number.exclude_from([LINE, "a@b.example"]).send(),
        "exclude_from[1]: ",
    );
    let number = linq.available_number().retrieve();
    assert_invalid(number.to([GUEST, "nobody"]).send(), "to[1]: ");
    let message = linq.messages().create([GUEST], "hi");
    assert_invalid(message.exclude_from(["nobody"]).send(), "exclude_from[0]: ");
    assert_invalid(linq.blocked_handles().block("12").send(), "handle: ");
    assert_invalid(linq.blocked_handles().unblock("1 2").send(), "handle: ");
    assert_invalid(linq.payment_handles().connect("262966").send(), "handle: ");
    assert_invalid(linq.payments().create("x", 1, "usd").send(), "handle: ");
    let numbers = linq.phone_numbers();
    assert_invalid(
        numbers.update("id", "a@b.example").send(),
        "forwarding_number: ",
    );
    assert_invalid(
        numbers.start_reputation_audit("555").send(),
        "phone_number: ",
    );
    assert_invalid(
        linq.chats().location(CHAT).stop("nobody").send(),
        "handle: ",
    );
}

#[test]
fn messages_create_recipients_and_content() {
    let linq = linq();
    let messages = linq.messages();
    let create = |count| messages.create(phone_numbers(count), "hi").send();
    assert_invalid(create(0), "to: must contain at least one recipient");
    assert_invalid(create(32), "to: too many: 32 recipients, at most 31");
    create(31).unwrap();
    assert_invalid(
        messages.create([GUEST], "").send(),
        "message.parts[0].value: ",
    );
    assert_invalid(messages.create(["nobody"], "hi").send(), "to[0]: ");
    let empty = messages.create([GUEST], "hi").continuation_message("");
    assert_invalid(empty.send(), "continuation_message.text: must not be empty");
    messages
        .create([GUEST], "see https://example.com")
        .send()
        .unwrap();
    messages
        .create([GUEST], Link::new("https://a.b"))
        .send()
        .unwrap();
}

#[test]
fn parts_and_experience_are_exclusive() {
    let linq = linq();
    let send = |content: MessageContent| linq.chats().messages(CHAT).send(content).send();
    let experience = ExperienceInvocation::new("link", "open");
    let both = MessageContent::from(experience.clone()).part("hi");
    assert_invalid(
        send(both),
        "message.parts: not allowed together with an `experience`",
    );
    send(experience.into()).unwrap();
    let beside = MessageContent::from(AppClip::new("https://a.b")).part(Text::from("hi"));
    assert_invalid(send(beside), "message.parts[0]: ");
}

#[test]
fn non_ascii_idempotency_key_in_header() {
    let linq = linq();
    let payment = linq.payments().create(GUEST, 1, "usd");
    assert_invalid(
        payment.idempotency_key("é").send(),
        "idempotency_key: must be visible ASCII",
    );
    let message = || linq.messages().create([GUEST], "hi");
    let mut in_header = CreateMessage::new("hi".into(), vec![GUEST.parse().unwrap()]);
    in_header.idempotency_key = Some("é".parse().unwrap());
    assert_invalid(
        linq.transport()
            .call(PreparedCall::new(in_header, CallOptions::default())),
        "idempotency_key: must be visible ASCII",
    );
    message().idempotency_key("é").send().unwrap();
    assert_invalid(
        linq.messages()
            .retrieve(MESSAGE)
            .idempotency_key("k")
            .send(),
        "idempotency_key: this operation does not take one",
    );
}

#[test]
fn conflicting_idempotency_keys() {
    let linq = linq();
    let two = "idempotency_key: must not be set to two different values";
    let with_key = |key: &str| MessageContent::from("hi").idempotency_key(key.parse().unwrap());
    let create = || linq.messages().create([GUEST], with_key("order-17"));
    assert_invalid(create().idempotency_key("order-18").send(), two);
    assert_invalid(create().header("Idempotency-Key", "order-18").send(), two);
    create().idempotency_key("order-17").send().unwrap();
    let payment = linq.payments().create(GUEST, 1, "usd").idempotency_key("a");
    assert_invalid(payment.header("idempotency-key", "b").send(), two);
    let send = linq.chats().messages(CHAT).send(with_key("order-17"));
    assert_invalid(send.idempotency_key("order-18").send(), two);
}

#[test]
fn reactions() {
    let linq = linq();
    let react = |reaction: OutgoingReaction| linq.messages().add_reaction(MESSAGE, reaction);
    assert_invalid(
        react(ReactionType::Custom.into()).send(),
        "custom_emoji: required for a custom reaction",
    );
    assert_invalid(
        react(OutgoingReaction::custom("")).send(),
        "custom_emoji: must not be empty",
    );
    react(ReactionType::Custom.into())
        .custom_emoji("🎂")
        .send()
        .unwrap();

    let exactly_one = "type: a sticker requires exactly one of `emoji`, `url` and `attachment_id`";
    let image = || OutgoingReaction::sticker(StickerImage::attachment("a"));
    assert_invalid(react(ReactionType::Sticker.into()).send(), exactly_one);
    assert_invalid(react(image()).emoji("🎂").send(), exactly_one);
    assert_invalid(react(image()).url("https://a.b").send(), exactly_one);
    assert_invalid(
        linq.messages().remove_reaction(MESSAGE, image()).send(),
        "operation: a sticker cannot be removed",
    );
    linq.messages()
        .remove_reaction(MESSAGE, ReactionType::Like)
        .send()
        .unwrap();
}

#[test]
fn sticker_placement() {
    let linq = linq();
    let update = |placement| {
        linq.messages()
            .update_sticker_placement(MESSAGE, "reaction", placement)
            .send()
    };
    update(StickerPlacement::new().at(-7.0, 7.0).scale(100.0)).unwrap();
    assert_invalid(
        update(StickerPlacement::new().scale(f64::INFINITY)),
        "placement.scale: must be a finite number",
    );
    let reaction = OutgoingReaction::sticker_emoji("🎂");
    let not_a_number = linq
        .messages()
        .add_reaction(MESSAGE, reaction)
        .placement(StickerPlacement::new().at(0.0, f64::NAN));
    assert_invalid(not_a_number.send(), "placement.y: must be a finite number");
}

#[test]
fn voice_memo_source() {
    let linq = linq();
    let chats = linq.chats();
    assert_invalid(
        chats
            .send_voice_memo(CHAT, OutgoingVoiceMemo::url("http://a.b/c.m4a"))
            .send(),
        "voice_memo_url: must be an https:// URL",
    );
    assert_invalid(
        chats
            .send_voice_memo(CHAT, OutgoingVoiceMemo::attachment(""))
            .send(),
        "attachment_id: must not be empty",
    );
    let both = chats
        .send_voice_memo(CHAT, OutgoingVoiceMemo::attachment("a"))
        .voice_memo_url("https://a.b/c.m4a");
    assert_invalid(
        both.send(),
        "voice_memo_url: mutually exclusive with `attachment_id`",
    );
}

#[test]
fn polls() {
    let linq = linq();
    let polls = linq.chats().polls(CHAT);
    assert_invalid(
        polls.create(["Pizza"]).send(),
        "poll.options: must contain at least two options",
    );
    assert_invalid(
        polls.create(["Pizza", ""]).send(),
        "poll.options[1].text: must not be empty",
    );
    let poll = linq.messages().poll(MESSAGE);
    assert_invalid(
        poll.add_options([""; 0]).send(),
        "options: must contain at least one option",
    );
    assert_invalid(
        poll.add_options([""]).send(),
        "options[0].text: must not be empty",
    );
    assert_invalid(poll.vote("").send(), "option_id: must not be empty");
}

#[test]
fn length_of_edit() {
    let linq = linq();
    let edit = |text: String| linq.messages().update(MESSAGE, text).send();
    assert_invalid(edit(String::new()), "text: must not be empty");
    assert_invalid(edit("ü".repeat(10_001)), "text: too long: 10001 characters");
    edit("ü".repeat(10_000)).unwrap();
}

#[test]
fn backgrounds() {
    let linq = linq();
    let background = linq.chats().background(CHAT);
    assert_invalid(
        background.set(Background::photo("http://a.b/c.jpg")).send(),
        "image_url: must be an https:// URL",
    );
    let mut photo = Background::color("mango");
    photo.kind = Some(BackgroundType::Photo);
    assert_invalid(
        background.set(photo.clone()).send(),
        "image_url: required for a photo",
    );
    photo.kind = None;
    assert_invalid(background.set(photo).send(), "type: missing");
}

#[test]
fn size_of_attachment() {
    let linq = linq();
    let create = |size: u64| linq.attachments().create("a.png", "image/png", size).send();
    assert_invalid(create(0), "size_bytes: the file is empty");
    assert_invalid(
        create((100 << 20) + 1),
        "size_bytes: too large: 104857601 bytes",
    );
    create(100 << 20).unwrap();
    assert_invalid(
        linq.attachments().create("a", "b/c", -1).send(),
        "size_bytes: number out of range",
    );
}

#[test]
fn call_options() {
    let linq = linq();
    let send = || linq.chats().messages(CHAT).send("hi");
    assert_invalid(
        linq.chats().list().limit(-1).send(),
        "limit: number out of range",
    );
    assert_invalid(send().idempotency_key("").send(), "idempotency_key: ");
    assert_invalid(
        send().idempotency_key("k".repeat(256)).send(),
        "idempotency_key: ",
    );
    assert_invalid(send().header("a b", "c").send(), r#"headers["a b"]: "#);
    assert_invalid(send().header("a", "b\r\nc: d").send(), r#"headers["a"]: "#);
}
