use crate::{id::SubscriptionId, secret::Secret, timestamp::Timestamp, webhook::EventType};

model! {
    /// Where Linq delivers which webhooks.
    pub struct WebhookSubscription {
        /// Its identifier.
        pub id: SubscriptionId,
        /// When it was made.
        pub created_at: Timestamp,
        /// Whether anything is delivered.
        pub is_active: bool,
        /// Which events are delivered.
        pub subscribed_events: Vec<EventType>,
        /// Where they are delivered.
        pub target_url: String,
        /// When it was last changed.
        pub updated_at: Timestamp,
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
        pub id: SubscriptionId,
        /// When it was made.
        pub created_at: Timestamp,
        /// Whether anything is delivered.
        pub is_active: bool,
        /// What the deliveries are signed with. No later reply holds it: keep it.
        pub signing_secret: Secret,
        /// Which events are delivered.
        pub subscribed_events: Vec<EventType>,
        /// Where they are delivered.
        pub target_url: String,
        /// When it was last changed.
        pub updated_at: Timestamp,
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
        pub subscriptions: Vec<WebhookSubscription>,
    }

    /// Every kind of event that can be subscribed to.
    pub struct WebhookEventListResponse {
        /// The page that explains them.
        pub doc_url: String,
        /// The kinds.
        pub events: Vec<EventType>,
    }
}
