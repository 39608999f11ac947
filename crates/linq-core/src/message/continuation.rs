use super::extra::Extra;

request_model! {
    /// The text-only message sent instead of the original one if the recipients have to be contacted from
    /// another line than before.
    pub struct ContinuationMessage {
        /// Text of the message.
        pub text: String,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl ContinuationMessage {
    /// Creates a message with a text.
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
