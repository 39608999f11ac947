use super::Chats;
use crate::{
    Handle, PhoneNumber,
    call::{Call, Page, paged_by_cursor},
    model::Chat,
};

endpoint! {
    /// Lists your chats, in pages.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/list_chats/>.
    pub struct ListChats = GET "/v3/chats" -> Page<Chat>;
    name: "chats.list_chats",
    idempotency: ReadOnly,
    query {
        /// Cursor of the page, as returned by the previous page; the first page by default.
        cursor: Option<String>,
        /// Line whose chats are listed; by default, all of your lines.
        from: Option<PhoneNumber>,
        /// Maximum number of items per page: 1 to 100, 20 by default.
        limit: Option<u32>,
        /// Phone number or e-mail address that must participate in the chats.
        to: Option<Handle>,
    }
}

paged_by_cursor!(ListChats, Chat);

impl<'c, C> Chats<'c, C> {
    /// Lists your chats; officially `list_chats`: `.send()` or `.await` returns one page, `.items()` iterates
    /// over all pages. See [`ListChats`].
    pub fn list(&self) -> Call<'c, C, ListChats> {
        Call::new(self.transport, Ok(ListChats::new()))
    }
}
