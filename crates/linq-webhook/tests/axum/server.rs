//! A server with the receiver under test.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    middleware::from_fn_with_state,
    routing,
};
use linq_webhook::{
    Receiver,
    axum::{LinqEvent, post, provide},
    linq_core::webhook::{Event, WebhookSecret},
};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::net::TcpListener;

pub(crate) const SECRET: &str = "whsec_c2VjcmV0LW9mLXRoZS1heHVtLXRlc3Rz";

pub(crate) fn secret() -> WebhookSecret {
    WebhookSecret::new(SECRET).unwrap()
}

/// State without the receiver.
#[derive(Clone, Default)]
pub(crate) struct App {
    received: Arc<Mutex<Vec<(HeaderMap, Event)>>>,
    /// Statuses of the next responses; then 204.
    statuses: Arc<Mutex<Vec<StatusCode>>>,
}

pub(crate) async fn hook(
    State(app): State<App>,
    headers: HeaderMap,
    LinqEvent(event): LinqEvent,
) -> StatusCode {
    app.received.lock().unwrap().push((headers, event));
    let mut statuses = app.statuses.lock().unwrap();
    if statuses.is_empty() {
        StatusCode::NO_CONTENT
    } else {
        statuses.remove(0)
    }
}

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    app: App,
}

impl Server {
    /// Starts a server on `/linq`, whose route has the receiver, and on `/layered`, which has it from a layer.
    pub(crate) async fn start(receiver: impl FnOnce(SocketAddr) -> Receiver) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        Self::serve(listener, &receiver(address), address)
    }

    pub(crate) fn serve(listener: TcpListener, receiver: &Receiver, address: SocketAddr) -> Self {
        let layered = Router::new()
            .route("/layered", routing::post(hook))
            .layer(from_fn_with_state(receiver.clone(), provide));
        let router = layered.route("/linq", post(receiver, hook));
        Self::serve_router(listener, router, address)
    }

    /// Starts a server with these routes.
    pub(crate) async fn start_router(router: Router<App>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        Self::serve_router(listener, router, address)
    }

    fn serve_router(listener: TcpListener, router: Router<App>, address: SocketAddr) -> Self {
        let app = App::default();
        let router = router.with_state(app.clone());
        tokio::spawn(linq_webhook::serve(listener, router).into_future());
        Self { address, app }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn respond_next_with(&self, status: u16) {
        let status = StatusCode::from_u16(status).unwrap();
        self.app.statuses.lock().unwrap().push(status);
    }

    pub(crate) fn received(&self) -> Vec<Event> {
        let received = self.app.received.lock().unwrap();
        received.iter().map(|(_, event)| event.clone()).collect()
    }

    pub(crate) fn clear(&self) {
        self.app.received.lock().unwrap().clear();
    }

    /// Returns a header of each received delivery.
    pub(crate) fn headers(&self, name: &str) -> Vec<Option<String>> {
        let received = self.app.received.lock().unwrap();
        let values = received.iter().map(|(headers, _)| headers.get(name));
        values
            .map(|value| Some(value?.to_str().unwrap().to_owned()))
            .collect()
    }
}
