use super::Poll;
use crate::{
    call::Call,
    error::InvalidArgument,
    id::{MessageId, PollOptionId},
    message::check_present,
    model::{AddOrRemove, PollEnvelope},
};

endpoint! {
    /// Votes for an option of a poll, or removes the vote. You can vote for several options.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/vote/>.
    pub struct VoteInPoll = POST "/v3/messages/{message_id}/poll/votes" -> PollEnvelope;
    name: "messages.poll.vote",
    idempotency: Convergent,
    check: Self::validate,
    path {
        /// Identifier of the poll's message.
        message_id: MessageId,
    }
    body {
        /// Whether to add or remove the vote.
        operation: AddOrRemove,
        /// Identifier of the option.
        option_id: PollOptionId,
    }
}

impl VoteInPoll {
    fn validate(&self) -> Result<(), InvalidArgument> {
        check_present("option_id", self.option_id.as_str())
    }
}

impl<'c, C> Poll<'c, C> {
    /// Votes for an option.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// # let message = "69a37c7d-af4f-4b5e-af42-e28e98ce873a";
    /// # let option = "7f3e1a52-6a53-4f3e-8e0f-3c1f9d6f7a11";
    /// linq.messages().poll(message).vote(option).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`VoteInPoll`].
    pub fn vote(&self, option: impl Into<PollOptionId>) -> Call<'c, C, VoteInPoll> {
        self.change_vote(AddOrRemove::Add, option.into())
    }

    /// Removes a vote; officially `vote` with the operation `remove`. See [`VoteInPoll`].
    pub fn remove_vote(&self, option: impl Into<PollOptionId>) -> Call<'c, C, VoteInPoll> {
        self.change_vote(AddOrRemove::Remove, option.into())
    }

    fn change_vote(&self, operation: AddOrRemove, option: PollOptionId) -> Call<'c, C, VoteInPoll> {
        Call::new(
            self.transport,
            Ok(VoteInPoll::new(self.message.clone(), operation, option)),
        )
    }
}
