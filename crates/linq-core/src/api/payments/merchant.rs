use crate::message::Extra;

request_model! {
    /// Who is to be paid: the card works there.
    #[derive(Default)]
    pub struct MerchantDetails {
        /// Their name.
        pub name: Option<String>,
        /// Their website.
        pub url: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl MerchantDetails {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Their name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Their website.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}
