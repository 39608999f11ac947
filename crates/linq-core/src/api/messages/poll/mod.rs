//! A sent or received poll.

mod add_options;
mod retrieve;
mod vote;

pub use add_options::AddPollOptions;
pub use retrieve::RetrievePoll;
pub use vote::VoteInPoll;

use crate::id::MessageId;

/// The poll resource: see [`Messages::poll`](super::Messages::poll).
#[derive(Clone, Debug)]
pub struct Poll<'c, C> {
    transport: &'c C,
    message: MessageId,
}

impl<'c, C> Poll<'c, C> {
    pub(super) fn new(transport: &'c C, message: MessageId) -> Self {
        Self { transport, message }
    }
}
