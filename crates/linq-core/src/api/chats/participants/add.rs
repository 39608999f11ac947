use super::Participants;
use crate::{Handle, call::Call, error::IntoField, id::ChatId, model::OperationAccepted};

endpoint! {
    /// Adds a person to an iMessage group of three or more.
    ///
    /// They must be reachable over the group's service. The reply only says that it is queued;
    /// `participant.added` follows.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/add/>.
    pub struct AddParticipant = POST "/v3/chats/{chat_id}/participants" -> OperationAccepted;
    name: "chats.participants.add",
    idempotency: Convergent,
    path {
        /// The group.
        chat_id: ChatId,
    }
    body {
        /// Whom to add: a phone number or an e-mail address.
        handle: Handle,
    }
}

impl<'c, C> Participants<'c, C> {
    /// Adds a person to an iMessage group of three or more.
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
