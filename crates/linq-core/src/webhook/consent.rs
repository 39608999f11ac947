use super::{Event, EventData};
use crate::model::MessagePart;

/// Opt-out keywords, in upper case only.
const KEYWORDS: [&str; 6] = ["STOP", "UNSUBSCRIBE", "OPTOUT", "CANCEL", "END", "QUIT"];
/// Opt-out phrases, case-insensitive.
const PHRASES: [&str; 3] = ["opt out", "opt-out", "optout"];

/// The effect of a received message on its sender's consent to receive messages.
///
/// Linq enforces opt-outs itself: a send to a recipient who has opted out is rejected with
/// [`OptedOut`](crate::error::ErrorCode::OptedOut), unless that send overrides it. Use this type to update
/// your own records at the time of the opt-out.
///
/// See <https://docs.linqapp.com/channel/imessage/guides/chats/chat-health>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Consent {
    /// The sender opts out of further messages.
    OptOut,
    /// Any other message, which opts in again a sender who had opted out.
    OptIn,
}

impl Consent {
    /// Returns the effect of a message that consists of `text` only.
    ///
    /// ```
    /// use linq_core::webhook::Consent;
    ///
    /// assert_eq!(Consent::of_text("STOP"), Consent::OptOut);
    /// assert_eq!(Consent::of_text("Opt-out"), Consent::OptOut);
    /// assert_eq!(Consent::of_text("stop"), Consent::OptIn);
    /// assert_eq!(Consent::of_text("STOP it"), Consent::OptIn);
    /// ```
    ///
    /// It implements the documented rule, which is narrow: you may want to handle messages such as "please stop
    /// writing to me" too.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let text = text.trim();
        let opts_out = KEYWORDS.contains(&text)
            || PHRASES
                .iter()
                .any(|phrase| text.eq_ignore_ascii_case(phrase));
        if opts_out { Self::OptOut } else { Self::OptIn }
    }

    /// Returns the effect of a `message.received` event; `None` for all other events, for messages in groups,
    /// which cannot be opted out of, and without text because of zero-day retention.
    #[must_use]
    pub fn of_event(event: &Event) -> Option<Self> {
        if !matches!(event.data, EventData::MessageReceived(_)) {
            return None;
        }
        let message = event.message()?;
        if message.is_group == Some(true) || !message.is_inbound() {
            return None;
        }
        match message.parts {
            [] => None,
            [MessagePart::Text(text)] => {
                Some(Self::of_text(text.value.as_deref().unwrap_or_default()))
            }
            _ => Some(Self::OptIn),
        }
    }
}
