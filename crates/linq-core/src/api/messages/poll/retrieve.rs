use super::Poll;
use crate::{call::Call, id::MessageId, model::PollEnvelope};

endpoint! {
    /// Returns a poll with its votes.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/retrieve/>.
    pub struct RetrievePoll = GET "/v3/messages/{message_id}/poll" -> PollEnvelope;
    name: "messages.poll.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the poll's message.
        message_id: MessageId,
    }
}

impl<'c, C> Poll<'c, C> {
    /// Returns the poll with its votes. See [`RetrievePoll`].
    pub fn retrieve(&self) -> Call<'c, C, RetrievePoll> {
        Call::new(self.transport, Ok(RetrievePoll::new(self.message.clone())))
    }
}
