//! Identifiers, a type for each resource, so that they cannot be confused.

use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, convert::Infallible, fmt, str::FromStr};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)*) => {$(
        $(#[$meta])*
        ///
        /// Converts from any text. A call rejects an identifier that would change the path of its URL: empty, `.`, or
        /// with `..`, `/`, `\`, `?`, `#`, `%` or a control character.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Returns the identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl crate::schema::HasSchema for $name {
            const SCHEMA: crate::schema::Schema = crate::schema::Schema::Text;
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

        /// Never fails.
        impl FromStr for $name {
            type Err = Infallible;

            fn from_str(id: &str) -> Result<Self, Infallible> {
                Ok(Self(id.to_owned()))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        text_traits!($name);
    )*};
}

ids! {
    /// Identifier of an attachment, a file that is uploaded before the messages that contain it (a UUID).
    AttachmentId,
    /// Identifier of a chat, direct or group (a UUID).
    ChatId,
    /// Identifier of a webhook event, the same for each delivery, and so the key for deduplication.
    EventId,
    /// Identifier of a participant's membership of one chat (a UUID).
    ChatHandleId,
    /// Identifier of a message (a UUID).
    MessageId,
    /// Identifier of a customer's connection that waits for their consent.
    PaymentConnectId,
    /// Identifier of a payment with a virtual card.
    PaymentId,
    /// Identifier of a payment request.
    PaymentRequestId,
    /// Identifier of one of your lines (a UUID).
    PhoneNumberId,
    /// Identifier of an option of a poll.
    PollOptionId,
    /// Identifier of a reaction to a message (a UUID).
    ReactionId,
    /// Identifier of an audit of a line's reputation (a UUID).
    ReputationAuditId,
    /// Identifier of a webhook subscription (a UUID).
    SubscriptionId,
}

#[cfg(test)]
mod tests {
    use super::{ChatId, MessageId};
    use std::collections::{BTreeMap, HashMap};

    #[test]
    fn ids_compare_with_text() {
        let id: ChatId = "c1".parse().unwrap();
        let sides = [id == "c1", id == *"c1", "c1" == id, *"c1" == id];
        assert_eq!(sides, [true; 4]);
        assert!(id != "c2");
        assert_eq!(String::from(id), "c1");
    }

    #[test]
    fn maps_by_id_are_searched_by_text() {
        let texts = ["m2", "m1", "é", ""];
        let entries = || texts.map(|text| (MessageId::from(text), text));
        let (hashed, sorted) = (HashMap::from(entries()), BTreeMap::from(entries()));
        for text in texts {
            assert_eq!(hashed.get(text), Some(&text));
            assert_eq!(sorted.get(text), Some(&text));
        }
        assert_eq!(hashed.get("m3"), None);
    }
}
