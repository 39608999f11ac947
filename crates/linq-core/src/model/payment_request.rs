use super::{Metadata, PrivateUrl};
use crate::{Timestamp, id::PaymentRequestId};

model! {
    /// Money that you ask a recipient for.
    pub struct PaymentRequest {
        /// The request's identifier.
        pub id: PaymentRequestId = identity,
        /// What they pay at checkout, in the currency's smallest unit; for a subscription the first
        /// invoice, discounts taken off, which may be 0.
        pub amount: Option<u64> = always,
        /// Where they pay: send it as a [`Link`](crate::message::Link).
        pub checkout_url: Option<PrivateUrl> = always,
        /// When the request was made.
        pub created_at: Option<Timestamp> = always,
        /// The currency, ISO 4217.
        pub currency: Option<String> = always,
        /// Whether they pay once or subscribe.
        pub mode: Option<PaymentMode> = always,
        /// The kind of object, in a word.
        pub object: Option<String> = always,
        /// How far it got.
        pub status: Option<PaymentRequestStatus> = always,
        /// What it is for, as shown at checkout.
        pub description: Option<String>,
        /// The discount on a subscription.
        pub discount: Option<PaymentRequestDiscount>,
        /// When it expires unless it is paid.
        pub expires_at: Option<Timestamp>,
        /// The unit of a subscription's interval.
        pub interval: Option<PaymentInterval>,
        /// How many of these units pass between two payments: 3 months is a quarter.
        pub interval_count: Option<u64>,
        /// Notes of your own.
        pub metadata: Option<Metadata>,
        /// What it is called on the Natural rail.
        pub natural: Option<PaymentRequestNatural>,
        /// When it was paid; for a trial, when the means of payment was given.
        pub paid_at: Option<Timestamp>,
        /// The Stripe price that is subscribed to.
        pub price_id: Option<String>,
        /// How many units of it.
        pub quantity: Option<u64>,
        /// What carries the money.
        pub rail: Option<PaymentRail>,
        /// What it is called in your Stripe account.
        pub stripe: Option<PaymentRequestStripe>,
        /// When a trial ends and the first payment is taken.
        pub trial_end: Option<Timestamp>,
        /// When the request last changed.
        pub updated_at: Option<Timestamp>,
    }

    /// A discount as Stripe applied it.
    pub struct PaymentRequestDiscount {
        /// The coupon's identifier.
        pub coupon: Option<String>,
        /// What it is called at checkout.
        pub label: Option<String>,
        /// The promotion code's identifier.
        pub promotion_code: Option<String>,
    }

    /// What a payment request is called on the Natural rail.
    pub struct PaymentRequestNatural {
        /// The request there (`prq_…`).
        pub payment_request_id: Option<String>,
        /// The settled transaction (`txn_…`).
        pub transaction_id: Option<String>,
    }

    /// What belongs to a payment request in your own Stripe account, where a subscription goes on after
    /// its first payment.
    pub struct PaymentRequestStripe {
        /// The customer (`cus_…`).
        pub customer_id: Option<String>,
        /// The payment (`pi_…`).
        pub payment_intent_id: Option<String>,
        /// The subscription (`sub_…`).
        pub subscription_id: Option<String>,
    }

    /// One page of your payment requests, the newest first.
    pub struct PaymentRequestListResponse {
        /// The requests.
        pub data: Vec<PaymentRequest> = identity,
        /// Whether more follow.
        pub has_more: Option<bool> = always,
        /// `list`.
        pub object: Option<String> = always,
        /// How many items were left out since they lack their `id`. Not of the API: the offset of the next page counts
        /// them.
        pub skipped: Option<u64>,
    }
}

open_enum! {
    /// Whether a recipient pays once or subscribes.
    pub enum PaymentMode {
        /// They pay once.
        Payment = "payment",
        /// They pay again and again, by a recurring price of your Stripe account.
        Subscription = "subscription",
    }

    /// How far a payment request got.
    pub enum PaymentRequestStatus {
        /// Not paid yet.
        Requested = "requested",
        /// Authorised, but not taken yet.
        Authorized = "authorized",
        /// Paid; for a trial, the means of payment was given.
        Succeeded = "succeeded",
        /// Taken back.
        Canceled = "canceled",
        /// Not paid in time.
        Expired = "expired",
        /// Declined.
        Declined = "declined",
    }

    /// The unit of a subscription's interval.
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

    /// What carries the money of a payment request.
    pub enum PaymentRail {
        /// Your own Stripe account.
        Stripe = "stripe",
        /// The Natural wallet.
        Natural = "natural",
    }
}
