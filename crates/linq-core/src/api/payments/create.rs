use super::{MerchantDetails, Payments};
use crate::{
    Handle,
    call::Call,
    error::IntoField,
    message::IdempotencyKey,
    model::{Metadata, Payment},
};

endpoint! {
    /// Makes a payment for a customer, or goes on with one: the reply's `status` says what comes next.
    ///
    /// Once the customer has done what was asked of them (`awaiting_user_action`), send the same again
    /// with the same idempotency key; so keep a key of your own. Every call carries one, yours or a fresh
    /// one.
    ///
    /// See <https://docs.linqapp.com/api/resources/payments/methods/create/>.
    pub struct CreatePayment = POST "/v3/payments" -> Payment;
    name: "payments.create",
    idempotency: Keyed,
    key: idempotency_key,
    header {
        /// What makes a repeated call harmless, and what names the payment until it has an identifier;
        /// made by the client if absent.
        idempotency_key: Option<IdempotencyKey> = "Idempotency-Key",
    }
    body {
        /// How much, in the currency's smallest unit.
        amount_cents: u64,
        /// The currency, ISO 4217.
        currency: String,
        /// The customer: a phone number or an e-mail address.
        handle: Handle,
        /// What it is for.
        description: Option<String>,
        /// Who is paid.
        merchant: Option<MerchantDetails>,
        /// Notes of your own, which come back in replies and events.
        metadata: Option<Metadata>,
    }
}

impl<'c, C> Payments<'c, C> {
    /// Makes a payment for a customer, or goes on with one: the reply's `status` says what comes next.
    ///
    /// ```
    /// use linq_core::api::payments::MerchantDetails;
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// let pay = || {
    ///     linq.payments()
    ///         .create("+15556667777", 1_999, "usd")
    ///         .merchant(MerchantDetails::new().name("Acme"))
    ///         .idempotency_key("order-1042")
    ///         .send()
    /// };
    /// pay()?;
    /// // … and again once the customer has approved.
    /// pay()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreatePayment`].
    pub fn create(
        &self,
        handle: impl IntoField<Handle>,
        amount_cents: impl IntoField<u64>,
        currency: impl Into<String>,
    ) -> Call<'c, C, CreatePayment> {
        let endpoint = || {
            Ok(CreatePayment::new(
                amount_cents.into_field("amount_cents")?,
                currency.into(),
                handle.into_field("handle")?,
            ))
        };
        Call::new(self.transport, endpoint())
    }
}
