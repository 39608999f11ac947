//! Events about payments and the leave to make them.

use jiff::SignedDuration;
use serde_json::json;

use crate::world::payment_request::{PaymentRequest, PaymentRequestStatus, Rail, Subscription};
use crate::world::{Event, World};

impl World {
    pub(super) fn sample_money_event(&mut self, kind: &'static str) {
        // The payload's status knows four values for seven events.
        let status = match kind {
            "payment.canceled" | "connection.revoked" => "canceled",
            "payment.expired" => "expired",
            "payment.declined" => "failed",
            _ => "succeeded",
        };
        let trace_id = self.trace_id();
        let data = match self.payments.requests.last() {
            Some(request) => request.event_data(status),
            None => self.sample_payment_request().event_data(status),
        };
        self.publish(Event::of_account(kind, trace_id, data));
    }

    /// A request that has a bit of everything; it is not stored.
    fn sample_payment_request(&mut self) -> PaymentRequest {
        let now = self.now();
        let after = |days: i64| {
            let time = SignedDuration::from_hours(24 * days);
            now.saturating_add(time).unwrap_or(now)
        };
        PaymentRequest {
            id: self.ids.uuid(),
            amount: 2500,
            currency: "usd".to_owned(),
            description: Some("Coffee club".to_owned()),
            metadata: Some([("order".to_owned(), "1001".to_owned())].into()),
            rail: Rail::Stripe,
            customer_id: None,
            subscription: Some(Subscription {
                price_id: "price_1QAbCdEfGhIjKlMn".to_owned(),
                quantity: 1,
                discount: Some(
                    json!({ "coupon": "7fKCMvBh", "promotion_code": null, "label": "50% OFF" }),
                ),
                trial_end: Some(after(14)),
            }),
            status: PaymentRequestStatus::Requested,
            created_at: now,
            updated_at: now,
            expires_at: after(1),
            paid_at: None,
        }
    }
}
