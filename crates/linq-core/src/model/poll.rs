use super::{ChatHandle, Reaction};
use crate::{
    Timestamp,
    id::{ChatId, MessageId, PollOptionId},
};

model! {
    /// A poll, the message that it is, and how the vote stands.
    pub struct PollEnvelope {
        /// The chat that it is in.
        pub chat_id: Option<ChatId> = always,
        /// When it was created.
        pub created_at: Option<Timestamp> = always,
        /// The message that the poll is, which names it in every other call.
        pub message_id: MessageId = identity,
        /// The options and their votes.
        pub poll: PollResults = always,
        /// Reactions to the poll as a whole.
        pub reactions: Vec<Reaction> = always,
        /// When it last changed.
        pub updated_at: Option<Timestamp> = always,
    }

    /// How the vote stands.
    pub struct PollResults {
        /// The options.
        pub options: Vec<PollResultOption> = always,
        /// How many people voted, each counted once.
        pub total_voters: Option<u64> = always,
    }

    /// An option of a poll, and who voted for it.
    pub struct PollResultOption {
        /// Whether it can be edited.
        pub can_be_edited: Option<bool> = always,
        /// Who added it.
        pub creator_handle: ChatHandle = always,
        /// The option's identifier.
        pub option_id: Option<PollOptionId> = always,
        /// What it says.
        pub text: Option<String> = always,
        /// Who voted for it.
        pub voters: Vec<PollOptionVoter> = always,
    }

    /// A vote.
    pub struct PollOptionVoter {
        /// Who voted: a phone number (E.164) or an e-mail address.
        pub handle: Option<String> = always,
        /// When.
        pub voted_at: Option<Timestamp> = always,
    }
}
