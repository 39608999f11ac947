use crate::Timestamp;

model! {
    /// The health of a chat (beta).
    ///
    /// Many chats at risk on one line make it more likely that the line is flagged. The status does not
    /// decide if a send is allowed: only the response to sending does.
    /// See <https://docs.linqapp.com/channel/imessage/guides/chats/chat-health>.
    pub struct HealthStatus {
        /// URL of the section of the guide that explains the status.
        pub doc_url: Option<String> = always,
        /// Status.
        pub status: Option<ChatHealth> = always,
        /// Time of the last change of the status.
        pub updated_at: Option<Timestamp> = always,
    }
}

open_enum! {
    /// Health status of a chat.
    pub enum ChatHealth {
        /// No problems. The initial status.
        Healthy = "HEALTHY",
        /// Signs of low engagement or poor delivery.
        AtRisk = "AT_RISK",
        /// Strong signs of low engagement or poor delivery.
        Critical = "CRITICAL",
        /// The recipient sent an opt-out keyword, such as `STOP`, in this chat.
        ///
        /// Until they send another message, sends to them are rejected with code 2024 in all of your chats and
        /// on all of your lines, regardless of the other chats' status. Groups cannot be opted out of.
        OptedOut = "OPTED_OUT",
    }
}
