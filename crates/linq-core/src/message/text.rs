use super::{InlineSticker, StickerImage, extra::Extra};
use crate::{
    handle::Handle,
    model::{TextAnimation, TextDecoration, TextStyle, Utf16Range},
};
use serde_with::{As, DefaultOnNull};

request_model! {
    /// Words, plain or decorated.
    ///
    /// Put together piece by piece, by [`plain`](Self::plain), [`bold`](Self::bold) and so on, so that
    /// nobody counts UTF-16 units.
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
    /// Who has ranges already starts from the words, with `Text::from("…")`, and adds them with
    /// [`decoration`](Self::decoration), [`inline_sticker`](Self::inline_sticker) and
    /// [`mention_at`](Self::mention_at).
    ///
    /// Sent as it is: Markdown stays Markdown. Decorations and stickers show on iMessage only; over RCS
    /// and SMS the bare words arrive.
    #[derive(Default)]
    pub struct Text {
        /// The words, 1 to 10,000 characters.
        pub value: String,
        /// What some of the words look like.
        #[serde(
            default,
            deserialize_with = "As::<DefaultOnNull>::deserialize",
            skip_serializing_if = "Vec::is_empty"
        )]
        pub text_decorations: Vec<TextDecoration>,
        /// The stickers among the words: at most 100, of at most 10 different images, and not together
        /// with a mention.
        #[serde(
            default,
            deserialize_with = "As::<DefaultOnNull>::deserialize",
            skip_serializing_if = "Vec::is_empty"
        )]
        pub inline_stickers: Vec<InlineSticker>,
        /// The participant whom the words call, in group chats only. iMessage notifies them even if they
        /// muted the chat.
        pub mention: Option<Handle>,
        /// The words that stand for the mentioned participant; all of them if absent.
        pub mention_range: Option<Utf16Range>,
        #[serde(skip)]
        pub(super) is_mention_repeated: bool,
        #[serde(flatten)]
        extra: Extra,
    }
}

/// Pieces, one after the other. Words that are empty add nothing, and every decorated piece makes
/// decorations of its own: neighbours are not merged.
impl Text {
    /// No words yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words as they are.
    #[must_use]
    pub fn plain(mut self, words: impl AsRef<str>) -> Self {
        self.push(words.as_ref());
        self
    }

    /// Adds bold words.
    #[must_use]
    pub fn bold(self, words: impl AsRef<str>) -> Self {
        self.styled(words, [TextStyle::Bold])
    }

    /// Adds slanted words.
    #[must_use]
    pub fn italic(self, words: impl AsRef<str>) -> Self {
        self.styled(words, [TextStyle::Italic])
    }

    /// Adds words with a line through them.
    #[must_use]
    pub fn strikethrough(self, words: impl AsRef<str>) -> Self {
        self.styled(words, [TextStyle::Strikethrough])
    }

    /// Adds words with a line under them.
    #[must_use]
    pub fn underline(self, words: impl AsRef<str>) -> Self {
        self.styled(words, [TextStyle::Underline])
    }

    /// Adds words in several styles at once.
    #[must_use]
    pub fn styled(
        mut self,
        words: impl AsRef<str>,
        styles: impl IntoIterator<Item = TextStyle>,
    ) -> Self {
        let range = self.push(words.as_ref());
        if range.start < range.end {
            self.text_decorations.extend(
                styles
                    .into_iter()
                    .map(|style| TextDecoration::style(range, style)),
            );
        }
        self
    }

    /// Adds words that move.
    #[must_use]
    pub fn animate(mut self, words: impl AsRef<str>, animation: TextAnimation) -> Self {
        let range = self.push(words.as_ref());
        if range.start < range.end {
            self.text_decorations
                .push(TextDecoration::animation(range, animation));
        }
        self
    }

    /// Adds the name of a participant, who is notified; once a part, in group chats only.
    ///
    /// Write the bare name, without an `@`. An empty name or a second mention is refused by the call
    /// that would send it.
    #[must_use]
    pub fn mention(mut self, name: impl AsRef<str>, participant: impl Into<Handle>) -> Self {
        let range = self.push(name.as_ref());
        self.mention_at(range, participant)
    }

    /// Adds a sticker, and what is sent in its place over RCS and SMS, such as an emoji or `[cake]`.
    ///
    /// An empty stand-in is refused by the call that would send it.
    #[must_use]
    pub fn sticker(mut self, stand_in: impl AsRef<str>, image: StickerImage) -> Self {
        let range = self.push(stand_in.as_ref());
        self.inline_sticker(InlineSticker::new(range, image))
    }

    /// Appends words and says where they are.
    fn push(&mut self, words: &str) -> Utf16Range {
        let start = Utf16Range::whole(&self.value).end;
        self.value.push_str(words);
        Utf16Range::new(start, start.saturating_add(Utf16Range::whole(words).end))
    }
}

/// Ranges given by hand, which the call that would send them checks against the words.
impl Text {
    /// Decorates words that are there.
    #[must_use]
    pub fn decoration(mut self, decoration: TextDecoration) -> Self {
        self.text_decorations.push(decoration);
        self
    }

    /// Covers words that are there by a sticker.
    #[must_use]
    pub fn inline_sticker(mut self, sticker: InlineSticker) -> Self {
        self.inline_stickers.push(sticker);
        self
    }

    /// Makes words that are there the mention of a participant.
    #[must_use]
    pub fn mention_at(
        mut self,
        range: impl Into<Utf16Range>,
        participant: impl Into<Handle>,
    ) -> Self {
        self.is_mention_repeated = self.mention.is_some();
        self.mention = Some(participant.into());
        self.mention_range = Some(range.into());
        self
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self {
            value: words,
            ..Self::default()
        }
    }
}

impl From<&String> for Text {
    fn from(words: &String) -> Self {
        words.as_str().into()
    }
}
