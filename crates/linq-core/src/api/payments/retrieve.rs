use super::Payments;
use crate::{call::Call, id::PaymentId, model::Payment};

endpoint! {
    /// Gives a payment as it is now.
    ///
    /// See <https://docs.linqapp.com/api/resources/payments/methods/retrieve/>.
    pub struct RetrievePayment = GET "/v3/payments/{payment_id}" -> Payment;
    name: "payments.retrieve",
    idempotency: ReadOnly,
    path {
        /// The payment.
        payment_id: PaymentId,
    }
}

impl<'c, C> Payments<'c, C> {
    /// Gives a payment as it is now. See [`RetrievePayment`].
    pub fn retrieve(&self, payment: impl Into<PaymentId>) -> Call<'c, C, RetrievePayment> {
        Call::new(self.transport, Ok(RetrievePayment::new(payment.into())))
    }
}
