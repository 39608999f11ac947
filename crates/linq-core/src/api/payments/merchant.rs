use crate::message::Extra;

request_model! {
    /// The merchant to pay, where the card can be used.
    #[derive(Default)]
    pub struct MerchantDetails {
        /// Name of the merchant.
        pub name: Option<String>,
        /// Website of the merchant.
        pub url: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl MerchantDetails {
    /// Creates a merchant without details.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the name of the merchant.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the website of the merchant.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}
