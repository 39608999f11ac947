use super::Capability;
use crate::{
    PhoneNumber,
    call::Call,
    error::IntoField,
    model::HandleCheckResponse,
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Checks whether a recipient can be reached over RCS. Limited to one check in 10 seconds.
    ///
    /// The codes 4004 (RCS is disabled for the checking line), 4009 and 4010 mean that the check itself failed,
    /// not that the recipient cannot be reached. They are not retried.
    ///
    /// See <https://docs.linqapp.com/api/resources/capability/methods/check_RCS/>.
    pub struct CheckRcs = POST "/v3/capability/check_rcs" -> HandleCheckResponse;
    name: "capability.check_RCS",
    idempotency: ReadOnly,
    non_retryable: [ServiceUnavailable],
    rate_limit: |_| vec![RateLimitKey::new(Limit::CapabilityChecks, "")],
    body {
        /// Phone number to check.
        address: PhoneNumber,
        /// Line to check from; by default, any of your lines.
        from: Option<PhoneNumber>,
    }
}

impl<'c, C> Capability<'c, C> {
    /// Checks whether a recipient can be reached over RCS; officially `check_RCS`. See [`CheckRcs`].
    pub fn check_rcs(&self, address: impl IntoField<PhoneNumber>) -> Call<'c, C, CheckRcs> {
        let address = address.into_field("address");
        Call::new(self.transport, address.map(CheckRcs::new))
    }
}
