use super::LineType;
use crate::id::PhoneNumberId;

model! {
    /// Your lines.
    pub struct PhoneNumberListResponse {
        /// Every phone number assigned to you.
        pub phone_numbers: Vec<PhoneNumberDetails> = identity,
    }

    /// One of your lines.
    pub struct PhoneNumberDetails {
        /// The line's identifier.
        pub id: PhoneNumberId = identity,
        /// Its number, E.164.
        pub phone_number: Option<String> = always,
        /// How the line is regarded (beta).
        pub reputation: PhoneNumberReputation = always,
        /// Where calls are forwarded, E.164; absent when they are not.
        pub forwarding_number: Option<String>,
        /// What the line can send.
        pub line_type: Option<LineType>,
    }

    /// A line whose forwarding was changed.
    pub struct PhoneNumberUpdateResponse {
        /// The line's identifier.
        pub id: PhoneNumberId = identity,
        /// Where calls are forwarded now, E.164; absent when they are not.
        pub forwarding_number: Option<String>,
        /// The line's number, E.164.
        pub phone_number: Option<String> = always,
    }

    /// How a line is regarded, over all of its conversations (beta).
    /// See <https://docs.linqapp.com/channel/imessage/guides/phone-numbers/phone-reputation>.
    pub struct PhoneNumberReputation {
        /// The passage of the guide that explains the status.
        pub doc_url: Option<String> = always,
        /// The status itself.
        pub status: Option<ReputationStatus> = always,
    }
}

open_enum! {
    /// How a line is regarded, in one word.
    pub enum ReputationStatus {
        /// Nothing is wrong, or the line has not been scored yet.
        Healthy = "HEALTHY",
        /// Low engagement in many chats, or too many new ones in a day: send more slowly.
        AtRisk = "AT_RISK",
        /// Messages are not landing: pause sending until the line recovers.
        Critical = "CRITICAL",
    }
}
