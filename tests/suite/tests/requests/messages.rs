use crate::{ATTACHMENT, Cases, GUEST, LINE, MESSAGE};
use linq_core::{
    Client, DryRun,
    api::messages::SortOrder,
    message::{
        AppCard, AppCardLayout, AppClip, ExperienceInvocation, MessagesApp, OutgoingReaction,
        ReactionType, StickerImage, StickerPlacement,
    },
};

const REACTION: &str = "1f0c7a52-3a53-4a3e-8e0f-3c1f9d6f7a22";
const OPTION: &str = "7f3e1a52-6a53-4f3e-8e0f-3c1f9d6f7a11";

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let messages = linq.messages();
    create(cases, linq);
    cases.add("messages.retrieve", [messages.retrieve(MESSAGE).send()]);
    cases.add(
        "messages.update",
        [
            messages.update(MESSAGE, "At seven.").send(),
            messages.update(MESSAGE, "At seven.").part_index(2).send(),
        ],
    );
    cases.add("messages.delete", [messages.delete(MESSAGE).send()]);
    let newest = messages
        .thread(MESSAGE)
        .order(SortOrder::Descending)
        .limit(5)
        .cursor("c/d");
    cases.add(
        "messages.list_messages_thread",
        [messages.thread(MESSAGE).send(), newest.send()],
    );
    cards(cases, linq);
    reactions(cases, linq);

    let poll = messages.poll(MESSAGE);
    cases.add("messages.poll.retrieve", [poll.retrieve().send()]);
    cases.add(
        "messages.poll.add_options",
        [poll.add_options(["Ramen", "Tacos"]).send()],
    );
    cases.add(
        "messages.poll.vote",
        [poll.vote(OPTION).send(), poll.remove_vote(OPTION).send()],
    );
}

fn create(cases: &mut Cases, linq: &Client<DryRun>) {
    let messages = linq.messages();
    let full = messages
        .create(["user@example.com", GUEST], "Your order is on its way.")
        .continuation_message("It is us, from a new number.")
        .exclude_from([LINE])
        .override_optout(true)
        .header("Idempotency-Key", "order-17");
    let pay = ExperienceInvocation::new("agentpay", "request_payment").param(
        "checkout_url",
        "https://zero.linqapp.com/pay/acme?session=tok_1",
    );
    cases.add(
        "messages.create",
        [
            messages.create([GUEST], "hi").send(),
            full.send(),
            messages.create([GUEST], pay).send(),
            messages.create([GUEST], app_card()).send(),
            messages
                .create([GUEST], AppClip::new("https://example.com/clip"))
                .send(),
        ],
    );
}

fn app() -> MessagesApp {
    MessagesApp::new("Chess", "com.example.chess.messages", "A1B2C3D4E5")
        .app_store_id(1_234_567_890)
}

fn layout() -> AppCardLayout {
    AppCardLayout::new()
        .caption("Your move")
        .subcaption("Game 17")
        .trailing_caption("0:42")
        .trailing_subcaption("White")
        .image_url("https://cdn.example.com/board.png")
        .image_title("Chess")
        .image_subtitle("Move 12")
}

fn app_card() -> AppCard {
    AppCard::new(app(), layout())
        .url("https://chess.example.com/games/17")
        .fallback_text("Your move")
        .interactive(true)
}

fn cards(cases: &mut Cases, linq: &Client<DryRun>) {
    let messages = linq.messages();
    let full = messages
        .update_app_card(MESSAGE, layout())
        .app(app())
        .fallback_text("Checkmate")
        .interactive(false)
        .url("https://chess.example.com/games/17?over");
    let experience = messages
        .update_app_card(MESSAGE, AppCardLayout::new().caption("Paid"))
        .experience(ExperienceInvocation::new("link", "open"));
    cases.add(
        "messages.update_app_card",
        [
            messages
                .update_app_card(MESSAGE, AppCardLayout::new().caption("Checkmate"))
                .send(),
            full.send(),
            experience.send(),
        ],
    );
}

fn reactions(cases: &mut Cases, linq: &Client<DryRun>) {
    let messages = linq.messages();
    let placement = StickerPlacement::new()
        .at(0.5, -0.5)
        .scale(1.5)
        .rotation(15.0);
    let cake = || OutgoingReaction::custom("🎂");
    cases.add(
        "messages.add_reaction",
        [
            messages.add_reaction(MESSAGE, ReactionType::Love).send(),
            messages.add_reaction(MESSAGE, cake()).part_index(1).send(),
            messages.remove_reaction(MESSAGE, cake()).send(),
            messages
                .add_reaction(MESSAGE, OutgoingReaction::sticker_emoji("🎂"))
                .placement(placement.clone())
                .send(),
            messages
                .add_reaction(
                    MESSAGE,
                    OutgoingReaction::sticker(StickerImage::attachment(ATTACHMENT)),
                )
                .send(),
            messages
                .add_reaction(
                    MESSAGE,
                    OutgoingReaction::sticker(StickerImage::url("https://cdn.linqapp.com/x.png")),
                )
                .send(),
        ],
    );
    cases.add(
        "messages.update_sticker_placement",
        [
            messages
                .update_sticker_placement(MESSAGE, REACTION, placement)
                .send(),
            messages
                .update_sticker_placement(MESSAGE, REACTION, StickerPlacement::new().scale(0.05))
                .send(),
        ],
    );
}
