use super::{FileUrl, Reaction, TextDecoration, Utf16Range};
use crate::id::AttachmentId;

tagged_union! {
    /// A part of a message.
    pub enum MessagePart {
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
        pub value: String,
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
        pub id: AttachmentId,
        /// The file's name.
        pub filename: String,
        /// Its MIME type, such as `image/jpeg`.
        pub mime_type: String,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// Its size in bytes.
        pub size_bytes: u64,
        /// Where to download it: a signed address that expires after an hour.
        pub url: FileUrl,
    }

    /// A link with a preview.
    pub struct LinkPart {
        /// The address that it opens.
        pub value: String,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
    }

    /// A card of an iMessage app.
    pub struct IMessageAppPart {
        /// The app behind the card.
        pub app: IMessageApp,
        /// What the card shows.
        pub layout: IMessageAppLayout,
        /// Reactions to this part; never in events.
        pub reactions: Option<Vec<Reaction>>,
        /// What the app is handed when the card is tapped.
        pub url: String,
        /// What is shown where the card cannot be.
        pub fallback_text: Option<String>,
    }

    /// An iMessage app.
    pub struct IMessageApp {
        /// The bundle identifier of the app's Messages extension.
        pub bundle_id: String,
        /// The app's name.
        pub name: String,
        /// The developer's team: 10 upper-case letters and digits.
        pub team_id: String,
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
        pub value: String,
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
        pub handle: String,
        /// Whether that is your line.
        pub is_me: bool,
        /// The characters that name them.
        pub range: Utf16Range,
    }

    /// An image that stands in for characters of a text.
    pub struct InlineSticker {
        /// The characters that it hides on iMessage; SMS and RCS show them instead.
        pub range: Utf16Range,
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
