//! To be taken from `model`.
use crate::{
    Timestamp,
    id::PollOptionId,
    model::{ChatHandle, FileUrl},
};

/// A checkout page.
pub type CheckoutUrl = FileUrl;

model! {
    /// The options of a poll, and who voted for them.
    pub struct PollResults {
        /// The options.
        pub options: Vec<PollResultOption>,
        /// How many people voted.
        pub total_voters: u64,
    }

    /// An option of a poll.
    pub struct PollResultOption {
        /// Whether it can be edited.
        pub can_be_edited: bool,
        /// Who added it.
        pub creator_handle: Option<ChatHandle>,
        /// The option's identifier.
        pub option_id: PollOptionId,
        /// Its text.
        pub text: String,
        /// Who voted for it.
        pub voters: Vec<PollOptionVoter>,
    }

    /// Somebody who voted.
    pub struct PollOptionVoter {
        /// Their handle.
        pub handle: String,
        /// When they voted.
        pub voted_at: Timestamp,
    }

    /// A discount.
    pub struct PaymentRequestDiscount {
        /// The coupon.
        pub coupon: Option<String>,
        /// What the customer reads.
        pub label: Option<String>,
        /// The promotion code.
        pub promotion_code: Option<String>,
    }

    /// Natural's identifiers.
    pub struct PaymentRequestNatural {
        /// The payment request.
        pub payment_request_id: Option<String>,
        /// The transaction.
        pub transaction_id: Option<String>,
    }

    /// Stripe's identifiers.
    pub struct PaymentRequestStripe {
        /// The customer.
        pub customer_id: Option<String>,
        /// The payment intent.
        pub payment_intent_id: Option<String>,
        /// The subscription.
        pub subscription_id: Option<String>,
    }
}

open_enum! {
    /// The unit of time between renewals.
    pub enum BillingInterval {
        /// A day.
        Day = "day",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// A year.
        Year = "year",
    }

    /// How it is paid.
    pub enum PaymentMode {
        /// Once.
        Payment = "payment",
        /// Again and again.
        Subscription = "subscription",
    }

    /// Who settles it.
    pub enum PaymentRail {
        /// Stripe.
        Stripe = "stripe",
        /// Natural.
        Natural = "natural",
    }
}
