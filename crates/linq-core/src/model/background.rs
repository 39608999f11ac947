use super::FileUrl;

model! {
    /// The background of a chat.
    pub struct Background {
        /// Kind of background.
        pub kind: Option<BackgroundType> as "type" = always,
        /// `https` URL of a photo: JPEG, PNG, HEIC or WebP. In responses, the URL of Linq's own copy.
        pub image_url: Option<FileUrl>,
        /// Top and bottom color of a custom gradient, such as `#F2C4E1`.
        pub shades: Option<Vec<String>>,
        /// Animation of a dynamic background.
        pub style: Option<BackgroundStyle>,
        /// Name of the color, or variant of the animation.
        pub variant: Option<String>,
    }
}

impl Background {
    /// Creates a background in one of Apple's colors: `mango`, `ice`, `plum`, `deep_sea`, `green_apple`,
    /// `cherry`, `bubblegum`, `tangerine`, `magenta`, `lime`, `silver`, `carbon` or `stone`.
    #[must_use]
    pub fn color(variant: impl Into<String>) -> Self {
        Self {
            variant: Some(variant.into()),
            ..Self::of(BackgroundType::Color)
        }
    }

    /// Creates a gradient between two colors, such as `#F2C4E1` and `#F5A623`.
    #[must_use]
    pub fn gradient(top: impl Into<String>, bottom: impl Into<String>) -> Self {
        Self {
            shades: Some(vec![top.into(), bottom.into()]),
            ..Self::color("custom")
        }
    }

    /// Creates an animated sky: `dusk`, `haze`, `sunset`, `clear`, `sunrise` or `dawn`.
    #[must_use]
    pub fn sky(variant: impl Into<String>) -> Self {
        Self::dynamic(BackgroundStyle::Sky, variant)
    }

    /// Creates animated water: `light` or `dark`.
    #[must_use]
    pub fn water(variant: impl Into<String>) -> Self {
        Self::dynamic(BackgroundStyle::Water, variant)
    }

    /// Creates animated northern lights: `green`, `purple` or `pink`.
    #[must_use]
    pub fn aurora(variant: impl Into<String>) -> Self {
        Self::dynamic(BackgroundStyle::Aurora, variant)
    }

    /// Creates an animated background.
    #[must_use]
    pub fn dynamic(style: impl Into<BackgroundStyle>, variant: impl Into<String>) -> Self {
        Self {
            style: Some(style.into()),
            variant: Some(variant.into()),
            ..Self::of(BackgroundType::Dynamic)
        }
    }

    /// Creates a photo background, downloaded by Linq from an `https` URL.
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
    /// Kind of a chat's background.
    pub enum BackgroundType {
        /// A color, or a gradient between two colors.
        Color = "color",
        /// An animation.
        Dynamic = "dynamic",
        /// A photo.
        Photo = "photo",
    }

    /// Animation of a chat's background.
    pub enum BackgroundStyle {
        /// A sky.
        Sky = "sky",
        /// Water.
        Water = "water",
        /// Northern lights.
        Aurora = "aurora",
        /// Glitter. Read-only: it cannot be set.
        Glitter = "glitter",
    }
}
