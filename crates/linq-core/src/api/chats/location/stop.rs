use super::ChatLocation;
use crate::{Handle, call::Call, error::IntoField, id::ChatId, model::LocationRequestResponse};

endpoint! {
    /// Stops a participant's location sharing with you, in all chats with them.
    ///
    /// The event `location.sharing.stopped` follows. Fails with 404 if they do not share their location.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/stop/>.
    pub struct StopLocation = DELETE "/v3/chats/{chat_id}/location" -> LocationRequestResponse;
    name: "chats.location.stop",
    idempotency: Convergent,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
    body {
        /// Phone number or e-mail address of the participant.
        handle: Handle,
    }
}

impl<'c, C> ChatLocation<'c, C> {
    /// Stops a participant's location sharing with you. See [`StopLocation`].
    pub fn stop(&self, handle: impl IntoField<Handle>) -> Call<'c, C, StopLocation> {
        let handle = handle.into_field("handle");
        Call::new(
            self.transport,
            handle.map(|handle| StopLocation::new(self.chat.clone(), handle)),
        )
    }
}
