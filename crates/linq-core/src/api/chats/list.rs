use super::Chats;
use crate::{
    Handle, PhoneNumber,
    call::{Call, Page, paged_by_cursor},
    model::Chat,
};

endpoint! {
    /// Gives your chats, a page at a time.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/list_chats/>.
    pub struct ListChats = GET "/v3/chats" -> Page<Chat>;
    name: "chats.list_chats",
    idempotency: ReadOnly,
    query {
        /// Where the page starts: the `next_cursor` of the page before.
        cursor: Option<String>,
        /// Only chats of this line of yours.
        from: Option<PhoneNumber>,
        /// How many items a page holds: 1 to 100, 20 unless told otherwise.
        limit: Option<u32>,
        /// Only chats that this phone number or e-mail address is in.
        to: Option<Handle>,
    }
}

paged_by_cursor!(ListChats, Chat);

impl<'c, C> Chats<'c, C> {
    /// Gives your chats, officially `list_chats`: one page by `.send()` or `.await`, all of them by
    /// `.items()`. See [`ListChats`].
    pub fn list(&self) -> Call<'c, C, ListChats> {
        Call::new(self.transport, Ok(ListChats::new()))
    }
}
