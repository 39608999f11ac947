//! Responses and events in the shapes that servers have been seen to send, next to the documented
//! ones: with fields left out, null or under other names. [`table`] lists them.
//!
//! Only JSON on its way out is changed, never the state behind it.

mod change;
mod place;
mod rotation;
mod table;

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use rotation::Rotation;

/// A shape that servers have been seen to send, and how often the emulator has sent it.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ServedVariant {
    /// Its name, such as `health_status.absent`.
    pub variant: &'static str,
    /// The kind of document that it is in.
    pub kind: DocumentKind,
    /// The calls or event types that have it, such as `POST /v3/chats` or `message.*`.
    pub on: &'static [&'static str],
    /// Number of places at which it was served.
    pub served: u64,
}

/// What an observed shape is a shape of.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentKind {
    /// The response to a call that succeeded.
    Response,
    /// The response to a call that failed.
    Error,
    /// A webhook event.
    Event,
}

/// Which documents are changed, and whose turn it is.
#[derive(Debug)]
pub(crate) struct AsSeen(Mutex<State>);

#[derive(Debug)]
struct State {
    is_on: bool,
    /// Calls under an `as_seen` fault, by trace id.
    ordered: HashSet<Uuid>,
    responses: Rotation,
    errors: Rotation,
    events: Rotation,
}

impl State {
    fn new(is_on: bool, from: usize) -> Self {
        Self {
            is_on,
            ordered: HashSet::new(),
            responses: Rotation::new(table::RESPONSES, from),
            errors: Rotation::new(table::ERRORS, from),
            events: Rotation::new(table::EVENTS, from),
        }
    }

    fn applies_to(&self, trace_id: Uuid) -> bool {
        self.is_on || self.ordered.contains(&trace_id)
    }
}

impl AsSeen {
    /// Begins in every rotation at the variant `from`.
    pub(crate) fn new(is_on: bool, from: usize) -> Self {
        Self(Mutex::new(State::new(is_on, from)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_on(&self) -> bool {
        self.state().is_on
    }

    /// Switches it for everything to come; the rotations go on where they were.
    pub(crate) fn switch(&self, is_on: bool) {
        self.state().is_on = is_on;
    }

    /// Begins the rotations again at the variant `from`, and forgets what was served.
    pub(crate) fn restart(&self, from: usize) {
        let mut state = self.state();
        *state = State {
            ordered: std::mem::take(&mut state.ordered),
            ..State::new(state.is_on, from)
        };
    }

    /// Switches it on for one call and its events, until [`AsSeen::end`].
    pub(crate) fn order(&self, trace_id: Uuid) {
        self.state().ordered.insert(trace_id);
    }

    pub(crate) fn end(&self, trace_id: Uuid) {
        self.state().ordered.remove(&trace_id);
    }

    /// Whether a call's response is to be changed.
    pub(crate) fn applies_to(&self, trace_id: Uuid) -> bool {
        self.state().applies_to(trace_id)
    }

    /// Changes the body of a response to `call`, such as `POST /v3/chats`.
    pub(crate) fn response(&self, call: &str, is_success: bool, body: &mut Value) {
        let mut state = self.state();
        let rotation = if is_success {
            &mut state.responses
        } else {
            &mut state.errors
        };
        rotation.apply(call, body, None);
    }

    /// Changes an event that a call caused, envelope included, if that is wanted. `payload` is one
    /// that servers have been seen to send in place of the documented one.
    pub(crate) fn event(
        &self,
        trace_id: Uuid,
        event_type: &str,
        envelope: &mut Value,
        payload: Option<&Value>,
    ) {
        let mut state = self.state();
        if state.applies_to(trace_id) {
            state.events.apply(event_type, envelope, payload);
        }
    }

    /// Every variant, served or not, in the order of the table.
    pub(crate) fn variants(&self) -> Vec<ServedVariant> {
        let state = self.state();
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
