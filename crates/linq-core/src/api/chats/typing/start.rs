use super::Typing;
use crate::{call::Call, id::ChatId};

endpoint! {
    /// Shows the typing indicator to the other participants.
    ///
    /// The documentation is contradictory about groups: the guide says that they do not show it, the page of the
    /// operation says that they do.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/start/>.
    pub struct StartTyping = POST "/v3/chats/{chat_id}/typing";
    name: "chats.typing.start",
    idempotency: Convergent,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> Typing<'c, C> {
    /// Shows the typing indicator to the other participants.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// linq.chats().typing(chat).start().send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`StartTyping`].
    pub fn start(&self) -> Call<'c, C, StartTyping> {
        Call::new(self.transport, Ok(StartTyping::new(self.chat.clone())))
    }
}
