use super::PaymentHandles;
use crate::{Handle, call::Call, error::IntoField, model::PaymentHandleConnection};

endpoint! {
    /// Gives up the right to pay for a customer. What they have at the provider stays as it is.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/revoke/>.
    pub struct RevokePaymentConnection = DELETE "/v3/payments/handles/{handle}/connection" -> PaymentHandleConnection;
    name: "payment_handles.revoke",
    idempotency: Convergent,
    path {
        /// The customer: a phone number or an e-mail address.
        handle: Handle,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Gives up the right to pay for a customer. See [`RevokePaymentConnection`].
    pub fn revoke(&self, handle: impl IntoField<Handle>) -> Call<'c, C, RevokePaymentConnection> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(RevokePaymentConnection::new))
    }
}
