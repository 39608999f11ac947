//! What is sent: text, media and links, with effects and replies.
//!
//! ```
//! use linq_core::message::{
//!     Effect, Media, MessageContent, OutgoingPart, ScreenEffect, Text, TextAnimation,
//! };
//!
//! let words = Text::new().bold("Hurray, ").plain("Zoë 🎂").animate("!", TextAnimation::Shake);
//! let congratulations = MessageContent::from(words)
//!     .part(Media::url("https://example.com/cake.png"))
//!     .effect(Effect::screen(ScreenEffect::Confetti));
//! congratulations.check()?;
//!
//! let parts: [OutgoingPart; 2] = ["Hi".into(), Media::url("http://example.com/a.png").into()];
//! let error = MessageContent::from(parts).check().unwrap_err();
//! assert_eq!(error.to_string(), "parts[1].url: an https:// URL is needed");
//! # Ok::<(), linq_core::error::Invalid>(())
//! ```

mod content;
mod effect;
mod extra;
mod idempotency;
mod media;
mod part;
mod reply;
mod rules;
mod sticker;
#[cfg(test)]
mod tests;
mod text;

pub use content::MessageContent;
pub use effect::{BubbleEffect, Effect, EffectKind, ScreenEffect};
pub use idempotency::{IdempotencyKey, InvalidIdempotencyKey};
pub use media::Media;
pub use part::{Link, OutgoingPart};
pub use reply::ReplyTarget;
pub use sticker::{InlineSticker, StickerImage};
pub use text::Text;

pub use crate::model::{ServiceType, TextAnimation, TextDecoration, TextStyle, Utf16Range};

pub(crate) use rules::check_https;
