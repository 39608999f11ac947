//! The participants of a group chat.

mod add;
mod remove;

pub use add::AddParticipant;
pub use remove::RemoveParticipant;

use crate::id::ChatId;

/// The participants resource of a group chat: see [`Chats::participants`](super::Chats::participants).
#[derive(Clone, Debug)]
pub struct Participants<'c, C> {
    transport: &'c C,
    chat: ChatId,
}

impl<'c, C> Participants<'c, C> {
    pub(super) fn new(transport: &'c C, chat: ChatId) -> Self {
        Self { transport, chat }
    }
}
