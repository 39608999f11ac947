use super::WebhookSubscriptions;
use crate::{
    PhoneNumber,
    call::Call,
    error::IntoList,
    model::{EventType, WebhookSubscriptionCreateResponse},
};

endpoint! {
    /// Creates a webhook subscription: events are delivered to one of your URLs.
    ///
    /// The response contains the signing secret of the deliveries; store it, since no other response does.
    /// `?version=2025-01-01` or `?version=2026-02-03` in the URL selects the payload version of message events.
    ///
    /// See <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/create/>.
    pub struct CreateSubscription = POST "/v3/webhook-subscriptions" -> WebhookSubscriptionCreateResponse;
    name: "webhook_subscriptions.create",
    idempotency: NotIdempotent,
    body {
        /// Types of events to deliver.
        subscribed_events: Vec<EventType>,
        /// `https` URL to deliver to, which has to respond with 2xx within 10 seconds.
        target_url: String,
        /// Lines whose events are delivered; all lines by default.
        phone_numbers: Option<Vec<PhoneNumber>>,
        /// Name of the header with the identifier of the chat, `Linq-Chat-Id` by default. Used only together with
        /// the header for a routing token.
        routing_id_header: Option<String>,
        /// Name of the header for a routing token, which enables delivery affinity: your server sets the token in a
        /// 2xx response, and every later delivery of the same chat includes it.
        routing_key_header: Option<String>,
    }
}

impl<'c, C> WebhookSubscriptions<'c, C> {
    /// Creates a webhook subscription: events are delivered to one of your URLs.
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
        events: impl IntoList<EventType>,
    ) -> Call<'c, C, CreateSubscription> {
        let events = events.into_list("subscribed_events");
        Call::new(
            self.transport,
            events.map(|events| CreateSubscription::new(events, target_url.into())),
        )
    }
}
