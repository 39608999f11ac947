use super::Poll;
use crate::{
    call::Call,
    error::InvalidArgument,
    id::{MessageId, PollOptionId},
    message::check_present,
    model::{AddOrRemove, PollEnvelope},
};

endpoint! {
    /// Votes for one option of a poll, or takes the vote back. Several options can have your vote.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/vote/>.
    pub struct VoteInPoll = POST "/v3/messages/{message_id}/poll/votes" -> PollEnvelope;
    name: "messages.poll.vote",
    idempotency: Convergent,
    check: Self::rules,
    path {
        /// The message that the poll is.
        message_id: MessageId,
    }
    body {
        /// Whether to vote or to take the vote back.
        operation: AddOrRemove,
        /// The option.
        option_id: PollOptionId,
    }
}

impl VoteInPoll {
    fn rules(&self) -> Result<(), InvalidArgument> {
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

    /// Takes a vote back; officially `vote` with the operation `remove`. See [`VoteInPoll`].
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
