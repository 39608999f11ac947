//! The account's lines, and their contact cards and status.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::chat::Chat;
use super::{ControlError, State};
use crate::error::ApiError;

#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) id: Uuid,
    pub(crate) number: String,
    pub(crate) kind: LineKind,
    pub(crate) state: LineState,
    pub(crate) reputation: Reputation,
    pub(crate) rcs: RcsState,
    pub(crate) forwarding: Option<String>,
    pub(crate) card: Option<Card>,
    /// Sequence number of the last use; the lowest is the least recently used line.
    pub(crate) used: u64,
}

/// Kind of a line.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum LineKind {
    /// iMessage, RCS and SMS.
    #[default]
    #[serde(rename = "iMessage")]
    IMessage,
    /// RCS and SMS only.
    #[serde(rename = "RCS")]
    Rcs,
}

/// Status of a line.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum LineState {
    /// The line can send.
    #[default]
    Active,
    /// The line cannot send: new activity on it is rejected with 403 and code 2027.
    Flagged,
}

/// Reputation of a line.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum Reputation {
    /// In good standing.
    #[default]
    Healthy,
    /// At risk of being flagged.
    AtRisk,
    /// About to be flagged.
    Critical,
}

/// Outcome of RCS capability checks from a line.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RcsState {
    /// The check succeeds.
    #[default]
    On,
    /// RCS is off for the line: 503 with code 4004.
    Off,
    /// The line has no RCS account: 503 with code 4009.
    NoAccount,
    /// The check fails: 503 with code 4010.
    Failing,
}

impl Reputation {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Healthy => "HEALTHY",
            Self::AtRisk => "AT_RISK",
            Self::Critical => "CRITICAL",
        }
    }
}

/// Contact card of a line.
#[derive(Clone, Debug)]
pub(crate) struct Card {
    pub(crate) id: Uuid,
    pub(crate) first_name: String,
    pub(crate) last_name: Option<String>,
    pub(crate) image_url: Option<String>,
}

impl Card {
    /// Returns the card as in events about the account.
    pub(crate) fn event_object(&self) -> Value {
        json!({
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "image_url": self.image_url,
        })
    }

    /// Returns the changed fields, with their values before and after.
    pub(crate) fn changes_to(&self, new: &Self) -> Value {
        let mut changes = json!({});
        let fields = [
            ("first_name", json!(self.first_name), json!(new.first_name)),
            ("last_name", json!(self.last_name), json!(new.last_name)),
            ("image_url", json!(self.image_url), json!(new.image_url)),
        ];
        for (name, from, to) in fields {
            if from != to {
                changes[name] = json!({ "from": from, "to": to });
            }
        }
        changes
    }
}

impl Line {
    pub(crate) fn new(id: Uuid, number: &str) -> Self {
        Self {
            id,
            number: number.to_owned(),
            kind: LineKind::default(),
            state: LineState::default(),
            reputation: Reputation::default(),
            rcs: RcsState::default(),
            forwarding: None,
            card: None,
            used: 0,
        }
    }

    pub(crate) fn can_send(&self) -> bool {
        self.state == LineState::Active
    }

    /// Returns the line as in the list of phone numbers.
    pub(crate) fn to_json(&self) -> Value {
        let status = self.reputation.as_str();
        let anchor = status.to_lowercase().replace('_', "-");
        json!({
            "id": self.id,
            "phone_number": self.number,
            "line_type": self.kind,
            "forwarding_number": self.forwarding,
            "reputation": {
                "status": status,
                "doc_url": format!("https://docs.linqapp.com/channel/imessage/guides/phone-numbers/phone-reputation#{anchor}"),
            },
        })
    }

    /// Returns the contact card as in responses, if there is one.
    pub(crate) fn card_json(&self) -> Option<Value> {
        self.card.as_ref().map(|card| {
            json!({
                "phone_number": self.number,
                "first_name": card.first_name,
                "last_name": card.last_name,
                "image_url": card.image_url,
                "is_active": true,
            })
        })
    }
}

impl State {
    pub(crate) fn line(&self, number: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.number == number)
    }

    pub(crate) fn line_mut(&mut self, number: &str) -> Option<&mut Line> {
        self.lines.iter_mut().find(|line| line.number == number)
    }

    /// Returns the lines that can send, by preference: good reputation first, then least recently used.
    pub(crate) fn available_lines(
        &self,
        exclude: &[impl AsRef<str>],
        kind: Option<LineKind>,
    ) -> Vec<&Line> {
        let mut lines: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| line.can_send() && kind.is_none_or(|kind| line.kind == kind))
            .filter(|line| !exclude.iter().any(|number| number.as_ref() == line.number))
            .collect();
        lines.sort_by_key(|line| (line.reputation, line.used));
        lines
    }

    /// Returns the best line for a new chat; `path` is the field that excludes lines.
    pub(crate) fn best_line(
        &self,
        exclude: &[impl AsRef<str>],
        kind: Option<LineKind>,
        path: &str,
    ) -> Result<String, ApiError> {
        let none: [&str; 0] = [];
        let (left, all) = (
            self.available_lines(exclude, kind),
            self.available_lines(&none, kind),
        );
        match (left.first(), all.first(), kind) {
            (Some(line), _, _) => Ok(line.number.clone()),
            (None, Some(_), _) => Err(ApiError::invalid_parameter(format!(
                "{path} must leave at least one available line"
            ))),
            (None, None, Some(_)) => Err(ApiError::service_unavailable(
                "There is no available line of this kind",
            )),
            (None, None, None) => Err(ApiError::conflict("None of your lines can send")),
        }
    }

    /// Returns the chats with exactly these recipients on any line, latest first: those whose line can send, and those
    /// whose line cannot.
    pub(crate) fn chats_with(&self, recipients: &BTreeSet<&str>) -> (Vec<&Chat>, Vec<&Chat>) {
        let mut chats: Vec<&Chat> = self
            .chats
            .iter()
            .filter(|chat| chat.is_reused_for(&chat.line, recipients))
            .collect();
        chats.sort_by_key(|chat| Reverse((chat.updated_at, chat.number)));
        chats
            .into_iter()
            .partition(|chat| self.line(&chat.line).is_some_and(Line::can_send))
    }

    /// Sets the contact card of a line.
    pub(crate) fn set_card(
        &mut self,
        number: &str,
        first_name: &str,
        last_name: Option<&str>,
    ) -> Result<(), ControlError> {
        let card = Card {
            id: self.ids.uuid(),
            first_name: first_name.to_owned(),
            last_name: last_name.map(str::to_owned),
            image_url: None,
        };
        self.own_line(number)?.card = Some(card);
        Ok(())
    }

    /// Removes the contact card of a line.
    pub(crate) fn remove_card(&mut self, number: &str) -> Result<(), ControlError> {
        self.own_line(number)?.card = None;
        Ok(())
    }

    pub(crate) fn own_line(&mut self, number: &str) -> Result<&mut Line, ControlError> {
        self.line_mut(number).ok_or_else(|| {
            ControlError::NotFound(format!("{number} is not a line of this account"))
        })
    }

    /// Records a use of a line, so that another one is preferred next.
    pub(crate) fn use_line(&mut self, number: &str) {
        let latest = self.lines.iter().map(|line| line.used).max().unwrap_or(0);
        if let Some(line) = self.line_mut(number) {
            line.used = latest + 1;
        }
    }
}

/// Parses a kind of line, case-insensitively.
pub(crate) fn parse_kind(text: &str) -> Option<LineKind> {
    if text.eq_ignore_ascii_case("RCS") {
        Some(LineKind::Rcs)
    } else if text.eq_ignore_ascii_case("iMessage") {
        Some(LineKind::IMessage)
    } else {
        None
    }
}
