//! A webhook receiver with axum and deduplication.
//!
//! `LINQ_WEBHOOK_SECRET=whsec_… cargo run -p linq-webhook --features axum --example receiver [ADDRESS]`

use axum::{Router, extract::State, http::StatusCode};
use linq_webhook::{
    Receiver,
    axum::{LinqEvent, post},
    linq_core::webhook::{
        Consent, DedupError, Deduplicated, Event, EventData, MemoryDedupStore, deduplicate,
    },
};
use std::{error::Error, num::NonZeroUsize, sync::Arc};
use tokio::net::TcpListener;

type Store = Arc<MemoryDedupStore>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let receiver = Receiver::from_env()?
        .on_rejection(|rejection| eprintln!("rejected: {}", rejection.reason()));
    // More events than arrive in half an hour, for which Linq retries.
    let capacity = NonZeroUsize::new(100_000).ok_or("no capacity")?;
    let router = Router::new()
        .route("/linq", post(&receiver, hook))
        .with_state(Store::new(MemoryDedupStore::with_capacity(capacity)));
    let address = std::env::args().nth(1);
    let address = address.as_deref().unwrap_or("127.0.0.1:8080");
    let listener = TcpListener::bind(address).await?;
    println!("http://{}/linq", listener.local_addr()?);
    linq_webhook::serve(listener, router).await?;
    Ok(())
}

/// Linq retries after a response of 429 or 5xx.
async fn hook(State(store): State<Store>, LinqEvent(event): LinqEvent) -> StatusCode {
    match deduplicate(&store, &event.event_id, handle(&event)).await {
        Ok(Deduplicated::Handled(()) | Deduplicated::Duplicate) => StatusCode::NO_CONTENT,
        Ok(Deduplicated::Running) => StatusCode::SERVICE_UNAVAILABLE,
        Err(DedupError::Work(problem)) => {
            eprintln!("{}: {problem}", event.event_id);
            StatusCode::INTERNAL_SERVER_ERROR
        }
        Err(DedupError::Store(never)) => match never {},
    }
}

/// Handles an event. Linq times out after 10 seconds: longer work belongs into a queue.
#[expect(clippy::unused_async, reason = "a real handler awaits")]
async fn handle(event: &Event) -> Result<(), Box<dyn Error + Send + Sync>> {
    if Consent::of_event(event) == Some(Consent::OptOut) {
        println!("opted out");
    }
    match &event.data {
        EventData::MessageReceived(_) => {
            let message = event.message().ok_or("no message")?;
            let sender = message.sender_handle.unwrap_or("unknown sender");
            println!("{sender}: {}", message.text());
        }
        EventData::ParticipantAdded(added) => println!("{:?} joined", added.handle),
        EventData::Other(other) => println!("{}: {}", event.event_type, other.json()),
        _ => println!("{}", event.event_type),
    }
    Ok(())
}
