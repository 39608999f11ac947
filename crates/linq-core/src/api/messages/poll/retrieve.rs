use super::Poll;
use crate::{call::Call, id::MessageId, model::PollEnvelope};

endpoint! {
    /// Gives a poll and how the vote stands.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/retrieve/>.
    pub struct RetrievePoll = GET "/v3/messages/{message_id}/poll" -> PollEnvelope;
    name: "messages.poll.retrieve",
    idempotency: ReadOnly,
    path {
        /// The message that the poll is.
        message_id: MessageId,
    }
}

impl<'c, C> Poll<'c, C> {
    /// Gives the poll and how the vote stands. See [`RetrievePoll`].
    pub fn retrieve(&self) -> Call<'c, C, RetrievePoll> {
        Call::new(self.transport, Ok(RetrievePoll::new(self.message.clone())))
    }
}
