//! Where the people of a chat are.

mod request;
mod retrieve;
mod stop;

pub use request::RequestLocation;
pub use retrieve::RetrieveLocation;
pub use stop::StopLocation;

use crate::id::ChatId;

/// Where the people of a chat are: see [`Chats::location`](super::Chats::location).
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
