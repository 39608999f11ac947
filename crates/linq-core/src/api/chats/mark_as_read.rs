use super::Chats;
use crate::{call::Call, id::ChatId};

endpoint! {
    /// Marks every message of a chat as read.
    ///
    /// Over iMessage the other side of a direct chat sees it. There are no receipts in groups, nor over
    /// SMS.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/mark_as_read/>.
    pub struct MarkChatAsRead = POST "/v3/chats/{chat_id}/read";
    name: "chats.mark_as_read",
    idempotency: Convergent,
    path {
        /// The chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Chats<'c, C> {
    /// Marks every message of a chat as read. See [`MarkChatAsRead`].
    pub fn mark_as_read(&self, chat: impl Into<ChatId>) -> Call<'c, C, MarkChatAsRead> {
        Call::new(self.transport, Ok(MarkChatAsRead::new(chat.into())))
    }
}
