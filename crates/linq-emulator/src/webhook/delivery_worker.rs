//! The worker that sends the deliveries: one queue per subscription, with first attempts in order.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::{Request, Response, header::CONTENT_TYPE};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use jiff::Timestamp;
use tokio::sync::mpsc;
use uuid::Uuid;

use super::signature;
use crate::fault::WebhookFaultKind;
use crate::outbox::{Attempt, DeliveryState, Job};
use crate::retry_schedule::RetrySchedule;
use crate::shared::Shared;
use crate::virtual_clock::VirtualClock;

/// Maximum time for a receiver's response.
const TIMEOUT: Duration = Duration::from_secs(10);

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Runs the worker until the emulator stops.
pub(crate) async fn run(shared: Arc<Shared>, mut queue: mpsc::UnboundedReceiver<(Job, String)>) {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let worker = Arc::new(DeliveryWorker { shared, client });
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

struct PendingDelivery {
    job: Job,
    body: String,
    /// Fault of the next attempt.
    fault: Option<WebhookFaultKind>,
}

impl PendingDelivery {
    /// Returns the virtual time, without advances of the clock since the event was published: these shorten its delays.
    fn now(&self, clock: &VirtualClock) -> Duration {
        clock.real().saturating_add(self.job.advanced)
    }
}

struct DeliveryWorker {
    shared: Arc<Shared>,
    client: Client<HttpConnector, Full<Bytes>>,
}

impl DeliveryWorker {
    /// Makes first attempts one after the other; retries run concurrently.
    async fn serve(self: Arc<Self>, mut jobs: mpsc::UnboundedReceiver<(Job, String)>) {
        let clock = &self.shared.outbox.clock;
        // Events that a fault delivers after the next one.
        let mut held: Vec<PendingDelivery> = Vec::new();
        let mut deadline = Duration::ZERO;
        loop {
            let next = tokio::select! {
                next = jobs.recv() => match next {
                    Some(next) => Some(next),
                    None => return,
                },
                () = clock.sleep_until(deadline), if !held.is_empty() => None,
            };
            if let Some((job, body)) = next {
                let fault = self.select_fault(&job, false);
                let delivery = PendingDelivery { job, body, fault };
                if let Some(WebhookFaultKind::Reorder { ms }) = delivery.fault {
                    if held.is_empty() {
                        deadline = delivery
                            .now(clock)
                            .saturating_add(Duration::from_millis(ms));
                    }
                    held.push(delivery);
                    continue;
                }
                self.start(delivery).await;
            }
            // In reverse, so that the order changes even if all of them were held.
            while let Some(delivery) = held.pop() {
                self.start(delivery).await;
            }
        }
    }

    /// Makes the first attempt, and lets the retries run.
    async fn start(self: &Arc<Self>, mut delivery: PendingDelivery) {
        let clock = &self.shared.outbox.clock;
        if let Some(WebhookFaultKind::Delay { ms }) = delivery.fault {
            let due = delivery
                .now(clock)
                .saturating_add(Duration::from_millis(ms));
            self.shared.outbox.sleep_until(&delivery.job, due).await;
            delivery.job.advanced = due.saturating_sub(clock.real());
        }
        let schedule = self.shared.state().retry_schedule.clone();
        if !self.attempt(&mut delivery, schedule.delays.len()).await {
            let worker = Arc::clone(self);
            tokio::spawn(async move { worker.retry(delivery, schedule).await });
        }
    }

    /// Makes the retries. The delay of each counts from the end of the one before, so that all that fit into an advance of
    /// the clock are made.
    async fn retry(&self, mut delivery: PendingDelivery, schedule: RetrySchedule) {
        let mut due = delivery.now(&self.shared.outbox.clock);
        for (completed, delay) in schedule.delays.iter().enumerate() {
            due = due.saturating_add(*delay);
            self.shared
                .outbox
                .wait_for_retry(&delivery.job, due, schedule.waits_are_pending)
                .await;
            delivery.fault = self.select_fault(&delivery.job, true).or(delivery.fault);
            let began = Instant::now();
            let left = schedule.delays.len() - completed - 1;
            if self.attempt(&mut delivery, left).await {
                return;
            }
            due = due.saturating_add(began.elapsed());
        }
    }

    fn select_fault(&self, job: &Job, is_retry: bool) -> Option<WebhookFaultKind> {
        self.shared
            .webhook_faults()
            .select(&job.event_type, is_retry)
    }

    /// Makes one attempt, with `left` more allowed, and returns whether the delivery is complete. A duplicate follows at
    /// once.
    async fn attempt(&self, delivery: &mut PendingDelivery, left: usize) -> bool {
        loop {
            let PendingDelivery { job, body, fault } = &*delivery;
            let outbox = &self.shared.outbox;
            if !outbox.is_current(job) {
                return true;
            }
            if !self.is_wanted(job) {
                outbox.record(job, None, DeliveryState::Failed);
                return true;
            }
            let response = self.post(job, body).await;
            let response = match (response, fault) {
                (Ok(_), Some(WebhookFaultKind::DropAcknowledgement)) => {
                    Err("the response was lost by a fault".into())
                }
                (response, _) => response,
            };
            let (mut attempt, outcome) = match response {
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
            // A duplicate waits for a response to duplicate.
            let duplicates = *fault == Some(WebhookFaultKind::Duplicate);
            let is_duplicated = duplicates && outcome == DeliveryState::Delivered;
            if is_duplicated || !duplicates {
                attempt.fault = fault.as_ref().map(|fault| fault.name().to_owned());
            }
            let state = match outcome {
                _ if is_duplicated => DeliveryState::Pending,
                DeliveryState::Pending if left == 0 => DeliveryState::Failed,
                outcome => outcome,
            };
            outbox.record(job, Some(attempt), state);
            if is_duplicated || !duplicates {
                delivery.fault = None;
            }
            if !is_duplicated {
                return state != DeliveryState::Pending;
            }
        }
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
