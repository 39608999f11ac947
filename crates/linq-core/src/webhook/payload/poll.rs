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
        pub chat: EventChat,
        /// When the poll was created.
        pub created_at: Timestamp,
        /// Which way it went.
        pub direction: Direction,
        /// The message that is the poll.
        pub message_id: MessageId,
        /// The poll as it arrived: no votes yet.
        pub poll: PollResults,
        /// When it arrived.
        pub received_at: Timestamp,
        /// The service that carried it.
        pub service: ServiceType,
        /// When the poll last changed.
        pub updated_at: Timestamp,
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
        pub chat: EventChat,
        /// When the poll was created.
        pub created_at: Timestamp,
        /// Which way it went.
        pub direction: Direction,
        /// The message that is the poll.
        pub message_id: MessageId,
        /// Its options and votes.
        pub poll: PollResults,
        /// The service that carried it.
        pub service: ServiceType,
        /// When the poll last changed.
        pub updated_at: Timestamp,
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
        pub chat: EventChat,
        /// Which way it was to go.
        pub direction: Direction,
        /// Why it failed.
        pub error: PollFailedError,
        /// When that was noticed.
        pub failed_at: Timestamp,
        /// The message that is the poll.
        pub message_id: MessageId,
        /// The poll as it was then.
        pub poll: PollResults,
        /// The service that it was tried on.
        pub service: ServiceType,
        /// Absent: nothing was sent.
        pub sender_handle: Option<ChatHandle>,
        /// Whether the line is under zero-day retention: the options' texts are then empty.
        pub zero_retention: Option<bool>,
    }

    /// Why a poll could not be sent.
    pub struct PollFailedError {
        /// One of 3007, 4001, 4002, and 4005 to 4008.
        pub code: ErrorCode,
        /// The same in words.
        pub message: String,
    }

    /// Options were added to a poll. None is ever changed or removed.
    pub struct PollUpdatedData {
        /// The new options, and only those. Who added one is in its `creator_handle`.
        pub added_options: Vec<PollResultOption>,
        /// The chat that the poll is in.
        pub chat: EventChat,
        /// Which way the change went.
        pub direction: Direction,
        /// The message that is the poll.
        pub message_id: MessageId,
        /// Your line, whichever way the change went; not who added the options.
        pub sender_handle: ChatHandle,
        /// The service that carried it.
        pub service: ServiceType,
        /// Whether the line is under zero-day retention: the texts of options that you added are
        /// then empty, those of others are not.
        pub zero_retention: Option<bool>,
    }

    /// Somebody voted for an option of a poll, or took the vote back.
    pub struct PollVoteData {
        /// The chat that the poll is in.
        pub chat: EventChat,
        /// Which way the vote went.
        pub direction: Direction,
        /// The message that is the poll.
        pub message_id: MessageId,
        /// The option.
        pub option_id: PollOptionId,
        /// Who voted.
        pub sender_handle: ChatHandle,
        /// The service that carried it.
        pub service: ServiceType,
        /// Whether the line is under zero-day retention. Votes are kept all the same.
        pub zero_retention: Option<bool>,
    }
}
