use super::{Event, EventData};
use crate::model::MessagePart;

/// The words that opt out, in capitals only.
const WORDS: [&str; 6] = ["STOP", "UNSUBSCRIBE", "OPTOUT", "CANCEL", "END", "QUIT"];
/// What opts out in any case.
const PHRASES: [&str; 3] = ["opt out", "opt-out", "optout"];

/// What a message does to its sender's consent to receive messages.
///
/// Linq keeps count too: after an opt-out, a send to that person is refused with
/// [`OptedOut`](crate::error::ErrorCode::OptedOut), unless that one send overrides
/// it. This tells your own records the moment it happens.
///
/// See <https://docs.linqapp.com/channel/imessage/guides/chats/chat-health>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Consent {
    /// They want no more messages.
    OptOut,
    /// They wrote something else, which opts back in whoever had opted out.
    OptIn,
}

impl Consent {
    /// What a message that consists of nothing but `text` does.
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
    /// The documented rule is that narrow. Whoever writes "please stop writing to me" deserves to be
    /// heard too, but that is for you to judge.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let text = text.trim();
        let opts_out = WORDS.contains(&text)
            || PHRASES
                .iter()
                .any(|phrase| text.eq_ignore_ascii_case(phrase));
        if opts_out { Self::OptOut } else { Self::OptIn }
    }

    /// What the message of a `message.received` does; `None` for every other event, for messages in
    /// groups, which nobody opts out of, and where zero-day retention leaves nothing to read.
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
