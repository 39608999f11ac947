use crate::{
    Timestamp,
    id::PaymentRequestId,
    model::{
        Metadata, PaymentInterval, PaymentMode, PaymentRail, PaymentRequestDiscount,
        PaymentRequestNatural, PaymentRequestStripe, PrivateUrl,
    },
};

model! {
    /// What became of a payment request.
    ///
    /// The documentation gives this shape for `connection.created` and `connection.revoked` too.
    pub struct PaymentEventData {
        /// The payment request.
        pub id: Option<PaymentRequestId> = always,
        /// What was charged at checkout, in the currency's smallest unit; for a subscription, the
        /// first invoice after discounts.
        pub amount: Option<u64> = always,
        /// Where the recipient pays.
        pub checkout_url: Option<PrivateUrl> = always,
        /// When the payment request was created.
        pub created_at: Option<Timestamp> = always,
        /// The currency's code, such as `usd`.
        pub currency: Option<String> = always,
        /// What the API calls this kind of object.
        pub object: Option<String> = always,
        /// What became of it.
        pub status: Option<PaymentEventStatus> = always,
        /// What it is for.
        pub description: Option<String>,
        /// For a subscription: the discount that was given.
        pub discount: Option<PaymentRequestDiscount>,
        /// For a subscription: the unit of time between renewals.
        pub interval: Option<PaymentInterval>,
        /// For a subscription: how many of these units.
        pub interval_count: Option<u64>,
        /// Your own notes on the payment request.
        pub metadata: Option<Metadata>,
        /// Whether it was a single payment or began a subscription.
        pub mode: Option<PaymentMode>,
        /// Natural's identifiers, if it was settled there.
        pub natural: Option<PaymentRequestNatural>,
        /// For a subscription: the recurring price.
        pub price_id: Option<String>,
        /// For a subscription: how many units of the price.
        pub quantity: Option<u64>,
        /// How it was settled.
        pub rail: Option<PaymentRail>,
        /// Stripe's identifiers on your account.
        pub stripe: Option<PaymentRequestStripe>,
        /// For a subscription with a trial: when the first charge happens. `payment.succeeded` then
        /// means that there is a way to pay, and that nothing was charged yet.
        pub trial_end: Option<Timestamp>,
        /// When the payment request last changed.
        pub updated_at: Option<Timestamp>,
    }
}

open_enum! {
    /// What became of a payment request.
    pub enum PaymentEventStatus {
        /// It was paid.
        Succeeded = "succeeded",
        /// The payment failed.
        Failed = "failed",
        /// It was called off.
        Canceled = "canceled",
        /// It ran out.
        Expired = "expired",
    }
}
