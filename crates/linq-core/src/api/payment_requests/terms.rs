/// The terms of a payment request: a single payment or a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PaymentTerms {
    /// A single payment.
    #[non_exhaustive]
    Once {
        /// Amount, in the currency's smallest unit; at least 50 cents for US dollars.
        amount: u64,
        /// Currency code, ISO 4217; only `usd` is supported so far.
        currency: String,
    },
    /// A subscription.
    #[non_exhaustive]
    Subscription {
        /// Recurring price of your Stripe account (`price_…`).
        price_id: String,
    },
}

impl PaymentTerms {
    /// Creates the terms of a single payment: an amount in the currency's smallest unit, such as cents, and the
    /// ISO 4217 code of the currency.
    #[must_use]
    pub fn once(amount: u64, currency: impl Into<String>) -> Self {
        Self::Once {
            amount,
            currency: currency.into(),
        }
    }

    /// Creates the terms of a subscription to a recurring price of your Stripe account (`price_…`).
    #[must_use]
    pub fn subscription(price_id: impl Into<String>) -> Self {
        Self::Subscription {
            price_id: price_id.into(),
        }
    }
}
