use super::WebhookSubscriptions;
use crate::{
    Change, PhoneNumber, call::Call, id::SubscriptionId, model::EventType,
    model::WebhookSubscription,
};

endpoint! {
    /// Updates a webhook subscription. Absent values are unchanged; [`Change::Clear`] removes a value.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/update/>.
    pub struct UpdateSubscription = PUT "/v3/webhook-subscriptions/{subscription_id}" -> WebhookSubscription;
    name: "webhook_subscriptions.update",
    idempotency: Idempotent,
    path {
        /// Identifier of the subscription.
        subscription_id: SubscriptionId,
    }
    body {
        /// True to deliver events.
        is_active: Option<bool>,
        /// Lines whose events are delivered; all lines if cleared.
        phone_numbers: Option<Change<Vec<PhoneNumber>>>,
        /// Name of the header with the identifier of the chat, `Linq-Chat-Id` by default. Used only together with
        /// the header for a routing token.
        routing_id_header: Option<Change<String>>,
        /// Name of the header for a routing token, which enables delivery affinity: your server sets the token in a
        /// 2xx response, and every later delivery of the same chat includes it.
        routing_key_header: Option<Change<String>>,
        /// Types of events to deliver, replacing the current ones.
        subscribed_events: Option<Vec<EventType>>,
        /// `https` URL to deliver to.
        target_url: Option<String>,
    }
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    /// Updates a webhook subscription.
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
