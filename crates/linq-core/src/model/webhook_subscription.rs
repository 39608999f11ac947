use crate::{id::SubscriptionId, model::EventType, secret::Secret, timestamp::Timestamp};

model! {
    /// Where Linq delivers which webhooks.
    pub struct WebhookSubscription {
        /// Its identifier.
        pub id: SubscriptionId = identity,
        /// When it was made.
        pub created_at: Option<Timestamp> = always,
        /// Whether anything is delivered.
        pub is_active: Option<bool> = always,
        /// Which events are delivered.
        pub subscribed_events: Vec<EventType> = always,
        /// Where they are delivered.
        pub target_url: Option<String> = always,
        /// When it was last changed.
        pub updated_at: Option<Timestamp> = always,
        /// The lines whose events are delivered; absent if all of them.
        pub phone_numbers: Option<Vec<String>>,
        /// The name of the header that carries the chat's id.
        pub routing_id_header: Option<String>,
        /// The name of the header that carries the routing token; absent if delivery affinity is off.
        pub routing_key_header: Option<String>,
    }

    /// A subscription just made, with its secret.
    pub struct WebhookSubscriptionCreateResponse {
        /// Its identifier.
        pub id: SubscriptionId = identity,
        /// When it was made.
        pub created_at: Option<Timestamp> = always,
        /// Whether anything is delivered.
        pub is_active: Option<bool> = always,
        /// What the deliveries are signed with. No later reply holds it: keep it.
        pub signing_secret: Option<Secret> = always,
        /// Which events are delivered.
        pub subscribed_events: Vec<EventType> = always,
        /// Where they are delivered.
        pub target_url: Option<String> = always,
        /// When it was last changed.
        pub updated_at: Option<Timestamp> = always,
        /// The lines whose events are delivered; absent if all of them.
        pub phone_numbers: Option<Vec<String>>,
        /// The name of the header that carries the chat's id.
        pub routing_id_header: Option<String>,
        /// The name of the header that carries the routing token; absent if delivery affinity is off.
        pub routing_key_header: Option<String>,
    }

    /// All subscriptions.
    pub struct WebhookSubscriptionListResponse {
        /// The subscriptions.
        pub subscriptions: Vec<WebhookSubscription> = identity,
    }

    /// Every kind of event that can be subscribed to.
    pub struct WebhookEventListResponse {
        /// The page that explains them.
        pub doc_url: Option<String> = always,
        /// The kinds.
        pub events: Vec<EventType> = identity,
    }
}
