use super::Polls;
use crate::{
    call::Call,
    error::{InvalidArgument, PrependPath},
    id::ChatId,
    message::OutgoingPoll,
    model::PollEnvelope,
    rate_limit::RateLimitKey,
};

endpoint! {
    /// Sends a poll to a chat (iMessage only). It cannot be the first message of the chat.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/polls/methods/create/>.
    pub struct CreatePoll = POST "/v3/chats/{chat_id}/polls" -> PollEnvelope;
    name: "chats.polls.create",
    idempotency: Keyed,
    key: poll.idempotency_key,
    check: Self::validate,
    rate_limit: |call| RateLimitKey::messages_in(&call.chat_id),
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
    body {
        /// Poll with at least two options.
        poll: OutgoingPoll,
    }
}

impl CreatePoll {
    fn validate(&self) -> Result<(), InvalidArgument> {
        self.poll.check().within("poll")
    }
}

impl<'c, C> Polls<'c, C> {
    /// Sends a poll with at least two options to the chat (iMessage only).
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// linq.chats().polls(chat).create(["Pizza", "Sushi"]).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreatePoll`]; for voting and results, see [`Messages::poll`](crate::api::messages::Messages::poll).
    pub fn create(&self, poll: impl Into<OutgoingPoll>) -> Call<'c, C, CreatePoll> {
        Call::new(
            self.transport,
            Ok(CreatePoll::new(self.chat.clone(), poll.into())),
        )
    }
}
