use super::PaymentHandles;
use crate::{Handle, call::Call, error::IntoField, model::PaymentHandleConnection};

endpoint! {
    /// Returns the payment connection of a customer: whether an agent may pay for them.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/connection/>.
    pub struct RetrievePaymentConnection = GET "/v3/payments/handles/{handle}/connection" -> PaymentHandleConnection;
    name: "payment_handles.connection",
    idempotency: ReadOnly,
    path {
        /// Phone number or e-mail address of the customer.
        handle: Handle,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Returns the payment connection of a customer. See [`RetrievePaymentConnection`].
    pub fn connection(
        &self,
        handle: impl IntoField<Handle>,
    ) -> Call<'c, C, RetrievePaymentConnection> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(RetrievePaymentConnection::new))
    }
}
