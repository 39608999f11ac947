use super::Experiences;
use crate::{call::Call, model::ExperienceRetrieveResponse};

endpoint! {
    /// Returns an experience, with its actions and parameters.
    ///
    /// See <https://docs.linqapp.com/api/resources/experiences/methods/retrieve/>.
    pub struct RetrieveExperience = GET "/v3/experiences/{experience}" -> ExperienceRetrieveResponse;
    name: "experiences.retrieve",
    idempotency: ReadOnly,
    path {
        /// Name of the experience, such as `agentpay`.
        experience: String,
    }
}

impl<'c, C> Experiences<'c, C> {
    /// Returns an experience, such as `agentpay`. See [`RetrieveExperience`].
    pub fn retrieve(&self, experience: impl Into<String>) -> Call<'c, C, RetrieveExperience> {
        Call::new(
            self.transport,
            Ok(RetrieveExperience::new(experience.into())),
        )
    }
}
