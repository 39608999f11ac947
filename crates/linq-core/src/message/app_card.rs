use super::extra::Extra;
use crate::model::FileUrl;

request_model! {
    /// A tappable card of an iMessage app (a Messages extension). It must be the only part of its message, and
    /// is sent over iMessage only, without a fallback.
    ///
    /// ```
    /// use linq_core::message::{AppCard, AppCardLayout, MessageContent, MessagesApp};
    ///
    /// let app = MessagesApp::new("Chess", "com.example.chess.messages", "A1B2C3D4E5");
    /// let layout = AppCardLayout::new().caption("Your move").trailing_caption("0:42");
    /// let card = AppCard::new(app, layout).url("https://chess.example.com/games/17");
    /// MessageContent::from(card).check()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    pub struct AppCard {
        /// The app behind the card.
        pub app: MessagesApp,
        /// Content of the card.
        pub layout: AppCardLayout,
        /// Text shown where the card cannot be shown, such as on the lock screen; the caption by default.
        pub fallback_text: Option<String>,
        /// True to show the live view of the app to recipients who have it (the default); false to show the
        /// layout to all.
        pub interactive: Option<bool>,
        /// URL passed to the app when the card is tapped: an `https` URL of at most 2,048 characters, or a
        /// `data:` URL of at most 16,384.
        pub url: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }

    /// The iMessage app behind a card.
    pub struct MessagesApp {
        /// Bundle identifier of the app's Messages extension, without a `:`.
        pub bundle_id: String,
        /// Name of the app.
        pub name: String,
        /// Team identifier of the developer: 10 upper-case letters and digits.
        pub team_id: String,
        /// App Store identifier, to offer the app to recipients who do not have it.
        pub app_store_id: Option<u64>,
        #[serde(flatten)]
        extra: Extra,
    }

    /// The content of a card of an iMessage app: at least one caption or an image, as the card is an empty
    /// bubble otherwise.
    #[derive(Default)]
    pub struct AppCardLayout {
        /// Caption: top left, bold.
        pub caption: Option<String>,
        /// Subtitle of the image, below its title; rejected without an image.
        pub image_subtitle: Option<String>,
        /// Title over the image, bold; rejected without an image.
        pub image_title: Option<String>,
        /// URL of the image at the top: JPEG, PNG, HEIF or WebP. Requires that the recipient has sent a message
        /// in the chat before.
        pub image_url: Option<FileUrl>,
        /// Subcaption: left, below the caption.
        pub subcaption: Option<String>,
        /// Trailing caption: top right.
        pub trailing_caption: Option<String>,
        /// Trailing subcaption: right, below the trailing caption.
        pub trailing_subcaption: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl AppCard {
    /// Creates a card of an app.
    #[must_use]
    pub fn new(app: MessagesApp, layout: AppCardLayout) -> Self {
        Self {
            app,
            layout,
            fallback_text: None,
            interactive: None,
            url: None,
            extra: Extra::default(),
        }
    }

    /// Sets the text shown where the card cannot be shown.
    #[must_use]
    pub fn fallback_text(mut self, fallback_text: impl Into<String>) -> Self {
        self.fallback_text = Some(fallback_text.into());
        self
    }

    /// Sets whether recipients who have the app see its live view.
    #[must_use]
    pub fn interactive(mut self, interactive: bool) -> Self {
        self.interactive = Some(interactive);
        self
    }

    /// Sets the URL passed to the app when the card is tapped.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

impl MessagesApp {
    /// Creates an app from its name, the bundle identifier of its Messages extension, and the developer's team
    /// identifier.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        bundle_id: impl Into<String>,
        team_id: impl Into<String>,
    ) -> Self {
        Self {
            bundle_id: bundle_id.into(),
            name: name.into(),
            team_id: team_id.into(),
            app_store_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets the App Store identifier, to offer the app to recipients who do not have it.
    #[must_use]
    pub fn app_store_id(mut self, app_store_id: u64) -> Self {
        self.app_store_id = Some(app_store_id);
        self
    }
}

impl AppCardLayout {
    /// Creates an empty layout.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the caption: top left, bold.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// Sets the subcaption: left, below the caption.
    #[must_use]
    pub fn subcaption(mut self, subcaption: impl Into<String>) -> Self {
        self.subcaption = Some(subcaption.into());
        self
    }

    /// Sets the trailing caption: top right.
    #[must_use]
    pub fn trailing_caption(mut self, trailing_caption: impl Into<String>) -> Self {
        self.trailing_caption = Some(trailing_caption.into());
        self
    }

    /// Sets the trailing subcaption: right, below the trailing caption.
    #[must_use]
    pub fn trailing_subcaption(mut self, trailing_subcaption: impl Into<String>) -> Self {
        self.trailing_subcaption = Some(trailing_subcaption.into());
        self
    }

    /// Sets the URL of the image at the top.
    #[must_use]
    pub fn image_url(mut self, image_url: impl Into<FileUrl>) -> Self {
        self.image_url = Some(image_url.into());
        self
    }

    /// Sets the title over the image.
    #[must_use]
    pub fn image_title(mut self, image_title: impl Into<String>) -> Self {
        self.image_title = Some(image_title.into());
        self
    }

    /// Sets the subtitle of the image.
    #[must_use]
    pub fn image_subtitle(mut self, image_subtitle: impl Into<String>) -> Self {
        self.image_subtitle = Some(image_subtitle.into());
        self
    }
}
