//! The record of all deliveries, and the queue of pending ones.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use tokio::sync::{mpsc, watch};
use uuid::Uuid;

use crate::network::Network;
use crate::secret::Secret;
use crate::virtual_clock::VirtualClock;

/// Delivery of an event to a subscription.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// Number of the delivery since the start or the last reset, from 1.
    pub id: u64,
    /// Id of the subscription.
    pub subscription_id: Uuid,
    /// Id of the event, which is also the `webhook-id` of each attempt.
    pub event_id: Uuid,
    /// Type of the event, such as `message.sent`.
    pub event_type: String,
    /// Target URL of the subscription.
    pub target_url: String,
    /// Envelope as JSON.
    pub body: Value,
    /// State of the delivery.
    pub state: DeliveryState,
    /// Attempts so far, in order.
    pub attempts: Vec<Attempt>,
}

/// State of a delivery.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeliveryState {
    /// Waiting for its first or next attempt.
    Pending,
    /// An attempt got a 2xx response.
    Delivered,
    /// Rejected by the receiver, failed in all attempts, or its subscription was deleted.
    Failed,
    /// Not attempted, because the target is not plain HTTP on loopback or an allowed host.
    Rejected,
}

/// An attempt of a delivery.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Attempt {
    /// Time of the attempt by the real clock, in RFC 3339.
    pub at: String,
    /// HTTP status of the receiver's response, if there was one.
    pub status: Option<u16>,
    /// Error, if there was no response.
    pub error: Option<String>,
    /// Kind of the webhook fault that was applied to it.
    pub fault: Option<String>,
}

impl Attempt {
    pub(crate) fn now(status: Option<u16>, error: Option<String>) -> Self {
        Self {
            at: Timestamp::now().to_string(),
            status,
            error,
            fault: None,
        }
    }
}

/// A pending delivery, with the data of its attempts.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) delivery: u64,
    /// Number of resets before it; a job of an earlier epoch is dropped.
    pub(crate) epoch: u64,
    pub(crate) subscription_id: Uuid,
    pub(crate) event_id: Uuid,
    pub(crate) event_type: String,
    pub(crate) target_url: String,
    pub(crate) secret: Secret,
    pub(crate) routing: Option<JobRouting>,
    /// Time by which the virtual clock was advanced when the event was published.
    pub(crate) advanced: Duration,
}

#[derive(Clone, Debug)]
pub(crate) struct JobRouting {
    pub(crate) chat_id: Uuid,
    pub(crate) id_header: String,
    pub(crate) key_header: String,
}

#[derive(Debug, Default)]
struct Records {
    epoch: u64,
    deliveries: Vec<Delivery>,
    /// Deliveries that wait for a retry and are not pending, with the times of their retries.
    waiting: HashMap<u64, Duration>,
}

#[derive(Clone, Debug)]
pub(crate) struct Outbox {
    jobs: mpsc::UnboundedSender<(Job, String)>,
    records: Arc<Mutex<Records>>,
    pending: watch::Sender<usize>,
    /// `Records::epoch`, for those who wait.
    epoch: watch::Sender<u64>,
    pub(crate) clock: VirtualClock,
}

impl Outbox {
    pub(crate) fn new() -> (Self, mpsc::UnboundedReceiver<(Job, String)>) {
        let (jobs, queue) = mpsc::unbounded_channel();
        let outbox = Self {
            jobs,
            records: Arc::default(),
            pending: watch::Sender::new(0),
            epoch: watch::Sender::new(0),
            clock: VirtualClock::new(),
        };
        (outbox, queue)
    }

    fn records(&self) -> MutexGuard<'_, Records> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a delivery and queues its first attempt, or rejects it if the target is not allowed.
    pub(crate) fn post(&self, network: &Network, job: Job, body: Value) {
        let mut records = self.records();
        let rejection = rejection_reason(network, &job.target_url);
        let bytes = body.to_string();
        let id = records.deliveries.len() as u64 + 1;
        records.deliveries.push(Delivery {
            id,
            subscription_id: job.subscription_id,
            event_id: job.event_id,
            event_type: job.event_type.clone(),
            target_url: job.target_url.clone(),
            body,
            state: if rejection.is_some() {
                DeliveryState::Rejected
            } else {
                DeliveryState::Pending
            },
            attempts: rejection
                .iter()
                .map(|reason| Attempt::now(None, Some((*reason).to_owned())))
                .collect(),
        });
        if rejection.is_none() {
            self.pending.send_modify(|pending| *pending += 1);
            let job = Job {
                delivery: id,
                epoch: records.epoch,
                advanced: self.clock.advanced(),
                ..job
            };
            // The receiver is gone only while the emulator stops.
            let _ = self.jobs.send((job, bytes));
        }
    }

    /// Clears all deliveries; those in progress have no effect any more.
    pub(crate) fn clear(&mut self) {
        let mut records = self.records();
        records.epoch += 1;
        self.epoch.send_replace(records.epoch);
        records.deliveries.clear();
        records.waiting.clear();
        self.pending.send_replace(0);
    }

    pub(crate) fn deliveries(&self) -> Vec<Delivery> {
        self.records().deliveries.clone()
    }

    pub(crate) fn pending(&self) -> watch::Receiver<usize> {
        self.pending.subscribe()
    }

    /// Advances the clock of retries and delays; retries that become due are pending.
    pub(crate) fn advance_clock(&self, time: Duration) {
        let mut records = self.records();
        self.clock.advance(time);
        let now = self.clock.now();
        let before = records.waiting.len();
        records.waiting.retain(|_, due| *due > now);
        let due = before - records.waiting.len();
        self.pending.send_modify(|pending| *pending += due);
    }

    /// Waits until this virtual time, or until a reset drops the job.
    pub(crate) async fn sleep_until(&self, job: &Job, due: Duration) {
        let mut epoch = self.epoch.subscribe();
        tokio::select! {
            () = self.clock.sleep_until(due) => {}
            // The sender is `self`, so that this is never an error.
            _ = epoch.wait_for(|epoch| *epoch != job.epoch) => {}
        }
    }

    /// Waits until a retry is due. Meanwhile, the delivery is pending only if `is_pending`.
    pub(crate) async fn wait_for_retry(&self, job: &Job, due: Duration, is_pending: bool) {
        {
            let mut records = self.records();
            if !is_pending && records.epoch == job.epoch && due > self.clock.now() {
                records.waiting.insert(job.delivery, due);
                self.pending.send_modify(|pending| *pending -= 1);
            }
        }
        self.sleep_until(job, due).await;
        let mut records = self.records();
        if records.epoch == job.epoch && records.waiting.remove(&job.delivery).is_some() {
            self.pending.send_modify(|pending| *pending += 1);
        }
    }

    pub(crate) fn is_current(&self, job: &Job) -> bool {
        self.records().epoch == job.epoch
    }

    pub(crate) fn record(&self, job: &Job, attempt: Option<Attempt>, state: DeliveryState) {
        let mut records = self.records();
        if records.epoch != job.epoch {
            return;
        }
        let Some(delivery) = records
            .deliveries
            .iter_mut()
            .find(|delivery| delivery.id == job.delivery)
        else {
            return;
        };
        delivery.attempts.extend(attempt);
        delivery.state = state;
        if state != DeliveryState::Pending {
            self.pending
                .send_modify(|pending| *pending = pending.saturating_sub(1));
        }
    }
}

/// Returns the reason why a target is rejected, if it is.
fn rejection_reason(network: &Network, target: &str) -> Option<&'static str> {
    let Ok(url) = url::Url::parse(target) else {
        return Some("the target is not a URL");
    };
    if !network.allows_webhooks_to(&url) {
        return Some("the emulator delivers to loopback and allowed hosts only");
    }
    (url.scheme() != "http").then_some("the emulator delivers over plain HTTP only")
}
