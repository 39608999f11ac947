use super::{ChatHandle, Reaction};
use crate::{
    Timestamp,
    id::{ChatId, MessageId, PollOptionId},
};

model! {
    /// A poll with its message and its results.
    pub struct PollEnvelope {
        /// Identifier of the chat.
        pub chat_id: Option<ChatId> = always,
        /// Time at which the poll was created.
        pub created_at: Option<Timestamp> = always,
        /// Identifier of the poll's message, which identifies the poll in all other calls.
        pub message_id: MessageId = identity,
        /// Options and votes.
        pub poll: PollResults = always,
        /// Reactions to the poll as a whole.
        pub reactions: Vec<Reaction> = always,
        /// Time of the last change to the poll.
        pub updated_at: Option<Timestamp> = always,
    }

    /// The results of a poll.
    pub struct PollResults {
        /// Options.
        pub options: Vec<PollResultOption> = always,
        /// Number of participants who voted, each counted once.
        pub total_voters: Option<u64> = always,
    }

    /// An option of a poll, and its voters.
    pub struct PollResultOption {
        /// True if the option can be edited.
        pub can_be_edited: Option<bool> = always,
        /// Participant who added the option.
        pub creator_handle: ChatHandle = always,
        /// Identifier of the option.
        pub option_id: Option<PollOptionId> = always,
        /// Text of the option.
        pub text: Option<String> = always,
        /// Votes for the option.
        pub voters: Vec<PollOptionVoter> = always,
    }

    /// A vote.
    pub struct PollOptionVoter {
        /// Phone number (E.164) or e-mail address of the voter.
        pub handle: Option<String> = always,
        /// Time of the vote.
        pub voted_at: Option<Timestamp> = always,
    }
}
