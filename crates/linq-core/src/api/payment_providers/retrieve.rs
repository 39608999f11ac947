use super::PaymentProviders;
use crate::{call::Call, model::PaymentProvider};

endpoint! {
    /// Returns the status of your organization's account at a payment provider.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_providers/methods/retrieve/>.
    pub struct RetrievePaymentProvider = GET "/v3/payments/providers/{provider}" -> PaymentProvider;
    name: "payment_providers.retrieve",
    idempotency: ReadOnly,
    path {
        /// Name of the provider, such as `agentcard`.
        provider: String,
    }
}

impl<'c, C> PaymentProviders<'c, C> {
    /// Returns the status of your account at a payment provider. See [`RetrievePaymentProvider`].
    pub fn retrieve(&self, provider: impl Into<String>) -> Call<'c, C, RetrievePaymentProvider> {
        Call::new(
            self.transport,
            Ok(RetrievePaymentProvider::new(provider.into())),
        )
    }
}
