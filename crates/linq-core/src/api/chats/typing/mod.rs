//! The typing indicator of a chat.

mod start;
mod stop;

pub use start::StartTyping;
pub use stop::StopTyping;

use crate::id::ChatId;

/// The typing resource of a chat: see [`Chats::typing`](super::Chats::typing).
#[derive(Clone, Debug)]
pub struct Typing<'c, C> {
    transport: &'c C,
    chat: ChatId,
}

impl<'c, C> Typing<'c, C> {
    pub(super) fn new(transport: &'c C, chat: ChatId) -> Self {
        Self { transport, chat }
    }
}
