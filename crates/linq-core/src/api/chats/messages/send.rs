use super::Messages;
use crate::{
    call::Call,
    error::{InvalidArgument, PrependPath},
    id::ChatId,
    message::MessageContent,
    model::MessageSendResponse,
    rate_limit::RateLimitKey,
};

endpoint! {
    /// Sends a message to a chat.
    ///
    /// Every request has an idempotency key, yours or a generated one, so that a retry does not send the
    /// message twice.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/send/>.
    pub struct SendMessage = POST "/v3/chats/{chat_id}/messages" -> MessageSendResponse;
    name: "chats.messages.send",
    idempotency: Keyed,
    key: message.idempotency_key,
    check: Self::validate,
    rate_limit: |call| RateLimitKey::messages_in(&call.chat_id),
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
    body {
        /// Message to send.
        message: MessageContent,
        /// True to send even if the recipient has opted out (code 2024). Requires their renewed consent.
        override_optout: Option<bool>,
    }
}

impl SendMessage {
    fn validate(&self) -> Result<(), InvalidArgument> {
        self.message.check().within("message")
    }
}

impl<'c, C> Messages<'c, C> {
    /// Sends a message to the chat: plain text, or content built with [`Text`](crate::message::Text) and
    /// [`MessageContent`].
    ///
    /// ```
    /// use linq_core::message::{Text, TextAnimation};
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// let text = Text::new().bold("Hello ").plain("wörld 🎂").animate("!", TextAnimation::Shake);
    /// linq.chats().messages(chat).send(text).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`SendMessage`].
    pub fn send(&self, message: impl Into<MessageContent>) -> Call<'c, C, SendMessage> {
        Call::new(
            self.transport,
            Ok(SendMessage::new(self.chat.clone(), message.into())),
        )
    }
}
