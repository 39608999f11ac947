use super::SecretUrl;
use crate::id::PaymentConnectId;

model! {
    /// A customer's connection, which permits an agent to pay for them.
    pub struct PaymentHandleConnection {
        /// Identifier to verify the customer's code with. Only the response that starts the connection contains
        /// it, and Linq does not store it.
        pub connect_id: Option<PaymentConnectId>,
        /// Phone number (E.164) or e-mail address of the customer.
        pub handle: Option<String>,
        /// Status of the connection.
        pub status: Option<PaymentConnectionStatus>,
    }

    /// Your account at a payment provider.
    pub struct PaymentProvider {
        /// Name of the provider, such as `agentcard`.
        pub provider: Option<String>,
        /// Status of the account.
        pub status: Option<PaymentProviderStatus>,
    }

    /// The response to starting to connect your account with a payment provider.
    pub struct PaymentProviderConnectResponse {
        /// URL to send the administrator to.
        pub hosted_url: Option<SecretUrl>,
        /// Identifier of the session.
        pub session_id: Option<String>,
        /// Status of the session.
        pub status: Option<String>,
    }
}

open_enum! {
    /// Status of a customer's connection.
    pub enum PaymentConnectionStatus {
        /// Not connected.
        NotConnected = "not_connected",
        /// The customer has not consented yet.
        Pending = "pending",
        /// The agent can pay for them.
        Connected = "connected",
        /// The connection was revoked.
        Revoked = "revoked",
    }

    /// Status of your account at a payment provider.
    pub enum PaymentProviderStatus {
        /// The account is being set up.
        Onboarding = "onboarding",
        /// The account can be used.
        Ready = "ready",
        /// The account cannot be used.
        Disabled = "disabled",
    }
}
