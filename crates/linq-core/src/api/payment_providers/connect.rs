use super::PaymentProviders;
use crate::{
    call::Call,
    model::{PaymentProviderConnectResponse, SecretUrl},
};

endpoint! {
    /// Returns the URL of the page where an administrator connects your organization with a payment provider.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_providers/methods/connect/>.
    pub struct ConnectPaymentProvider = POST "/v3/payments/providers/{provider}/connect" -> PaymentProviderConnectResponse;
    name: "payment_providers.connect",
    idempotency: NotIdempotent,
    path {
        /// Name of the provider, such as `agentcard`.
        provider: String,
    }
    body {
        /// URL that the administrator is redirected to afterwards.
        return_url: SecretUrl,
    }
}

impl<'c, C> PaymentProviders<'c, C> {
    /// Returns the URL of the page where an administrator connects your organization with a payment provider.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.payment_providers().connect("agentcard", "https://example.com/done").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`ConnectPaymentProvider`].
    pub fn connect(
        &self,
        provider: impl Into<String>,
        return_url: impl Into<SecretUrl>,
    ) -> Call<'c, C, ConnectPaymentProvider> {
        Call::new(
            self.transport,
            Ok(ConnectPaymentProvider::new(
                provider.into(),
                return_url.into(),
            )),
        )
    }
}
