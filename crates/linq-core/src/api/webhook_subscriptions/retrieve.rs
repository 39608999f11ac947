use super::WebhookSubscriptions;
use crate::{call::Call, id::SubscriptionId, model::WebhookSubscription};

endpoint! {
    /// Returns a webhook subscription, without its secret.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/retrieve/>.
    pub struct RetrieveSubscription = GET "/v3/webhook-subscriptions/{subscription_id}" -> WebhookSubscription;
    name: "webhook_subscriptions.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the subscription.
        subscription_id: SubscriptionId,
    }
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    /// Returns a webhook subscription, without its secret. See [`RetrieveSubscription`].
    pub fn retrieve(
        &self,
        subscription: impl Into<SubscriptionId>,
    ) -> Call<'c, C, RetrieveSubscription> {
        Call::new(
            self.transport,
            Ok(RetrieveSubscription::new(subscription.into())),
        )
    }
}
