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
    /// Words as they are.
    Plain {
        /// The words.
        words: String,
    },
    /// Words in styles, such as `bold`.
    Styled {
        /// The words.
        words: String,
        /// The styles as the API writes them.
        styles: Vec<String>,
    },
    /// Words that move.
    Animated {
        /// The words.
        words: String,
        /// The animation as the API writes it, such as `shake`.
        animation: String,
    },
    /// The name of a participant, who is notified; once a part, in group chats only.
    Mention {
        /// The bare name, without an `@`.
        name: String,
        /// The participant's phone number (E.164) or e-mail address.
        handle: String,
    },
    /// A sticker, and what is sent in its place over RCS and SMS.
    Sticker {
        /// Such as an emoji or `[cake]`.
        stand_in: String,
        /// The image's attachment.
        attachment_id: String,
    },
}

/// The text part that these pieces make, as JSON. Nobody has to count UTF-16 units.
#[uniffi::export]
pub fn compose_text(pieces: Vec<TextPiece>) -> Result<String, LinqError> {
    let mut text = Text::new();
    for (index, piece) in pieces.into_iter().enumerate() {
        text = match piece {
            TextPiece::Plain { words } => text.plain(words),
            TextPiece::Styled { words, styles } => {
                text.styled(words, styles.into_iter().map(TextStyle::from))
            }
            TextPiece::Animated { words, animation } => {
                text.animate(words, TextAnimation::from(animation))
            }
            TextPiece::Mention { name, handle } => {
                let handle: Handle = handle.into_field(&format!("pieces[{index}].handle"))?;
                text.mention(name, handle)
            }
            TextPiece::Sticker {
                stand_in,
                attachment_id,
            } => text.sticker(stand_in, StickerImage::Attachment(attachment_id.into())),
        };
    }
    serde_json::to_string(&OutgoingPart::from(text))
        .map_err(|error| InvalidArgument::new("pieces", error.to_string()).into())
}
