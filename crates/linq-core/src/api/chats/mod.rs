//! Direct and group chats.

pub mod background;
mod create;
mod leave;
mod list;
pub mod location;
mod mark_as_read;
pub mod messages;
pub mod participants;
pub mod polls;
mod retrieve;
mod send_voice_memo;
mod share_contact_card;
pub mod typing;
mod update;

pub use create::CreateChat;
pub use leave::LeaveChat;
pub use list::ListChats;
pub use mark_as_read::MarkChatAsRead;
pub use retrieve::RetrieveChat;
pub use send_voice_memo::SendVoiceMemo;
pub use share_contact_card::ShareContactCard;
pub use update::UpdateChat;

use self::{
    background::ChatBackground, location::ChatLocation, messages::Messages,
    participants::Participants, polls::Polls, typing::Typing,
};
use crate::id::ChatId;

/// The chats resource: see [`Client::chats`](crate::Client::chats).
#[derive(Clone, Copy, Debug)]
pub struct Chats<'c, C> {
    transport: &'c C,
}

impl<'c, C> Chats<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }

    /// Returns the resource for the background of a chat.
    pub fn background(&self, chat: impl Into<ChatId>) -> ChatBackground<'c, C> {
        ChatBackground::new(self.transport, chat.into())
    }

    /// Returns the resource for the locations of the participants of a chat.
    pub fn location(&self, chat: impl Into<ChatId>) -> ChatLocation<'c, C> {
        ChatLocation::new(self.transport, chat.into())
    }

    /// Returns the resource for the messages of a chat.
    pub fn messages(&self, chat: impl Into<ChatId>) -> Messages<'c, C> {
        Messages::new(self.transport, chat.into())
    }

    /// Returns the resource for the participants of a group chat.
    pub fn participants(&self, chat: impl Into<ChatId>) -> Participants<'c, C> {
        Participants::new(self.transport, chat.into())
    }

    /// Returns the resource for creating polls in a chat. Existing polls are at
    /// [`messages().poll(…)`](crate::api::messages::Messages::poll).
    pub fn polls(&self, chat: impl Into<ChatId>) -> Polls<'c, C> {
        Polls::new(self.transport, chat.into())
    }

    /// Returns the resource for the typing indicator of a chat.
    pub fn typing(&self, chat: impl Into<ChatId>) -> Typing<'c, C> {
        Typing::new(self.transport, chat.into())
    }
}
