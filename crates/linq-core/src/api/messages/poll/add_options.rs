use super::Poll;
use crate::{
    call::Call,
    error::{IntoList, InvalidArgument},
    id::MessageId,
    message::PollOption,
    model::PollEnvelope,
};

endpoint! {
    /// Adds options to a poll. Options cannot be changed or removed.
    ///
    /// On a line with zero-day retention, include the existing options as well, in their order, since Linq
    /// does not store their texts.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/add_options/>.
    pub struct AddPollOptions = POST "/v3/messages/{message_id}/poll/options" -> PollEnvelope;
    name: "messages.poll.add_options",
    idempotency: NotIdempotent,
    check: Self::validate,
    path {
        /// Identifier of the poll's message.
        message_id: MessageId,
    }
    body {
        /// Options to add, at least one.
        options: Vec<PollOption>,
    }
}

impl AddPollOptions {
    fn validate(&self) -> Result<(), InvalidArgument> {
        PollOption::check_all(&self.options, 1, "must contain at least one option")
    }
}

impl<'c, C> Poll<'c, C> {
    /// Adds options to the poll, or one. See [`AddPollOptions`].
    pub fn add_options(&self, options: impl IntoList<PollOption>) -> Call<'c, C, AddPollOptions> {
        let options = options.into_list("options");
        Call::new(
            self.transport,
            options.map(|options| AddPollOptions::new(self.message.clone(), options)),
        )
    }
}
