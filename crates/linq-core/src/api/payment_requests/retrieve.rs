use super::PaymentRequests;
use crate::{call::Call, id::PaymentRequestId, model::PaymentRequest};

endpoint! {
    /// Returns a payment request.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_requests/methods/retrieve/>.
    pub struct RetrievePaymentRequest = GET "/v3/payment_requests/{payment_request_id}" -> PaymentRequest;
    name: "payment_requests.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the payment request.
        payment_request_id: PaymentRequestId,
    }
}

impl<'c, C> PaymentRequests<'c, C> {
    /// Returns a payment request. See [`RetrievePaymentRequest`].
    pub fn retrieve(
        &self,
        request: impl Into<PaymentRequestId>,
    ) -> Call<'c, C, RetrievePaymentRequest> {
        Call::new(
            self.transport,
            Ok(RetrievePaymentRequest::new(request.into())),
        )
    }
}
