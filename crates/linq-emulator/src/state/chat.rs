//! Chats and their participants.

use std::collections::BTreeSet;

use jiff::Timestamp;
use uuid::Uuid;

use super::handle::Service;

/// Minimum number of members of a group, including the account's line.
pub(crate) const MIN_GROUP_SIZE: usize = 3;
/// Maximum number of members of a chat, without the account's line.
pub(crate) const MAX_RECIPIENTS: usize = 31;

#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) id: Uuid,
    /// Sequence number, which cursors contain.
    pub(crate) number: u64,
    /// The account's own phone number in this chat.
    pub(crate) line: String,
    pub(crate) is_group: bool,
    pub(crate) display_name: Option<String>,
    pub(crate) icon: Option<String>,
    pub(crate) participants: Vec<Participant>,
    pub(crate) service: Service,
    pub(crate) health: Health,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

impl Chat {
    pub(crate) fn active(&self) -> impl Iterator<Item = &Participant> {
        self.participants
            .iter()
            .filter(|participant| participant.status == Status::Active)
    }

    /// Returns the active members but the account's line.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Participant> {
        self.active()
            .filter(|participant| participant.handle != self.line)
    }

    pub(crate) fn active_member(&self, handle: &str) -> Option<&Participant> {
        self.active()
            .find(|participant| participant.handle == handle)
    }

    pub(crate) fn participant(&self, handle: &str) -> Option<&Participant> {
        self.participants
            .iter()
            .find(|participant| participant.handle == handle)
    }

    pub(crate) fn was_left(&self) -> bool {
        self.active_member(&self.line).is_none()
    }

    /// Returns whether creating a chat from `line` to exactly `recipients` reuses this one.
    pub(crate) fn is_reused_for(&self, line: &str, recipients: &BTreeSet<&str>) -> bool {
        let is_named_group = self.is_group && self.display_name.is_some();
        self.line == line
            && !is_named_group
            && !self.was_left()
            && self
                .others()
                .map(|other| other.handle.as_str())
                .collect::<BTreeSet<_>>()
                == *recipients
    }

    /// Returns the name that was set, or else the list of recipients.
    pub(crate) fn display_name_or_handles(&self) -> String {
        self.display_name.clone().unwrap_or_else(|| {
            self.others()
                .map(|other| other.handle.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        })
    }

    /// Adds `handle` as an active member, or reactivates it.
    pub(crate) fn add(&mut self, handle: &str, id: Uuid, now: Timestamp) {
        self.updated_at = now;
        match self
            .participants
            .iter_mut()
            .find(|participant| participant.handle == handle)
        {
            Some(participant) => {
                participant.status = Status::Active;
                participant.joined_at = now;
                participant.left_at = None;
            }
            None => self.participants.push(Participant::new(handle, id, now)),
        }
    }

    /// Marks `handle` as left or removed.
    pub(crate) fn remove(&mut self, handle: &str, status: Status, now: Timestamp) {
        self.updated_at = now;
        if let Some(participant) = self
            .participants
            .iter_mut()
            .find(|participant| participant.handle == handle)
        {
            participant.status = status;
            participant.left_at = Some(now);
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Participant {
    pub(crate) id: Uuid,
    pub(crate) handle: String,
    pub(crate) joined_at: Timestamp,
    pub(crate) left_at: Option<Timestamp>,
    pub(crate) status: Status,
}

impl Participant {
    pub(crate) fn new(handle: &str, id: Uuid, now: Timestamp) -> Self {
        Self {
            id,
            handle: handle.to_owned(),
            joined_at: now,
            left_at: None,
            status: Status::Active,
        }
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Status {
    Active,
    Left,
    Removed,
}

impl Status {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Left => "left",
            Self::Removed => "removed",
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Health {
    pub(crate) opted_out: bool,
    pub(crate) updated_at: Timestamp,
}
