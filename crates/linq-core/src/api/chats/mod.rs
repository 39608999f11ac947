//! Conversations, direct and group.

mod create;
mod leave;
mod list;
mod mark_as_read;
pub mod messages;
pub mod participants;
mod retrieve;
mod share_contact_card;
pub mod typing;
mod update;

pub use create::CreateChat;
pub use leave::LeaveChat;
pub use list::ListChats;
pub use mark_as_read::MarkChatAsRead;
pub use retrieve::RetrieveChat;
pub use share_contact_card::ShareContactCard;
pub use update::UpdateChat;

use self::{messages::Messages, participants::Participants, typing::Typing};
use crate::id::ChatId;

/// Conversations: see [`Client::chats`](crate::Client::chats).
#[derive(Clone, Copy, Debug)]
pub struct Chats<'c, C> {
    caller: &'c C,
}

impl<'c, C> Chats<'c, C> {
    pub(crate) fn new(caller: &'c C) -> Self {
        Self { caller }
    }

    /// The messages of a chat.
    pub fn messages(&self, chat: impl Into<ChatId>) -> Messages<'c, C> {
        Messages::new(self.caller, chat.into())
    }

    /// Who is in a group chat.
    pub fn participants(&self, chat: impl Into<ChatId>) -> Participants<'c, C> {
        Participants::new(self.caller, chat.into())
    }

    /// The typing indicator of a chat.
    pub fn typing(&self, chat: impl Into<ChatId>) -> Typing<'c, C> {
        Typing::new(self.caller, chat.into())
    }
}
