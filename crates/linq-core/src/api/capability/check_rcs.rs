use super::Capability;
use crate::{
    PhoneNumber,
    call::Call,
    error::IntoField,
    model::HandleCheckResponse,
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Says whether somebody can be reached over RCS. One check in 10 seconds.
    ///
    /// A reply is about the recipient. The codes 4004 (RCS is off for the line that checks), 4009 and
    /// 4010 mean that there is no answer: "unknown", never "no". They are not tried again.
    ///
    /// See <https://docs.linqapp.com/api/resources/capability/methods/check_RCS/>.
    pub struct CheckRcs = POST "/v3/capability/check_rcs" -> HandleCheckResponse;
    name: "capability.check_RCS",
    idempotency: ReadOnly,
    non_retryable: [ServiceUnavailable],
    rate_limit: |_| vec![RateLimitKey::new(Limit::CapabilityChecks, "")],
    body {
        /// Whom to reach: a phone number.
        address: PhoneNumber,
        /// The line to check from; any of yours unless told otherwise.
        from: Option<PhoneNumber>,
    }
}

impl<'c, C> Capability<'c, C> {
    /// Says whether somebody can be reached over RCS; officially `check_RCS`. See [`CheckRcs`].
    pub fn check_rcs(&self, address: impl IntoField<PhoneNumber>) -> Call<'c, C, CheckRcs> {
        let address = address.into_field("address");
        Call::new(self.transport, address.map(CheckRcs::new))
    }
}
