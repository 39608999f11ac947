use super::Chats;
use crate::{call::Call, id::ChatId, model::Chat};

endpoint! {
    /// Returns a chat.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/retrieve/>.
    pub struct RetrieveChat = GET "/v3/chats/{chat_id}" -> Chat;
    name: "chats.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Chats<'c, C> {
    /// Returns a chat. See [`RetrieveChat`].
    pub fn retrieve(&self, chat: impl Into<ChatId>) -> Call<'c, C, RetrieveChat> {
        Call::new(self.transport, Ok(RetrieveChat::new(chat.into())))
    }
}
