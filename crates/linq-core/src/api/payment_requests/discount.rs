use crate::message::Extra;

request_model! {
    /// A discount on a subscription: either a coupon or a promotion code of your Stripe account.
    pub struct SubscriptionDiscount {
        /// Identifier of a coupon.
        pub coupon: Option<String>,
        /// Label shown at checkout, with all terms of the discount; Stripe's name of it by default.
        pub label: Option<String>,
        /// Identifier of a promotion code (`promo_…`), not the code that customers enter.
        pub promotion_code: Option<String>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl SubscriptionDiscount {
    /// Creates a discount from the identifier of a coupon.
    #[must_use]
    pub fn coupon(id: impl Into<String>) -> Self {
        Self {
            coupon: Some(id.into()),
            label: None,
            promotion_code: None,
            extra: Extra::default(),
        }
    }

    /// Creates a discount from the identifier of a promotion code (`promo_…`).
    #[must_use]
    pub fn promotion_code(id: impl Into<String>) -> Self {
        Self {
            coupon: None,
            label: None,
            promotion_code: Some(id.into()),
            extra: Extra::default(),
        }
    }

    /// Sets the label shown at checkout.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}
