use super::{Direction, EventChat};
use crate::{
    Timestamp,
    error::ErrorCode,
    id::{MessageId, PollOptionId},
    model::{ChatHandle, PollResultOption, PollResults, ServiceType},
};

model! {
    /// Payload of `poll.received`: a poll was sent to your line.
    pub struct PollReceivedData {
        /// Chat of the poll.
        pub chat: EventChat = always,
        /// Time at which the poll was created.
        pub created_at: Option<Timestamp> = always,
        /// Direction of the poll.
        pub direction: Option<Direction> = always,
        /// Identifier of the poll's message.
        pub message_id: Option<MessageId> = always,
        /// Poll, without votes yet.
        pub poll: PollResults = always,
        /// Time at which the poll was received.
        pub received_at: Option<Timestamp> = always,
        /// Service that it was sent over.
        pub service: Option<ServiceType> = always,
        /// Time of the last change to the poll.
        pub updated_at: Option<Timestamp> = always,
        /// Participant who created the poll.
        pub sender_handle: Option<ChatHandle>,
        /// True if the line has zero-day retention. The texts of the options are present nevertheless, but not
        /// available later.
        pub zero_retention: Option<bool>,
    }

    /// Payload of `poll.sent`, `.delivered` and `.read`: one of your polls was sent, delivered or read.
    ///
    /// The timestamps show the delivery status: `sent_at` is always present, `delivered_at` from
    /// `poll.delivered` on, `read_at` with `poll.read`.
    pub struct PollEventData {
        /// Chat of the poll.
        pub chat: EventChat = always,
        /// Time at which the poll was created.
        pub created_at: Option<Timestamp> = always,
        /// Direction of the poll.
        pub direction: Option<Direction> = always,
        /// Identifier of the poll's message.
        pub message_id: Option<MessageId> = always,
        /// Options and votes.
        pub poll: PollResults = always,
        /// Service that it was sent over.
        pub service: Option<ServiceType> = always,
        /// Time of the last change to the poll.
        pub updated_at: Option<Timestamp> = always,
        /// Time at which the poll was delivered; absent before delivery.
        pub delivered_at: Option<Timestamp>,
        /// Time at which the poll was read; absent before that.
        pub read_at: Option<Timestamp>,
        /// Sender.
        pub sender_handle: Option<ChatHandle>,
        /// Time at which the poll was sent.
        pub sent_at: Option<Timestamp>,
        /// True if the line has zero-day retention: the texts of the options are then empty.
        pub zero_retention: Option<bool>,
    }

    /// Payload of `poll.failed`: one of your polls, or a change to it, could not be sent.
    pub struct PollFailedData {
        /// Chat that the poll was sent to.
        pub chat: EventChat = always,
        /// Direction of the poll.
        pub direction: Option<Direction> = always,
        /// Error.
        pub error: PollFailedError = always,
        /// Time at which the failure was detected.
        pub failed_at: Option<Timestamp> = always,
        /// Identifier of the poll's message.
        pub message_id: Option<MessageId> = always,
        /// Poll at the time of the failure.
        pub poll: PollResults = always,
        /// Service that sending was attempted over.
        pub service: Option<ServiceType> = always,
        /// Always absent, as nothing was sent.
        pub sender_handle: Option<ChatHandle>,
        /// True if the line has zero-day retention: the texts of the options are then empty.
        pub zero_retention: Option<bool>,
    }

    /// The error of sending a poll.
    pub struct PollFailedError {
        /// Error code: 3007, 4001, 4002, or 4005 to 4008.
        pub code: Option<ErrorCode> = always,
        /// Description of the error.
        pub message: Option<String> = always,
    }

    /// Payload of `poll.updated`: options were added to a poll. Options cannot be changed or removed.
    pub struct PollUpdatedData {
        /// New options only. The `creator_handle` of an option is the participant who added it.
        pub added_options: Vec<PollResultOption> = always,
        /// Chat of the poll.
        pub chat: EventChat = always,
        /// Direction of the change.
        pub direction: Option<Direction> = always,
        /// Identifier of the poll's message.
        pub message_id: Option<MessageId> = always,
        /// Your own line, independent of the direction; not the participant who added the options.
        pub sender_handle: ChatHandle = always,
        /// Service that it was sent over.
        pub service: Option<ServiceType> = always,
        /// True if the line has zero-day retention: the texts of options that you added are then empty, those of
        /// others are not.
        pub zero_retention: Option<bool>,
    }

    /// Payload of the `poll.vote.*` events: a vote was added to an option of a poll, or removed.
    pub struct PollVoteData {
        /// Chat of the poll.
        pub chat: EventChat = always,
        /// Direction of the vote.
        pub direction: Option<Direction> = always,
        /// Identifier of the poll's message.
        pub message_id: Option<MessageId> = always,
        /// Identifier of the option.
        pub option_id: Option<PollOptionId> = always,
        /// Voter.
        pub sender_handle: ChatHandle = always,
        /// Service that it was sent over.
        pub service: Option<ServiceType> = always,
        /// True if the line has zero-day retention. Votes are stored nevertheless.
        pub zero_retention: Option<bool>,
    }
}
