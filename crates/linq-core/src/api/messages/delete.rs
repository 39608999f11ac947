use super::Messages;
use crate::{call::Call, id::MessageId};

endpoint! {
    /// Deletes a message from Linq's records. Recipients keep it.
    ///
    /// Its idempotency key cannot be reused: sending with it again fails with 404.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/delete/>.
    pub struct DeleteMessage = DELETE "/v3/messages/{message_id}";
    name: "messages.delete",
    idempotency: Convergent,
    path {
        /// Identifier of the message.
        message_id: MessageId,
    }
}

impl<'c, C> Messages<'c, C> {
    /// Deletes a message from Linq's records. Recipients keep it. See [`DeleteMessage`].
    pub fn delete(&self, message: impl Into<MessageId>) -> Call<'c, C, DeleteMessage> {
        Call::new(self.transport, Ok(DeleteMessage::new(message.into())))
    }
}
