use super::{ChatHealth, ReputationStatus};
use crate::{
    Timestamp,
    id::{ChatId, ReputationAuditId},
};

model! {
    /// An audit that was started, or that was under way already.
    pub struct ReputationAuditStarted {
        /// The audit's identifier: keep it, since no later reply repeats it. The report can be read for
        /// 24 hours.
        pub audit_id: ReputationAuditId = identity,
        /// How far it is.
        pub status: Option<AuditStatus> = always,
    }

    /// An audit of a line's reputation.
    pub struct ReputationAudit {
        /// The audit's identifier.
        pub audit_id: ReputationAuditId = identity,
        /// How far it is.
        pub status: Option<AuditStatus> = always,
        /// Why there is no report.
        pub error: Option<String>,
        /// The moment that the report is about.
        pub generated_at: Option<Timestamp>,
        /// The line, E.164.
        pub phone: Option<String>,
        /// The report, once it is complete.
        pub report: Option<ReputationReport>,
    }

    /// Why a line is regarded as it is, and what to do about it.
    pub struct ReputationReport {
        /// What to do, the most urgent first.
        pub action_items: Option<Vec<ReputationActionItem>>,
        /// What weighs on the line, the heaviest first.
        pub drivers: Option<Vec<ReputationDriver>>,
        /// The conversations that show it.
        pub evidence: Option<ReputationEvidence>,
        /// The heaviest driver, by its [`ReputationDriverKey`]; empty if there is nothing to do.
        pub primary_driver: Option<String>,
        /// How the line is regarded.
        pub severity: Option<ReputationStatus>,
        /// The whole report as Markdown, for people and language models.
        pub summary_markdown: Option<String>,
    }

    /// Something to do for a line's reputation.
    pub struct ReputationActionItem {
        /// How.
        pub detail: Option<String>,
        /// How much it is likely to help.
        pub expected_impact: Option<ExpectedImpact>,
        /// Its rank, from 1: what is to be done first.
        pub priority: Option<u32>,
        /// What.
        pub title: Option<String>,
    }

    /// Something that weighs on a line's reputation.
    pub struct ReputationDriver {
        /// What it is.
        pub key: Option<ReputationDriverKey>,
        /// A figure that was observed, or a note where there is none.
        pub metric: Option<String>,
        /// The same in a sentence.
        pub summary: Option<String>,
    }

    /// The conversations behind a report.
    pub struct ReputationEvidence {
        /// Chats that went on after the recipient had opted out, the worst first.
        pub opt_out_chats: Option<Vec<ReputationOptOutChat>>,
        /// Chats that do not go well, the worst first, at most 15.
        pub unhealthy_chats: Option<Vec<ReputationUnhealthyChat>>,
    }

    /// A chat that went on after the recipient had opted out.
    pub struct ReputationOptOutChat {
        /// The chat.
        pub chat_id: Option<ChatId>,
        /// How many messages were sent after that.
        pub messages_after_stop: Option<u64>,
    }

    /// A chat that does not go well.
    pub struct ReputationUnhealthyChat {
        /// The chat.
        pub chat_id: Option<ChatId>,
        /// What weighs on it.
        pub driver_keys: Option<Vec<ReputationDriverKey>>,
        /// How it goes.
        pub status: Option<ChatHealth>,
    }
}

open_enum! {
    /// How far an audit is.
    pub enum AuditStatus {
        /// The report is being made: ask again.
        Pending = "pending",
        /// The report is there.
        Complete = "complete",
        /// There will be no report.
        Error = "error",
    }

    /// How much an action is likely to help.
    pub enum ExpectedImpact {
        /// Much.
        High = "high",
        /// Something.
        Medium = "medium",
        /// A little.
        Low = "low",
    }

    /// What weighs on a line's reputation.
    pub enum ReputationDriverKey {
        /// Several messages sent and hardly an answer. Said of single chats only.
        LowEngagement = "low_engagement",
        /// Many of the line's conversations do not go well: see to these first.
        OverallConversationHealth = "overall_conversation_health",
        /// Far more messages in a day than is usual for the line, or than one line should send.
        VolumeSpike = "volume_spike",
        /// Too many new conversations in a day.
        NewConversationRate = "new_conversation_rate",
        /// Recipients asked the line to stop: send them nothing more.
        OptOutHandling = "opt_out_handling",
        /// The line is restricted, and its messages may not arrive: use another until it recovers.
        Flagged = "flagged",
        /// Something else.
        Other = "other",
    }
}
