use crate::{ATTACHMENT, CHAT, Cases, GUEST, LINE, MESSAGE};
use linq_core::{
    Client, DryRun, Handle,
    message::{
        Effect, Link, Media, MessageContent, ScreenEffect, StickerImage, Text, TextAnimation,
        TextStyle,
    },
    model::ServiceType,
};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let chats = linq.chats();
    let group = ["+15556667777", "+18889990000"];
    let one = ["user@example.com"];
    cases.add(
        "chats.create",
        [chats.create(LINE, group, "Welcome to the group!").send()],
    );
    let create = chats
        .create(LINE, one, "Hi")
        .override_optout(true)
        .idempotency_key("order-17");
    cases.add("chats.create", [create.send()]);
    cases.add("chats.retrieve", [chats.retrieve(CHAT).send()]);
    let icon = "https://cdn.example.com/team-icon.png";
    let update = chats.update(CHAT).display_name("Project Team");
    cases.add("chats.update", [update.group_chat_icon(icon).send()]);
    cases.add(
        "chats.update",
        [chats.update(CHAT).display_name("Project Team").send()],
    );
    cases.add("chats.leave_chat", [chats.leave(CHAT).send()]);
    let filtered = chats
        .list()
        .from(LINE)
        .to("user+tag@example.com")
        .limit(100)
        .cursor("a b&c=d/é");
    cases.add("chats.list_chats", [chats.list().send(), filtered.send()]);
    cases.add("chats.mark_as_read", [chats.mark_as_read(CHAT).send()]);
    cases.add(
        "chats.share_contact_card",
        [chats.share_contact_card(CHAT).send()],
    );

    let messages = chats.messages(CHAT);
    let second = messages.list().limit(1).cursor("c");
    cases.add(
        "chats.messages.list",
        [messages.list().send(), second.send()],
    );
    cases.add(
        "chats.messages.send",
        contents().map(|content| messages.send(content).send()),
    );

    let participants = chats.participants(CHAT);
    cases.add("chats.participants.add", [participants.add(GUEST).send()]);
    cases.add(
        "chats.participants.remove",
        [participants.remove(GUEST).send()],
    );
    cases.add("chats.typing.start", [chats.typing(CHAT).start().send()]);
    cases.add("chats.typing.stop", [chats.typing(CHAT).stop().send()]);
}

/// Returns a message of every kind.
fn contents() -> impl Iterator<Item = MessageContent> {
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
        .mention("Ann", Handle::try_from("+15556667777").unwrap());
    let picture = Media::url("https://cdn.example.com/cat.jpg");
    let reply = MessageContent::from("yes")
        .effect(Effect::screen(ScreenEffect::Confetti))
        .reply_to_part(MESSAGE, 1)
        .preferred_service(ServiceType::IMessage);
    [
        MessageContent::from("hi"),
        decorated.into(),
        stickers.into(),
        mention.into(),
        MessageContent::from("look").part(picture),
        Media::attachment(ATTACHMENT).sticker(true).into(),
        Link::new("https://example.com/?a=1&b=2").into(),
        reply,
    ]
    .into_iter()
}
