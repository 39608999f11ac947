//! Identifiers, one type each, so that a chat's cannot be passed for a message's.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)*) => {$(
        $(#[$meta])*
        ///
        /// Made from any text. One that could not stand in a path (empty, a lone `.`, or with `..`, `/`,
        /// `\`, `?`, `#`, `%` or a control character in it) is refused by the call that would send it.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The identifier as the API writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        #[cfg(feature = "describe")]
        impl crate::describe::Describe for $name {
            const SHAPE: crate::describe::Shape = crate::describe::Shape::Text;
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl From<&String> for $name {
            fn from(id: &String) -> Self {
                Self(id.clone())
            }
        }

        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    )*};
}

ids! {
    /// A file uploaded ahead of the messages that carry it (a UUID).
    AttachmentId,
    /// A conversation, direct or group (a UUID).
    ChatId,
    /// One webhook event, the same on every delivery of it: what deduplication goes by.
    EventId,
    /// A participant's membership of one chat (a UUID).
    ChatHandleId,
    /// A message (a UUID).
    MessageId,
    /// A customer's connection while they have yet to consent.
    PaymentConnectId,
    /// A payment with a virtual card.
    PaymentId,
    /// A payment request.
    PaymentRequestId,
    /// One of your lines (a UUID).
    PhoneNumberId,
    /// An option of a poll.
    PollOptionId,
    /// A reaction to a message (a UUID).
    ReactionId,
    /// An audit of a line's reputation (a UUID).
    ReputationAuditId,
    /// A webhook subscription (a UUID).
    SubscriptionId,
}
