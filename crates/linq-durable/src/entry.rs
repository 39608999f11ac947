//! A stored call and its state.

use linq_core::{
    id::{ChatId, MessageId},
    stored_call::StoredCall,
};
use serde::{Deserialize, Serialize};
use std::{fmt, num::ParseIntError, str::FromStr, time::SystemTime};

/// The identifier of an entry. Within an outbox, entries that were enqueued later have greater ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(i64);

impl EntryId {
    /// Creates an identifier from its number.
    #[must_use]
    pub const fn new(number: i64) -> Self {
        Self(number)
    }

    /// Returns the number, from 1.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for EntryId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

/// A call in an outbox.
#[derive(Clone)]
#[non_exhaustive]
pub struct Entry {
    /// Identifier.
    pub id: EntryId,
    /// The call, with its idempotency key.
    pub call: StoredCall,
    /// Key of the entries that are sent in order, one after the other; see
    /// [`Outbox::enqueue`](crate::Outbox::enqueue).
    pub ordering_key: String,
    /// State.
    pub state: State,
    /// Number of times that a process started to send the entry since it was enqueued, or retried by the application.
    /// Retries within a call are not counted.
    pub attempts: u32,
    /// Time at which the entry was enqueued.
    pub created_at: SystemTime,
    /// Time at which the entry is sent or retried, or at which the lease of the process that sends it ends. `None` if
    /// it is finished, or waits for an earlier entry with its ordering key.
    pub ready_at: Option<SystemTime>,
    /// Start of the first attempt that may have taken effect; `None` if certainly none did.
    pub attempted_at: Option<SystemTime>,
    /// Time at which the entry was sent, failed, became uncertain or was cancelled.
    pub finished_at: Option<SystemTime>,
    /// Outcome; that of the last attempt, if the entry is not finished.
    pub outcome: Outcome,
}

/// The state of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum State {
    /// To be sent. No attempt has taken effect: the entry can be cancelled and replaced.
    Queued,
    /// Being sent, or waiting for a retry after an attempt that may have taken effect.
    Sending,
    /// Accepted by the server.
    Sent,
    /// Rejected for good, by the server or because a file cannot be read. Nothing was sent to the recipients.
    Failed,
    /// The message may or may not have been sent: there was no definite answer within the time in which a retry is safe,
    /// or an error after an attempt whose response was lost.
    Uncertain,
    /// Cancelled by the application before it was sent, or after it failed or became uncertain.
    Cancelled,
}

impl State {
    /// All states.
    pub const ALL: [Self; 6] = [
        Self::Queued,
        Self::Sending,
        Self::Sent,
        Self::Failed,
        Self::Uncertain,
        Self::Cancelled,
    ];

    /// Returns the name in snake case, such as `queued`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Uncertain => "uncertain",
            Self::Cancelled => "cancelled",
        }
    }

    /// Returns whether the entry is still to be sent.
    #[must_use]
    pub fn is_pending(self) -> bool {
        matches!(self, Self::Queued | Self::Sending)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The outcome of an entry.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Outcome {
    /// Identifier of the message or poll that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
    /// Identifier of the chat that it was sent to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_id: Option<ChatId>,
    /// HTTP status of the last response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The API's error code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u32>,
    /// Trace ID, by which Linq's support finds the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
    /// Description of the error. It may contain text of the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// Body of the response of an accepted call, JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
}

/// Omits the call and the outcome's texts, which contain user content.
impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("id", &self.id)
            .field("call", &self.call)
            .field("state", &self.state)
            .field("attempts", &self.attempts)
            .field("outcome", &self.outcome)
            .finish_non_exhaustive()
    }
}

/// Omits the texts of the server.
impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("message_id", &self.message_id)
            .field("chat_id", &self.chat_id)
            .field("status", &self.status)
            .field("code", &self.code)
            .field("trace_id", &self.trace_id)
            .finish_non_exhaustive()
    }
}
