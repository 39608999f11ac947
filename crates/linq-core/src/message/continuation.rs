use super::extra::Extra;

request_model! {
    /// What is sent instead of a message when its recipients have to be written to from another line than
    /// before: words only.
    pub struct ContinuationMessage {
        /// The words.
        pub text: String,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl ContinuationMessage {
    /// These words.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            extra: Extra::default(),
        }
    }
}

impl From<&str> for ContinuationMessage {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for ContinuationMessage {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
