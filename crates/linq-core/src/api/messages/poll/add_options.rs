use super::Poll;
use crate::{
    call::Call, error::InvalidArgument, id::MessageId, message::PollOption, model::PollEnvelope,
};

endpoint! {
    /// Adds options to a poll. None can be changed or taken away.
    ///
    /// On a line with zero-day retention name the options that are there as well, in their order, since
    /// Linq does not keep their texts.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/add_options/>.
    pub struct AddPollOptions = POST "/v3/messages/{message_id}/poll/options" -> PollEnvelope;
    name: "messages.poll.add_options",
    idempotency: NotIdempotent,
    check: Self::rules,
    path {
        /// The message that the poll is.
        message_id: MessageId,
    }
    body {
        /// What to add: one option or more.
        options: Vec<PollOption>,
    }
}

impl AddPollOptions {
    fn rules(&self) -> Result<(), InvalidArgument> {
        PollOption::check_all(&self.options, 1, "there is none to add")
    }
}

impl<'c, C> Poll<'c, C> {
    /// Adds options to the poll. See [`AddPollOptions`].
    pub fn add_options<P: Into<PollOption>>(
        &self,
        options: impl IntoIterator<Item = P>,
    ) -> Call<'c, C, AddPollOptions> {
        let options = options.into_iter().map(P::into).collect();
        Call::new(
            self.transport,
            Ok(AddPollOptions::new(self.message.clone(), options)),
        )
    }
}
