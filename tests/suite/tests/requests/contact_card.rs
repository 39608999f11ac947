use crate::{Cases, LINE};
use linq_core::{Client, DryRun};

const PHOTO: &str = "https://cdn.example.com/ann.jpg";

pub(crate) fn add(cases: &mut Cases, linq: &Client<DryRun>) {
    let cards = linq.contact_card();
    let full = cards.create(LINE, "Ann").last_name("Lee").image_url(PHOTO);
    cases.add(
        "contact_card.create",
        [cards.create(LINE, "Ann").send(), full.send()],
    );
    cases.add(
        "contact_card.retrieve",
        [
            cards.retrieve().send(),
            cards.retrieve().phone_number(LINE).send(),
        ],
    );
    let full = cards
        .update(LINE)
        .first_name("Anna")
        .last_name("Li")
        .image_url(PHOTO);
    cases.add(
        "contact_card.update",
        [cards.update(LINE).first_name("Anna").send(), full.send()],
    );
}
