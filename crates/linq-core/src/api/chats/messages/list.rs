use super::Messages;
use crate::{
    call::{Call, Page, paged_by_cursor},
    id::ChatId,
    model::Message,
};

endpoint! {
    /// Lists the messages of a chat, in pages.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/list/>.
    pub struct ListMessages = GET "/v3/chats/{chat_id}/messages" -> Page<Message>;
    name: "chats.messages.list",
    idempotency: ReadOnly,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
    query {
        /// Cursor of the page, as returned by the previous page; the first page by default.
        cursor: Option<String>,
        /// Maximum number of items per page: 1 to 100, 20 by default.
        limit: Option<u32>,
    }
}

paged_by_cursor!(ListMessages, Message);

impl<'c, C> Messages<'c, C> {
    /// Lists the messages of the chat: `.send()` or `.await` returns one page, `.items()` iterates over all
    /// pages. See [`ListMessages`].
    pub fn list(&self) -> Call<'c, C, ListMessages> {
        Call::new(self.transport, Ok(ListMessages::new(self.chat.clone())))
    }
}
