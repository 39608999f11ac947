use super::LineType;
use crate::id::PhoneNumberId;

model! {
    /// The response to listing your lines.
    pub struct PhoneNumberListResponse {
        /// All phone numbers assigned to your account.
        pub phone_numbers: Vec<PhoneNumberDetails> = identity,
    }

    /// One of your lines.
    pub struct PhoneNumberDetails {
        /// Identifier of the line.
        pub id: PhoneNumberId = identity,
        /// Phone number, E.164.
        pub phone_number: Option<String> = always,
        /// Reputation of the line (beta).
        pub reputation: PhoneNumberReputation = always,
        /// Phone number that calls are forwarded to, E.164; absent if they are not forwarded.
        pub forwarding_number: Option<String>,
        /// Type of the line.
        pub line_type: Option<LineType>,
    }

    /// The response to changing the call forwarding of a line.
    pub struct PhoneNumberUpdateResponse {
        /// Identifier of the line.
        pub id: PhoneNumberId = identity,
        /// New forwarding number, E.164; absent if calls are not forwarded.
        pub forwarding_number: Option<String>,
        /// Phone number of the line, E.164.
        pub phone_number: Option<String> = always,
    }

    /// The reputation of a line over all of its chats (beta).
    /// See <https://docs.linqapp.com/channel/imessage/guides/phone-numbers/phone-reputation>.
    pub struct PhoneNumberReputation {
        /// URL of the section of the guide that explains the status.
        pub doc_url: Option<String> = always,
        /// Status.
        pub status: Option<ReputationStatus> = always,
    }
}

open_enum! {
    /// Reputation status of a line.
    pub enum ReputationStatus {
        /// No problems, or the line has not been scored yet.
        Healthy = "HEALTHY",
        /// Low engagement in many chats, or too many new chats in a day: reduce the sending rate.
        AtRisk = "AT_RISK",
        /// Messages are not delivered: stop sending until the line recovers.
        Critical = "CRITICAL",
    }
}
