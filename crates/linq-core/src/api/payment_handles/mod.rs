//! Payment connections of customers, for whom an agent may pay.

mod connect;
mod connection;
mod revoke;
mod verify;

pub use connect::ConnectPaymentHandle;
pub use connection::RetrievePaymentConnection;
pub use revoke::RevokePaymentConnection;
pub use verify::VerifyPaymentHandle;

/// The payment-handles resource: see [`Client::payment_handles`](crate::Client::payment_handles).
#[derive(Clone, Copy, Debug)]
pub struct PaymentHandles<'c, C> {
    transport: &'c C,
}

impl<'c, C> PaymentHandles<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
