//! Responses and events in observed shapes, which servers send although they differ from the documentation: with fields
//! left out, null or renamed. [`table`] lists them.
//!
//! Only outgoing JSON is changed, never the state behind it.

mod change;
mod json_path;
mod rotation;
mod table;

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use rotation::Rotation;

/// An observed shape, and how often the emulator has sent it.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ServedVariant {
    /// Name, such as `health_status.absent`.
    pub variant: &'static str,
    /// Kind of document that it applies to.
    pub kind: DocumentKind,
    /// Calls or event types that it applies to, such as `POST /v3/chats` or `message.*`.
    pub on: &'static [&'static str],
    /// Number of values sent in this shape.
    pub served: u64,
}

/// Kind of document with an observed shape.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentKind {
    /// Response to a successful call.
    Response,
    /// Response to a failed call.
    Error,
    /// Webhook event.
    Event,
}

/// Selects the documents to change, and rotates the shapes.
#[derive(Debug)]
pub(crate) struct ObservedShapes(Mutex<Inner>);

#[derive(Debug)]
struct Inner {
    is_enabled: bool,
    /// Trace ids of calls with an `observed_shapes` fault.
    calls: HashSet<Uuid>,
    responses: Rotation,
    errors: Rotation,
    events: Rotation,
}

impl Inner {
    fn new(is_enabled: bool, from: usize) -> Self {
        Self {
            is_enabled,
            calls: HashSet::new(),
            responses: Rotation::new(table::RESPONSES, from),
            errors: Rotation::new(table::ERRORS, from),
            events: Rotation::new(table::EVENTS, from),
        }
    }

    fn applies_to(&self, trace_id: Uuid) -> bool {
        self.is_enabled || self.calls.contains(&trace_id)
    }
}

impl ObservedShapes {
    /// Returns the shapes with every rotation at the variant `from`.
    pub(crate) fn new(is_enabled: bool, from: usize) -> Self {
        Self(Mutex::new(Inner::new(is_enabled, from)))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_enabled(&self) -> bool {
        self.inner().is_enabled
    }

    /// Enables or disables observed shapes; the rotations keep their positions.
    pub(crate) fn set_enabled(&self, is_enabled: bool) {
        self.inner().is_enabled = is_enabled;
    }

    /// Restarts the rotations at the variant `from`, and clears the counts.
    pub(crate) fn restart(&self, from: usize) {
        let mut state = self.inner();
        *state = Inner {
            calls: std::mem::take(&mut state.calls),
            ..Inner::new(state.is_enabled, from)
        };
    }

    /// Enables observed shapes for one call and its events, until [`ObservedShapes::end`].
    pub(crate) fn enable_for_call(&self, trace_id: Uuid) {
        self.inner().calls.insert(trace_id);
    }

    pub(crate) fn end(&self, trace_id: Uuid) {
        self.inner().calls.remove(&trace_id);
    }

    /// Returns whether a call's response is to be changed.
    pub(crate) fn applies_to(&self, trace_id: Uuid) -> bool {
        self.inner().applies_to(trace_id)
    }

    /// Changes the body of a response to `call`, such as `POST /v3/chats`.
    pub(crate) fn response(&self, call: &str, is_success: bool, body: &mut Value) {
        let mut state = self.inner();
        let rotation = if is_success {
            &mut state.responses
        } else {
            &mut state.errors
        };
        rotation.apply(call, body, None);
    }

    /// Changes an event, envelope included, if observed shapes are enabled for it. `payload` is an observed payload
    /// that replaces the documented one.
    pub(crate) fn event(
        &self,
        trace_id: Uuid,
        event_type: &str,
        envelope: &mut Value,
        payload: Option<&Value>,
    ) {
        let mut state = self.inner();
        if state.applies_to(trace_id) {
            state.events.apply(event_type, envelope, payload);
        }
    }

    /// Returns every variant, served or not, in the order of the table.
    pub(crate) fn variants(&self) -> Vec<ServedVariant> {
        let state = self.inner();
        let tables = [
            (DocumentKind::Response, &state.responses),
            (DocumentKind::Error, &state.errors),
            (DocumentKind::Event, &state.events),
        ];
        tables
            .into_iter()
            .flat_map(|(kind, rotation)| {
                rotation
                    .variants()
                    .map(move |(on, variant, served)| ServedVariant {
                        variant,
                        kind,
                        on,
                        served,
                    })
            })
            .collect()
    }
}
