use super::{StickerImage, extra::Extra};
use crate::{invalid_argument::InvalidArgument, model::ReactionType};

/// A reaction to send.
///
/// ```
/// use linq_core::message::{OutgoingReaction, ReactionType, StickerImage};
///
/// let heart = OutgoingReaction::from(ReactionType::Love);
/// let cake = OutgoingReaction::custom("🎂");
/// let sticker = OutgoingReaction::sticker(StickerImage::attachment("0c61e84b-b1dc-4e52-8ca5-6a4e0b3f3f27"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OutgoingReaction {
    /// One of Apple's tapbacks: a heart, thumbs up and so on.
    Tapback(ReactionType),
    /// Any emoji, in a bubble at the corner of the message.
    Custom(String),
    /// An emoji placed on the message as a sticker (iMessage only). It cannot be removed.
    StickerEmoji(String),
    /// An image placed on the message as a sticker (iMessage only). It cannot be removed.
    Sticker(StickerImage),
}

impl OutgoingReaction {
    /// Creates a reaction with any emoji.
    #[must_use]
    pub fn custom(emoji: impl Into<String>) -> Self {
        Self::Custom(emoji.into())
    }

    /// Creates a sticker from an emoji.
    #[must_use]
    pub fn sticker_emoji(emoji: impl Into<String>) -> Self {
        Self::StickerEmoji(emoji.into())
    }

    /// Creates a sticker from an image, which has to be uploaded first.
    #[must_use]
    pub fn sticker(image: StickerImage) -> Self {
        Self::Sticker(image)
    }
}

impl From<ReactionType> for OutgoingReaction {
    fn from(kind: ReactionType) -> Self {
        Self::Tapback(kind)
    }
}

request_model! {
    /// The position, scale and rotation of a sticker on a message. Absent values are unchanged; a new sticker
    /// is centered, of default size and upright.
    #[derive(Default)]
    pub struct StickerPlacement {
        /// Clockwise rotation, in degrees.
        pub rotation: Option<f64>,
        /// Scale, clamped to 0.05 to 2.5; by default 1 for an image and 0.5 for an emoji.
        pub scale: Option<f64>,
        /// Horizontal position, from -1 (left) to 1 (right).
        pub x: Option<f64>,
        /// Vertical position, from -1 (top) to 1 (bottom).
        pub y: Option<f64>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl StickerPlacement {
    /// Creates a placement without values.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the position of the sticker's center: both from -1 to 1, left to right and top to bottom.
    #[must_use]
    pub fn at(mut self, x: f64, y: f64) -> Self {
        (self.x, self.y) = (Some(x), Some(y));
        self
    }

    /// Sets the scale, 0.05 to 2.5.
    #[must_use]
    pub fn scale(mut self, scale: f64) -> Self {
        self.scale = Some(scale);
        self
    }

    /// Sets the clockwise rotation, in degrees from upright.
    #[must_use]
    pub fn rotation(mut self, degrees: f64) -> Self {
        self.rotation = Some(degrees);
        self
    }

    /// Checks that all numbers are finite: JSON has no infinity, so `null` would be sent.
    pub(crate) fn check(&self) -> Result<(), InvalidArgument> {
        let numbers = [
            ("rotation", self.rotation),
            ("scale", self.scale),
            ("x", self.x),
            ("y", self.y),
        ];
        match numbers
            .iter()
            .find(|(_, number)| number.is_some_and(|it| !it.is_finite()))
        {
            Some((field, _)) => Err(InvalidArgument::new(*field, "must be a finite number")),
            None => Ok(()),
        }
    }
}
