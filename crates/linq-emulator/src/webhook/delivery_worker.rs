//! The worker that sends the deliveries: one queue per subscription, with first attempts in order.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{Request, Response, header::CONTENT_TYPE};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use jiff::Timestamp;
use tokio::sync::mpsc;
use uuid::Uuid;

use super::signature;
use crate::outbox::{Attempt, DeliveryState, Job};
use crate::shared::Shared;

/// Maximum time for a receiver's response.
const TIMEOUT: Duration = Duration::from_secs(10);

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Runs the worker until the emulator stops.
pub(crate) async fn run(shared: Arc<Shared>, mut queue: mpsc::UnboundedReceiver<(Job, String)>) {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let schedule = shared.state().config.retry_schedule.clone();
    let worker = Arc::new(DeliveryWorker {
        shared,
        client,
        schedule,
    });
    let mut queues: HashMap<Uuid, mpsc::UnboundedSender<(Job, String)>> = HashMap::new();
    while let Some((job, body)) = queue.recv().await {
        let queue = queues.entry(job.subscription_id).or_insert_with(|| {
            let (queue, jobs) = mpsc::unbounded_channel();
            tokio::spawn(Arc::clone(&worker).serve(jobs));
            queue
        });
        let _ = queue.send((job, body));
    }
}

struct DeliveryWorker {
    shared: Arc<Shared>,
    client: Client<HttpConnector, Full<Bytes>>,
    /// Delays before the second attempt, the third and so on.
    schedule: Vec<Duration>,
}

impl DeliveryWorker {
    /// Makes first attempts one after the other; retries run concurrently.
    async fn serve(self: Arc<Self>, mut jobs: mpsc::UnboundedReceiver<(Job, String)>) {
        while let Some((job, body)) = jobs.recv().await {
            if !self.attempt(&job, &body, self.schedule.len()).await {
                let worker = Arc::clone(&self);
                tokio::spawn(async move { worker.retry(job, body).await });
            }
        }
    }

    async fn retry(&self, job: Job, body: String) {
        for (completed, delay) in self.schedule.iter().enumerate() {
            tokio::time::sleep(*delay).await;
            if self
                .attempt(&job, &body, self.schedule.len() - completed - 1)
                .await
            {
                return;
            }
        }
    }

    /// Makes one attempt, with `left` more allowed, and returns whether the delivery is complete.
    async fn attempt(&self, job: &Job, body: &str, left: usize) -> bool {
        if !self.shared.outbox.is_current(job) {
            return true;
        }
        if !self.is_wanted(job) {
            self.shared.outbox.record(job, None, DeliveryState::Failed);
            return true;
        }
        let (attempt, outcome) = match self.post(job, body).await {
            Ok(response) => {
                let status = response.status();
                self.store_token(job, &response);
                let outcome = match status.as_u16() {
                    200..=299 => DeliveryState::Delivered,
                    429 | 500..=599 => DeliveryState::Pending,
                    _ => DeliveryState::Failed,
                };
                (Attempt::now(Some(status.as_u16()), None), outcome)
            }
            Err(error) => (
                Attempt::now(None, Some(root_cause(&*error))),
                DeliveryState::Pending,
            ),
        };
        let state = if outcome == DeliveryState::Pending && left == 0 {
            DeliveryState::Failed
        } else {
            outcome
        };
        self.shared.outbox.record(job, Some(attempt), state);
        state != DeliveryState::Pending
    }

    fn is_wanted(&self, job: &Job) -> bool {
        let state = self.shared.state();
        state
            .subscriptions
            .iter()
            .any(|subscription| subscription.id == job.subscription_id && subscription.is_active)
    }

    async fn post(&self, job: &Job, body: &str) -> Result<Response<Incoming>, BoxError> {
        let timestamp = Timestamp::now().as_second();
        let event_id = job.event_id.to_string();
        let mut request = Request::post(&job.target_url)
            .header(CONTENT_TYPE, "application/json")
            .header("user-agent", "linq-emulator")
            .header("webhook-id", &event_id)
            .header("webhook-timestamp", timestamp)
            .header(
                "webhook-signature",
                signature::standard(job.secret.expose(), &event_id, timestamp, body),
            )
            .header("x-webhook-event", &job.event_type)
            .header("x-webhook-subscription-id", job.subscription_id.to_string())
            .header("x-webhook-timestamp", timestamp)
            .header(
                "x-webhook-signature",
                signature::legacy(job.secret.expose(), timestamp, body),
            );
        if let Some(routing) = &job.routing {
            request = request.header(&routing.id_header, routing.chat_id.to_string());
            if let Some(token) = self.token(job) {
                request = request.header(&routing.key_header, token);
            }
        }
        let request = request.body(Full::from(body.to_owned()))?;
        Ok(tokio::time::timeout(TIMEOUT, self.client.request(request)).await??)
    }

    fn token(&self, job: &Job) -> Option<String> {
        let routing = job.routing.as_ref()?;
        let state = self.shared.state();
        let subscription = state
            .subscriptions
            .iter()
            .find(|subscription| subscription.id == job.subscription_id)?;
        subscription.routing.tokens.get(&routing.chat_id).cloned()
    }

    fn store_token(&self, job: &Job, response: &Response<Incoming>) {
        let Some(routing) = job
            .routing
            .as_ref()
            .filter(|_| response.status().is_success())
        else {
            return;
        };
        let token = response
            .headers()
            .get(&routing.key_header)
            .and_then(|token| token.to_str().ok());
        let mut state = self.shared.state();
        let subscription = state
            .subscriptions
            .iter_mut()
            .find(|subscription| subscription.id == job.subscription_id);
        if let (Some(token), Some(subscription)) = (token, subscription) {
            subscription
                .routing
                .tokens
                .insert(routing.chat_id, token.to_owned());
        }
    }
}

/// Returns the root cause, which is the most specific.
fn root_cause(error: &(dyn std::error::Error + 'static)) -> String {
    let mut cause = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
