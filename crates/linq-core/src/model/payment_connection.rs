use super::PrivateUrl;
use crate::id::PaymentConnectId;

model! {
    /// Whether a customer lets an agent pay for them.
    pub struct PaymentHandleConnection {
        /// What the customer's code is verified with. Only the reply that starts the connection has it,
        /// and Linq does not keep it.
        pub connect_id: Option<PaymentConnectId>,
        /// The customer: a phone number (E.164) or an e-mail address.
        pub handle: Option<String>,
        /// How far the connection got.
        pub status: Option<PaymentConnectionStatus>,
    }

    /// Your account at a payment provider.
    pub struct PaymentProvider {
        /// The provider, such as `agentcard`.
        pub provider: Option<String>,
        /// How far the account is.
        pub status: Option<PaymentProviderStatus>,
    }

    /// Where an administrator connects your account with a payment provider.
    pub struct PaymentProviderConnectResponse {
        /// Where to send them.
        pub hosted_url: Option<PrivateUrl>,
        /// The session's identifier.
        pub session_id: Option<String>,
        /// How far it is, in a word.
        pub status: Option<String>,
    }
}

open_enum! {
    /// How far a customer's connection got.
    pub enum PaymentConnectionStatus {
        /// There is none.
        NotConnected = "not_connected",
        /// The customer has yet to consent.
        Pending = "pending",
        /// The agent can pay for them.
        Connected = "connected",
        /// It was taken back.
        Revoked = "revoked",
    }

    /// How far your account at a payment provider is.
    pub enum PaymentProviderStatus {
        /// It is being set up.
        Onboarding = "onboarding",
        /// It can be used.
        Ready = "ready",
        /// It cannot be used.
        Disabled = "disabled",
    }
}
