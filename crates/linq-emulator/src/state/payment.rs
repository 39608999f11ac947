//! Payments on a person's behalf: connections, providers and the payments themselves.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::payment_request::PaymentRequest;
use super::view::date;
use super::{ControlError, Event, State};

/// Payments, payment requests and connections.
#[derive(Debug, Default)]
pub(crate) struct Payments {
    pub(crate) requests: Vec<PaymentRequest>,
    pub(crate) all: Vec<Payment>,
    pub(crate) connections: HashMap<String, Connection>,
    pub(crate) providers: HashMap<String, ProviderStatus>,
    /// Initial status of payments of connected handles, if not `ready`.
    pub(crate) next: Option<PaymentStatus>,
}

impl Payments {
    /// Returns whether a URL is the checkout URL of a payment request.
    pub(crate) fn has_checkout(&self, url: &str) -> bool {
        self.requests
            .iter()
            .any(|request| request.checkout_url() == url)
    }
}

/// Payment providers.
pub(crate) const PROVIDERS: [&str; 1] = ["agentcard"];
/// One-time code of every connection.
pub(crate) const CODE: &str = "123456";

/// Status of the organization with a payment provider.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProviderStatus {
    /// Not connected yet.
    #[default]
    Onboarding,
    /// Connected.
    Ready,
    /// Disabled.
    Disabled,
}

/// A connection that allows payments on a person's behalf.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub(crate) status: ConnectionStatus,
    /// Id while it is pending.
    pub(crate) connect_id: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ConnectionStatus {
    NotConnected,
    Pending,
    Connected,
    Revoked,
}

/// Status of a payment on a person's behalf.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PaymentStatus {
    /// The person is not connected.
    NeedsConnection,
    /// The person is asked to connect.
    Connecting,
    /// The person must add a card or approve.
    AwaitingUserAction,
    /// A virtual card can be fetched.
    Ready,
    /// The card was authorized, not captured.
    Authorized,
    /// Paid.
    Succeeded,
    /// Declined by the bank.
    Declined,
    /// Canceled.
    Canceled,
    /// Expired unused.
    Expired,
}

impl PaymentStatus {
    fn event(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::NeedsConnection | Self::Connecting | Self::AwaitingUserAction | Self::Ready => {
                None
            }
            Self::Authorized => Some(("payment.authorized", "succeeded")),
            Self::Succeeded => Some(("payment.succeeded", "succeeded")),
            Self::Declined => Some(("payment.declined", "failed")),
            Self::Canceled => Some(("payment.canceled", "canceled")),
            Self::Expired => Some(("payment.expired", "expired")),
        }
    }

    pub(crate) fn is_final(self) -> bool {
        matches!(
            self,
            Self::Succeeded | Self::Declined | Self::Canceled | Self::Expired
        )
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) id: Uuid,
    pub(crate) handle: String,
    pub(crate) amount_cents: u64,
    pub(crate) currency: String,
    pub(crate) description: Option<String>,
    pub(crate) merchant: Option<Value>,
    pub(crate) metadata: Option<BTreeMap<String, String>>,
    pub(crate) status: PaymentStatus,
}

impl Payment {
    pub(crate) fn to_json(&self) -> Value {
        let is_minted = !matches!(
            self.status,
            PaymentStatus::NeedsConnection | PaymentStatus::Connecting
        );
        let awaits = self.status == PaymentStatus::AwaitingUserAction;
        let approval = format!("https://zero.linqapp.com/approve/{}", self.id.simple());
        json!({
            "id": is_minted.then_some(self.id),
            "handle": self.handle,
            "amount_cents": self.amount_cents,
            "currency": self.currency,
            "description": self.description,
            "merchant": self.merchant,
            "metadata": self.metadata,
            "status": self.status,
            "approval_url": awaits.then_some(approval),
            "attach_url": null,
        })
    }
}

impl State {
    pub(crate) fn payment_mut(&mut self, id: Uuid) -> Option<&mut Payment> {
        self.payments
            .all
            .iter_mut()
            .find(|payment| payment.id == id)
    }

    pub(crate) fn connection_status(&self, handle: &str) -> ConnectionStatus {
        self.payments
            .connections
            .get(handle)
            .map_or(ConnectionStatus::NotConnected, |connection| {
                connection.status
            })
    }

    /// Sets the status of a payment, and publishes it.
    pub(crate) fn set_payment_status(
        &mut self,
        id: Uuid,
        status: PaymentStatus,
        trace_id: Option<Uuid>,
    ) -> Result<(), ControlError> {
        let payment = self
            .payment_mut(id)
            .ok_or_else(|| ControlError::NotFound(format!("unknown payment {id}")))?;
        payment.status = status;
        let payment = payment.clone();
        if let Some((kind, shown)) = status.event() {
            let data = self.payment_data(&payment, "payment", shown);
            let trace_id = trace_id.unwrap_or_else(|| self.trace_id());
            self.publish(Event::of_account(kind, trace_id, data));
        }
        Ok(())
    }

    /// Returns a payment in the shape of a payment request, the only shape in events.
    fn payment_data(&mut self, payment: &Payment, object: &str, status: &str) -> Value {
        let now = date(self.now());
        json!({
            "id": payment.id,
            "object": object,
            "amount": payment.amount_cents,
            "currency": payment.currency,
            "checkout_url": format!("https://zero.linqapp.com/approve/{}", payment.id.simple()),
            "status": status,
            "description": payment.description,
            "metadata": payment.metadata,
            "mode": "payment",
            "created_at": now,
            "updated_at": now,
        })
    }

    /// Sets the status of a connection, and publishes its creation or revocation.
    pub(crate) fn set_connection(
        &mut self,
        handle: &str,
        status: ConnectionStatus,
        trace_id: Uuid,
    ) {
        let id = self.ids.uuid();
        let connect_id = (status == ConnectionStatus::Pending).then_some(id);
        let connection = Connection { status, connect_id };
        self.payments
            .connections
            .insert(handle.to_owned(), connection);
        let (kind, shown) = match status {
            ConnectionStatus::Connected => ("connection.created", "succeeded"),
            ConnectionStatus::Revoked => ("connection.revoked", "canceled"),
            ConnectionStatus::NotConnected | ConnectionStatus::Pending => return,
        };
        // The documentation has only the shape of a payment request for these.
        let connection = Payment {
            id,
            handle: handle.to_owned(),
            amount_cents: 0,
            currency: "usd".to_owned(),
            description: None,
            merchant: None,
            metadata: Some([("handle".to_owned(), handle.to_owned())].into()),
            status: PaymentStatus::Ready,
        };
        let data = self.payment_data(&connection, "connection", shown);
        self.publish(Event::of_account(kind, trace_id, data));
    }

    /// Sets the organization's status with a payment provider.
    pub(crate) fn set_provider(
        &mut self,
        provider: &str,
        status: ProviderStatus,
    ) -> Result<(), ControlError> {
        if !PROVIDERS.contains(&provider) {
            return Err(ControlError::NotFound(format!(
                "unknown payment provider {provider}"
            )));
        }
        self.payments.providers.insert(provider.to_owned(), status);
        Ok(())
    }
}
