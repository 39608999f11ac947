//! Payment requests.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::view::{date, optional_date};
use super::{ControlError, Event, State};

/// Status of a payment request.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PaymentRequestStatus {
    /// Not paid yet.
    Requested,
    /// Authorized, not captured.
    Authorized,
    /// Paid.
    Succeeded,
    /// Canceled.
    Canceled,
    /// Expired unpaid.
    Expired,
    /// Declined by the bank.
    Declined,
}

impl PaymentRequestStatus {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::deserialize(Value::from(text)).ok()
    }

    /// Returns the event of the status, with the status in its payload, which has only four.
    fn event(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Requested => None,
            Self::Authorized => Some(("payment.authorized", "succeeded")),
            Self::Succeeded => Some(("payment.succeeded", "succeeded")),
            Self::Canceled => Some(("payment.canceled", "canceled")),
            Self::Expired => Some(("payment.expired", "expired")),
            Self::Declined => Some(("payment.declined", "failed")),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct PaymentRequest {
    pub(crate) id: Uuid,
    pub(crate) amount: u64,
    pub(crate) currency: String,
    pub(crate) description: Option<String>,
    pub(crate) metadata: Option<BTreeMap<String, String>>,
    pub(crate) rail: Rail,
    pub(crate) customer_id: Option<String>,
    pub(crate) subscription: Option<Subscription>,
    pub(crate) status: PaymentRequestStatus,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    pub(crate) paid_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Rail {
    Stripe,
    Natural,
}

/// Fields of a payment request for a subscription.
#[derive(Clone, Debug)]
pub(crate) struct Subscription {
    pub(crate) price_id: String,
    pub(crate) quantity: u64,
    pub(crate) discount: Option<Value>,
    pub(crate) trial_end: Option<Timestamp>,
}

impl PaymentRequest {
    /// Returns a part of the id, for the ids of the payment service's objects.
    fn stem(&self) -> String {
        self.id.simple().to_string()
    }

    pub(crate) fn checkout_url(&self) -> String {
        format!(
            "https://zero.linqapp.com/pay/emulator?session={}",
            self.stem()
        )
    }

    pub(crate) fn to_json(&self) -> Value {
        let subscription = self.subscription.as_ref();
        let stem = self.stem();
        let customer = match (&self.customer_id, subscription) {
            (Some(id), _) => Some(id.clone()),
            (None, Some(_)) => Some(format!("cus_{stem}")),
            (None, None) => None,
        };
        let stripe = (self.rail == Rail::Stripe).then(|| {
            json!({
                "customer_id": customer,
                "payment_intent_id": format!("pi_{stem}"),
                "subscription_id": subscription.map(|_| format!("sub_{stem}")),
            })
        });
        let natural = (self.rail == Rail::Natural).then(|| {
            json!({
                "payment_request_id": format!("prq_{stem}"),
                "transaction_id": self.paid_at.map(|_| format!("txn_{stem}")),
            })
        });
        json!({
            "id": self.id,
            "object": "payment_request",
            "amount": self.amount,
            "currency": self.currency,
            "checkout_url": self.checkout_url(),
            "mode": if subscription.is_some() { "subscription" } else { "payment" },
            "rail": self.rail,
            "status": self.status,
            "description": self.description,
            "metadata": self.metadata,
            "discount": subscription.and_then(|subscription| subscription.discount.as_ref()),
            "interval": subscription.map(|_| "month"),
            "interval_count": subscription.map(|_| 1),
            "price_id": subscription.map(|subscription| &subscription.price_id),
            "quantity": subscription.map(|subscription| subscription.quantity),
            "trial_end": subscription.map_or(Value::Null, |subscription| optional_date(subscription.trial_end)),
            "stripe": stripe,
            "natural": natural,
            "created_at": date(self.created_at),
            "updated_at": date(self.updated_at),
            "expires_at": date(self.expires_at),
            "paid_at": optional_date(self.paid_at),
        })
    }

    /// Returns the payload of an event.
    pub(crate) fn event_data(&self, status: &str) -> Value {
        let mut data = self.to_json();
        data["status"] = status.into();
        if let Some(fields) = data.as_object_mut() {
            fields.remove("expires_at");
            fields.remove("paid_at");
        }
        data
    }
}

impl State {
    pub(crate) fn payment_request(&self, id: Uuid) -> Option<&PaymentRequest> {
        self.payments
            .requests
            .iter()
            .find(|request| request.id == id)
    }

    /// Sets the status of a payment request, and publishes it.
    pub(crate) fn set_payment_request_status(
        &mut self,
        id: Uuid,
        status: PaymentRequestStatus,
        trace_id: Option<Uuid>,
    ) -> Result<(), ControlError> {
        let now = self.now();
        let request = self
            .payments
            .requests
            .iter_mut()
            .find(|request| request.id == id)
            .ok_or_else(|| ControlError::NotFound(format!("unknown payment request {id}")))?;
        request.status = status;
        request.updated_at = now;
        request.paid_at = (status == PaymentRequestStatus::Succeeded).then_some(now);
        let event = status
            .event()
            .map(|(kind, shown)| (kind, request.event_data(shown)));
        if let Some((kind, data)) = event {
            let trace_id = trace_id.unwrap_or_else(|| self.trace_id());
            self.publish(Event::of_account(kind, trace_id, data));
        }
        Ok(())
    }
}
