use super::Messages;
use crate::{
    call::Call, error::InvalidArgument, id::MessageId, message::check_text, model::Message,
};

endpoint! {
    /// Edits the text of a sent message: at most 5 times, within 15 minutes of sending it.
    ///
    /// Returns the message; `None` if it has been deleted.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/update/>.
    pub struct UpdateMessage = PATCH "/v3/messages/{message_id}" -> Option<Message>;
    name: "messages.update",
    idempotency: Idempotent,
    check: Self::validate,
    path {
        /// Identifier of the message.
        message_id: MessageId,
    }
    body {
        /// New text, 1 to 10,000 characters.
        text: String,
        /// Index of the part, counted from 0; the first by default.
        part_index: Option<u32>,
    }
}

impl UpdateMessage {
    fn validate(&self) -> Result<(), InvalidArgument> {
        check_text("text", &self.text)
    }
}

impl<'c, C> Messages<'c, C> {
    /// Edits the text of a sent message: at most 5 times, within 15 minutes of sending it.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let message = "69a37c7d-af4f-4b5e-af42-e28e98ce873a";
    /// linq.messages().update(message, "At seven, not at six.").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`UpdateMessage`].
    pub fn update(
        &self,
        message: impl Into<MessageId>,
        text: impl Into<String>,
    ) -> Call<'c, C, UpdateMessage> {
        Call::new(
            self.transport,
            Ok(UpdateMessage::new(message.into(), text.into())),
        )
    }
}
