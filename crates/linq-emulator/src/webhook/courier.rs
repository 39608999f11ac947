//! Makes the deliveries: in order for first tries, one lane a subscription.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use tokio::sync::mpsc;
use uuid::Uuid;

use super::signature;
use crate::outbox::{Attempt, DeliveryState, Job};
use crate::shared::Shared;

/// How long a receiver may take to answer.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Serves the queue until the emulator stops.
pub(crate) async fn run(shared: Arc<Shared>, mut queue: mpsc::UnboundedReceiver<(Job, String)>) {
    let Ok(client) = reqwest::Client::builder()
        .no_proxy()
        .redirect(Policy::none())
        .timeout(TIMEOUT)
        .build()
    else {
        return;
    };
    let schedule = shared.world().settings.retry_schedule.clone();
    let courier = Arc::new(Courier {
        shared,
        client,
        schedule,
    });
    let mut lanes: HashMap<Uuid, mpsc::UnboundedSender<(Job, String)>> = HashMap::new();
    while let Some((job, body)) = queue.recv().await {
        let lane = lanes.entry(job.subscription_id).or_insert_with(|| {
            let (lane, jobs) = mpsc::unbounded_channel();
            tokio::spawn(Arc::clone(&courier).serve(jobs));
            lane
        });
        let _ = lane.send((job, body));
    }
}

struct Courier {
    shared: Arc<Shared>,
    client: reqwest::Client,
    /// The pauses before the second try, the third and so on.
    schedule: Vec<Duration>,
}

impl Courier {
    /// Makes first tries one after the other; a delivery that has to be tried again steps aside.
    async fn serve(self: Arc<Self>, mut jobs: mpsc::UnboundedReceiver<(Job, String)>) {
        while let Some((job, body)) = jobs.recv().await {
            if !self.attempt(&job, &body, self.schedule.len()).await {
                let courier = Arc::clone(&self);
                tokio::spawn(async move { courier.retry(job, body).await });
            }
        }
    }

    async fn retry(&self, job: Job, body: String) {
        for (done, pause) in self.schedule.iter().enumerate() {
            tokio::time::sleep(*pause).await;
            if self
                .attempt(&job, &body, self.schedule.len() - done - 1)
                .await
            {
                return;
            }
        }
    }

    /// Makes one try with `left` more to come, and says whether there is nothing more to do.
    async fn attempt(&self, job: &Job, body: &str, left: usize) -> bool {
        if !self.shared.outbox.is_current(job) {
            return true;
        }
        if !self.is_wanted(job) {
            self.shared.outbox.note(job, None, DeliveryState::Failed);
            return true;
        }
        let (attempt, verdict) = match self.post(job, body).await {
            Ok(response) => {
                let status = response.status();
                self.learn_token(job, &response);
                let verdict = match status.as_u16() {
                    200..=299 => DeliveryState::Delivered,
                    429 | 500..=599 => DeliveryState::Pending,
                    _ => DeliveryState::Failed,
                };
                (Attempt::now(Some(status.as_u16()), None), verdict)
            }
            Err(error) => (
                Attempt::now(None, Some(innermost(&error))),
                DeliveryState::Pending,
            ),
        };
        let state = if verdict == DeliveryState::Pending && left == 0 {
            DeliveryState::Failed
        } else {
            verdict
        };
        self.shared.outbox.note(job, Some(attempt), state);
        state != DeliveryState::Pending
    }

    fn is_wanted(&self, job: &Job) -> bool {
        let world = self.shared.world();
        world
            .subscriptions
            .iter()
            .any(|subscription| subscription.id == job.subscription_id && subscription.is_active)
    }

    async fn post(&self, job: &Job, body: &str) -> reqwest::Result<reqwest::Response> {
        let timestamp = Timestamp::now().as_second();
        let event_id = job.event_id.to_string();
        let mut request = self
            .client
            .post(&job.target_url)
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
        request.body(body.to_owned()).send().await
    }

    fn token(&self, job: &Job) -> Option<String> {
        let routing = job.routing.as_ref()?;
        let world = self.shared.world();
        let subscription = world
            .subscriptions
            .iter()
            .find(|subscription| subscription.id == job.subscription_id)?;
        subscription.routing.tokens.get(&routing.chat_id).cloned()
    }

    fn learn_token(&self, job: &Job, response: &reqwest::Response) {
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
        let mut world = self.shared.world();
        let subscription = world
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

/// The cause at the bottom, which says most.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
