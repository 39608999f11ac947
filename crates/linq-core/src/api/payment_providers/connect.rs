use super::PaymentProviders;
use crate::{
    call::Call,
    model::{PaymentProviderConnectResponse, PrivateUrl},
};

endpoint! {
    /// Gives the page where an administrator connects your organisation with a payment provider.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_providers/methods/connect/>.
    pub struct ConnectPaymentProvider = POST "/v3/payments/providers/{provider}/connect" -> PaymentProviderConnectResponse;
    name: "payment_providers.connect",
    idempotency: NotIdempotent,
    path {
        /// The provider, such as `agentcard`.
        provider: String,
    }
    body {
        /// Where the administrator is sent afterwards.
        return_url: PrivateUrl,
    }
}

impl<'c, C> PaymentProviders<'c, C> {
    /// Gives the page where an administrator connects your organisation with a payment provider.
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
        return_url: impl Into<PrivateUrl>,
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
