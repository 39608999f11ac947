use super::PaymentHandles;
use crate::{Handle, call::Call, error::IntoField, model::PaymentHandleConnection};

endpoint! {
    /// Says whether an agent may pay for a customer.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/connection/>.
    pub struct RetrievePaymentConnection = GET "/v3/payments/handles/{handle}/connection" -> PaymentHandleConnection;
    name: "payment_handles.connection",
    idempotency: ReadOnly,
    path {
        /// The customer: a phone number or an e-mail address.
        handle: Handle,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Says whether an agent may pay for a customer. See [`RetrievePaymentConnection`].
    pub fn connection(
        &self,
        handle: impl IntoField<Handle>,
    ) -> Call<'c, C, RetrievePaymentConnection> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(RetrievePaymentConnection::new))
    }
}
