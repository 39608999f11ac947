use super::extra::Extra;

request_model! {
    /// A card that opens an App Clip, such as an Apple Pay checkout. It must be the only part of its message,
    /// and is sent over iMessage only, without a fallback.
    pub struct AppClip {
        /// `https` URL of a registered App Clip: your own, or the `checkout_url` of a payment request.
        pub value: String,
        /// Label of the button; `Tap open` by default.
        pub caption: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl AppClip {
    /// Creates a card for the App Clip of a URL.
    #[must_use]
    pub fn new(link: impl Into<String>) -> Self {
        Self {
            value: link.into(),
            caption: None,
            extra: Extra::default(),
        }
    }

    /// Sets the label of the button.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }
}
