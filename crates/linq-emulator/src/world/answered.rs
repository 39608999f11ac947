//! What calls with an idempotency key were first answered.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

/// What keys are counted apart for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Purpose {
    Message,
    Poll,
    PaymentRequest,
    Payment,
}

#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    /// What came of the call.
    pub(crate) created: Uuid,
}

#[derive(Debug, Default)]
pub(crate) struct Answered(HashMap<(Purpose, String), Answer>);

impl Answered {
    pub(crate) fn to(&self, purpose: Purpose, key: &str) -> Option<&Answer> {
        self.0.get(&(purpose, key.to_owned()))
    }

    pub(crate) fn note(&mut self, purpose: Purpose, key: String, answer: Answer) {
        self.0.insert((purpose, key), answer);
    }
}
