//! The locations of the participants of a chat.

mod request;
mod retrieve;
mod stop;

pub use request::RequestLocation;
pub use retrieve::RetrieveLocation;
pub use stop::StopLocation;

use crate::id::ChatId;

/// The location resource of a chat: see [`Chats::location`](super::Chats::location).
#[derive(Clone, Debug)]
pub struct ChatLocation<'c, C> {
    transport: &'c C,
    chat: ChatId,
}

impl<'c, C> ChatLocation<'c, C> {
    pub(super) fn new(transport: &'c C, chat: ChatId) -> Self {
        Self { transport, chat }
    }
}
