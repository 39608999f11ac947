//! The polls of a chat.

mod create;

pub use create::CreatePoll;

use crate::id::ChatId;

/// The polls resource of a chat: see [`Chats::polls`](super::Chats::polls).
#[derive(Clone, Debug)]
pub struct Polls<'c, C> {
    transport: &'c C,
    chat: ChatId,
}

impl<'c, C> Polls<'c, C> {
    pub(super) fn new(transport: &'c C, chat: ChatId) -> Self {
        Self { transport, chat }
    }
}
