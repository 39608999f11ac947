/// What a recipient is asked for: to pay once, or to subscribe.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PaymentTerms {
    /// They pay an amount once.
    #[non_exhaustive]
    Once {
        /// In the currency's smallest unit; for US dollars 50 cents or more.
        amount: u64,
        /// ISO 4217; only `usd` so far.
        currency: String,
    },
    /// They pay again and again.
    #[non_exhaustive]
    Subscription {
        /// A recurring price of your Stripe account (`price_…`).
        price_id: String,
    },
}

impl PaymentTerms {
    /// An amount, paid once: in the currency's smallest unit, such as cents, and the currency by ISO 4217.
    #[must_use]
    pub fn once(amount: u64, currency: impl Into<String>) -> Self {
        Self::Once {
            amount,
            currency: currency.into(),
        }
    }

    /// A recurring price of your Stripe account (`price_…`).
    #[must_use]
    pub fn subscription(price_id: impl Into<String>) -> Self {
        Self::Subscription {
            price_id: price_id.into(),
        }
    }
}
