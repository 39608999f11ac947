use super::WebhookSubscriptions;
use crate::{
    Change, PhoneNumber, call::Call, id::SubscriptionId, model::EventType,
    model::WebhookSubscription,
};

endpoint! {
    /// Changes a subscription. What is left out stays as it is; [`Change::Clear`] takes a value away.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/update/>.
    pub struct UpdateSubscription = PUT "/v3/webhook-subscriptions/{subscription_id}" -> WebhookSubscription;
    name: "webhook_subscriptions.update",
    idempotency: Idempotent,
    path {
        /// The subscription.
        subscription_id: SubscriptionId,
    }
    body {
        /// Whether to deliver at all.
        is_active: Option<bool>,
        /// Only events of these lines; cleared, of all lines.
        phone_numbers: Option<Change<Vec<PhoneNumber>>>,
        /// The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise. It
        /// has a meaning only together with `routing_key_header`.
        routing_id_header: Option<Change<String>>,
        /// Turns delivery affinity on: the name of the header for a routing token, which your server
        /// hands out in its 2xx reply and every later delivery of the same chat brings along.
        routing_key_header: Option<Change<String>>,
        /// Which events to deliver, instead of those so far.
        subscribed_events: Option<Vec<EventType>>,
        /// Where to deliver them.
        target_url: Option<String>,
    }
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    /// Changes a subscription.
    ///
    /// ```
    /// use linq_core::Change;
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// # let id = "b2c3d4e5-f6a7-8901-bcde-f23456789012";
    /// linq.webhook_subscriptions().update(id).is_active(false).phone_numbers(Change::Clear).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`UpdateSubscription`].
    pub fn update(
        &self,
        subscription: impl Into<SubscriptionId>,
    ) -> Call<'c, C, UpdateSubscription> {
        Call::new(
            self.transport,
            Ok(UpdateSubscription::new(subscription.into())),
        )
    }
}
