use super::PaymentHandles;
use crate::{
    Handle, Secret, call::Call, error::IntoField, id::PaymentConnectId,
    model::PaymentHandleConnection,
};

endpoint! {
    /// Completes a payment connection with the code that the customer received.
    ///
    /// A code is valid once and for a short time; connect again for another one. If the response to the first
    /// attempt was lost, the rejection of a second one may mean that the first succeeded.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/verify/>.
    pub struct VerifyPaymentHandle = POST "/v3/payments/handles/{handle}/verify" -> PaymentHandleConnection;
    name: "payment_handles.verify",
    idempotency: Convergent,
    path {
        /// Phone number or e-mail address of the customer.
        handle: Handle,
    }
    body {
        /// Code that the customer received.
        code: Secret,
        /// `connect_id` of the response to connecting.
        connect_id: PaymentConnectId,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Completes a payment connection with the code that the customer received. See [`VerifyPaymentHandle`].
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
