use super::Messages;
use crate::{
    call::{Call, Page, paged_by_cursor},
    id::ChatId,
    model::Message,
};

endpoint! {
    /// Gives the messages of a chat, a page at a time.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/list/>.
    pub struct ListMessages = GET "/v3/chats/{chat_id}/messages" -> Page<Message>;
    name: "chats.messages.list",
    idempotency: ReadOnly,
    path {
        /// The chat.
        chat_id: ChatId,
    }
    query {
        /// Where the page starts: the `next_cursor` of the page before.
        cursor: Option<String>,
        /// How many items a page holds: 1 to 100, 20 unless told otherwise.
        limit: Option<u32>,
    }
}

paged_by_cursor!(ListMessages, Message);

impl<'c, C> Messages<'c, C> {
    /// Gives the messages of the chat: one page by `.send()` or `.await`, all of them by `.items()`.
    /// See [`ListMessages`].
    pub fn list(&self) -> Call<'c, C, ListMessages> {
        Call::new(self.transport, Ok(ListMessages::new(self.chat.clone())))
    }
}
