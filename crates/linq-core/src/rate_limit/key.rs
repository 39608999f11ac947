use crate::{Handle, PhoneNumber, id::ChatId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A rate limit of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Limit {
    /// Messages from a sender to a recipient.
    ///
    /// A new chat, and a message to a list of recipients, count once per recipient. A message to a chat counts for the
    /// chat, since its participants are not known here. A recipient in several chats is therefore counted separately in
    /// each.
    Messages,
    /// Messages from a line, to all of its recipients. Linq documents no number: it is not limited unless
    /// [`RateLimits::limit`](super::RateLimits::limit) sets one.
    ///
    /// A message counts once, also to a group. [`CreateChat`](crate::api::chats::CreateChat) names its line. The line
    /// of a message to an existing chat, or to recipients for whom Linq chooses the line, is not known here:
    /// [`Call::rate_limit_line`](crate::Call::rate_limit_line) names it. Without a name, all such messages count for
    /// one further line, whatever line sends them.
    MessagesPerLine,
    /// Checks of whether a handle can receive iMessage or RCS.
    CapabilityChecks,
    /// Creation and changes of the contact card of a phone number.
    ContactCards,
    /// Shares of the contact card with a chat.
    ContactCardShares,
}

impl Limit {
    /// All limits.
    pub const ALL: &'static [Self] = &[
        Self::Messages,
        Self::MessagesPerLine,
        Self::CapabilityChecks,
        Self::ContactCards,
        Self::ContactCardShares,
    ];

    /// Returns the name in snake case, such as `contact_cards`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::MessagesPerLine => "messages_per_line",
            Self::CapabilityChecks => "capability_checks",
            Self::ContactCards => "contact_cards",
            Self::ContactCardShares => "contact_card_shares",
        }
    }
}

/// The key that a call is counted under: a limit and its subject.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RateLimitKey {
    limit: Limit,
    subject: Box<str>,
}

impl RateLimitKey {
    /// Creates a key from a limit and its subject, such as a chat or a phone number. Calls with equal keys are counted
    /// together.
    pub fn new(limit: Limit, subject: impl Into<Box<str>>) -> Self {
        Self {
            limit,
            subject: subject.into(),
        }
    }

    /// Returns the keys of a message from a line to recipients. Without a line, Linq chooses one, and all such messages
    /// count for the same sender.
    pub(crate) fn messages_to(from: Option<&PhoneNumber>, to: &[Handle]) -> Vec<Self> {
        let from = from.map(PhoneNumber::as_str).unwrap_or_default();
        let pair = |to: &Handle| Self::new(Limit::Messages, format!("{from} {to}"));
        let line = Self::new(Limit::MessagesPerLine, from);
        to.iter().map(pair).chain([line]).collect()
    }

    /// Returns the keys of a message to a chat, whose line is not known.
    pub(crate) fn messages_in(chat: &ChatId) -> Vec<Self> {
        let line = Self::new(Limit::MessagesPerLine, "");
        vec![Self::new(Limit::Messages, chat.as_str()), line]
    }

    /// Names the line, if the key is that of a line that is not known.
    pub(crate) fn name_line(&mut self, line: &PhoneNumber) {
        if self.limit == Limit::MessagesPerLine && self.subject.is_empty() {
            self.subject = line.as_str().into();
        }
    }

    /// Returns the limit.
    #[must_use]
    pub fn limit(&self) -> Limit {
        self.limit
    }
}

/// Omits the subject, which may be a phone number.
impl fmt::Debug for RateLimitKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RateLimitKey({}, …)", self.limit.name())
    }
}
