use super::Typing;
use crate::{call::Call, id::ChatId};

endpoint! {
    /// Hides the typing indicator from the other participants.
    ///
    /// The documentation is contradictory about groups: the guide says that they do not show it, the page of the
    /// operation says that they do.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/stop/>.
    pub struct StopTyping = DELETE "/v3/chats/{chat_id}/typing";
    name: "chats.typing.stop",
    idempotency: Convergent,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Typing<'c, C> {
    /// Hides the typing indicator from the other participants. See [`StopTyping`].
    pub fn stop(&self) -> Call<'c, C, StopTyping> {
        Call::new(self.transport, Ok(StopTyping::new(self.chat.clone())))
    }
}
