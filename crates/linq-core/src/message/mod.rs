//! Content to send: messages of text, media, links and cards, with effects and replies; reactions, polls and
//! voice memos.
//!
//! ```
//! use linq_core::message::{
//!     Effect, Media, MessageContent, OutgoingPart, ScreenEffect, Text, TextAnimation,
//! };
//!
//! let text = Text::new().bold("Hurray, ").plain("Zoë 🎂").animate("!", TextAnimation::Shake);
//! let congratulations = MessageContent::from(text)
//!     .part(Media::url("https://example.com/cake.png"))
//!     .effect(Effect::screen(ScreenEffect::Confetti));
//! congratulations.check()?;
//!
//! let parts: [OutgoingPart; 2] = ["Hi".into(), Media::url("http://example.com/a.png").into()];
//! let error = MessageContent::from(parts).check().unwrap_err();
//! assert_eq!(error.to_string(), "parts[1].url: must be an https:// URL");
//! # Ok::<(), linq_core::error::InvalidArgument>(())
//! ```

mod app_card;
mod app_clip;
mod content;
mod continuation;
mod effect;
mod experience;
mod extra;
mod idempotency_key;
mod media;
mod part;
mod poll;
mod reaction;
mod reply;
mod rules;
mod split;
mod sticker;
#[cfg(test)]
mod tests;
mod text;
mod voice_memo;

pub use app_card::{AppCard, AppCardLayout, MessagesApp};
pub use app_clip::AppClip;
pub use content::MessageContent;
pub use continuation::ContinuationMessage;
pub use effect::{BubbleEffect, Effect, ScreenEffect};
pub use experience::ExperienceInvocation;
pub use idempotency_key::{IdempotencyKey, InvalidIdempotencyKey};
pub use media::Media;
pub use part::{Link, OutgoingPart};
pub use poll::{OutgoingPoll, PollOption};
pub use reaction::{OutgoingReaction, StickerPlacement};
pub use reply::ReplyTarget;
pub use sticker::{InlineSticker, StickerImage};
pub use text::Text;
pub use voice_memo::OutgoingVoiceMemo;

pub use crate::model::{
    EffectKind, ReactionType, ServiceType, TextAnimation, TextDecoration, TextStyle, Utf16Range,
};

pub(crate) use extra::Extra;
pub(crate) use rules::{check_https, check_present, check_recipients, check_text};
