use super::extra::Extra;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_with::{As, DefaultOnNull};
use std::fmt;

schema! {
    /// A card of Linq's own iMessage app, such as a payment request, sent instead of a message's parts. It can
    /// be sent to one recipient, over iMessage only.
    ///
    /// The available experiences and their parameters are listed by [`experiences`](crate::Client::experiences).
    ///
    /// ```
    /// use linq_core::message::{ExperienceInvocation, MessageContent};
    ///
    /// let request = ExperienceInvocation::new("agentpay", "request_payment")
    ///     .param("checkout_url", "https://zero.linqapp.com/pay/acme?session=tok_1");
    /// MessageContent::from(request).check()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    #[derive(Clone, PartialEq, Serialize, Deserialize)]
    #[non_exhaustive]
    pub struct ExperienceInvocation {
        /// Name of the action, such as `request_payment`.
        pub action: String,
        /// Name of the experience, such as `agentpay`.
        pub name: String,
        /// Parameters of the action, by name. Unknown parameters are rejected.
        #[serde(
            default,
            deserialize_with = "As::<DefaultOnNull>::deserialize",
            skip_serializing_if = "Map::is_empty"
        )]
        pub params: Map<String, Value>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl ExperienceInvocation {
    /// Creates an invocation without parameters.
    #[must_use]
    pub fn new(experience: impl Into<String>, action: impl Into<String>) -> Self {
        Self {
            action: action.into(),
            name: experience.into(),
            params: Map::new(),
            extra: Extra::default(),
        }
    }

    /// Sets the value of a parameter.
    #[must_use]
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.params.insert(name.into(), value.into());
        self
    }
}

/// Omits the values of the parameters: one may be a checkout URL.
impl fmt::Debug for ExperienceInvocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params: Vec<_> = self.params.keys().collect();
        f.debug_struct("ExperienceInvocation")
            .field("action", &self.action)
            .field("name", &self.name)
            .field("params", &params)
            .field("extra", &self.extra)
            .finish()
    }
}
