//! Reputation audits of lines, and changes of a line's status.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::line::{LineKind, LineState, RcsState, Reputation};
use super::view::date;
use super::{ControlError, Event, State};
use crate::error::ApiError;

/// Time after a complete audit before the next one of its line. The real value is not published.
const COOLDOWN: SignedDuration = SignedDuration::from_hours(1);

/// An audit of a line.
#[derive(Clone, Debug)]
pub(crate) struct Audit {
    pub(crate) id: Uuid,
    pub(crate) line: String,
    pub(crate) outcome: Option<Outcome>,
    /// `true` if it was read before, after which it is complete.
    pub(crate) was_read: bool,
}

/// Outcome of an audit.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Report { report: Value, at: Timestamp },
    Error(String),
}

/// Outcome of an audit, set by a test.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuditUpdate {
    pub(crate) status: AuditStatus,
    /// Report, instead of one generated from the status of the line.
    #[serde(default)]
    pub(crate) report: Option<Value>,
    #[serde(default)]
    pub(crate) error: Option<String>,
}

/// Status of an audit.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AuditStatus {
    Pending,
    Complete,
    Error,
}

/// Changes of a line, made by a test.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LineUpdate {
    pub(crate) line_type: Option<LineKind>,
    pub(crate) status: Option<LineState>,
    pub(crate) reputation: Option<Reputation>,
    pub(crate) rcs: Option<RcsState>,
}

impl Audit {
    pub(crate) fn to_json(&self) -> Value {
        let mut response = json!({ "audit_id": self.id, "status": "pending", "phone": self.line });
        match &self.outcome {
            None => {}
            Some(Outcome::Report { report, at }) => {
                response["status"] = "complete".into();
                response["generated_at"] = date(*at);
                response["report"] = report.clone();
            }
            Some(Outcome::Error(reason)) => {
                response["status"] = "error".into();
                response["error"] = reason.as_str().into();
            }
        }
        response
    }
}

impl State {
    /// Starts an audit and returns its id; fails with 409 while the line's last one is running, and with 429 in its
    /// cooldown.
    pub(crate) fn start_audit(&mut self, line: &str) -> Result<Uuid, ApiError> {
        let now = self.now();
        let last = self.audits.iter().rev().find(|audit| audit.line == line);
        match last.map(|audit| &audit.outcome) {
            Some(None) => {
                return Err(ApiError::conflict(
                    "A reputation audit of this line is already running",
                ));
            }
            Some(Some(Outcome::Report { at, .. })) if now.duration_since(*at) < COOLDOWN => {
                let left = COOLDOWN - now.duration_since(*at);
                let millis = u64::try_from(left.as_millis()).unwrap_or_default();
                return Err(ApiError::rate_limited(millis.div_ceil(1000)));
            }
            Some(Some(_)) | None => {}
        }
        let id = self.ids.uuid();
        self.audits.push(Audit {
            id,
            line: line.to_owned(),
            outcome: None,
            was_read: false,
        });
        Ok(id)
    }

    /// Returns an audit as in responses: pending when read for the first time, then complete.
    pub(crate) fn read_audit(&mut self, id: Uuid, line: &str) -> Option<Value> {
        let index = self
            .audits
            .iter()
            .position(|audit| audit.id == id && audit.line == line)?;
        if self.audits[index].was_read && self.audits[index].outcome.is_none() {
            let outcome = self.report_on(line);
            self.audits[index].outcome = Some(outcome);
        }
        self.audits[index].was_read = true;
        Some(self.audits[index].to_json())
    }

    fn report_on(&mut self, number: &str) -> Outcome {
        let at = self.now();
        Outcome::Report {
            report: self.report(number),
            at,
        }
    }

    /// Returns a report generated from the status and the chats of a line.
    fn report(&self, number: &str) -> Value {
        let line = self.line(number);
        let severity = line.map_or(Reputation::Healthy, |line| line.reputation);
        let flagged = line.is_some_and(|line| !line.can_send());
        let opted_out: Vec<Uuid> = self
            .chats
            .iter()
            .filter(|chat| chat.line == number && chat.health.opted_out)
            .map(|chat| chat.id)
            .collect();
        let mut drivers = Vec::new();
        if flagged {
            drivers.push(json!({
                "key": "flagged",
                "summary": "The line is restricted, and its messages may not arrive.",
                "metric": "restricted now",
            }));
        }
        if !opted_out.is_empty() {
            drivers.push(json!({
                "key": "opt_out_handling",
                "summary": "Recipients asked this line to stop.",
                "metric": format!("{} chats opted out", opted_out.len()),
            }));
        }
        if drivers.is_empty() && severity != Reputation::Healthy {
            drivers.push(json!({
                "key": "overall_conversation_health",
                "summary": "Many conversations of this line go unanswered.",
                "metric": "more than usual",
            }));
        }
        let action = match drivers.first() {
            Some(_) => json!({
                "priority": 1,
                "title": "Address the drivers",
                "detail": "Slow down, and send nothing to those who asked you to stop.",
                "expected_impact": "high",
            }),
            None => json!({
                "priority": 1,
                "title": "No action required",
                "detail": "The line is in good standing.",
                "expected_impact": "low",
            }),
        };
        let primary = drivers
            .first()
            .map_or_else(|| json!(""), |driver| driver["key"].clone());
        let unhealthy = opted_out.iter().map(|id| {
            json!({ "chat_id": id, "status": "OPTED_OUT", "driver_keys": ["opt_out_handling"] })
        });
        let evidence = json!({
            "opt_out_chats": opted_out
                .iter()
                .map(|id| json!({ "chat_id": id, "messages_after_stop": 0 }))
                .collect::<Vec<_>>(),
            "unhealthy_chats": unhealthy.collect::<Vec<_>>(),
        });
        json!({
            "severity": severity,
            "primary_driver": primary,
            "drivers": drivers,
            "action_items": [action],
            "evidence": evidence,
            "summary_markdown": format!("# {number}\n\nReputation: {}\n", severity.as_str()),
        })
    }

    /// Sets the outcome of an audit, or that it is pending.
    pub(crate) fn update_audit(
        &mut self,
        id: Uuid,
        update: AuditUpdate,
    ) -> Result<(), ControlError> {
        let index = self
            .audits
            .iter()
            .position(|audit| audit.id == id)
            .ok_or_else(|| ControlError::NotFound(format!("unknown audit {id}")))?;
        let outcome = match (update.status, update.report) {
            (AuditStatus::Pending, _) => None,
            (AuditStatus::Complete, Some(report)) => {
                let at = self.now();
                Some(Outcome::Report { report, at })
            }
            (AuditStatus::Complete, None) => {
                let line = self.audits[index].line.clone();
                Some(self.report_on(&line))
            }
            (AuditStatus::Error, _) => Some(Outcome::Error(
                update
                    .error
                    .unwrap_or_else(|| "The audit could not be made".to_owned()),
            )),
        };
        let audit = &mut self.audits[index];
        audit.was_read = false;
        audit.outcome = outcome;
        Ok(())
    }

    /// Changes a line, and publishes a change of its status or reputation.
    pub(crate) fn update_line(
        &mut self,
        number: &str,
        update: LineUpdate,
    ) -> Result<(), ControlError> {
        let now = self.now();
        let line = self.own_line(number)?;
        let before = (line.state, line.reputation);
        line.kind = update.line_type.unwrap_or(line.kind);
        line.rcs = update.rcs.unwrap_or(line.rcs);
        line.state = update.status.unwrap_or(line.state);
        line.reputation = update.reputation.unwrap_or(line.reputation);
        let after = (line.state, line.reputation);
        if before == after {
            return Ok(());
        }
        let data = json!({
            "phone_number": number,
            "previous_status": before.0,
            "new_status": after.0,
            "previous_reputation": before.1,
            "new_reputation": after.1,
            "changed_at": date(now),
        });
        let trace_id = self.trace_id();
        let event = Event {
            line: Some(number.to_owned()),
            ..Event::of_account("phone_number.status_updated", trace_id, data)
        };
        self.publish(event);
        Ok(())
    }
}
