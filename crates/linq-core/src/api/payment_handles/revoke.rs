use super::PaymentHandles;
use crate::{Handle, call::Call, error::IntoField, model::PaymentHandleConnection};

endpoint! {
    /// Revokes the permission to pay for a customer. The customer's account at the provider is unchanged.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/revoke/>.
    pub struct RevokePaymentConnection = DELETE "/v3/payments/handles/{handle}/connection" -> PaymentHandleConnection;
    name: "payment_handles.revoke",
    idempotency: Convergent,
    path {
        /// Phone number or e-mail address of the customer.
        handle: Handle,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Revokes the permission to pay for a customer. See [`RevokePaymentConnection`].
    pub fn revoke(&self, handle: impl IntoField<Handle>) -> Call<'c, C, RevokePaymentConnection> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(RevokePaymentConnection::new))
    }
}
