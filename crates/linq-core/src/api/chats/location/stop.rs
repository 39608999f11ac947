use super::ChatLocation;
use crate::{Handle, call::Call, error::IntoField, id::ChatId, model::LocationRequestResponse};

endpoint! {
    /// Ends somebody's sharing of their location with you, in every chat that you have with them.
    ///
    /// `location.sharing.stopped` follows. Refused with 404 if they do not share.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/stop/>.
    pub struct StopLocation = DELETE "/v3/chats/{chat_id}/location" -> LocationRequestResponse;
    name: "chats.location.stop",
    idempotency: Convergent,
    path {
        /// The chat.
        chat_id: ChatId,
    }
    body {
        /// Whose: a phone number or an e-mail address.
        handle: Handle,
    }
}

impl<'c, C> ChatLocation<'c, C> {
    /// Ends somebody's sharing of their location with you. See [`StopLocation`].
    pub fn stop(&self, handle: impl IntoField<Handle>) -> Call<'c, C, StopLocation> {
        let handle = handle.into_field("handle");
        Call::new(
            self.transport,
            handle.map(|handle| StopLocation::new(self.chat.clone(), handle)),
        )
    }
}
