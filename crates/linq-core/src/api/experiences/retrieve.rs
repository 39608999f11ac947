use super::Experiences;
use crate::{call::Call, model::ExperienceRetrieveResponse};

endpoint! {
    /// Gives one experience, with its actions and the parameters of each.
    ///
    /// See <https://docs.linqapp.com/api/resources/experiences/methods/retrieve/>.
    pub struct RetrieveExperience = GET "/v3/experiences/{experience}" -> ExperienceRetrieveResponse;
    name: "experiences.retrieve",
    idempotency: ReadOnly,
    path {
        /// The experience, such as `agentpay`.
        experience: String,
    }
}

impl<'c, C> Experiences<'c, C> {
    /// Gives one experience, such as `agentpay`. See [`RetrieveExperience`].
    pub fn retrieve(&self, experience: impl Into<String>) -> Call<'c, C, RetrieveExperience> {
        Call::new(
            self.transport,
            Ok(RetrieveExperience::new(experience.into())),
        )
    }
}
