use super::Polls;
use crate::{
    call::Call,
    error::{InvalidArgument, Within},
    id::ChatId,
    message::OutgoingPoll,
    model::PollEnvelope,
    rate_limit::RateLimitKey,
};

endpoint! {
    /// Sends a poll into a chat (iMessage only), which cannot be the first message there.
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/polls/methods/create/>.
    pub struct CreatePoll = POST "/v3/chats/{chat_id}/polls" -> PollEnvelope;
    name: "chats.polls.create",
    idempotency: Keyed,
    key: poll.idempotency_key,
    check: Self::rules,
    rate_limit: |call| vec![RateLimitKey::messages_in(&call.chat_id)],
    path {
        /// The chat.
        chat_id: ChatId,
    }
    body {
        /// What can be voted for: two options or more.
        poll: OutgoingPoll,
    }
}

impl CreatePoll {
    fn rules(&self) -> Result<(), InvalidArgument> {
        self.poll.check().within("poll")
    }
}

impl<'c, C> Polls<'c, C> {
    /// Sends a poll into the chat (iMessage only): two options or more.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// linq.chats().polls(chat).create(["Pizza", "Sushi"]).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreatePoll`]; [`Messages::poll`](crate::api::messages::Messages::poll) goes on with it.
    pub fn create(&self, poll: impl Into<OutgoingPoll>) -> Call<'c, C, CreatePoll> {
        Call::new(
            self.transport,
            Ok(CreatePoll::new(self.chat.clone(), poll.into())),
        )
    }
}
