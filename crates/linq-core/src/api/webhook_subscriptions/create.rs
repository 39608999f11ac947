use super::WebhookSubscriptions;
use crate::{PhoneNumber, call::Call, model::EventType, model::WebhookSubscriptionCreateResponse};

endpoint! {
    /// Has events delivered to a URL of yours.
    ///
    /// The reply holds the secret that signs the deliveries, and no later reply does: keep it.
    /// `?version=2025-01-01` or `?version=2026-02-03` in the URL chooses how message events look.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/create/>.
    pub struct CreateSubscription = POST "/v3/webhook-subscriptions" -> WebhookSubscriptionCreateResponse;
    name: "webhook_subscriptions.create",
    idempotency: NotIdempotent,
    body {
        /// Which events to deliver.
        subscribed_events: Vec<EventType>,
        /// Where to deliver them: an `https` URL that answers 2xx within 10 seconds.
        target_url: String,
        /// Only events of these lines; of all lines unless told otherwise.
        phone_numbers: Option<Vec<PhoneNumber>>,
        /// The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise. It
        /// has a meaning only together with `routing_key_header`.
        routing_id_header: Option<String>,
        /// Turns delivery affinity on: the name of the header for a routing token, which your server
        /// hands out in its 2xx reply and every later delivery of the same chat brings along.
        routing_key_header: Option<String>,
    }
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    /// Has events delivered to a URL of yours.
    ///
    /// ```
    /// use linq_core::webhook::EventType;
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// let events = [EventType::MessageReceived, EventType::ParticipantAdded];
    /// linq.webhook_subscriptions().create("https://example.com/linq?version=2026-02-03", events).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreateSubscription`].
    pub fn create(
        &self,
        target_url: impl Into<String>,
        events: impl IntoIterator<Item = impl Into<EventType>>,
    ) -> Call<'c, C, CreateSubscription> {
        let events = events.into_iter().map(Into::into).collect();
        Call::new(
            self.transport,
            Ok(CreateSubscription::new(events, target_url.into())),
        )
    }
}
