use super::PhoneNumbers;
use crate::{
    PhoneNumber, call::Call, error::IntoField, id::ReputationAuditId, model::ReputationAudit,
};

endpoint! {
    /// Returns an audit of a line's reputation, with its report once it is complete. Available for 24 hours.
    ///
    /// See <https://docs.linqapp.com/api/resources/phone_numbers/methods/get_reputation_audit/>.
    pub struct RetrieveReputationAudit = GET "/v3/phone_numbers/{phone_number}/reputation_audit/{audit_id}" -> ReputationAudit;
    name: "phone_numbers.get_reputation_audit",
    idempotency: ReadOnly,
    path {
        /// Phone number of the line.
        phone_number: PhoneNumber,
        /// Identifier of the audit.
        audit_id: ReputationAuditId,
    }
}

impl<'c, C> PhoneNumbers<'c, C> {
    /// Returns an audit of a line's reputation; officially `get_reputation_audit`. See
    /// [`RetrieveReputationAudit`].
    pub fn reputation_audit(
        &self,
        phone_number: impl IntoField<PhoneNumber>,
        audit: impl Into<ReputationAuditId>,
    ) -> Call<'c, C, RetrieveReputationAudit> {
        let number = phone_number.into_field("phone_number");
        Call::new(
            self.transport,
            number.map(|number| RetrieveReputationAudit::new(number, audit.into())),
        )
    }
}
