//! Duplicated, reordered, delayed and unacknowledged deliveries of the emulator, with deduplication.

use axum::{Router, extract::State, http::StatusCode};
use linq_emulator::{DeliveryState, Emulator, InboundMessage, WebhookFault};
use linq_reqwest::Client;
use linq_webhook::{
    Receiver,
    axum::{LinqEvent, post},
    linq_core::webhook::{Deduplicated, EventType, MemoryDedupStore, WebhookSecret, deduplicate},
};
use std::{
    convert::Infallible,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::net::TcpListener;

#[derive(Clone, Default)]
struct App {
    store: Arc<MemoryDedupStore>,
    /// Ids of the handled events, in order; observed shapes keep them.
    handled: Arc<Mutex<Vec<String>>>,
    duplicates: Arc<Mutex<u32>>,
}

async fn hook(State(app): State<App>, LinqEvent(event): LinqEvent) -> StatusCode {
    let work = async {
        let id = event.event_id.to_string();
        app.handled.lock().unwrap().push(id);
        Ok::<_, Infallible>(())
    };
    match deduplicate(&*app.store, &event.event_id, work)
        .await
        .unwrap()
    {
        Deduplicated::Handled(()) => StatusCode::NO_CONTENT,
        Deduplicated::Duplicate => {
            *app.duplicates.lock().unwrap() += 1;
            StatusCode::NO_CONTENT
        }
        Deduplicated::Running => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Receives three messages with a fault, and returns the app.
async fn receive_three(emulator: &Emulator, fault: WebhookFault) -> App {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/linq", listener.local_addr().unwrap());
    let linq = Client::builder("any-key").base_url(emulator.base_url());
    let linq = linq.build().unwrap();
    let create = linq
        .webhook_subscriptions()
        .create(url, [EventType::MessageReceived]);
    let secret = create.await.unwrap().signing_secret.unwrap();
    let receiver = Receiver::new(WebhookSecret::new(secret.expose()).unwrap());
    let app = App::default();
    let router = Router::new()
        .route("/linq", post(&receiver, hook))
        .with_state(app.clone());
    tokio::spawn(linq_webhook::serve(listener, router).into_future());

    emulator.add_webhook_fault(fault).unwrap();
    let to = emulator.phone_numbers().remove(0);
    for text in ["one", "two", "three"] {
        let message = InboundMessage::to_line("+15556667777", &to).text(text);
        emulator.inbound(message).unwrap();
    }
    let settled = emulator.settled();
    tokio::time::timeout(Duration::from_secs(10), settled)
        .await
        .unwrap();
    app
}

/// Asserts that every event was delivered, and handled once, in this order.
#[track_caller]
fn assert_handled(emulator: &Emulator, app: &App, order: [usize; 3]) {
    let deliveries = emulator.deliveries();
    for delivery in &deliveries {
        assert_eq!(delivery.state, DeliveryState::Delivered, "{delivery:?}");
    }
    let expected = order.map(|index| deliveries[index].event_id.to_string());
    assert_eq!(*app.handled.lock().unwrap(), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn duplicates_are_handled_once() {
    let emulator = Emulator::builder().start().unwrap();
    let app = receive_three(&emulator, WebhookFault::duplicate()).await;
    assert_handled(&emulator, &app, [0, 1, 2]);
    assert_eq!(*app.duplicates.lock().unwrap(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn event_is_handled_once_if_its_acknowledgements_are_lost() {
    let emulator = Emulator::builder()
        .documented_retries(true)
        .start()
        .unwrap();
    let fault = WebhookFault::drop_acknowledgement().times(5);
    let app = receive_three(&emulator, fault).await;
    emulator.advance_clock(Duration::from_secs(30 * 60));
    emulator.settled().await;
    assert_handled(&emulator, &app, [0, 1, 2]);
    assert_eq!(*app.duplicates.lock().unwrap(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn reordered_and_delayed_events_are_handled() {
    let emulator = Emulator::builder().start().unwrap();
    let app = receive_three(&emulator, WebhookFault::reorder().times(1)).await;
    assert_handled(&emulator, &app, [1, 0, 2]);

    let emulator = Emulator::builder().start().unwrap();
    let delay = WebhookFault::delay(Duration::from_millis(50)).times(2);
    let app = receive_three(&emulator, delay).await;
    assert_handled(&emulator, &app, [0, 1, 2]);
}
