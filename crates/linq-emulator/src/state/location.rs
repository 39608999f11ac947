//! Locations shared with the account.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::chat::Chat;
use super::handle::{Service, is_handle};
use super::view::{date, optional_date};
use super::{ControlError, Event, State};

/// A position, for [`Emulator::share_location`](crate::Emulator::share_location).
///
/// ```
/// use linq_emulator::Position;
///
/// let here = Position::new(52.52, 13.405).locality("Berlin");
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[must_use]
pub struct Position {
    latitude: f64,
    longitude: f64,
    #[serde(default)]
    address: Option<String>,
    #[serde(default)]
    locality: Option<String>,
}

impl Position {
    /// Returns a position by its degrees; north and east are positive.
    pub fn new(latitude: f64, longitude: f64) -> Self {
        Self {
            latitude,
            longitude,
            address: None,
            locality: None,
        }
    }

    /// Sets the street address.
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// Sets the town.
    pub fn locality(mut self, locality: impl Into<String>) -> Self {
        self.locality = Some(locality.into());
        self
    }
}

/// A shared location.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    by: String,
    /// Line it is shared with.
    line: String,
    /// Chat it was first shared in.
    chat_id: Option<Uuid>,
    position: Position,
    began_at: Timestamp,
    updated_at: Timestamp,
}

impl Share {
    fn feature(&self) -> Value {
        let position = &self.position;
        json!({
            "type": "Feature",
            "geometry": { "type": "Point", "coordinates": [position.longitude, position.latitude] },
            "properties": {
                "handle": self.by,
                "address": position.address,
                "locality": position.locality,
                "updated_at": date(self.updated_at),
            },
        })
    }
}

impl State {
    pub(crate) fn is_sharing(&self, handle: &str) -> bool {
        self.shares.iter().any(|share| share.by == handle)
    }

    /// Returns the shared locations of a chat's participants as `GeoJSON`.
    pub(crate) fn locations(&self, chat: &Chat) -> Value {
        let features: Vec<Value> = self
            .shares
            .iter()
            .filter(|share| share.line == chat.line)
            .filter(|share| chat.others().any(|other| other.handle == share.by))
            .map(Share::feature)
            .collect();
        json!({ "type": "FeatureCollection", "features": features })
    }

    /// Shares a participant's location, or updates it.
    pub(crate) fn share_location(
        &mut self,
        handle: &str,
        position: Position,
    ) -> Result<(), ControlError> {
        if !is_handle(handle) {
            return Err(ControlError::invalid(
                "handle must be an E.164 phone number or an email address",
            ));
        }
        if !(-90.0..=90.0).contains(&position.latitude)
            || !(-180.0..=180.0).contains(&position.longitude)
        {
            return Err(ControlError::invalid(
                "latitude must be from -90 to 90, longitude from -180 to 180",
            ));
        }
        let now = self.now();
        if let Some(share) = self.shares.iter_mut().find(|share| share.by == handle) {
            share.position = position;
            share.updated_at = now;
            return Ok(());
        }
        let chat = self.chats.iter().rev().find(|chat| {
            chat.service == Service::IMessage
                && !chat.is_group
                && chat.others().any(|other| other.handle == handle)
        });
        let (line, chat_id) = match (chat, self.lines.first()) {
            (Some(chat), _) => (chat.line.clone(), Some(chat.id)),
            (None, Some(line)) => (line.number.clone(), None),
            (None, None) => return Err(ControlError::invalid("the account has no line")),
        };
        let share = Share {
            by: handle.to_owned(),
            line,
            chat_id,
            position,
            began_at: now,
            updated_at: now,
        };
        let trace_id = self.trace_id();
        self.publish_share("location.sharing.started", &share, trace_id);
        self.shares.push(share);
        Ok(())
    }

    /// Stops a share, and returns whether there was one.
    pub(crate) fn stop_sharing(&mut self, handle: &str, trace_id: Uuid) -> bool {
        let Some(index) = self.shares.iter().position(|share| share.by == handle) else {
            return false;
        };
        let share = self.shares.remove(index);
        self.publish_share("location.sharing.stopped", &share, trace_id);
        true
    }

    /// Stops sharing a participant's location.
    pub(crate) fn participant_stops_sharing(&mut self, handle: &str) -> Result<(), ControlError> {
        let trace_id = self.trace_id();
        if self.stop_sharing(handle, trace_id) {
            Ok(())
        } else {
            Err(ControlError::NotFound(format!(
                "{handle} does not share a location"
            )))
        }
    }

    fn publish_share(&mut self, kind: &'static str, share: &Share, trace_id: Uuid) {
        let now = self.now();
        let mut data = json!({
            "shared_by": share.by,
            "shared_with": share.line,
            "chat_id": share.chat_id,
            "began_at": date(share.began_at),
        });
        if kind == "location.sharing.started" {
            data["ends_at"] = optional_date(None);
        } else {
            data["ended_at"] = date(now);
        }
        let event = Event {
            line: Some(share.line.clone()),
            chat_id: share.chat_id,
            ..Event::of_account(kind, trace_id, data)
        };
        self.publish(event);
    }
}
