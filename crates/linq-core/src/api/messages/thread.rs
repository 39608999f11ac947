use super::Messages;
use crate::{
    call::{Call, Page, paged_by_cursor},
    id::MessageId,
    model::Message,
};

endpoint! {
    /// Lists the thread that contains a message, in pages: the original message and all replies. The thread of a
    /// message without replies is the message alone.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/list_messages_thread/>.
    pub struct ListThread = GET "/v3/messages/{message_id}/thread" -> Page<Message>;
    name: "messages.list_messages_thread",
    idempotency: ReadOnly,
    path {
        /// Identifier of any message of the thread.
        message_id: MessageId,
    }
    query {
        /// Cursor of the page, as returned by the previous page; the first page by default.
        cursor: Option<String>,
        /// Maximum number of items per page: 1 to 100, 20 by default.
        limit: Option<u32>,
        /// Sort order; the oldest first by default.
        order: Option<SortOrder>,
    }
}

open_enum! {
    /// Sort order of a list.
    pub enum SortOrder {
        /// The oldest first.
        Ascending = "asc",
        /// The newest first.
        Descending = "desc",
    }
}

paged_by_cursor!(ListThread, Message);

impl<'c, C> Messages<'c, C> {
    /// Lists the thread that contains a message; officially `list_messages_thread`: `.send()` or `.await` returns
    /// one page, `.items()` iterates over all pages. See [`ListThread`].
    pub fn thread(&self, message: impl Into<MessageId>) -> Call<'c, C, ListThread> {
        Call::new(self.transport, Ok(ListThread::new(message.into())))
    }
}
