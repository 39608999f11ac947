use super::Payments;
use crate::{call::Call, id::PaymentId, model::PaymentCredentialsResponse};

endpoint! {
    /// Returns the URL and token to fetch the card details of a `ready` payment with, from the provider and not
    /// from Linq. The details must not be stored.
    ///
    /// See <https://docs.linqapp.com/api/resources/payments/methods/credentials/>.
    pub struct RetrievePaymentCredentials = GET "/v3/payments/{payment_id}/credentials" -> PaymentCredentialsResponse;
    name: "payments.credentials",
    idempotency: ReadOnly,
    path {
        /// Identifier of the payment.
        payment_id: PaymentId,
    }
}

impl<'c, C> Payments<'c, C> {
    /// Returns the URL and token to fetch the card details of a `ready` payment with. See
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
