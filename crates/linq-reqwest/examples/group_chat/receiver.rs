use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use linq_core::webhook::{Event, EventType, Verifier, WebhookSecret};
use linq_reqwest::Client;
use std::{
    error::Error,
    sync::Arc,
    time::{Duration, SystemTime},
};
use tokio::{
    net::TcpListener,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::timeout,
};

/// A webhook receiver on a loopback socket, which takes nothing that is not signed.
pub(crate) struct Receiver {
    events: UnboundedReceiver<Event>,
}

struct Inbox {
    verifier: Verifier,
    events: UnboundedSender<Event>,
}

impl Receiver {
    /// Listens, subscribes to everything, and serves.
    pub(crate) async fn subscribe(linq: &Client) -> Result<Self, Box<dyn Error>> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!(
            "http://{}/webhooks?version=2026-02-03",
            listener.local_addr()?
        );
        let everything = EventType::KNOWN.iter().copied();
        let subscription = linq
            .webhook_subscriptions()
            .create(&url, everything)
            .await?;
        println!("A receiver listens on {url}");

        let secret = subscription
            .signing_secret
            .ok_or("a subscription without a secret")?;
        let verifier = Verifier::new(WebhookSecret::new(secret.expose())?);
        let (sender, events) = unbounded_channel();
        let inbox = Arc::new(Inbox {
            verifier,
            events: sender,
        });
        let router = Router::new()
            .route("/webhooks", post(receive))
            .with_state(inbox);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { events })
    }

    /// Waits until all of these have come, in any order, and prints them.
    pub(crate) async fn hear(&mut self, expected: &[&str]) -> Result<(), Box<dyn Error>> {
        let mut missing = expected.to_vec();
        while !missing.is_empty() {
            let event = timeout(Duration::from_secs(10), self.events.recv()).await;
            let event = event
                .map_err(|_| format!("no webhook {missing:?} in 10 seconds"))?
                .ok_or("the receiver ended")?;
            println!(
                "   webhook {}  trace {}",
                event.event_type,
                event.trace_id.as_deref().unwrap_or("unknown")
            );
            missing.retain(|name| *name != event.event_type.as_str());
        }
        Ok(())
    }
}

async fn receive(State(inbox): State<Arc<Inbox>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    match inbox.verifier.unwrap(&headers, &body, SystemTime::now()) {
        Ok(event) => {
            // Whoever listened may be gone; the delivery is understood all the same.
            let _ = inbox.events.send(event);
            StatusCode::NO_CONTENT
        }
        Err(error) => {
            println!("   refused a delivery: {error}");
            error.http_status()
        }
    }
}
