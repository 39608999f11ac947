use crate::{Handle, PhoneNumber, id::ChatId};
use std::fmt;

/// A limit of the API on how often something may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// Messages from one sender to one recipient.
    ///
    /// A new chat, and a message that names its recipients, count once for each of them. A message
    /// into a chat counts for the chat: who is in it is not known here. So a recipient who is written
    /// to both ways, or in several chats, is counted in several places.
    Messages,
    /// Questions whether a handle can receive iMessage or RCS.
    CapabilityChecks,
    /// Setting up and changing the contact card of a phone number.
    ContactCards,
    /// Sharing the contact card with a chat.
    ContactCardShares,
}

impl Limit {
    /// All that this version knows.
    pub const ALL: &'static [Self] = &[
        Self::Messages,
        Self::CapabilityChecks,
        Self::ContactCards,
        Self::ContactCardShares,
    ];

    /// A name in lower case, such as `contact_cards`.
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

/// What a call is counted under: a limit, and whose.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RateLimitKey {
    limit: Limit,
    subject: Box<str>,
}

impl RateLimitKey {
    /// The limit of one chat, number, pair or whatever the limit is for; calls with equal subjects are
    /// counted together.
    pub fn new(limit: Limit, subject: impl Into<Box<str>>) -> Self {
        Self {
            limit,
            subject: subject.into(),
        }
    }

    /// Messages from one line to each of these; where Linq chooses the line, all lines are one.
    pub(crate) fn messages_to(from: Option<&PhoneNumber>, to: &[Handle]) -> Vec<Self> {
        let from = from.map(PhoneNumber::as_str).unwrap_or_default();
        let pair = |to: &Handle| Self::new(Limit::Messages, format!("{from} {to}"));
        to.iter().map(pair).collect()
    }

    /// Messages into a chat.
    pub(crate) fn messages_in(chat: &ChatId) -> Self {
        Self::new(Limit::Messages, chat.as_str())
    }

    /// The limit.
    #[must_use]
    pub fn limit(&self) -> Limit {
        self.limit
    }
}

/// Without the subject: it may be somebody's phone number.
impl fmt::Debug for RateLimitKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RateLimitKey({}, …)", self.limit.name())
    }
}
