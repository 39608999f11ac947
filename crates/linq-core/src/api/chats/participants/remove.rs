use super::Participants;
use crate::{Handle, call::Call, error::IntoField, id::ChatId, model::OperationAccepted};

endpoint! {
    /// Takes a person out of an iMessage group; three or more have to remain.
    ///
    /// The reply only says that it is queued; `participant.removed` follows.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/remove/>.
    pub struct RemoveParticipant = DELETE "/v3/chats/{chat_id}/participants" -> OperationAccepted;
    name: "chats.participants.remove",
    idempotency: Convergent,
    path {
        /// The group.
        chat_id: ChatId,
    }
    body {
        /// Whom to take out: a phone number or an e-mail address.
        handle: Handle,
    }
}

impl<'c, C> Participants<'c, C> {
    /// Takes a person out of an iMessage group; three or more have to remain.
    ///
    /// A repeat after a lost reply can be refused because the first attempt had worked: see
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
