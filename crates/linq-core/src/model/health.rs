use crate::Timestamp;

model! {
    /// How well a conversation goes (beta).
    ///
    /// Many chats at risk on one line make it likelier that the line is flagged. To decide whether a
    /// send is allowed, send it: a refusal is authoritative, the status is not.
    /// See <https://docs.linqapp.com/channel/imessage/guides/chats/chat-health>.
    pub struct HealthStatus {
        /// The passage of the guide that explains the status.
        pub doc_url: Option<String> = always,
        /// The status itself.
        pub status: Option<ChatHealth> = always,
        /// When the status last changed.
        pub updated_at: Option<Timestamp> = always,
    }
}

open_enum! {
    /// How well a conversation goes, in one word.
    pub enum ChatHealth {
        /// Nothing is wrong. Chats start here.
        Healthy = "HEALTHY",
        /// Signs of low engagement or bad delivery.
        AtRisk = "AT_RISK",
        /// Strong signs of that.
        Critical = "CRITICAL",
        /// The recipient sent an opt-out word, such as `STOP`, in this chat.
        ///
        /// Until they write again, sends to them are refused with code 2024 in all of your chats and
        /// on all of your lines, whatever the other chats' status says. Groups are never opted out.
        OptedOut = "OPTED_OUT",
    }
}
