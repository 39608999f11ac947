use super::Chats;
use crate::{call::Call, id::ChatId, model::OperationAccepted};

endpoint! {
    /// Leaves a group of four or more participants, your own line included.
    ///
    /// The response only confirms that the operation is queued; the event `participant.removed` follows. After
    /// that, every call about the chat is rejected (code 2013) until a participant adds you again.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/leave_chat/>.
    pub struct LeaveChat = POST "/v3/chats/{chat_id}/leave" -> OperationAccepted;
    name: "chats.leave_chat",
    idempotency: Convergent,
    path {
        /// Identifier of the group.
        chat_id: ChatId,
    }
}

impl<'c, C> Chats<'c, C> {
    /// Leaves a group; officially `leave_chat`. See [`LeaveChat`].
    pub fn leave(&self, chat: impl Into<ChatId>) -> Call<'c, C, LeaveChat> {
        Call::new(self.transport, Ok(LeaveChat::new(chat.into())))
    }
}
