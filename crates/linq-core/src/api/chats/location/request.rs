use super::ChatLocation;
use crate::{call::Call, id::ChatId, model::LocationRequestResponse};

endpoint! {
    /// Asks the other person of a direct iMessage chat to share their location with you.
    ///
    /// They are prompted on their device; `location.sharing.started` follows if they agree. Refused if
    /// they share already (409), in groups (code 2016), over SMS and RCS (code 2017), and if asked too
    /// often (code 1007).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/request/>.
    pub struct RequestLocation = POST "/v3/chats/{chat_id}/location/request" -> LocationRequestResponse;
    name: "chats.location.request",
    idempotency: NotIdempotent,
    path {
        /// The chat.
        chat_id: ChatId,
    }
}

impl<'c, C> ChatLocation<'c, C> {
    /// Asks the other person to share their location with you.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// linq.chats().location(chat).request().send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`RequestLocation`].
    pub fn request(&self) -> Call<'c, C, RequestLocation> {
        Call::new(self.transport, Ok(RequestLocation::new(self.chat.clone())))
    }
}
