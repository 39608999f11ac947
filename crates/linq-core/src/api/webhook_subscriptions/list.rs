use super::WebhookSubscriptions;
use crate::{call::Call, model::WebhookSubscriptionListResponse};

endpoint! {
    /// Returns all webhook subscriptions, without their secrets.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/list/>.
    pub struct ListSubscriptions = GET "/v3/webhook-subscriptions" -> WebhookSubscriptionListResponse;
    name: "webhook_subscriptions.list",
    idempotency: ReadOnly,
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    /// Returns all webhook subscriptions, without their secrets. See [`ListSubscriptions`].
    pub fn list(&self) -> Call<'c, C, ListSubscriptions> {
        Call::new(self.transport, Ok(ListSubscriptions::new()))
    }
}
