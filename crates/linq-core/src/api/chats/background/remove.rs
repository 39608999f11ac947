use super::ChatBackground;
use crate::{call::Call, id::ChatId};

endpoint! {
    /// Removes the background of a chat.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/background/methods/remove/>.
    pub struct RemoveBackground = DELETE "/v3/chats/{chat_id}/background";
    name: "chats.background.remove",
    idempotency: Idempotent,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> ChatBackground<'c, C> {
    /// Removes the background of the chat. See [`RemoveBackground`].
    pub fn remove(&self) -> Call<'c, C, RemoveBackground> {
        Call::new(self.transport, Ok(RemoveBackground::new(self.chat.clone())))
    }
}
