use super::WebhookSubscriptions;
use crate::{call::Call, id::SubscriptionId};

endpoint! {
    /// Deletes a webhook subscription: no more events are delivered.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/delete/>.
    pub struct DeleteSubscription = DELETE "/v3/webhook-subscriptions/{subscription_id}";
    name: "webhook_subscriptions.delete",
    idempotency: Convergent,
    path {
        /// Identifier of the subscription.
        subscription_id: SubscriptionId,
    }
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    /// Deletes a webhook subscription: no more events are delivered. See [`DeleteSubscription`].
    pub fn delete(
        &self,
        subscription: impl Into<SubscriptionId>,
    ) -> Call<'c, C, DeleteSubscription> {
        Call::new(
            self.transport,
            Ok(DeleteSubscription::new(subscription.into())),
        )
    }
}
