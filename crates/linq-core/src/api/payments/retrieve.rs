use super::Payments;
use crate::{call::Call, id::PaymentId, model::Payment};

endpoint! {
    /// Returns a payment.
    ///
    /// See <https://docs.linqapp.com/api/resources/payments/methods/retrieve/>.
    pub struct RetrievePayment = GET "/v3/payments/{payment_id}" -> Payment;
    name: "payments.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the payment.
        payment_id: PaymentId,
    }
}

impl<'c, C> Payments<'c, C> {
    /// Returns a payment. See [`RetrievePayment`].
    pub fn retrieve(&self, payment: impl Into<PaymentId>) -> Call<'c, C, RetrievePayment> {
        Call::new(self.transport, Ok(RetrievePayment::new(payment.into())))
    }
}
