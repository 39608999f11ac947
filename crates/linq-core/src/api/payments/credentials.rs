use super::Payments;
use crate::{call::Call, id::PaymentId, model::PaymentCredentialsResponse};

endpoint! {
    /// Gives what the details of a `ready` payment's card are fetched with, from their provider and not
    /// from Linq. They are not to be stored.
    ///
    /// See <https://docs.linqapp.com/api/resources/payments/methods/credentials/>.
    pub struct RetrievePaymentCredentials = GET "/v3/payments/{payment_id}/credentials" -> PaymentCredentialsResponse;
    name: "payments.credentials",
    idempotency: ReadOnly,
    path {
        /// The payment.
        payment_id: PaymentId,
    }
}

impl<'c, C> Payments<'c, C> {
    /// Gives what the details of a `ready` payment's card are fetched with. See
    /// [`RetrievePaymentCredentials`].
    pub fn credentials(
        &self,
        payment: impl Into<PaymentId>,
    ) -> Call<'c, C, RetrievePaymentCredentials> {
        Call::new(
            self.transport,
            Ok(RetrievePaymentCredentials::new(payment.into())),
        )
    }
}
