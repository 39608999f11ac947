// ANCHOR: subscribe
use linq_client::{Client, Error, webhook::EventType};

/// Subscribes to messages and new participants, and returns the secret that verifies deliveries.
pub async fn subscribe(linq: &Client, url: &str) -> Result<Option<String>, Error> {
    let events = [EventType::MessageReceived, EventType::ParticipantAdded];
    let subscription = linq.webhook_subscriptions().create(url, events).await?;
    Ok(subscription
        .signing_secret
        .map(|secret| secret.expose().to_owned()))
}
// ANCHOR_END: subscribe

// ANCHOR: receive
use axum::{Router, extract::State, http::StatusCode};
use linq_client::webhook::axum::{LinqEvent, post};
use linq_client::webhook::{Deduplicated, MemoryDedupStore, Receiver, deduplicate};
use std::sync::Arc;

/// Returns the routes of a server; serve them with `linq_client::webhook::serve`.
pub fn routes(receiver: &Receiver) -> Router {
    Router::new()
        .route("/linq", post(receiver, receive))
        .with_state(Arc::default())
}

async fn receive(
    State(store): State<Arc<MemoryDedupStore>>,
    LinqEvent(event): LinqEvent,
) -> StatusCode {
    match deduplicate(&store, &event.event_id, handle(&event)).await {
        Ok(Deduplicated::Handled(()) | Deduplicated::Duplicate) => StatusCode::NO_CONTENT,
        // An earlier delivery is being handled, and may still fail.
        Ok(Deduplicated::Running) => StatusCode::SERVICE_UNAVAILABLE,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR, // Linq redelivers the event
    }
}
// ANCHOR_END: receive

// ANCHOR: handle
use linq_client::webhook::{Event, EventData};

async fn handle(event: &Event) -> Result<(), Error> {
    match &event.data {
        EventData::MessageReceived(_) => {
            if let Some(message) = event.message() {
                println!("{:?}: {}", message.sender_handle, message.text());
            }
        }
        EventData::ParticipantAdded(added) => println!("{:?} joined", added.handle),
        _ => println!("{}", event.event_type),
    }
    Ok(())
}
// ANCHOR_END: handle
