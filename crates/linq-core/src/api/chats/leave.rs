use super::Chats;
use crate::{call::Call, id::ChatId, model::OperationAccepted};

endpoint! {
    /// Takes your own line out of a group of four or more, yourself included.
    ///
    /// The reply only says that it is queued; `participant.removed` follows. After that every call about
    /// the chat is refused (code 2013) until a member adds you back.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/leave_chat/>.
    pub struct LeaveChat = POST "/v3/chats/{chat_id}/leave" -> OperationAccepted;
    name: "chats.leave_chat",
    idempotency: Convergent,
    path {
        /// The group.
        chat_id: ChatId,
    }
}

impl<'c, C> Chats<'c, C> {
    /// Takes your own line out of a group; officially `leave_chat`. See [`LeaveChat`].
    pub fn leave(&self, chat: impl Into<ChatId>) -> Call<'c, C, LeaveChat> {
        Call::new(self.transport, Ok(LeaveChat::new(chat.into())))
    }
}
