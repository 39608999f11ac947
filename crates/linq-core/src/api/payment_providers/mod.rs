//! Your accounts at payment providers.

mod connect;
mod retrieve;

pub use connect::ConnectPaymentProvider;
pub use retrieve::RetrievePaymentProvider;

/// The payment-providers resource: see [`Client::payment_providers`](crate::Client::payment_providers).
#[derive(Clone, Copy, Debug)]
pub struct PaymentProviders<'c, C> {
    transport: &'c C,
}

impl<'c, C> PaymentProviders<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
