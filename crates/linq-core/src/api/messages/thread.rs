use super::Messages;
use crate::{
    call::{Call, Page, paged_by_cursor},
    id::MessageId,
    model::Message,
};

endpoint! {
    /// Gives the thread that a message is in, a page at a time: the message that was answered first, and
    /// all answers. A message that is in none is given alone.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/list_messages_thread/>.
    pub struct ListThread = GET "/v3/messages/{message_id}/thread" -> Page<Message>;
    name: "messages.list_messages_thread",
    idempotency: ReadOnly,
    path {
        /// Any message of the thread.
        message_id: MessageId,
    }
    query {
        /// Where the page starts: the `next_cursor` of the page before.
        cursor: Option<String>,
        /// How many items a page holds: 1 to 100, 20 unless told otherwise.
        limit: Option<u32>,
        /// Which messages come first; the oldest unless told otherwise.
        order: Option<SortOrder>,
    }
}

open_enum! {
    /// Which items of a list come first.
    pub enum SortOrder {
        /// The oldest.
        Ascending = "asc",
        /// The newest.
        Descending = "desc",
    }
}

paged_by_cursor!(ListThread, Message);

impl<'c, C> Messages<'c, C> {
    /// Gives the thread that a message is in, officially `list_messages_thread`: one page by `.send()` or
    /// `.await`, all of it by `.items()`. See [`ListThread`].
    pub fn thread(&self, message: impl Into<MessageId>) -> Call<'c, C, ListThread> {
        Call::new(self.transport, Ok(ListThread::new(message.into())))
    }
}
