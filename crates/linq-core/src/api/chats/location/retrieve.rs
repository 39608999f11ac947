use super::ChatLocation;
use crate::{call::Call, id::ChatId, model::GetChatLocationResponse};

endpoint! {
    /// Returns the locations of the participants of a chat who share theirs with you; an empty list if there
    /// are none.
    ///
    /// There is no event for a new position: poll every few minutes, as Apple does not update it more often. A
    /// location shared from the Find My app instead of the chat may be listed under the e-mail address of the
    /// participant, and is then missing in the chat with their phone number.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/retrieve/>.
    pub struct RetrieveLocation = GET "/v3/chats/{chat_id}/location" -> GetChatLocationResponse;
    name: "chats.location.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
}

impl<'c, C> ChatLocation<'c, C> {
    /// Returns the locations of the participants who share theirs with you. See [`RetrieveLocation`].
    pub fn retrieve(&self) -> Call<'c, C, RetrieveLocation> {
        Call::new(self.transport, Ok(RetrieveLocation::new(self.chat.clone())))
    }
}
