use super::PaymentHandles;
use crate::{
    Handle, Secret, call::Call, error::IntoField, id::PaymentConnectId,
    model::PaymentHandleConnection,
};

endpoint! {
    /// Completes a connection by the code that the customer got.
    ///
    /// A code works once and not for long; for another one, connect again. If the reply to a first
    /// attempt was lost, the refusal of a second one may mean that the first had worked.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/verify/>.
    pub struct VerifyPaymentHandle = POST "/v3/payments/handles/{handle}/verify" -> PaymentHandleConnection;
    name: "payment_handles.verify",
    idempotency: Convergent,
    path {
        /// The customer: a phone number or an e-mail address.
        handle: Handle,
    }
    body {
        /// The code that the customer got.
        code: Secret,
        /// From the reply to connecting.
        connect_id: PaymentConnectId,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Completes a connection by the code that the customer got. See [`VerifyPaymentHandle`].
    pub fn verify(
        &self,
        handle: impl IntoField<Handle>,
        connect_id: impl Into<PaymentConnectId>,
        code: impl Into<Secret>,
    ) -> Call<'c, C, VerifyPaymentHandle> {
        let handle = handle.into_field("handle");
        Call::new(
            self.transport,
            handle.map(|handle| VerifyPaymentHandle::new(handle, code.into(), connect_id.into())),
        )
    }
}
