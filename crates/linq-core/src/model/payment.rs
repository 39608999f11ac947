use super::{Metadata, SecretUrl};
use crate::{Secret, id::PaymentId};

model! {
    /// A payment that an agent makes for a customer, with a virtual card.
    pub struct Payment {
        /// Identifier of the payment; absent until a card was created.
        pub id: Option<PaymentId>,
        /// Amount, in the currency's smallest unit.
        pub amount_cents: Option<u64>,
        /// URL where the customer approves the charge with their passkey. Once they have, send the same
        /// request again with the same idempotency key.
        pub approval_url: Option<SecretUrl>,
        /// URL where the customer adds a card, if they have none; expires after about 48 hours.
        pub attach_url: Option<SecretUrl>,
        /// Currency code, ISO 4217.
        pub currency: Option<String>,
        /// Description.
        pub description: Option<String>,
        /// Phone number (E.164) or e-mail address of the customer.
        pub handle: Option<String>,
        /// Merchant.
        pub merchant: Option<PaymentMerchant>,
        /// Your own metadata.
        pub metadata: Option<Metadata>,
        /// Status.
        pub status: Option<PaymentStatus>,
    }

    /// Merchant.
    pub struct PaymentMerchant {
        /// Name of the merchant.
        pub name: Option<String>,
        /// Website of the merchant.
        pub url: Option<String>,
    }

    /// The response to requesting the credentials of a payment's card.
    pub struct PaymentCredentialsResponse {
        /// URL and token to fetch the card details with.
        pub handoff: Option<PaymentCredentialsHandoff>,
    }

    /// The URL and token to fetch the details of a card with. The details come from the provider, never pass
    /// through Linq, and must not be stored.
    pub struct PaymentCredentialsHandoff {
        /// Reference of the card at the provider.
        pub card_ref: Option<Secret>,
        /// URL to fetch the details from.
        pub fetch_url: Option<SecretUrl>,
        /// Provider of the card.
        pub provider: Option<String>,
        /// Short-lived bearer token to fetch the details with.
        pub user_token: Option<Secret>,
    }
}

open_enum! {
    /// Status of a payment.
    pub enum PaymentStatus {
        /// The customer has to be connected first: see [`payment_handles`](crate::Client::payment_handles).
        NeedsConnection = "needs_connection",
        /// The customer is being connected.
        Connecting = "connecting",
        /// The customer has to add a card or approve the charge.
        AwaitingUserAction = "awaiting_user_action",
        /// The card can be used.
        Ready = "ready",
        /// The merchant has authorized the charge.
        Authorized = "authorized",
        /// Paid.
        Succeeded = "succeeded",
        /// Declined.
        Declined = "declined",
        /// Canceled.
        Canceled = "canceled",
        /// Expired before it was used.
        Expired = "expired",
    }
}
