use crate::message::Extra;

request_model! {
    /// A discount on a subscription: a coupon or a promotion code of your Stripe account, one of the two.
    pub struct SubscriptionDiscount {
        /// A coupon's identifier.
        pub coupon: Option<String>,
        /// What it is called at checkout, with all of its terms; what Stripe calls it if absent.
        pub label: Option<String>,
        /// A promotion code's identifier (`promo_…`), not the code that customers type.
        pub promotion_code: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl SubscriptionDiscount {
    /// A coupon, by its identifier.
    #[must_use]
    pub fn coupon(id: impl Into<String>) -> Self {
        Self {
            coupon: Some(id.into()),
            label: None,
            promotion_code: None,
            extra: Extra::default(),
        }
    }

    /// A promotion code, by its identifier (`promo_…`).
    #[must_use]
    pub fn promotion_code(id: impl Into<String>) -> Self {
        Self {
            coupon: None,
            label: None,
            promotion_code: Some(id.into()),
            extra: Extra::default(),
        }
    }

    /// What it is called at checkout.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}
