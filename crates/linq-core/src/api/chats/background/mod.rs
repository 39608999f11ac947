//! The background of a chat.

mod remove;
mod set;

pub use remove::RemoveBackground;
pub use set::SetBackground;

use crate::id::ChatId;

/// The background resource of a chat: see [`Chats::background`](super::Chats::background).
#[derive(Clone, Debug)]
pub struct ChatBackground<'c, C> {
    transport: &'c C,
    chat: ChatId,
}

impl<'c, C> ChatBackground<'c, C> {
    pub(super) fn new(transport: &'c C, chat: ChatId) -> Self {
        Self { transport, chat }
    }
}
