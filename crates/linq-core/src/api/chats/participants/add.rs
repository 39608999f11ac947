use super::Participants;
use crate::{Handle, call::Call, error::IntoField, id::ChatId, model::OperationAccepted};

endpoint! {
    /// Adds a participant to an iMessage group of three or more.
    ///
    /// The participant must be reachable over the group's service. The response only confirms that the
    /// operation is queued; the event `participant.added` follows.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/add/>.
    pub struct AddParticipant = POST "/v3/chats/{chat_id}/participants" -> OperationAccepted;
    name: "chats.participants.add",
    idempotency: Convergent,
    path {
        /// Identifier of the group.
        chat_id: ChatId,
    }
    body {
        /// Phone number or e-mail address to add.
        handle: Handle,
    }
}

impl<'c, C> Participants<'c, C> {
    /// Adds a participant to an iMessage group of three or more.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// linq.chats().participants(chat).add("+12052499136").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`AddParticipant`].
    pub fn add(&self, handle: impl IntoField<Handle>) -> Call<'c, C, AddParticipant> {
        let handle = handle.into_field("handle");
        Call::new(
            self.transport,
            handle.map(|handle| AddParticipant::new(self.chat.clone(), handle)),
        )
    }
}
