use super::{Direction, EventChat};
use crate::{
    Timestamp,
    error::ErrorCode,
    id::{MessageId, PollOptionId},
    model::{ChatHandle, PollResultOption, PollResults, ServiceType},
};

model! {
    /// Somebody sent a poll to your line.
    pub struct PollReceivedData {
        /// The chat that it is in.
        pub chat: EventChat = always,
        /// When the poll was created.
        pub created_at: Option<Timestamp> = always,
        /// Which way it went.
        pub direction: Option<Direction> = always,
        /// The message that is the poll.
        pub message_id: Option<MessageId> = always,
        /// The poll as it arrived: no votes yet.
        pub poll: PollResults = always,
        /// When it arrived.
        pub received_at: Option<Timestamp> = always,
        /// The service that carried it.
        pub service: Option<ServiceType> = always,
        /// When the poll last changed.
        pub updated_at: Option<Timestamp> = always,
        /// Who made the poll.
        pub sender_handle: Option<ChatHandle>,
        /// Whether the line is under zero-day retention. The options' texts are here all the same,
        /// and nowhere else later.
        pub zero_retention: Option<bool>,
    }

    /// A poll of yours was sent, delivered or read.
    ///
    /// How far it got shows in the times: `sent_at` is always there, `delivered_at` from
    /// `poll.delivered` on, `read_at` with `poll.read`.
    pub struct PollEventData {
        /// The chat that it is in.
        pub chat: EventChat = always,
        /// When the poll was created.
        pub created_at: Option<Timestamp> = always,
        /// Which way it went.
        pub direction: Option<Direction> = always,
        /// The message that is the poll.
        pub message_id: Option<MessageId> = always,
        /// Its options and votes.
        pub poll: PollResults = always,
        /// The service that carried it.
        pub service: Option<ServiceType> = always,
        /// When the poll last changed.
        pub updated_at: Option<Timestamp> = always,
        /// When it was delivered; absent before that.
        pub delivered_at: Option<Timestamp>,
        /// When it was read; absent before that.
        pub read_at: Option<Timestamp>,
        /// Who sent the poll.
        pub sender_handle: Option<ChatHandle>,
        /// When it was sent.
        pub sent_at: Option<Timestamp>,
        /// Whether the line is under zero-day retention: the options' texts are then empty.
        pub zero_retention: Option<bool>,
    }

    /// A poll of yours, or a change of one, could not be sent.
    pub struct PollFailedData {
        /// The chat that it was meant for.
        pub chat: EventChat = always,
        /// Which way it was to go.
        pub direction: Option<Direction> = always,
        /// Why it failed.
        pub error: PollFailedError = always,
        /// When that was noticed.
        pub failed_at: Option<Timestamp> = always,
        /// The message that is the poll.
        pub message_id: Option<MessageId> = always,
        /// The poll as it was then.
        pub poll: PollResults = always,
        /// The service that it was tried on.
        pub service: Option<ServiceType> = always,
        /// Absent: nothing was sent.
        pub sender_handle: Option<ChatHandle>,
        /// Whether the line is under zero-day retention: the options' texts are then empty.
        pub zero_retention: Option<bool>,
    }

    /// Why a poll could not be sent.
    pub struct PollFailedError {
        /// One of 3007, 4001, 4002, and 4005 to 4008.
        pub code: Option<ErrorCode> = always,
        /// The same in words.
        pub message: Option<String> = always,
    }

    /// Options were added to a poll. None is ever changed or removed.
    pub struct PollUpdatedData {
        /// The new options, and only those. Who added one is in its `creator_handle`.
        pub added_options: Vec<PollResultOption> = always,
        /// The chat that the poll is in.
        pub chat: EventChat = always,
        /// Which way the change went.
        pub direction: Option<Direction> = always,
        /// The message that is the poll.
        pub message_id: Option<MessageId> = always,
        /// Your line, whichever way the change went; not who added the options.
        pub sender_handle: ChatHandle = always,
        /// The service that carried it.
        pub service: Option<ServiceType> = always,
        /// Whether the line is under zero-day retention: the texts of options that you added are
        /// then empty, those of others are not.
        pub zero_retention: Option<bool>,
    }

    /// Somebody voted for an option of a poll, or took the vote back.
    pub struct PollVoteData {
        /// The chat that the poll is in.
        pub chat: EventChat = always,
        /// Which way the vote went.
        pub direction: Option<Direction> = always,
        /// The message that is the poll.
        pub message_id: Option<MessageId> = always,
        /// The option.
        pub option_id: Option<PollOptionId> = always,
        /// Who voted.
        pub sender_handle: ChatHandle = always,
        /// The service that carried it.
        pub service: Option<ServiceType> = always,
        /// Whether the line is under zero-day retention. Votes are kept all the same.
        pub zero_retention: Option<bool>,
    }
}
