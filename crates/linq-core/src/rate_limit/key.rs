use crate::{Handle, PhoneNumber, id::ChatId};
use std::fmt;

/// A rate limit of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// Messages from a sender to a recipient.
    ///
    /// A new chat, and a message to a list of recipients, count once per recipient. A message to a chat counts for the
    /// chat, since its participants are not known here. A recipient in several chats is therefore counted separately in
    /// each.
    Messages,
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
        Self::CapabilityChecks,
        Self::ContactCards,
        Self::ContactCardShares,
    ];

    /// Returns the name in snake case, such as `contact_cards`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::CapabilityChecks => "capability_checks",
            Self::ContactCards => "contact_cards",
            Self::ContactCardShares => "contact_card_shares",
        }
    }
}

/// The key that a call is counted under: a limit and its subject.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// Returns the keys of messages from a line to recipients. Without a line, Linq chooses one, and all such messages
    /// count for the same sender.
    pub(crate) fn messages_to(from: Option<&PhoneNumber>, to: &[Handle]) -> Vec<Self> {
        let from = from.map(PhoneNumber::as_str).unwrap_or_default();
        let pair = |to: &Handle| Self::new(Limit::Messages, format!("{from} {to}"));
        to.iter().map(pair).collect()
    }

    /// Returns the key of messages to a chat.
    pub(crate) fn messages_in(chat: &ChatId) -> Self {
        Self::new(Limit::Messages, chat.as_str())
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
