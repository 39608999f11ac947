//! Resources of a chat besides messages and participants.

use crate::{ATTACHMENT, CHAT, Cases, GUEST};
use linq_core::{
    Client, DryRun,
    message::{OutgoingPoll, OutgoingVoiceMemo},
    model::{Background, BackgroundStyle},
};

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let chats = linq.chats();
    let background = chats.background(CHAT);
    let backgrounds = [
        Background::color("mango"),
        Background::gradient("#F2C4E1", "#F5A623"),
        Background::sky("dusk"),
        Background::water("light"),
        Background::aurora("green"),
        Background::dynamic(BackgroundStyle::from("lava"), "hot"),
        Background::photo("https://cdn.example.com/bg.jpg"),
    ];
    cases.add(
        "chats.background.set",
        backgrounds.map(|kind| background.set(kind).send()),
    );
    cases.add("chats.background.remove", [background.remove().send()]);

    let location = chats.location(CHAT);
    cases.add("chats.location.retrieve", [location.retrieve().send()]);
    cases.add("chats.location.request", [location.request().send()]);
    cases.add(
        "chats.location.stop",
        [
            location.stop(GUEST).send(),
            location.stop("user@example.com").send(),
        ],
    );

    let polls = chats.polls(CHAT);
    let keyed = OutgoingPoll::from(vec!["Pizza", "Sushi", "🥗"])
        .idempotency_key("lunch-17".parse().unwrap());
    cases.add(
        "chats.polls.create",
        [
            polls.create(["Pizza", "Sushi"]).send(),
            polls.create(keyed).send(),
            polls.create(["a", "b"]).idempotency_key("lunch-18").send(),
        ],
    );

    let url = OutgoingVoiceMemo::url("https://cdn.example.com/hello.m4a");
    let uploaded = OutgoingVoiceMemo::attachment(ATTACHMENT);
    cases.add(
        "chats.send_voicememo",
        [
            chats.send_voice_memo(CHAT, url).send(),
            chats
                .send_voice_memo(CHAT, uploaded)
                .override_optout(true)
                .send(),
        ],
    );
}
