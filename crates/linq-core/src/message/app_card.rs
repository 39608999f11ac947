use super::extra::Extra;
use crate::model::FileUrl;

request_model! {
    /// A card of an iMessage app (a Messages extension), which its recipient can tap. It is the only part
    /// of its message, and goes over iMessage or not at all.
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
        /// What the card shows.
        pub layout: AppCardLayout,
        /// What is shown where the card cannot be, such as on the lock screen; the caption if absent.
        pub fallback_text: Option<String>,
        /// Whether recipients who have the app see its live view, which they do if absent. All others
        /// see the layout.
        pub interactive: Option<bool>,
        /// What the app is handed when the card is tapped: an `https` URL of at most 2,048 characters,
        /// or a `data:` URL of at most 16,384.
        pub url: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }

    /// The iMessage app behind a card.
    pub struct MessagesApp {
        /// The bundle identifier of the app's Messages extension, without a `:`.
        pub bundle_id: String,
        /// The app's name.
        pub name: String,
        /// The developer's team: 10 upper-case letters and digits.
        pub team_id: String,
        /// The app in the App Store, offered to recipients who do not have it.
        pub app_store_id: Option<u64>,
        #[serde(flatten)]
        extra: Extra,
    }

    /// What a card of an iMessage app shows: a caption of some kind or an image, else it is an empty
    /// bubble.
    #[derive(Default)]
    pub struct AppCardLayout {
        /// Top left, bold.
        pub caption: Option<String>,
        /// Over the image, below its title; refused without an image.
        pub image_subtitle: Option<String>,
        /// Over the image, bold; refused without an image.
        pub image_title: Option<String>,
        /// The address of the image at the top: JPEG, PNG, HEIF or WebP. The recipient has to have
        /// written in the chat before.
        pub image_url: Option<FileUrl>,
        /// Left, below the caption.
        pub subcaption: Option<String>,
        /// Top right.
        pub trailing_caption: Option<String>,
        /// Right, below the trailing caption.
        pub trailing_subcaption: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl AppCard {
    /// A card.
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

    /// What is shown where the card cannot be.
    #[must_use]
    pub fn fallback_text(mut self, fallback_text: impl Into<String>) -> Self {
        self.fallback_text = Some(fallback_text.into());
        self
    }

    /// Whether recipients who have the app see its live view.
    #[must_use]
    pub fn interactive(mut self, interactive: bool) -> Self {
        self.interactive = Some(interactive);
        self
    }

    /// What the app is handed when the card is tapped.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

impl MessagesApp {
    /// An app by its name, the bundle identifier of its Messages extension, and the developer's team.
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

    /// The app in the App Store, offered to recipients who do not have it.
    #[must_use]
    pub fn app_store_id(mut self, app_store_id: u64) -> Self {
        self.app_store_id = Some(app_store_id);
        self
    }
}

impl AppCardLayout {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Top left, bold.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// Left, below the caption.
    #[must_use]
    pub fn subcaption(mut self, subcaption: impl Into<String>) -> Self {
        self.subcaption = Some(subcaption.into());
        self
    }

    /// Top right.
    #[must_use]
    pub fn trailing_caption(mut self, trailing_caption: impl Into<String>) -> Self {
        self.trailing_caption = Some(trailing_caption.into());
        self
    }

    /// Right, below the trailing caption.
    #[must_use]
    pub fn trailing_subcaption(mut self, trailing_subcaption: impl Into<String>) -> Self {
        self.trailing_subcaption = Some(trailing_subcaption.into());
        self
    }

    /// The image at the top.
    #[must_use]
    pub fn image_url(mut self, image_url: impl Into<FileUrl>) -> Self {
        self.image_url = Some(image_url.into());
        self
    }

    /// Over the image, bold.
    #[must_use]
    pub fn image_title(mut self, image_title: impl Into<String>) -> Self {
        self.image_title = Some(image_title.into());
        self
    }

    /// Over the image, below its title.
    #[must_use]
    pub fn image_subtitle(mut self, image_subtitle: impl Into<String>) -> Self {
        self.image_subtitle = Some(image_subtitle.into());
        self
    }
}
