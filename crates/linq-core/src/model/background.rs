use super::FileUrl;

model! {
    /// What is behind the messages of a chat.
    pub struct Background {
        /// What kind it is.
        pub kind: Option<BackgroundType> as "type" = always,
        /// A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image. As the API tells it,
        /// Linq's own copy.
        pub image_url: Option<FileUrl>,
        /// The two colours of a custom gradient, top and bottom, such as `#F2C4E1`.
        pub shades: Option<Vec<String>>,
        /// The animation of a dynamic background.
        pub style: Option<BackgroundStyle>,
        /// Which colour, or which kind of the animation.
        pub variant: Option<String>,
    }
}

impl Background {
    /// One of Apple's colours: `mango`, `ice`, `plum`, `deep_sea`, `green_apple`, `cherry`, `bubblegum`,
    /// `tangerine`, `magenta`, `lime`, `silver`, `carbon` or `stone`.
    #[must_use]
    pub fn color(variant: impl Into<String>) -> Self {
        Self {
            variant: Some(variant.into()),
            ..Self::of(BackgroundType::Color)
        }
    }

    /// A gradient between two colours, such as `#F2C4E1` and `#F5A623`.
    #[must_use]
    pub fn gradient(top: impl Into<String>, bottom: impl Into<String>) -> Self {
        Self {
            shades: Some(vec![top.into(), bottom.into()]),
            ..Self::color("custom")
        }
    }

    /// A moving sky: `dusk`, `haze`, `sunset`, `clear`, `sunrise` or `dawn`.
    #[must_use]
    pub fn sky(variant: impl Into<String>) -> Self {
        Self::dynamic(BackgroundStyle::Sky, variant)
    }

    /// Moving water: `light` or `dark`.
    #[must_use]
    pub fn water(variant: impl Into<String>) -> Self {
        Self::dynamic(BackgroundStyle::Water, variant)
    }

    /// Northern lights: `green`, `purple` or `pink`.
    #[must_use]
    pub fn aurora(variant: impl Into<String>) -> Self {
        Self::dynamic(BackgroundStyle::Aurora, variant)
    }

    /// A background that moves.
    #[must_use]
    pub fn dynamic(style: impl Into<BackgroundStyle>, variant: impl Into<String>) -> Self {
        Self {
            style: Some(style.into()),
            variant: Some(variant.into()),
            ..Self::of(BackgroundType::Dynamic)
        }
    }

    /// A photo, which Linq fetches from an `https` URL.
    #[must_use]
    pub fn photo(url: impl Into<FileUrl>) -> Self {
        Self {
            image_url: Some(url.into()),
            ..Self::of(BackgroundType::Photo)
        }
    }

    fn of(kind: BackgroundType) -> Self {
        Self {
            kind: Some(kind),
            image_url: None,
            shades: None,
            style: None,
            variant: None,
        }
    }
}

open_enum! {
    /// The kind of a chat's background.
    pub enum BackgroundType {
        /// A colour, or a gradient between two.
        Color = "color",
        /// An animation.
        Dynamic = "dynamic",
        /// A photo.
        Photo = "photo",
    }

    /// The animation of a chat's background.
    pub enum BackgroundStyle {
        /// A sky.
        Sky = "sky",
        /// Water.
        Water = "water",
        /// Northern lights.
        Aurora = "aurora",
        /// Glitter: seen on chats, but not to be set.
        Glitter = "glitter",
    }
}
