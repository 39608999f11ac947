use axum::{Router, extract::State, http::StatusCode};
use linq_client::{
    Client,
    webhook::{
        self, Event, EventType, WebhookSecret,
        axum::{LinqEvent, post},
    },
};
use std::{error::Error, time::Duration};
use tokio::{
    net::TcpListener,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::timeout,
};

/// A webhook receiver on a loopback socket.
pub(crate) struct Receiver {
    events: UnboundedReceiver<Event>,
}

impl Receiver {
    /// Listens, subscribes to everything, and serves.
    pub(crate) async fn subscribe(linq: &Client) -> Result<Self, Box<dyn Error>> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!(
            "http://{}/webhooks?version=2026-02-03",
            listener.local_addr()?
        );
        let subscription = linq
            .webhook_subscriptions()
            .create(&url, EventType::KNOWN)
            .await?;
        println!("receiver at {url}");

        let secret = subscription
            .signing_secret
            .ok_or("a subscription without a secret")?;
        let receiver = webhook::Receiver::new(WebhookSecret::new(secret.expose())?);
        let (sender, events) = unbounded_channel();
        let router = Router::new()
            .route("/webhooks", post(&receiver, receive))
            .with_state(sender);
        tokio::spawn(async move { webhook::serve(listener, router).await });
        Ok(Self { events })
    }

    /// Waits for these events, in any order, and prints them.
    pub(crate) async fn expect_events(&mut self, expected: &[&str]) -> Result<(), Box<dyn Error>> {
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

async fn receive(
    State(events): State<UnboundedSender<Event>>,
    LinqEvent(event): LinqEvent,
) -> StatusCode {
    // The scenario may have ended by then.
    events.send(event).ok();
    StatusCode::NO_CONTENT
}
