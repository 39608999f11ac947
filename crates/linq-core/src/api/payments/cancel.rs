use super::Payments;
use crate::{call::Call, id::PaymentId, model::Payment};

endpoint! {
    /// Cancels a payment and closes its card.
    ///
    /// See <https://docs.linqapp.com/api/resources/payments/methods/cancel/>.
    pub struct CancelPayment = POST "/v3/payments/{payment_id}/cancel" -> Payment;
    name: "payments.cancel",
    idempotency: Convergent,
    path {
        /// Identifier of the payment.
        payment_id: PaymentId,
    }
}

impl<'c, C> Payments<'c, C> {
    /// Cancels a payment and closes its card. See [`CancelPayment`].
    pub fn cancel(&self, payment: impl Into<PaymentId>) -> Call<'c, C, CancelPayment> {
        Call::new(self.transport, Ok(CancelPayment::new(payment.into())))
    }
}
