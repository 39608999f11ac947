//! Handles that the account blocked.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::State;
use super::view::date;

#[derive(Clone, Debug)]
pub(crate) struct BlockedHandle {
    pub(crate) handle: String,
    pub(crate) reason: Option<String>,
    pub(crate) at: Timestamp,
}

impl BlockedHandle {
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "handle": self.handle,
            "reason": self.reason,
            "blocked_at": date(self.at),
        })
    }
}

impl State {
    pub(crate) fn is_blocked(&self, handle: &str) -> bool {
        self.blocked.iter().any(|blocked| blocked.handle == handle)
    }

    /// Blocks a handle, unless it is blocked already, and returns the entry.
    pub(crate) fn block(&mut self, handle: &str, reason: Option<&str>) -> BlockedHandle {
        if let Some(blocked) = self.blocked.iter().find(|blocked| blocked.handle == handle) {
            return blocked.clone();
        }
        let blocked = BlockedHandle {
            handle: handle.to_owned(),
            reason: reason.map(str::to_owned),
            at: self.now(),
        };
        self.blocked.push(blocked.clone());
        blocked
    }

    /// Unblocks a handle, and returns whether it was blocked.
    pub(crate) fn unblock(&mut self, handle: &str) -> bool {
        let before = self.blocked.len();
        self.blocked.retain(|blocked| blocked.handle != handle);
        self.blocked.len() < before
    }
}
