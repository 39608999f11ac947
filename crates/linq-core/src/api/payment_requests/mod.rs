//! Payment requests, paid into your own Stripe account.

mod cancel;
mod create;
mod discount;
mod list;
mod retrieve;
mod terms;

pub use cancel::CancelPaymentRequest;
pub use create::CreatePaymentRequest;
pub use discount::SubscriptionDiscount;
pub use list::ListPaymentRequests;
pub use retrieve::RetrievePaymentRequest;
pub use terms::PaymentTerms;

/// The payment-requests resource: see [`Client::payment_requests`](crate::Client::payment_requests).
#[derive(Clone, Copy, Debug)]
pub struct PaymentRequests<'c, C> {
    transport: &'c C,
}

impl<'c, C> PaymentRequests<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
