use super::{EffectKind, extra::Extra};

request_model! {
    /// An effect played when a message is received (iMessage only); at most one per message.
    pub struct Effect {
        /// Kind of the effect.
        #[serde(rename = "type")]
        pub kind: Option<EffectKind>,
        /// Name of the effect, such as `confetti`.
        pub name: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl Effect {
    /// Creates an effect that fills the screen.
    #[must_use]
    pub fn screen(name: impl Into<ScreenEffect>) -> Self {
        Self::new(EffectKind::Screen, name.into().as_str())
    }

    /// Creates an effect of the message bubble.
    #[must_use]
    pub fn bubble(name: impl Into<BubbleEffect>) -> Self {
        Self::new(EffectKind::Bubble, name.into().as_str())
    }

    fn new(kind: EffectKind, name: &str) -> Self {
        Self {
            kind: Some(kind),
            name: Some(name.to_owned()),
            extra: Extra::default(),
        }
    }
}

open_enum! {
    /// An effect that fills the screen.
    pub enum ScreenEffect {
        /// Confetti falls.
        Confetti = "confetti",
        /// Fireworks go up.
        Fireworks = "fireworks",
        /// Beams of laser light sweep across.
        Lasers = "lasers",
        /// Sparks fly.
        Sparkles = "sparkles",
        /// Golden sparks rain from a corner.
        Celebration = "celebration",
        /// Hearts float up.
        Hearts = "hearts",
        /// One heart grows out of the message.
        Love = "love",
        /// Balloons rise.
        Balloons = "balloons",
        /// The birthday variant of the balloons.
        HappyBirthday = "happy_birthday",
        /// The message fills the screen many times over.
        Echo = "echo",
        /// A light falls on the message.
        Spotlight = "spotlight",
    }

    /// An effect of the message bubble.
    pub enum BubbleEffect {
        /// The bubble drops onto the screen with force.
        Slam = "slam",
        /// The bubble grows and shakes.
        Loud = "loud",
        /// The text starts small.
        Gentle = "gentle",
        /// The message is hidden until the recipient swipes over it.
        Invisible = "invisible",
    }
}
