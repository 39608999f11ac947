//! The messages of a chat.

mod list;
mod send;

pub use list::ListMessages;
pub use send::SendMessage;

use crate::id::ChatId;

/// The messages resource of a chat: see [`Chats::messages`](super::Chats::messages).
#[derive(Clone, Debug)]
pub struct Messages<'c, C> {
    transport: &'c C,
    chat: ChatId,
}

impl<'c, C> Messages<'c, C> {
    pub(super) fn new(transport: &'c C, chat: ChatId) -> Self {
        Self { transport, chat }
    }
}
