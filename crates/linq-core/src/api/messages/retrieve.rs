use super::Messages;
use crate::{call::Call, id::MessageId, model::Message};

endpoint! {
    /// Returns a message with its reactions.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/retrieve/>.
    pub struct RetrieveMessage = GET "/v3/messages/{message_id}" -> Message;
    name: "messages.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the message.
        message_id: MessageId,
    }
}

impl<'c, C> Messages<'c, C> {
    /// Returns a message with its reactions. See [`RetrieveMessage`].
    pub fn retrieve(&self, message: impl Into<MessageId>) -> Call<'c, C, RetrieveMessage> {
        Call::new(self.transport, Ok(RetrieveMessage::new(message.into())))
    }
}
