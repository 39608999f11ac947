use super::{
    AppCard, AppClip, Effect, ExperienceInvocation, IdempotencyKey, Link, Media, OutgoingPart,
    ReplyTarget, Text, extra::Extra,
};
use crate::{id::MessageId, model::ServiceType};
use serde_with::{As, DefaultOnNull};

request_model! {
    /// A message to send: what it says, not where it goes.
    ///
    /// Made from a text, a part, a list of parts or an experience, and refined by the setters. Its rules are checked by
    /// the call that would send it, or by [`check`](Self::check).
    #[derive(Default)]
    pub struct MessageContent {
        /// The pieces, 1 to 100, in their order. Text parts do not follow each other, and a link or a
        /// card stands alone.
        #[serde(
            default,
            deserialize_with = "As::<DefaultOnNull>::deserialize",
            skip_serializing_if = "Vec::is_empty"
        )]
        pub parts: Vec<OutgoingPart>,
        /// What the message does as it arrives (iMessage only).
        pub effect: Option<Effect>,
        /// A card of Linq's own iMessage app, in place of parts.
        pub experience: Option<ExperienceInvocation>,
        /// The message that this one answers.
        pub reply_to: Option<ReplyTarget>,
        /// Which network carries it. [`IMessage`](ServiceType::IMessage): that or nothing.
        /// [`Rcs`](ServiceType::Rcs) and [`Sms`](ServiceType::Sms): RCS where possible, else SMS, never
        /// iMessage. Absent: the best of the three that the recipient has.
        pub preferred_service: Option<ServiceType>,
        /// What makes a repeated send harmless; made by the client if absent.
        pub idempotency_key: Option<IdempotencyKey>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl MessageContent {
    /// A message of these parts.
    pub fn new<P: Into<OutgoingPart>>(parts: impl IntoIterator<Item = P>) -> Self {
        Self {
            parts: parts.into_iter().map(P::into).collect(),
            ..Self::default()
        }
    }

    /// Adds a part at the end.
    #[must_use]
    pub fn part(mut self, part: impl Into<OutgoingPart>) -> Self {
        self.parts.push(part.into());
        self
    }

    /// Plays an effect as the message arrives (iMessage only).
    #[must_use]
    pub fn effect(mut self, effect: Effect) -> Self {
        self.effect = Some(effect);
        self
    }

    /// Answers a message.
    #[must_use]
    pub fn reply_to(mut self, message: impl Into<MessageId>) -> Self {
        self.reply_to = Some(ReplyTarget::new(message));
        self
    }

    /// Answers one part of a message, counted from 0.
    #[must_use]
    pub fn reply_to_part(mut self, message: impl Into<MessageId>, index: u32) -> Self {
        self.reply_to = Some(ReplyTarget::part(message, index));
        self
    }

    /// Chooses the network: see the field of this name.
    #[must_use]
    pub fn preferred_service(mut self, service: ServiceType) -> Self {
        self.preferred_service = Some(service);
        self
    }

    /// Sets the key that makes a repeated send harmless.
    #[must_use]
    pub fn idempotency_key(mut self, key: IdempotencyKey) -> Self {
        self.idempotency_key = Some(key);
        self
    }
}

macro_rules! from_one_part {
    ($($part:ty),*) => {$(
        impl From<$part> for MessageContent {
            fn from(part: $part) -> Self {
                Self::new([part])
            }
        }
    )*};
}

from_one_part!(
    &str,
    String,
    Text,
    Media,
    Link,
    AppCard,
    AppClip,
    OutgoingPart
);

impl From<ExperienceInvocation> for MessageContent {
    fn from(experience: ExperienceInvocation) -> Self {
        Self {
            experience: Some(experience),
            ..Self::default()
        }
    }
}

impl From<&String> for MessageContent {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<Vec<OutgoingPart>> for MessageContent {
    fn from(parts: Vec<OutgoingPart>) -> Self {
        Self {
            parts,
            ..Self::default()
        }
    }
}

impl<const N: usize> From<[OutgoingPart; N]> for MessageContent {
    fn from(parts: [OutgoingPart; N]) -> Self {
        Self::new(parts)
    }
}

impl From<&MessageContent> for MessageContent {
    fn from(content: &MessageContent) -> Self {
        content.clone()
    }
}
