use super::ChatBackground;
use crate::{call::Call, id::ChatId};

endpoint! {
    /// Takes a chat's background away.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/background/methods/remove/>.
    pub struct RemoveBackground = DELETE "/v3/chats/{chat_id}/background";
    name: "chats.background.remove",
    idempotency: Idempotent,
    path {
        /// The chat.
        chat_id: ChatId,
    }
}

impl<'c, C> ChatBackground<'c, C> {
    /// Takes the chat's background away. See [`RemoveBackground`].
    pub fn remove(&self) -> Call<'c, C, RemoveBackground> {
        Call::new(self.transport, Ok(RemoveBackground::new(self.chat.clone())))
    }
}
