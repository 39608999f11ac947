use super::Chats;
use crate::{
    Handle, PhoneNumber,
    call::Call,
    error::{IntoField, IntoList, InvalidArgument, PrependPath},
    message::{MessageContent, check_recipients},
    model::ChatCreateResponse,
    rate_limit::RateLimitKey,
};

endpoint! {
    /// Creates a chat with its first message: a direct chat with one recipient, a group with two or more.
    ///
    /// A chat is identified by its line and the exact set of its recipients: if it exists already, it is
    /// returned and the message is sent to it. This does not apply to groups with a name, nor to groups that
    /// you left.
    ///
    /// The first message must not contain a link. Most carriers limit an SMS or MMS group to 20 participants,
    /// some to 10.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/methods/create/>.
    pub struct CreateChat = POST "/v3/chats" -> ChatCreateResponse;
    name: "chats.create",
    idempotency: Keyed,
    key: message.idempotency_key,
    check: Self::validate,
    rate_limit: |call| RateLimitKey::messages_to(Some(&call.from), &call.to),
    body {
        /// One of your lines, to send from.
        from: PhoneNumber,
        /// First message of the chat.
        message: MessageContent,
        /// Recipients: 1 to 31 phone numbers or e-mail addresses.
        to: Vec<Handle>,
        /// True to send even if the recipient has opted out (code 2024). Requires their renewed consent.
        override_optout: Option<bool>,
    }
}

impl CreateChat {
    fn validate(&self) -> Result<(), InvalidArgument> {
        check_recipients(&self.to)?;
        self.message.check_first_message().within("message")
    }
}

impl<'c, C> Chats<'c, C> {
    /// Creates a chat with its first message: a direct chat with one recipient, a group with two or more.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.chats().create("+12223334444", "+15556667777", "Hello!").send()?;
    /// let to = ["+15556667777", "+18889990000"];
    /// linq.chats().create("+12223334444", to, "Welcome to the group!").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreateChat`].
    pub fn create(
        &self,
        from: impl IntoField<PhoneNumber>,
        to: impl IntoList<Handle>,
        message: impl Into<MessageContent>,
    ) -> Call<'c, C, CreateChat> {
        let endpoint = || {
            Ok(CreateChat::new(
                from.into_field("from")?,
                message.into(),
                to.into_list("to")?,
            ))
        };
        Call::new(self.transport, endpoint())
    }
}
