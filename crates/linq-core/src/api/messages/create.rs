use super::Messages;
use crate::{
    Handle, PhoneNumber,
    call::Call,
    error::{Argument, Each, Invalid, Within},
    message::{
        ContinuationMessage, IdempotencyKey, MessageContent, check_present, check_recipients,
    },
    model::MessageCreateResponse,
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
    /// Every send carries an idempotency key in its message, yours or a fresh one.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/create/>.
    pub struct CreateMessage = POST "/v3/messages" -> MessageCreateResponse;
    name: "messages.create",
    repeat: Keyed,
    key: message.idempotency_key,
    check: Self::rules,
    header? {
        /// The same as the message's own `idempotency_key`, which is what is set unless told otherwise.
        idempotency_key: IdempotencyKey = "Idempotency-Key",
    }
    body {
        /// What to send.
        message: MessageContent,
        /// To whom: 1 to 31 phone numbers or e-mail addresses, in any order.
        to: Vec<Handle>,
    }
    body* {
        /// Lines that are not to be chosen for a new chat. One that is there already stays on its line.
        exclude_from: PhoneNumber,
    }
    body? {
        /// What to send instead if the recipients had a chat on a line that cannot send any more: they
        /// hear from a number that is new to them.
        continuation_message: ContinuationMessage,
        /// Sends although the recipient opted out (code 2024). Only with their renewed consent.
        override_optout: bool,
    }
}

impl CreateMessage {
    fn rules(&self) -> Result<(), Invalid> {
        check_recipients(&self.to)?;
        if let Some(continuation) = &self.continuation_message {
            check_present("continuation_message.text", &continuation.text)?;
        }
        self.message.check().within("message")
    }
}

impl<C> Call<'_, C, CreateMessage> {
    /// Sends this key in the header `Idempotency-Key` too. [`idempotency_key`](Call::idempotency_key)
    /// sets the message's own, which is enough.
    pub fn idempotency_key_header(self, key: impl Argument<IdempotencyKey>) -> Self {
        self.set("idempotency_key", key, |endpoint, key| {
            endpoint.idempotency_key = Some(key);
        })
    }
}

impl<'c, C> Messages<'c, C> {
    /// Sends a message to one or more recipients, on a line and into a chat that Linq chooses.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.messages().create(["+15556667777"], "Your order has been shipped.").send()?;
    /// # Ok::<(), linq_core::error::Invalid>(())
    /// ```
    ///
    /// See [`CreateMessage`].
    pub fn create<H: Argument<Handle>>(
        &self,
        to: impl IntoIterator<Item = H>,
        message: impl Into<MessageContent>,
    ) -> Call<'c, C, CreateMessage> {
        let to = Each(to).into_field("to");
        Call::new(
            self.caller,
            to.map(|to| CreateMessage::new(message.into(), to)),
        )
    }
}
