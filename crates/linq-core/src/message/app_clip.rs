use super::extra::Extra;

request_model! {
    /// A card that opens an App Clip, such as a checkout by Apple Pay. It is the only part of its message,
    /// and goes over iMessage or not at all.
    pub struct AppClip {
        /// An `https` link whose page is a registered App Clip: yours, or the `checkout_url` of a payment
        /// request.
        pub value: String,
        /// What its button says; `Tap open` if absent.
        pub caption: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl AppClip {
    /// The App Clip behind a link.
    #[must_use]
    pub fn new(link: impl Into<String>) -> Self {
        Self {
            value: link.into(),
            caption: None,
            extra: Extra::default(),
        }
    }

    /// What its button says.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }
}
