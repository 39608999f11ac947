use super::{FileUrl, Reaction, TextDecoration, Utf16Range};
use crate::id::AttachmentId;
use std::borrow::Cow;

tagged_union! {
    /// A part of a message.
    response pub enum MessagePart {
        /// Text.
        Text(TextPart) = "text",
        /// A file.
        Media(MediaPart) = "media",
        /// A link with a preview.
        Link(LinkPart) = "link",
        /// A card of an iMessage app.
        IMessageApp(IMessageAppPart) = "imessage_app",
        /// A card that opens an App Clip.
        AppClip(AppClipPart) = "app_clip",
    }
}

model! {
    /// A text with its decorations, mentions and stickers. All ranges count UTF-16 code units of `value`.
    pub struct TextPart {
        /// Text.
        pub value: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// Inline stickers, in the order of the text. Only on sent messages: a received sticker is a media part.
        pub inline_stickers: Option<Vec<InlineSticker>>,
        /// Handle of the first mention. Deprecated by the API in favor of [`mentions`](Self::mentions).
        pub mention: Option<String>,
        /// Range of the first mention; absent if it is the whole text. Deprecated by the API in favor of
        /// [`mentions`](Self::mentions).
        pub mention_range: Option<Utf16Range>,
        /// Mentions, in the order of the text. iMessage only.
        pub mentions: Option<Vec<Mention>>,
        /// Styles and animations.
        pub text_decorations: Option<Vec<TextDecoration>>,
    }

    /// A file.
    pub struct MediaPart {
        /// Identifier of the attachment.
        pub id: Option<AttachmentId> = always,
        /// File name.
        pub filename: Option<String> = always,
        /// MIME type, such as `image/jpeg`.
        pub mime_type: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// Size in bytes.
        pub size_bytes: Option<u64> = always,
        /// Signed download URL, which expires after an hour.
        pub url: Option<FileUrl> = always,
    }

    /// A link with a preview.
    pub struct LinkPart {
        /// URL of the link.
        pub value: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
    }

    /// A card of an iMessage app.
    pub struct IMessageAppPart {
        /// The app behind the card.
        pub app: IMessageApp = always,
        /// Content of the card.
        pub layout: IMessageAppLayout = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// URL passed to the app when the card is tapped.
        pub url: Option<String> = always,
        /// Text shown where the card cannot be shown.
        pub fallback_text: Option<String>,
    }

    /// An iMessage app.
    pub struct IMessageApp {
        /// Bundle identifier of the app's Messages extension.
        pub bundle_id: Option<String> = always,
        /// Name of the app.
        pub name: Option<String> = always,
        /// Team identifier of the developer: 10 upper-case letters and digits.
        pub team_id: Option<String> = always,
        /// App Store identifier, to offer the app to recipients who do not have it.
        pub app_store_id: Option<u64>,
    }

    /// The content of a card of an iMessage app. Events omit the image and its texts.
    pub struct IMessageAppLayout {
        /// Caption: top left, bold.
        pub caption: Option<String>,
        /// Subtitle of the image, below its title.
        pub image_subtitle: Option<String>,
        /// Title over the image, bold.
        pub image_title: Option<String>,
        /// URL of the image at the top, hosted by Linq.
        pub image_url: Option<FileUrl>,
        /// Subcaption: left, below the caption.
        pub subcaption: Option<String>,
        /// Trailing caption: top right.
        pub trailing_caption: Option<String>,
        /// Trailing subcaption: right, below the trailing caption.
        pub trailing_subcaption: Option<String>,
    }

    /// A card that opens an App Clip.
    pub struct AppClipPart {
        /// URL that the card opens.
        pub value: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// Description below the title, composed by Linq.
        pub description: Option<String>,
        /// URL of the preview image.
        pub image_url: Option<FileUrl>,
        /// Title, composed by Linq.
        pub title: Option<String>,
    }

    /// A mention of a participant in a text.
    pub struct Mention {
        /// Phone number (E.164) or e-mail address, as recorded by the device.
        pub handle: Option<String> = always,
        /// True if your line is mentioned.
        pub is_me: Option<bool> = always,
        /// Range of the mention in the text.
        pub range: Option<Utf16Range> = always,
    }

    /// An image in place of characters of a text.
    pub struct InlineSticker {
        /// Range of the text that the sticker replaces on iMessage; SMS and RCS show the text instead.
        pub range: Option<Utf16Range> = always,
        /// Identifier of the image's attachment.
        pub id: Option<AttachmentId>,
        /// File name of the image.
        pub file_name: Option<String>,
        /// MIME type.
        pub mime_type: Option<String>,
        /// Download URL; for an ephemeral attachment, a signed URL that expires.
        pub url: Option<FileUrl>,
    }
}

/// Returns the texts of the text parts, in order.
pub(crate) fn texts(parts: &[MessagePart]) -> impl Iterator<Item = &str> {
    parts.iter().filter_map(|part| match part {
        MessagePart::Text(text) => text.value.as_deref(),
        _ => None,
    })
}

/// Joins texts by line breaks.
pub(crate) fn join_lines<'a>(mut texts: impl Iterator<Item = &'a str>) -> Cow<'a, str> {
    match (texts.next(), texts.next()) {
        (None, _) => Cow::Borrowed(""),
        (Some(only), None) => Cow::Borrowed(only),
        (Some(first), Some(second)) => {
            let lines: Vec<_> = [first, second].into_iter().chain(texts).collect();
            Cow::Owned(lines.join("\n"))
        }
    }
}
