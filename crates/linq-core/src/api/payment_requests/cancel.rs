use super::PaymentRequests;
use crate::{call::Call, id::PaymentRequestId, model::PaymentRequest};

endpoint! {
    /// Takes back a payment request that has not been paid. One that is paid, cancelled or expired is
    /// refused with 409.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_requests/methods/cancel/>.
    pub struct CancelPaymentRequest = POST "/v3/payment_requests/{payment_request_id}/cancel" -> PaymentRequest;
    name: "payment_requests.cancel",
    idempotency: Convergent,
    path {
        /// The payment request.
        payment_request_id: PaymentRequestId,
    }
}

impl<'c, C> PaymentRequests<'c, C> {
    /// Takes back a payment request that has not been paid. See [`CancelPaymentRequest`].
    pub fn cancel(
        &self,
        request: impl Into<PaymentRequestId>,
    ) -> Call<'c, C, CancelPaymentRequest> {
        Call::new(
            self.transport,
            Ok(CancelPaymentRequest::new(request.into())),
        )
    }
}
