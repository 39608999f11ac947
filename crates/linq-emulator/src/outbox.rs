//! The record of all deliveries, and the queue of those still to be made.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use tokio::sync::{mpsc, watch};
use uuid::Uuid;

use crate::secret::Secret;

/// One event on its way to one subscription.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// Counts up from 1 with every delivery since the start or the last reset.
    pub id: u64,
    /// The subscription it goes to.
    pub subscription_id: Uuid,
    /// The event's id, which is also the `webhook-id` of each try.
    pub event_id: Uuid,
    /// Such as `message.sent`.
    pub event_type: String,
    /// Where it goes.
    pub target_url: String,
    /// The envelope as JSON.
    pub body: Value,
    /// How far it has come.
    pub state: DeliveryState,
    /// Every try so far, the first one first.
    pub attempts: Vec<Attempt>,
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeliveryState {
    /// Waiting for its first or next try.
    Pending,
    /// A try was answered with 2xx.
    Delivered,
    /// Given up: refused by the receiver, out of tries, or the subscription is gone.
    Failed,
    /// Never tried, because the target is not plain HTTP on loopback.
    Refused,
}

/// One try of a delivery.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Attempt {
    /// When it was made, by the real clock, in RFC 3339.
    pub at: String,
    /// The receiver's HTTP status, if there was a reply.
    pub status: Option<u16>,
    /// What went wrong, if there was none.
    pub error: Option<String>,
}

impl Attempt {
    pub(crate) fn now(status: Option<u16>, error: Option<String>) -> Self {
        Self {
            at: Timestamp::now().to_string(),
            status,
            error,
        }
    }
}

/// A delivery to be tried, with what each try needs.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) delivery: u64,
    /// Resets that came before; a job of an earlier epoch is dropped.
    pub(crate) epoch: u64,
    pub(crate) subscription_id: Uuid,
    pub(crate) event_id: Uuid,
    pub(crate) event_type: String,
    pub(crate) target_url: String,
    pub(crate) secret: Secret,
    pub(crate) routing: Option<JobRouting>,
}

#[derive(Clone, Debug)]
pub(crate) struct JobRouting {
    pub(crate) chat_id: Uuid,
    pub(crate) id_header: String,
    pub(crate) key_header: String,
}

#[derive(Debug, Default)]
struct Book {
    epoch: u64,
    deliveries: Vec<Delivery>,
}

#[derive(Clone, Debug)]
pub(crate) struct Outbox {
    jobs: mpsc::UnboundedSender<(Job, String)>,
    book: Arc<Mutex<Book>>,
    pending: watch::Sender<usize>,
}

impl Outbox {
    pub(crate) fn new() -> (Self, mpsc::UnboundedReceiver<(Job, String)>) {
        let (jobs, queue) = mpsc::unbounded_channel();
        let outbox = Self {
            jobs,
            book: Arc::default(),
            pending: watch::Sender::new(0),
        };
        (outbox, queue)
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a delivery and queues its first try, or refuses it if the target is not ours to
    /// reach.
    pub(crate) fn post(&self, job: Job, body: Value) {
        let mut book = self.book();
        let refusal = refusal(&job.target_url);
        let bytes = body.to_string();
        let id = book.deliveries.len() as u64 + 1;
        book.deliveries.push(Delivery {
            id,
            subscription_id: job.subscription_id,
            event_id: job.event_id,
            event_type: job.event_type.clone(),
            target_url: job.target_url.clone(),
            body,
            state: if refusal.is_some() {
                DeliveryState::Refused
            } else {
                DeliveryState::Pending
            },
            attempts: refusal
                .iter()
                .map(|why| Attempt::now(None, Some((*why).to_owned())))
                .collect(),
        });
        if refusal.is_none() {
            self.pending.send_modify(|pending| *pending += 1);
            let job = Job {
                delivery: id,
                epoch: book.epoch,
                ..job
            };
            // The receiver is gone only while the whole emulator stops.
            let _ = self.jobs.send((job, bytes));
        }
    }

    /// Forgets all deliveries; those under way change nothing any more.
    pub(crate) fn clear(&mut self) {
        let mut book = self.book();
        book.epoch += 1;
        book.deliveries.clear();
        self.pending.send_replace(0);
    }

    pub(crate) fn deliveries(&self) -> Vec<Delivery> {
        self.book().deliveries.clone()
    }

    pub(crate) fn pending(&self) -> watch::Receiver<usize> {
        self.pending.subscribe()
    }

    pub(crate) fn is_current(&self, job: &Job) -> bool {
        self.book().epoch == job.epoch
    }

    pub(crate) fn note(&self, job: &Job, attempt: Option<Attempt>, state: DeliveryState) {
        let mut book = self.book();
        if book.epoch != job.epoch {
            return;
        }
        let Some(delivery) = book
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

/// Why a target gets no delivery at all, if so.
fn refusal(target: &str) -> Option<&'static str> {
    let Ok(url) = reqwest::Url::parse(target) else {
        return Some("the target is not a URL");
    };
    if !is_loopback(&url) {
        return Some("the emulator delivers to loopback only");
    }
    (url.scheme() != "http").then_some("the emulator delivers over plain HTTP only")
}

pub(crate) fn is_loopback(url: &reqwest::Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
