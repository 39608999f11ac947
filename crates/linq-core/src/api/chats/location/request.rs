use super::ChatLocation;
use crate::{call::Call, id::ChatId, model::LocationRequestResponse};

endpoint! {
    /// Requests the location of the other participant of a direct iMessage chat.
    ///
    /// They are prompted on their device; the event `location.sharing.started` follows if they agree. Rejected
    /// if they share their location already (409), in groups (code 2016), over SMS and RCS (code 2017), and if
    /// requested too often (code 1007).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/request/>.
    pub struct RequestLocation = POST "/v3/chats/{chat_id}/location/request" -> LocationRequestResponse;
    name: "chats.location.request",
    idempotency: NotIdempotent,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> ChatLocation<'c, C> {
    /// Requests the location of the other participant.
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
