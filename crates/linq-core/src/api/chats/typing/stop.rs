use super::Typing;
use crate::{call::Call, id::ChatId};

endpoint! {
    /// Stops showing the others that you are typing.
    ///
    /// The guide says that groups do not show it, the endpoint's page that they do.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/stop/>.
    pub struct StopTyping = DELETE "/v3/chats/{chat_id}/typing";
    name: "chats.typing.stop",
    idempotency: Convergent,
    path {
        /// The chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Typing<'c, C> {
    /// Stops showing the others that you are typing. See [`StopTyping`].
    pub fn stop(&self) -> Call<'c, C, StopTyping> {
        Call::new(self.transport, Ok(StopTyping::new(self.chat.clone())))
    }
}
