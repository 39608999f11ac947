use super::{Metadata, PrivateUrl};
use crate::{Secret, id::PaymentId};

model! {
    /// A payment that an agent makes for a customer, with a virtual card.
    pub struct Payment {
        /// The payment's identifier; absent until a card was made.
        pub id: Option<PaymentId>,
        /// The amount, in the currency's smallest unit.
        pub amount_cents: Option<u64>,
        /// Where the customer approves the charge with their passkey. Once they have, send the same
        /// request again with the same idempotency key.
        pub approval_url: Option<PrivateUrl>,
        /// Where the customer adds a card, if they have none; good for about 48 hours.
        pub attach_url: Option<PrivateUrl>,
        /// The currency, ISO 4217.
        pub currency: Option<String>,
        /// What it is for.
        pub description: Option<String>,
        /// The customer: a phone number (E.164) or an e-mail address.
        pub handle: Option<String>,
        /// Who is paid.
        pub merchant: Option<PaymentMerchant>,
        /// Notes of your own.
        pub metadata: Option<Metadata>,
        /// How far it got.
        pub status: Option<PaymentStatus>,
    }

    /// Who is paid.
    pub struct PaymentMerchant {
        /// Their name.
        pub name: Option<String>,
        /// Their website.
        pub url: Option<String>,
    }

    /// What leads to the details of a payment's card.
    pub struct PaymentCredentialsResponse {
        /// Where to fetch them, with what.
        pub handoff: Option<PaymentCredentialsHandoff>,
    }

    /// Where to fetch the details of a card, with what. They come from the provider and never pass
    /// through Linq; they are not to be stored.
    pub struct PaymentCredentialsHandoff {
        /// The provider's name for the card.
        pub card_ref: Option<Secret>,
        /// Where to fetch the details.
        pub fetch_url: Option<PrivateUrl>,
        /// Who provides the card.
        pub provider: Option<String>,
        /// The bearer token to fetch them with; short-lived.
        pub user_token: Option<Secret>,
    }
}

open_enum! {
    /// How far a payment got.
    pub enum PaymentStatus {
        /// The customer has to be connected first: see
        /// [`payment_handles`](crate::Client::payment_handles).
        NeedsConnection = "needs_connection",
        /// The customer is being connected.
        Connecting = "connecting",
        /// The customer has to add a card or approve the charge.
        AwaitingUserAction = "awaiting_user_action",
        /// The card is there to be used.
        Ready = "ready",
        /// The merchant has authorised the charge.
        Authorized = "authorized",
        /// It was paid.
        Succeeded = "succeeded",
        /// It was declined.
        Declined = "declined",
        /// It was cancelled.
        Canceled = "canceled",
        /// It was not used in time.
        Expired = "expired",
    }
}
