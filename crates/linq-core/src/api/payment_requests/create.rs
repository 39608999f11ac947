use super::{PaymentRequests, PaymentTerms, SubscriptionDiscount};
use crate::{
    PhoneNumber,
    call::Call,
    message::IdempotencyKey,
    model::{Metadata, PaymentMode, PaymentRail, PaymentRequest},
};

endpoint! {
    /// Asks for money: the reply holds the `checkout_url` to send to the recipient.
    ///
    /// The money goes to your own Stripe account, which has to be connected (403 otherwise). Every call
    /// carries an idempotency key, yours or a fresh one.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_requests/methods/create/>.
    pub struct CreatePaymentRequest = POST "/v3/payment_requests" -> PaymentRequest;
    name: "payment_requests.create",
    idempotency: Keyed,
    key: idempotency_key,
    header {
        /// What makes a repeated call harmless; made by the client if absent.
        idempotency_key: Option<IdempotencyKey> = "Idempotency-Key",
    }
    body {
        /// How much is paid once, in the currency's smallest unit; for US dollars 50 cents or more. Not
        /// for a subscription.
        amount: Option<u64>,
        /// The currency of that, ISO 4217; only `usd` so far.
        currency: Option<String>,
        /// A customer of your Stripe account (`cus_…`) to attach the request to.
        customer_id: Option<String>,
        /// What it is for, as shown at checkout.
        description: Option<String>,
        /// A discount on a subscription.
        discount: Option<SubscriptionDiscount>,
        /// The line that the request is sent from; needed on the Natural rail.
        from: Option<PhoneNumber>,
        /// Notes of your own, up to 49, which come back in replies and events and go to Stripe. Keys
        /// that start with `linq_` are taken.
        metadata: Option<Metadata>,
        /// Whether to pay once, which it is unless told otherwise, or to subscribe.
        mode: Option<PaymentMode>,
        /// Who pays; needed on the Natural rail.
        payer_handle: Option<PhoneNumber>,
        /// What is subscribed to: an active recurring price of your Stripe account (`price_…`).
        price_id: Option<String>,
        /// How many units of that price.
        quantity: Option<u64>,
        /// What carries the money; your Stripe account unless told otherwise.
        rail: Option<PaymentRail>,
        /// When a free trial ends: a moment in the future, RFC 3339. Either this or `trial_period_days`.
        trial_end: Option<String>,
        /// How many days a free trial lasts.
        trial_period_days: Option<u32>,
    }
}

impl<'c, C> PaymentRequests<'c, C> {
    /// Asks for money: the reply holds the `checkout_url` to send to the recipient.
    ///
    /// ```
    /// use linq_core::api::payment_requests::{PaymentTerms, SubscriptionDiscount};
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// let requests = linq.payment_requests();
    /// requests.create(PaymentTerms::once(2_500, "usd")).description("Lunch").send()?;
    ///
    /// let half = SubscriptionDiscount::coupon("7fKCMvBh").label("50% OFF FIRST MONTH");
    /// let request = requests
    ///     .create(PaymentTerms::subscription("price_1QAbCdEfGhIjKlMn"))
    ///     .discount(half)
    ///     .metadata([("order", "1042")])
    ///     .send()?;
    /// assert!(request.headers().contains_key("idempotency-key"));
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreatePaymentRequest`].
    pub fn create(&self, terms: impl Into<PaymentTerms>) -> Call<'c, C, CreatePaymentRequest> {
        let mut endpoint = CreatePaymentRequest::new();
        match terms.into() {
            PaymentTerms::Once { amount, currency } => {
                endpoint.mode = Some(PaymentMode::Payment);
                endpoint.amount = Some(amount);
                endpoint.currency = Some(currency);
            }
            PaymentTerms::Subscription { price_id } => {
                endpoint.mode = Some(PaymentMode::Subscription);
                endpoint.price_id = Some(price_id);
            }
        }
        Call::new(self.transport, Ok(endpoint))
    }
}
