use super::Capability;
use crate::{
    Handle, PhoneNumber,
    call::Call,
    error::IntoField,
    model::HandleCheckResponse,
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Checks whether a recipient can be reached over iMessage. Limited to one check in 10 seconds.
    ///
    /// See <https://docs.linqapp.com/api/resources/capability/methods/check_i_message/>.
    pub struct CheckIMessage = POST "/v3/capability/check_imessage" -> HandleCheckResponse;
    name: "capability.check_i_message",
    idempotency: ReadOnly,
    rate_limit: |_| vec![RateLimitKey::new(Limit::CapabilityChecks, "")],
    body {
        /// Phone number or e-mail address to check.
        address: Handle,
        /// Line to check from; by default, any of your lines.
        from: Option<PhoneNumber>,
    }
}

impl<'c, C> Capability<'c, C> {
    /// Checks whether a recipient can be reached over iMessage; officially `check_i_message`.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.capability().check_imessage("user@example.com").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CheckIMessage`].
    pub fn check_imessage(&self, address: impl IntoField<Handle>) -> Call<'c, C, CheckIMessage> {
        let address = address.into_field("address");
        Call::new(self.transport, address.map(CheckIMessage::new))
    }
}
