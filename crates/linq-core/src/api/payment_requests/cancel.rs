use super::PaymentRequests;
use crate::{call::Call, id::PaymentRequestId, model::PaymentRequest};

endpoint! {
    /// Cancels an unpaid payment request. Rejected with 409 if it is paid, canceled or expired.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_requests/methods/cancel/>.
    pub struct CancelPaymentRequest = POST "/v3/payment_requests/{payment_request_id}/cancel" -> PaymentRequest;
    name: "payment_requests.cancel",
    idempotency: Convergent,
    path {
        /// Identifier of the payment request.
        payment_request_id: PaymentRequestId,
    }
}

impl<'c, C> PaymentRequests<'c, C> {
    /// Cancels an unpaid payment request. See [`CancelPaymentRequest`].
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
