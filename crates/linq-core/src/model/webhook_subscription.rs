use crate::{id::SubscriptionId, model::EventType, secret::Secret, timestamp::Timestamp};

model! {
    /// A webhook subscription: the events to deliver, and the URL to deliver them to.
    pub struct WebhookSubscription {
        /// Identifier of the subscription.
        pub id: SubscriptionId = identity,
        /// Time at which the subscription was created.
        pub created_at: Option<Timestamp> = always,
        /// True if events are delivered.
        pub is_active: Option<bool> = always,
        /// Types of events that are delivered.
        pub subscribed_events: Vec<EventType> = always,
        /// URL that events are delivered to.
        pub target_url: Option<String> = always,
        /// Time of the last change to the subscription.
        pub updated_at: Option<Timestamp> = always,
        /// Lines whose events are delivered; absent for all lines.
        pub phone_numbers: Option<Vec<String>>,
        /// Name of the header with the identifier of the chat.
        pub routing_id_header: Option<String>,
        /// Name of the header with the routing token; absent if delivery affinity is disabled.
        pub routing_key_header: Option<String>,
    }

    /// A newly created subscription, with its signing secret.
    pub struct WebhookSubscriptionCreateResponse {
        /// Identifier of the subscription.
        pub id: SubscriptionId = identity,
        /// Time at which the subscription was created.
        pub created_at: Option<Timestamp> = always,
        /// True if events are delivered.
        pub is_active: Option<bool> = always,
        /// Secret that deliveries are signed with. Store it: no other response contains it.
        pub signing_secret: Option<Secret> = always,
        /// Types of events that are delivered.
        pub subscribed_events: Vec<EventType> = always,
        /// URL that events are delivered to.
        pub target_url: Option<String> = always,
        /// Time of the last change to the subscription.
        pub updated_at: Option<Timestamp> = always,
        /// Lines whose events are delivered; absent for all lines.
        pub phone_numbers: Option<Vec<String>>,
        /// Name of the header with the identifier of the chat.
        pub routing_id_header: Option<String>,
        /// Name of the header with the routing token; absent if delivery affinity is disabled.
        pub routing_key_header: Option<String>,
    }

    /// The response to listing all webhook subscriptions.
    pub struct WebhookSubscriptionListResponse {
        /// Subscriptions.
        pub subscriptions: Vec<WebhookSubscription> = identity,
    }

    /// The response to listing the event types that can be subscribed to.
    pub struct WebhookEventListResponse {
        /// URL of the page that documents them.
        pub doc_url: Option<String> = always,
        /// Event types.
        pub events: Vec<EventType> = identity,
    }
}
