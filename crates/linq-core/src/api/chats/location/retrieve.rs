use super::ChatLocation;
use crate::{call::Call, id::ChatId, model::GetChatLocationResponse};

endpoint! {
    /// Gives the positions of those in a chat who share theirs with you; an empty list if nobody does.
    ///
    /// No event tells of a new position, so ask again, every few minutes: Apple does not update it more
    /// often. Somebody who shares from the Find My app instead of the chat may do so under their e-mail
    /// address, and does not appear in the chat with their phone number.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/retrieve/>.
    pub struct RetrieveLocation = GET "/v3/chats/{chat_id}/location" -> GetChatLocationResponse;
    name: "chats.location.retrieve",
    idempotency: ReadOnly,
    path {
        /// The chat.
        chat_id: ChatId,
    }
}

impl<'c, C> ChatLocation<'c, C> {
    /// Gives the positions of those who share theirs with you. See [`RetrieveLocation`].
    pub fn retrieve(&self) -> Call<'c, C, RetrieveLocation> {
        Call::new(self.transport, Ok(RetrieveLocation::new(self.chat.clone())))
    }
}
