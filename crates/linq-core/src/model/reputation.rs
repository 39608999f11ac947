use super::{ChatHealth, ReputationStatus};
use crate::{
    Timestamp,
    id::{ChatId, ReputationAuditId},
};

model! {
    /// An audit that was started, or that was already running.
    pub struct ReputationAuditStarted {
        /// Identifier of the audit: store it, since no other response contains it. The report is available for
        /// 24 hours.
        pub audit_id: ReputationAuditId = identity,
        /// Status of the audit.
        pub status: Option<AuditStatus> = always,
    }

    /// An audit of a line's reputation.
    pub struct ReputationAudit {
        /// Identifier of the audit.
        pub audit_id: ReputationAuditId = identity,
        /// Status of the audit.
        pub status: Option<AuditStatus> = always,
        /// Reason why there is no report.
        pub error: Option<String>,
        /// Time that the report is about.
        pub generated_at: Option<Timestamp>,
        /// Phone number of the line, E.164.
        pub phone: Option<String>,
        /// Report, once the audit is complete.
        pub report: Option<ReputationReport>,
    }

    /// The causes of a line's reputation, and recommended actions.
    pub struct ReputationReport {
        /// Recommended actions, the most urgent first.
        pub action_items: Option<Vec<ReputationActionItem>>,
        /// Causes of the reputation, the heaviest first.
        pub drivers: Option<Vec<ReputationDriver>>,
        /// Chats that are evidence for the causes.
        pub evidence: Option<ReputationEvidence>,
        /// Key of the heaviest cause, a [`ReputationDriverKey`]; empty if there is none.
        pub primary_driver: Option<String>,
        /// Reputation of the line.
        pub severity: Option<ReputationStatus>,
        /// The whole report in Markdown, for people and language models.
        pub summary_markdown: Option<String>,
    }

    /// A recommended action to improve a line's reputation.
    pub struct ReputationActionItem {
        /// Details.
        pub detail: Option<String>,
        /// Expected impact.
        pub expected_impact: Option<ExpectedImpact>,
        /// Priority, from 1, the most urgent.
        pub priority: Option<u32>,
        /// Title.
        pub title: Option<String>,
    }

    /// A driver (cause) of a line's reputation.
    pub struct ReputationDriver {
        /// Key of the cause.
        pub key: Option<ReputationDriverKey>,
        /// Observed figure, or a note if there is none.
        pub metric: Option<String>,
        /// Summary in a sentence.
        pub summary: Option<String>,
    }

    /// The chats that a report is based on.
    pub struct ReputationEvidence {
        /// Chats with messages sent after the recipient had opted out, the worst first.
        pub opt_out_chats: Option<Vec<ReputationOptOutChat>>,
        /// Unhealthy chats, the worst first, at most 15.
        pub unhealthy_chats: Option<Vec<ReputationUnhealthyChat>>,
    }

    /// A chat with messages sent after the recipient had opted out.
    pub struct ReputationOptOutChat {
        /// Identifier of the chat.
        pub chat_id: Option<ChatId>,
        /// Number of messages sent after the opt-out.
        pub messages_after_stop: Option<u64>,
    }

    /// An unhealthy chat.
    pub struct ReputationUnhealthyChat {
        /// Identifier of the chat.
        pub chat_id: Option<ChatId>,
        /// Causes.
        pub driver_keys: Option<Vec<ReputationDriverKey>>,
        /// Health of the chat.
        pub status: Option<ChatHealth>,
    }
}

open_enum! {
    /// Status of an audit.
    pub enum AuditStatus {
        /// The report is being generated: request it again later.
        Pending = "pending",
        /// The report is available.
        Complete = "complete",
        /// The audit failed.
        Error = "error",
    }

    /// Expected impact of an action.
    pub enum ExpectedImpact {
        /// High.
        High = "high",
        /// Medium.
        Medium = "medium",
        /// Low.
        Low = "low",
    }

    /// Cause of a line's reputation.
    pub enum ReputationDriverKey {
        /// Several messages sent and hardly any reply. Used for single chats only.
        LowEngagement = "low_engagement",
        /// Many of the line's chats are unhealthy: improve these first.
        OverallConversationHealth = "overall_conversation_health",
        /// Far more messages in a day than usual for the line, or than a line should send.
        VolumeSpike = "volume_spike",
        /// Too many new chats in a day.
        NewConversationRate = "new_conversation_rate",
        /// Recipients opted out: stop sending to them.
        OptOutHandling = "opt_out_handling",
        /// The line is restricted, and its messages may not be delivered: use another until it recovers.
        Flagged = "flagged",
        /// Another cause.
        Other = "other",
    }
}
