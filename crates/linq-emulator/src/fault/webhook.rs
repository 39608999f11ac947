//! Faults of webhook deliveries.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use wildmatch::WildMatch;

use super::{check_probability, millis};
use crate::state::ControlError;
use crate::state::ids::Ids;

/// Kind of a webhook fault.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum WebhookFaultKind {
    /// Delivers the event a second time after the receiver's 2xx response.
    Duplicate,
    /// Delivers the event after the next one of the same subscription.
    Reorder {
        /// Maximum time in milliseconds until it is delivered if there is no next event; 1000 by default.
        #[serde(default = "default_reorder")]
        ms: u64,
    },
    /// Delays the event, and those after it of the same subscription, whose order stays.
    Delay {
        /// Delay in milliseconds.
        ms: u64,
    },
    /// Delivers the event, but loses the receiver's response, so that the delivery is retried. It applies to an attempt,
    /// also to a retry.
    DropAcknowledgement,
}

const fn default_reorder() -> u64 {
    1000
}

impl WebhookFaultKind {
    /// Returns the name of the kind in JSON.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Duplicate => "duplicate",
            Self::Reorder { .. } => "reorder",
            Self::Delay { .. } => "delay",
            Self::DropAcknowledgement => "drop_acknowledgement",
        }
    }
}

/// An injected fault of webhook deliveries, and the events that it applies to.
///
/// ```
/// use linq_emulator::WebhookFault;
///
/// // The first three acknowledgements of message events are lost.
/// let fault = WebhookFault::drop_acknowledgement().event("message.*").times(3);
/// ```
///
/// In JSON: `{"kind": "drop_acknowledgement", "event": "message.*", "times": 3}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[must_use]
#[non_exhaustive]
pub struct WebhookFault {
    /// Type of the events it applies to, or with `*` (any characters) or `?` (any character) a pattern for it. All by
    /// default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Maximum number of times it is applied; unlimited by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// Probability, 0 to 1, that it is applied to a matching event; 1 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// Kind of the fault.
    #[serde(flatten)]
    pub kind: WebhookFaultKind,
}

impl WebhookFault {
    /// Returns a fault of this kind for every event.
    pub fn new(kind: WebhookFaultKind) -> Self {
        Self {
            event: None,
            times: None,
            probability: None,
            kind,
        }
    }

    /// Returns a fault that delivers an event a second time after the receiver's 2xx response.
    pub fn duplicate() -> Self {
        Self::new(WebhookFaultKind::Duplicate)
    }

    /// Returns a fault that delivers an event after the next one of the same subscription, or after a second if there is
    /// no next one.
    pub fn reorder() -> Self {
        Self::new(WebhookFaultKind::Reorder {
            ms: default_reorder(),
        })
    }

    /// Returns a fault that delays an event, and those after it of the same subscription, whose order stays.
    /// [`Emulator::advance_clock`](crate::Emulator::advance_clock) shortens the delay.
    pub fn delay(delay: Duration) -> Self {
        Self::new(WebhookFaultKind::Delay { ms: millis(delay) })
    }

    /// Returns a fault that delivers an event, but loses the receiver's response, so that the delivery is retried. It
    /// applies to an attempt, also to a retry.
    pub fn drop_acknowledgement() -> Self {
        Self::new(WebhookFaultKind::DropAcknowledgement)
    }

    /// Restricts the fault to events of this type, or whose type matches it if it contains `*` or `?`.
    pub fn event(mut self, event: impl Into<String>) -> Self {
        self.event = Some(event.into());
        self
    }

    /// Sets the maximum number of times it is applied.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Sets the probability, 0 to 1, that it is applied to a matching event.
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = Some(probability);
        self
    }
}

/// The added faults of webhook deliveries.
#[derive(Debug)]
pub(crate) struct WebhookFaults {
    set: Vec<SetWebhookFault>,
    rng: Ids,
    last_id: u64,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SetWebhookFault {
    pub(crate) id: u64,
    #[serde(flatten)]
    pub(crate) fault: WebhookFault,
    /// Number of times it was applied.
    pub(crate) fired: u32,
}

impl WebhookFaults {
    /// Returns the faults from the start, which must be valid.
    pub(crate) fn new(seed: Option<u64>, initial: &[WebhookFault]) -> Self {
        let mut faults = Self {
            set: Vec::new(),
            rng: Ids::new(seed, 6),
            last_id: 0,
        };
        for fault in initial {
            faults.push(fault.clone());
        }
        faults
    }

    /// Adds a fault, and returns its id.
    pub(crate) fn add(&mut self, fault: WebhookFault) -> Result<u64, ControlError> {
        check_probability(fault.probability)?;
        Ok(self.push(fault))
    }

    fn push(&mut self, fault: WebhookFault) -> u64 {
        self.last_id += 1;
        self.set.push(SetWebhookFault {
            id: self.last_id,
            fault,
            fired: 0,
        });
        self.last_id
    }

    pub(crate) fn clear(&mut self) {
        self.set.clear();
    }

    pub(crate) fn all(&self) -> &[SetWebhookFault] {
        &self.set
    }

    /// Returns the first fault that applies to an attempt, and counts it. Only lost acknowledgements apply to retries.
    pub(crate) fn select(&mut self, event: &str, is_retry: bool) -> Option<WebhookFaultKind> {
        let rng = &mut self.rng;
        self.set
            .iter_mut()
            .filter(|set| {
                let WebhookFault {
                    event: pattern,
                    times,
                    kind,
                    ..
                } = &set.fault;
                (!is_retry || *kind == WebhookFaultKind::DropAcknowledgement)
                    && times.is_none_or(|times| set.fired < times)
                    && pattern
                        .as_ref()
                        .is_none_or(|pattern| WildMatch::new(pattern).matches(event))
            })
            .find(|set| {
                set.fault
                    .probability
                    .is_none_or(|probability| rng.chance(probability))
            })
            .map(|set| {
                set.fired += 1;
                set.fault.kind.clone()
            })
    }
}
