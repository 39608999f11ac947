use super::{AppCard, AppClip, Media, Text, extra::Extra};

tagged_union! {
    /// A part of a message to send. Parts are delivered in order.
    #[allow(clippy::large_enum_variant)] // a message has few parts, or one card
    request pub enum OutgoingPart {
        /// Text.
        Text(Text) = "text",
        /// An image, video, audio or other file.
        Media(Media) = "media",
        /// A URL, shown as a card with a preview.
        Link(Link) = "link",
        /// A card of an iMessage app.
        AppCard(AppCard) = "imessage_app",
        /// A card that opens an App Clip.
        AppClip(AppClip) = "app_clip",
    }
}

impl From<&str> for OutgoingPart {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for OutgoingPart {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

request_model! {
    /// A URL, shown as a card with the title and picture of the page. It must be the only part of its message,
    /// and is not allowed in the first message of a chat.
    ///
    /// To send a URL without a card, use a [`Text`].
    pub struct Link {
        /// URL: `https://` or `http://`, at most 2,048 characters.
        pub value: String,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl Link {
    /// Creates a link to a page.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            value: url.into(),
            extra: Extra::default(),
        }
    }
}
