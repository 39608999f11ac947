use super::Chats;
use crate::{call::Call, id::ChatId};

endpoint! {
    /// Marks all messages of a chat as read.
    ///
    /// In a direct iMessage chat, the other participant receives a read receipt. There are no receipts in
    /// groups, nor over SMS.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/mark_as_read/>.
    pub struct MarkChatAsRead = POST "/v3/chats/{chat_id}/read";
    name: "chats.mark_as_read",
    idempotency: Convergent,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Chats<'c, C> {
    /// Marks all messages of a chat as read. See [`MarkChatAsRead`].
    pub fn mark_as_read(&self, chat: impl Into<ChatId>) -> Call<'c, C, MarkChatAsRead> {
        Call::new(self.transport, Ok(MarkChatAsRead::new(chat.into())))
    }
}
