//! Contact cards: the name and photo that your lines show to recipients.

mod create;
mod retrieve;
mod update;

pub use create::CreateContactCard;
pub use retrieve::RetrieveContactCards;
pub use update::UpdateContactCard;

/// The contact-card resource: see [`Client::contact_card`](crate::Client::contact_card).
#[derive(Clone, Copy, Debug)]
pub struct ContactCards<'c, C> {
    transport: &'c C,
}

impl<'c, C> ContactCards<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
