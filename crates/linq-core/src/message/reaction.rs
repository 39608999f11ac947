use super::{StickerImage, extra::Extra};
use crate::{invalid_argument::InvalidArgument, model::ReactionType};

/// How to react to a message.
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
    /// One of Apple's own: a heart, thumbs up and so on.
    Tapback(ReactionType),
    /// Any emoji, in a bubble at the message's corner.
    Custom(String),
    /// An emoji stuck onto the message (iMessage only). It cannot be taken off again.
    StickerEmoji(String),
    /// An image stuck onto the message (iMessage only). It cannot be taken off again.
    Sticker(StickerImage),
}

impl OutgoingReaction {
    /// Any emoji, in a bubble at the message's corner.
    #[must_use]
    pub fn custom(emoji: impl Into<String>) -> Self {
        Self::Custom(emoji.into())
    }

    /// An emoji stuck onto the message.
    #[must_use]
    pub fn sticker_emoji(emoji: impl Into<String>) -> Self {
        Self::StickerEmoji(emoji.into())
    }

    /// An image stuck onto the message. It has to be uploaded first.
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
    /// Where a sticker is on a message, how large and how turned. What is absent stays as it is, or is in
    /// the middle, of the usual size and upright on a new sticker.
    #[derive(Default)]
    pub struct StickerPlacement {
        /// Clockwise, in degrees.
        pub rotation: Option<f64>,
        /// How large: 0.05 to 2.5, and what is beyond counts as that. The usual is 1 for an image and
        /// 0.5 for an emoji.
        pub scale: Option<f64>,
        /// From -1, far left, to 1, far right.
        pub x: Option<f64>,
        /// From -1, at the top, to 1, at the bottom.
        pub y: Option<f64>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl StickerPlacement {
    /// Where it is, as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts the sticker's middle there: both from -1 to 1, left to right and top to bottom.
    #[must_use]
    pub fn at(mut self, x: f64, y: f64) -> Self {
        (self.x, self.y) = (Some(x), Some(y));
        self
    }

    /// Draws it larger or smaller: 0.05 to 2.5.
    #[must_use]
    pub fn scale(mut self, scale: f64) -> Self {
        self.scale = Some(scale);
        self
    }

    /// Turns it clockwise, by degrees from upright.
    #[must_use]
    pub fn rotation(mut self, degrees: f64) -> Self {
        self.rotation = Some(degrees);
        self
    }

    /// JSON has no infinity: it would be sent as `null`.
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
            Some((field, _)) => Err(InvalidArgument::new(*field, "a finite number is needed")),
            None => Ok(()),
        }
    }
}
