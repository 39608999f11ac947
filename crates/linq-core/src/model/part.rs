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
    /// Text, with what is laid over it. All ranges count UTF-16 code units of `value`.
    pub struct TextPart {
        /// The text.
        pub value: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// Stickers within the text, in its order. Only on messages that were sent with them: one
        /// that is received comes as a media part.
        pub inline_stickers: Option<Vec<InlineSticker>>,
        /// Deprecated by the API in favour of [`mentions`](Self::mentions): the first one's handle.
        pub mention: Option<String>,
        /// Deprecated by the API in favour of [`mentions`](Self::mentions): the first one's range;
        /// absent when it is the whole text.
        pub mention_range: Option<Utf16Range>,
        /// Who is mentioned, in the order of the text. iMessage only.
        pub mentions: Option<Vec<Mention>>,
        /// Styles and animations.
        pub text_decorations: Option<Vec<TextDecoration>>,
    }

    /// A file.
    pub struct MediaPart {
        /// The attachment's identifier.
        pub id: Option<AttachmentId> = always,
        /// The file's name.
        pub filename: Option<String> = always,
        /// Its MIME type, such as `image/jpeg`.
        pub mime_type: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// Its size in bytes.
        pub size_bytes: Option<u64> = always,
        /// Where to download it: a signed address that expires after an hour.
        pub url: Option<FileUrl> = always,
    }

    /// A link with a preview.
    pub struct LinkPart {
        /// The address that it opens.
        pub value: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
    }

    /// A card of an iMessage app.
    pub struct IMessageAppPart {
        /// The app behind the card.
        pub app: IMessageApp = always,
        /// What the card shows.
        pub layout: IMessageAppLayout = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// What the app is handed when the card is tapped.
        pub url: Option<String> = always,
        /// What is shown where the card cannot be.
        pub fallback_text: Option<String>,
    }

    /// An iMessage app.
    pub struct IMessageApp {
        /// The bundle identifier of the app's Messages extension.
        pub bundle_id: Option<String> = always,
        /// The app's name.
        pub name: Option<String> = always,
        /// The developer's team: 10 upper-case letters and digits.
        pub team_id: Option<String> = always,
        /// The app in the App Store, offered to recipients who do not have it.
        pub app_store_id: Option<u64>,
    }

    /// What a card of an iMessage app shows. Events leave out the image and its texts.
    pub struct IMessageAppLayout {
        /// Top left, bold.
        pub caption: Option<String>,
        /// Over the image, below its title.
        pub image_subtitle: Option<String>,
        /// Over the image, bold.
        pub image_title: Option<String>,
        /// The image at the top, as hosted by Linq.
        pub image_url: Option<FileUrl>,
        /// Left, below the caption.
        pub subcaption: Option<String>,
        /// Top right.
        pub trailing_caption: Option<String>,
        /// Right, below the trailing caption.
        pub trailing_subcaption: Option<String>,
    }

    /// A card that opens an App Clip.
    pub struct AppClipPart {
        /// The link that it opens.
        pub value: Option<String> = always,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// The line below the title, composed by Linq.
        pub description: Option<String>,
        /// The preview image.
        pub image_url: Option<FileUrl>,
        /// The headline, composed by Linq.
        pub title: Option<String>,
    }

    /// Somebody named in a text.
    pub struct Mention {
        /// Their phone number (E.164) or e-mail address, as the device recorded it.
        pub handle: Option<String> = always,
        /// Whether that is your line.
        pub is_me: Option<bool> = always,
        /// The characters that name them.
        pub range: Option<Utf16Range> = always,
    }

    /// An image that stands in for characters of a text.
    pub struct InlineSticker {
        /// The characters that it hides on iMessage; SMS and RCS show them instead.
        pub range: Option<Utf16Range> = always,
        /// The image's attachment.
        pub id: Option<AttachmentId>,
        /// The image's file name.
        pub file_name: Option<String>,
        /// Its MIME type.
        pub mime_type: Option<String>,
        /// Where to download it; for an ephemeral attachment a signed address that expires.
        pub url: Option<FileUrl>,
    }
}

/// Returns the texts of parts, in order.
pub(crate) fn texts(parts: &[MessagePart]) -> impl Iterator<Item = &str> {
    parts.iter().filter_map(|part| match part {
        MessagePart::Text(text) => text.value.as_deref(),
        _ => None,
    })
}

/// Returns the texts of a message, one a line.
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
