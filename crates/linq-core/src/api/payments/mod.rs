//! Payments that an agent makes for a customer, with a virtual card.

mod cancel;
mod create;
mod credentials;
mod merchant;
mod retrieve;

pub use cancel::CancelPayment;
pub use create::CreatePayment;
pub use credentials::RetrievePaymentCredentials;
pub use merchant::MerchantDetails;
pub use retrieve::RetrievePayment;

/// The payments resource: see [`Client::payments`](crate::Client::payments).
#[derive(Clone, Copy, Debug)]
pub struct Payments<'c, C> {
    transport: &'c C,
}

impl<'c, C> Payments<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
