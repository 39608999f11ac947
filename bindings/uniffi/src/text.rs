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
    serde_json::to_string(&OutgoingPart::from(text))
        .map_err(|error| InvalidArgument::new("pieces", error.to_string()).into())
}
