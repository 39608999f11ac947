//! Messages, independent of their chat.

mod change_reaction;
mod create;
mod delete;
pub mod poll;
mod retrieve;
mod thread;
mod update;
mod update_app_card;
mod update_sticker_placement;

pub use change_reaction::ChangeReaction;
pub use create::CreateMessage;
pub use delete::DeleteMessage;
pub use retrieve::RetrieveMessage;
pub use thread::{ListThread, SortOrder};
pub use update::UpdateMessage;
pub use update_app_card::UpdateAppCard;
pub use update_sticker_placement::UpdateStickerPlacement;

use self::poll::Poll;
use crate::id::MessageId;

/// The messages resource: see [`Client::messages`](crate::Client::messages).
#[derive(Clone, Copy, Debug)]
pub struct Messages<'c, C> {
    transport: &'c C,
}

impl<'c, C> Messages<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }

    /// Returns the resource for a sent or received poll, identified by its message.
    pub fn poll(&self, message: impl Into<MessageId>) -> Poll<'c, C> {
        Poll::new(self.transport, message.into())
    }
}
