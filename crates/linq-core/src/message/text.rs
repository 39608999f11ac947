use super::{InlineSticker, StickerImage, extra::Extra};
use crate::{
    handle::Handle,
    model::{TextAnimation, TextDecoration, TextStyle, Utf16Range},
};
use serde_with::{As, DefaultOnNull};

request_model! {
    /// A text part, plain or decorated.
    ///
    /// Built piece by piece with [`plain`](Self::plain), [`bold`](Self::bold) and so on, which compute the
    /// UTF-16 ranges.
    ///
    /// ```
    /// use linq_core::message::{StickerImage, Text, TextAnimation, TextStyle};
    ///
    /// let text = Text::new()
    ///     .bold("Hello ")
    ///     .plain("wörld ")
    ///     .sticker("🎂", StickerImage::attachment("0c61e84b-b1dc-4e52-8ca5-6a4e0b3f3f27"))
    ///     .styled(" Yes", [TextStyle::Bold, TextStyle::Italic])
    ///     .animate("!", TextAnimation::Shake);
    /// assert_eq!(text.value, "Hello wörld 🎂 Yes!");
    /// assert_eq!(text.text_decorations[3].range.and_then(|range| range.slice(&text.value)), Some("!"));
    /// ```
    ///
    /// Existing ranges can be added to `Text::from("…")` with [`decoration`](Self::decoration),
    /// [`inline_sticker`](Self::inline_sticker) and [`mention_at`](Self::mention_at).
    ///
    /// The text is sent verbatim: Markdown is not interpreted. Decorations and stickers are shown on iMessage
    /// only; over RCS and SMS the plain text is delivered.
    #[derive(Default)]
    pub struct Text {
        /// Text, 1 to 10,000 characters.
        pub value: String,
        /// Styles and animations of ranges of the text.
        #[serde(
            default,
            deserialize_with = "As::<DefaultOnNull>::deserialize",
            skip_serializing_if = "Vec::is_empty"
        )]
        pub text_decorations: Vec<TextDecoration>,
        /// Inline stickers: at most 100, of at most 10 different images, and not together with a mention.
        #[serde(
            default,
            deserialize_with = "As::<DefaultOnNull>::deserialize",
            skip_serializing_if = "Vec::is_empty"
        )]
        pub inline_stickers: Vec<InlineSticker>,
        /// Mentioned participant, in group chats only. iMessage notifies them even if they muted the chat.
        pub mention: Option<Handle>,
        /// Range of the mention in the text; the whole text by default.
        pub mention_range: Option<Utf16Range>,
        #[serde(skip)]
        pub(super) has_duplicate_mention: bool,
        #[serde(flatten)]
        pub(super) extra: Extra,
    }
}

/// Building by appending. Empty strings are ignored, and every decorated piece has its own decoration:
/// adjacent ones are not merged.
impl Text {
    /// Creates an empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends plain text.
    #[must_use]
    pub fn plain(mut self, text: impl AsRef<str>) -> Self {
        self.push(text.as_ref());
        self
    }

    /// Appends bold text.
    #[must_use]
    pub fn bold(self, text: impl AsRef<str>) -> Self {
        self.styled(text, [TextStyle::Bold])
    }

    /// Appends italic text.
    #[must_use]
    pub fn italic(self, text: impl AsRef<str>) -> Self {
        self.styled(text, [TextStyle::Italic])
    }

    /// Appends text with a strikethrough.
    #[must_use]
    pub fn strikethrough(self, text: impl AsRef<str>) -> Self {
        self.styled(text, [TextStyle::Strikethrough])
    }

    /// Appends underlined text.
    #[must_use]
    pub fn underline(self, text: impl AsRef<str>) -> Self {
        self.styled(text, [TextStyle::Underline])
    }

    /// Appends text with several styles.
    #[must_use]
    pub fn styled(
        mut self,
        text: impl AsRef<str>,
        styles: impl IntoIterator<Item = TextStyle>,
    ) -> Self {
        let range = self.push(text.as_ref());
        if range.start < range.end {
            self.text_decorations.extend(
                styles
                    .into_iter()
                    .map(|style| TextDecoration::style(range, style)),
            );
        }
        self
    }

    /// Appends animated text.
    #[must_use]
    pub fn animate(mut self, text: impl AsRef<str>, animation: TextAnimation) -> Self {
        let range = self.push(text.as_ref());
        if range.start < range.end {
            self.text_decorations
                .push(TextDecoration::animation(range, animation));
        }
        self
    }

    /// Appends the name of a participant, who is notified; at most once per part, in group chats only.
    ///
    /// Give the name without an `@`. An empty name or a second mention is rejected by the call that sends
    /// the text.
    #[must_use]
    pub fn mention(mut self, name: impl AsRef<str>, participant: impl Into<Handle>) -> Self {
        let range = self.push(name.as_ref());
        self.mention_at(range, participant)
    }

    /// Appends a sticker with a fallback text for RCS and SMS, such as an emoji or `[cake]`.
    ///
    /// An empty fallback is rejected by the call that sends the text.
    #[must_use]
    pub fn sticker(mut self, fallback: impl AsRef<str>, image: StickerImage) -> Self {
        let range = self.push(fallback.as_ref());
        self.inline_sticker(InlineSticker::new(range, image))
    }

    /// Appends a string and returns its range.
    fn push(&mut self, text: &str) -> Utf16Range {
        let start = Utf16Range::whole(&self.value).end;
        self.value.push_str(text);
        Utf16Range::new(start, start.saturating_add(Utf16Range::whole(text).end))
    }
}

/// Adding explicit ranges, which are validated against the text by the call that sends it.
impl Text {
    /// Adds a decoration of a range of the text.
    #[must_use]
    pub fn decoration(mut self, decoration: TextDecoration) -> Self {
        self.text_decorations.push(decoration);
        self
    }

    /// Adds a sticker in place of a range of the text.
    #[must_use]
    pub fn inline_sticker(mut self, sticker: InlineSticker) -> Self {
        self.inline_stickers.push(sticker);
        self
    }

    /// Makes a range of the text the mention of a participant.
    #[must_use]
    pub fn mention_at(
        mut self,
        range: impl Into<Utf16Range>,
        participant: impl Into<Handle>,
    ) -> Self {
        self.has_duplicate_mention = self.mention.is_some();
        self.mention = Some(participant.into());
        self.mention_range = Some(range.into());
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self {
            value: text,
            ..Self::default()
        }
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}
