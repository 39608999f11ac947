use crate::LinqError;
use linq_core::{
    Handle,
    error::{IntoField, InvalidArgument},
    message::{OutgoingPart, StickerImage, Text},
    model::{TextAnimation, TextStyle},
};

/// A piece of a text.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum TextPiece {
    /// Plain text.
    Plain {
        /// The text.
        text: String,
    },
    /// Text in styles, such as `bold`.
    Styled {
        /// The text.
        text: String,
        /// The API's names of the styles.
        styles: Vec<String>,
    },
    /// Animated text.
    Animated {
        /// The text.
        text: String,
        /// The API's name of the animation, such as `shake`.
        animation: String,
    },
    /// A mention of a participant, who is notified; at most once in a part, in group chats only.
    Mention {
        /// The participant's name, without an `@`.
        name: String,
        /// The participant's phone number (E.164) or e-mail address.
        handle: String,
    },
    /// An inline sticker.
    Sticker {
        /// Text sent in its place over RCS and SMS, such as an emoji or `[cake]`.
        fallback: String,
        /// Identifier of the image's attachment.
        attachment_id: String,
    },
}

/// Splits a text part into text parts of at most `max_characters` characters, 10,000 by default. Both are JSON.
///
/// # Errors
///
/// `InvalidArgument` if `text` is not a text part, if a range in it is invalid, or if a decoration, a sticker, a
/// mention or a grapheme cluster is longer than the maximum, which must be from 1 to 10,000.
#[uniffi::export]
pub fn split_text(text: &str, max_characters: Option<u32>) -> Result<Vec<String>, LinqError> {
    let text: Text = serde_json::from_str(text)
        .map_err(|error| InvalidArgument::new("text", error.to_string()))?;
    let texts = match max_characters {
        None => text.split(),
        Some(max) => text.split_at_most(usize::try_from(max).unwrap_or(usize::MAX)),
    };
    texts?.into_iter().map(to_json).collect()
}

/// Returns the text part that consists of these pieces, as JSON, with all ranges in UTF-16 code units.
///
/// # Errors
///
/// `InvalidArgument` if the handle of a mention is invalid.
#[uniffi::export]
pub fn compose_text(pieces: Vec<TextPiece>) -> Result<String, LinqError> {
    let mut text = Text::new();
    for (index, piece) in pieces.into_iter().enumerate() {
        text = match piece {
            TextPiece::Plain { text: piece } => text.plain(piece),
            TextPiece::Styled {
                text: piece,
                styles,
            } => text.styled(piece, styles.into_iter().map(TextStyle::from)),
            TextPiece::Animated {
                text: piece,
                animation,
            } => text.animate(piece, TextAnimation::from(animation)),
            TextPiece::Mention { name, handle } => {
                let handle: Handle = handle.into_field(&format!("pieces[{index}].handle"))?;
                text.mention(name, handle)
            }
            TextPiece::Sticker {
                fallback,
                attachment_id,
            } => text.sticker(fallback, StickerImage::Attachment(attachment_id.into())),
        };
    }
    to_json(text)
}

fn to_json(text: Text) -> Result<String, LinqError> {
    serde_json::to_string(&OutgoingPart::from(text))
        .map_err(|error| InvalidArgument::new("text", error.to_string()).into())
}
