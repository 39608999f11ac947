use super::{IdempotencyKey, extra::Extra, rules::check_present};
use crate::invalid_argument::{InvalidArgument, Within};

request_model! {
    /// A poll to send: two options or more. It has no title; send that as a message.
    pub struct OutgoingPoll {
        /// What can be voted for. More can be added later, but none changed or taken away.
        pub options: Vec<PollOption>,
        /// What makes a repeated send harmless; made by the client if absent.
        pub idempotency_key: Option<IdempotencyKey>,
        #[serde(flatten)]
        extra: Extra,
    }

    /// Something to vote for.
    pub struct PollOption {
        /// What it says.
        pub text: String,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl OutgoingPoll {
    /// A poll with these options.
    pub fn new<P: Into<PollOption>>(options: impl IntoIterator<Item = P>) -> Self {
        Self {
            options: options.into_iter().map(P::into).collect(),
            idempotency_key: None,
            extra: Extra::default(),
        }
    }

    /// Sets the key that makes a repeated send harmless.
    #[must_use]
    pub fn idempotency_key(mut self, key: IdempotencyKey) -> Self {
        self.idempotency_key = Some(key);
        self
    }

    pub(crate) fn check(&self) -> Result<(), InvalidArgument> {
        PollOption::check_all(&self.options, 2, "a poll has at least two options")
    }
}

impl PollOption {
    /// An option that says this.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            extra: Extra::default(),
        }
    }

    /// Checks a list that goes into a field `options`.
    pub(crate) fn check_all(
        options: &[Self],
        at_least: usize,
        else_rule: &'static str,
    ) -> Result<(), InvalidArgument> {
        if options.len() < at_least {
            return Err(InvalidArgument::new("options", else_rule));
        }
        for (index, option) in options.iter().enumerate() {
            check_present("text", &option.text)
                .within_item(index)
                .within("options")?;
        }
        Ok(())
    }
}

impl<P: Into<PollOption>, const N: usize> From<[P; N]> for OutgoingPoll {
    fn from(options: [P; N]) -> Self {
        Self::new(options)
    }
}

impl<P: Into<PollOption>> From<Vec<P>> for OutgoingPoll {
    fn from(options: Vec<P>) -> Self {
        Self::new(options)
    }
}

impl From<&str> for PollOption {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for PollOption {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
