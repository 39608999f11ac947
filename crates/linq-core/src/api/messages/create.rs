use super::Messages;
use crate::{
    Handle, PhoneNumber,
    call::Call,
    error::{Each, IntoField, InvalidArgument, Within},
    message::{
        ContinuationMessage, IdempotencyKey, MessageContent, check_present, check_recipients,
    },
    model::MessageCreateResponse,
    rate_limit::RateLimitKey,
};

endpoint! {
    /// Sends a message to one or more recipients, on a line and into a chat that Linq chooses.
    ///
    /// If these recipients have a chat on a line that can send, the message goes there; if they have
    /// none, a chat is started on the best line; if theirs are on lines that cannot send, a chat is
    /// started on another one. The reply says which. Unlike that of
    /// [`CreateChat`](crate::api::chats::CreateChat), a first message may hold a link, though it puts
    /// the line at risk.
    ///
    /// Every send carries an idempotency key in its message, yours or a fresh one. Yours may be given as
    /// the message's own or as the operation's; two different ones are refused.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/create/>.
    pub struct CreateMessage = POST "/v3/messages" -> MessageCreateResponse;
    name: "messages.create",
    idempotency: Keyed,
    key: message.idempotency_key,
    check: Self::rules,
    rate_limit: |call| RateLimitKey::messages_to(None, &call.to),
    header {
        /// What makes a repeated send harmless; made by the client if absent. It is put into the message
        /// too, where the API looks first.
        idempotency_key: Option<IdempotencyKey> = "Idempotency-Key",
    }
    body {
        /// What to send.
        message: MessageContent,
        /// To whom: 1 to 31 phone numbers or e-mail addresses, in any order.
        to: Vec<Handle>,
        /// Lines that are not to be chosen for a new chat. One that is there already stays on its line.
        exclude_from: Option<Vec<PhoneNumber>>,
        /// What to send instead if the recipients had a chat on a line that cannot send any more: they
        /// hear from a number that is new to them.
        continuation_message: Option<ContinuationMessage>,
        /// Sends although the recipient opted out (code 2024). Only with their renewed consent.
        override_optout: Option<bool>,
    }
}

impl CreateMessage {
    fn rules(&self) -> Result<(), InvalidArgument> {
        check_recipients(&self.to)?;
        if let Some(continuation) = &self.continuation_message {
            check_present("continuation_message.text", &continuation.text)?;
        }
        self.message.check().within("message")
    }
}

impl<'c, C> Messages<'c, C> {
    /// Sends a message to one or more recipients, on a line and into a chat that Linq chooses.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.messages().create(["+15556667777"], "Your order has been shipped.").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreateMessage`].
    pub fn create<H: IntoField<Handle>>(
        &self,
        to: impl IntoIterator<Item = H>,
        message: impl Into<MessageContent>,
    ) -> Call<'c, C, CreateMessage> {
        let to = Each(to).into_field("to");
        Call::new(
            self.transport,
            to.map(|to| CreateMessage::new(message.into(), to)),
        )
    }
}
