use super::{AppCard, AppClip, Media, Text, extra::Extra};

tagged_union! {
    /// One piece of a message that is sent. The pieces arrive in their order.
    #[allow(clippy::large_enum_variant)] // a message has few parts, or one card
    request pub enum OutgoingPart {
        /// Words.
        Text(Text) = "text",
        /// An image, a video, a sound or any other file.
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
    /// A URL, shown as a card with the page's title and picture. It is the only part of its message, and
    /// not in the first message of a chat.
    ///
    /// For a URL without a card, write it in a [`Text`].
    pub struct Link {
        /// The URL: `https://` or `http://`, at most 2,048 characters.
        pub value: String,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl Link {
    /// A link to a page.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            value: url.into(),
            extra: Extra::default(),
        }
    }
}
