use super::Participants;
use crate::{Handle, call::Call, error::IntoField, id::ChatId, model::OperationAccepted};

endpoint! {
    /// Removes a participant from an iMessage group; three or more have to remain.
    ///
    /// The response only confirms that the operation is queued; the event `participant.removed` follows.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/remove/>.
    pub struct RemoveParticipant = DELETE "/v3/chats/{chat_id}/participants" -> OperationAccepted;
    name: "chats.participants.remove",
    idempotency: Convergent,
    path {
        /// Identifier of the group.
        chat_id: ChatId,
    }
    body {
        /// Phone number or e-mail address to remove.
        handle: Handle,
    }
}

impl<'c, C> Participants<'c, C> {
    /// Removes a participant from an iMessage group; three or more have to remain.
    ///
    /// A retry after a lost response can be rejected because the first attempt succeeded: see
    /// [`ApiError::earlier_attempt_may_have_succeeded`](crate::error::ApiError::earlier_attempt_may_have_succeeded).
    ///
    /// See [`RemoveParticipant`].
    pub fn remove(&self, handle: impl IntoField<Handle>) -> Call<'c, C, RemoveParticipant> {
        let handle = handle.into_field("handle");
        Call::new(
            self.transport,
            handle.map(|handle| RemoveParticipant::new(self.chat.clone(), handle)),
        )
    }
}
