use super::{Metadata, SecretUrl};
use crate::{Timestamp, id::PaymentRequestId};

model! {
    /// A request for a payment by a recipient.
    pub struct PaymentRequest {
        /// Identifier of the payment request.
        pub id: PaymentRequestId = identity,
        /// Amount paid at checkout, in the currency's smallest unit; for a subscription, the first invoice after
        /// discounts, which may be 0.
        pub amount: Option<u64> = always,
        /// URL of the checkout: send it as a [`Link`](crate::message::Link).
        pub checkout_url: Option<SecretUrl> = always,
        /// Time at which the payment request was created.
        pub created_at: Option<Timestamp> = always,
        /// Currency code, ISO 4217.
        pub currency: Option<String> = always,
        /// Mode: a single payment or a subscription.
        pub mode: Option<PaymentMode> = always,
        /// Type of the object.
        pub object: Option<String> = always,
        /// Status.
        pub status: Option<PaymentRequestStatus> = always,
        /// Description, shown at checkout.
        pub description: Option<String>,
        /// Discount on a subscription.
        pub discount: Option<PaymentRequestDiscount>,
        /// Time at which the payment request expires unless it is paid.
        pub expires_at: Option<Timestamp>,
        /// Unit of a subscription's billing interval.
        pub interval: Option<PaymentInterval>,
        /// Number of interval units between two payments, such as 3 months for a quarter.
        pub interval_count: Option<u64>,
        /// Your own metadata.
        pub metadata: Option<Metadata>,
        /// Identifiers on the Natural rail.
        pub natural: Option<PaymentRequestNatural>,
        /// Time at which it was paid; for a trial, at which the payment method was given.
        pub paid_at: Option<Timestamp>,
        /// Stripe price of the subscription.
        pub price_id: Option<String>,
        /// Quantity of the price.
        pub quantity: Option<u64>,
        /// Payment rail.
        pub rail: Option<PaymentRail>,
        /// Identifiers in your Stripe account.
        pub stripe: Option<PaymentRequestStripe>,
        /// Time at which the trial ends and the first payment is charged.
        pub trial_end: Option<Timestamp>,
        /// Time of the last change to the payment request.
        pub updated_at: Option<Timestamp>,
    }

    /// A discount, as applied by Stripe.
    pub struct PaymentRequestDiscount {
        /// Identifier of the coupon.
        pub coupon: Option<String>,
        /// Label shown at checkout.
        pub label: Option<String>,
        /// Identifier of the promotion code.
        pub promotion_code: Option<String>,
    }

    /// The identifiers of a payment request on the Natural rail.
    pub struct PaymentRequestNatural {
        /// Identifier of the payment request (`prq_…`).
        pub payment_request_id: Option<String>,
        /// Identifier of the settled transaction (`txn_…`).
        pub transaction_id: Option<String>,
    }

    /// The Stripe identifiers of a payment request in your own account, where a subscription continues after
    /// its first payment.
    pub struct PaymentRequestStripe {
        /// Identifier of the customer (`cus_…`).
        pub customer_id: Option<String>,
        /// Identifier of the payment intent (`pi_…`).
        pub payment_intent_id: Option<String>,
        /// Identifier of the subscription (`sub_…`).
        pub subscription_id: Option<String>,
    }

    /// One page of your payment requests, the newest first.
    pub struct PaymentRequestListResponse {
        /// Payment requests.
        pub data: Vec<PaymentRequest> = identity,
        /// True if there are more pages.
        pub has_more: Option<bool> = always,
        /// Type of the object: `list`.
        pub object: Option<String> = always,
        /// Number of items that were skipped because they lack an `id`. Not part of the API: added by this client, as the
        /// offset of the next page counts them.
        pub skipped: Option<u64>,
    }
}

open_enum! {
    /// Mode of a payment request: a single payment or a subscription.
    pub enum PaymentMode {
        /// A single payment.
        Payment = "payment",
        /// A subscription, by a recurring price of your Stripe account.
        Subscription = "subscription",
    }

    /// Status of a payment request.
    pub enum PaymentRequestStatus {
        /// Not paid yet.
        Requested = "requested",
        /// Authorized, but not captured yet.
        Authorized = "authorized",
        /// Paid; for a trial, the payment method was given.
        Succeeded = "succeeded",
        /// Canceled.
        Canceled = "canceled",
        /// Expired before it was paid.
        Expired = "expired",
        /// Declined.
        Declined = "declined",
    }

    /// Unit of a subscription's billing interval.
    pub enum PaymentInterval {
        /// Days.
        Day = "day",
        /// Weeks.
        Week = "week",
        /// Months.
        Month = "month",
        /// Years.
        Year = "year",
    }

    /// Payment rail of a payment request.
    pub enum PaymentRail {
        /// Your own Stripe account.
        Stripe = "stripe",
        /// The Natural wallet.
        Natural = "natural",
    }
}
