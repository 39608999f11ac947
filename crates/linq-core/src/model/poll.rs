use super::{ChatHandle, Reaction};
use crate::{
    Timestamp,
    id::{ChatId, MessageId, PollOptionId},
};

model! {
    /// A poll, the message that it is, and how the vote stands.
    pub struct PollEnvelope {
        /// The chat that it is in.
        pub chat_id: ChatId,
        /// When it was created.
        pub created_at: Timestamp,
        /// The message that the poll is, which names it in every other call.
        pub message_id: MessageId,
        /// The options and their votes.
        pub poll: PollResults,
        /// Reactions to the poll as a whole.
        pub reactions: Vec<Reaction>,
        /// When it last changed.
        pub updated_at: Timestamp,
    }

    /// How the vote stands.
    pub struct PollResults {
        /// The options.
        pub options: Vec<PollResultOption>,
        /// How many people voted, each counted once.
        pub total_voters: u64,
    }

    /// An option of a poll, and who voted for it.
    pub struct PollResultOption {
        /// Whether it can be edited.
        pub can_be_edited: bool,
        /// Who added it; absent if nobody knows.
        pub creator_handle: Option<ChatHandle>,
        /// The option's identifier.
        pub option_id: PollOptionId,
        /// What it says.
        pub text: String,
        /// Who voted for it.
        pub voters: Vec<PollOptionVoter>,
    }

    /// A vote.
    pub struct PollOptionVoter {
        /// Who voted: a phone number (E.164) or an e-mail address.
        pub handle: String,
        /// When.
        pub voted_at: Timestamp,
    }
}
