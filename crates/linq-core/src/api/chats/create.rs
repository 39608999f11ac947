use super::Chats;
use crate::{
    Handle, PhoneNumber,
    call::Call,
    error::{Each, IntoField, InvalidArgument, Within},
    message::{MessageContent, check_recipients},
    model::ChatCreateResponse,
    rate_limit::RateLimitKey,
};

endpoint! {
    /// Starts a chat with its first message: one recipient makes a direct chat, two or more a group.
    ///
    /// A chat is known by its line and the exact set of its recipients: asked for again, the existing
    /// one is returned and the message is sent into it. A group with a name is left out of that, and so
    /// is one that you left.
    ///
    /// The first message must hold no link. Most carriers cap an SMS or MMS group at 20 people, some
    /// at 10.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/create/>.
    pub struct CreateChat = POST "/v3/chats" -> ChatCreateResponse;
    name: "chats.create",
    idempotency: Keyed,
    key: message.idempotency_key,
    check: Self::rules,
    rate_limit: |call| RateLimitKey::messages_to(Some(&call.from), &call.to),
    body {
        /// The line that sends, one of yours.
        from: PhoneNumber,
        /// The first message.
        message: MessageContent,
        /// Who is to be in the chat besides you: 1 to 31 phone numbers or e-mail addresses.
        to: Vec<Handle>,
        /// Sends although the recipient opted out (code 2024). Only with their renewed consent.
        override_optout: Option<bool>,
    }
}

impl CreateChat {
    fn rules(&self) -> Result<(), InvalidArgument> {
        check_recipients(&self.to)?;
        self.message.check_first_message().within("message")
    }
}

impl<'c, C> Chats<'c, C> {
    /// Starts a chat with its first message: one recipient makes a direct chat, two or more a group.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// let to = ["+15556667777", "+18889990000"];
    /// let request = linq.chats().create("+12223334444", to, "Welcome to the group!").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreateChat`].
    pub fn create<H: IntoField<Handle>>(
        &self,
        from: impl IntoField<PhoneNumber>,
        to: impl IntoIterator<Item = H>,
        message: impl Into<MessageContent>,
    ) -> Call<'c, C, CreateChat> {
        let endpoint = || {
            Ok(CreateChat::new(
                from.into_field("from")?,
                message.into(),
                Each(to).into_field("to")?,
            ))
        };
        Call::new(self.transport, endpoint())
    }
}
