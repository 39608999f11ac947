use super::PhoneNumbers;
use crate::{PhoneNumber, call::Call, error::IntoField, model::ReputationAuditStarted};

endpoint! {
    /// Starts an audit of a line's reputation. Retrieve its report by the `audit_id` of the response.
    ///
    /// While an audit is running, starting another returns the running one. After it, there is a cooldown before
    /// the next (code 1007).
    ///
    /// See <https://docs.linqapp.com/api/resources/phone_numbers/methods/start_reputation_audit/>.
    pub struct StartReputationAudit = POST "/v3/phone_numbers/{phone_number}/reputation_audit" -> ReputationAuditStarted;
    name: "phone_numbers.start_reputation_audit",
    idempotency: NotIdempotent,
    path {
        /// Phone number of the line.
        phone_number: PhoneNumber,
    }
}

impl<'c, C> PhoneNumbers<'c, C> {
    /// Starts an audit of a line's reputation. Retrieve its report by the `audit_id` of the response. See
    /// [`StartReputationAudit`].
    pub fn start_reputation_audit(
        &self,
        phone_number: impl IntoField<PhoneNumber>,
    ) -> Call<'c, C, StartReputationAudit> {
        let number = phone_number.into_field("phone_number");
        Call::new(self.transport, number.map(StartReputationAudit::new))
    }
}
