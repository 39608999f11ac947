use crate::{
    Timestamp,
    id::PaymentRequestId,
    model::{
        Metadata, PaymentInterval, PaymentMode, PaymentRail, PaymentRequestDiscount,
        PaymentRequestNatural, PaymentRequestStripe, SecretUrl,
    },
};

model! {
    /// Payload of the `payment.*` events: the outcome of a payment request.
    ///
    /// It is documented for `connection.created` and `connection.revoked` too.
    pub struct PaymentEventData {
        /// Identifier of the payment request.
        pub id: Option<PaymentRequestId> = always,
        /// Amount charged at checkout, in the currency's smallest unit; for a subscription, the first invoice after
        /// discounts.
        pub amount: Option<u64> = always,
        /// URL of the checkout.
        pub checkout_url: Option<SecretUrl> = always,
        /// Time at which the payment request was created.
        pub created_at: Option<Timestamp> = always,
        /// Currency code, such as `usd`.
        pub currency: Option<String> = always,
        /// Type of the object.
        pub object: Option<String> = always,
        /// Outcome.
        pub status: Option<PaymentEventStatus> = always,
        /// Description.
        pub description: Option<String>,
        /// Discount, for a subscription.
        pub discount: Option<PaymentRequestDiscount>,
        /// Unit of the billing interval, for a subscription.
        pub interval: Option<PaymentInterval>,
        /// Number of interval units between two payments, for a subscription.
        pub interval_count: Option<u64>,
        /// Your own metadata on the payment request.
        pub metadata: Option<Metadata>,
        /// Mode: a single payment or a subscription.
        pub mode: Option<PaymentMode>,
        /// Identifiers on the Natural rail, if it was settled there.
        pub natural: Option<PaymentRequestNatural>,
        /// Recurring price, for a subscription.
        pub price_id: Option<String>,
        /// Quantity of the price, for a subscription.
        pub quantity: Option<u64>,
        /// Payment rail.
        pub rail: Option<PaymentRail>,
        /// Identifiers in your Stripe account.
        pub stripe: Option<PaymentRequestStripe>,
        /// Time of the first charge, for a subscription with a trial. `payment.succeeded` then means that a
        /// payment method was given, and that nothing has been charged yet.
        pub trial_end: Option<Timestamp>,
        /// Time of the last change to the payment request.
        pub updated_at: Option<Timestamp>,
    }
}

open_enum! {
    /// Outcome of a payment request.
    pub enum PaymentEventStatus {
        /// Paid.
        Succeeded = "succeeded",
        /// The payment failed.
        Failed = "failed",
        /// Canceled.
        Canceled = "canceled",
        /// Expired.
        Expired = "expired",
    }
}
