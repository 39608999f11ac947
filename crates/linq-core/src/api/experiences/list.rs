use super::Experiences;
use crate::{call::Call, model::ExperienceListResponse};

endpoint! {
    /// Returns the experiences of your account, with their actions and parameters.
    ///
    /// An experience is sent as a message: see [`ExperienceInvocation`](crate::message::ExperienceInvocation).
    ///
    /// See <https://docs.linqapp.com/api/resources/experiences/methods/list/>.
    pub struct ListExperiences = GET "/v3/experiences" -> ExperienceListResponse;
    name: "experiences.list",
    idempotency: ReadOnly,
}

impl<'c, C> Experiences<'c, C> {
    /// Returns the experiences of your account.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.experiences().list().send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`ListExperiences`].
    pub fn list(&self) -> Call<'c, C, ListExperiences> {
        Call::new(self.transport, Ok(ListExperiences::new()))
    }
}
