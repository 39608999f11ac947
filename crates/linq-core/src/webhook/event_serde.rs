//! Events as JSON, for queues and databases.

use super::{Event, EventHead};
use crate::{schema::RawNode, surrogates::replace_lone_surrogates};
use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::Error as _};
use serde_json::value::RawValue;

/// Serializes the delivery, with fields that this version does not know: [`raw`](Event::raw), in which invalid UTF-8
/// and lone surrogates are replaced with U+FFFD, and an `event_id` from a header is added. Deserialized, it is the same
/// event.
///
/// For JSON, with `serde_json`; in other formats, store [`raw`](Event::raw).
impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = String::from_utf8_lossy(self.raw());
        let json = replace_lone_surrogates(text.trim_ascii().as_bytes());
        let delivery: &RawValue = serde_json::from_slice(&json).map_err(S::Error::custom)?;
        if self.has_id(delivery) {
            return delivery.serialize(serializer);
        }
        let with_id = self.with_id(delivery).map_err(S::Error::custom)?;
        let delivery: &RawValue = serde_json::from_str(&with_id).map_err(S::Error::custom)?;
        delivery.serialize(serializer)
    }
}

impl Event {
    /// Returns whether a body has the identifier of the event.
    fn has_id(&self, body: &RawValue) -> bool {
        let head = EventHead::read(Some(&RawNode::new(body)), None);
        head.is_ok_and(|head| head.event_id == self.event_id)
    }

    /// Adds the identifier of the event at the end of a body, since the last one of duplicate fields is used.
    fn with_id(&self, body: &RawValue) -> serde_json::Result<String> {
        let fields = body.get();
        let fields = fields.strip_suffix('}').unwrap_or(fields);
        let id = serde_json::to_string(&self.event_id)?;
        Ok(format!(r#"{fields},"event_id":{id}}}"#))
    }
}

/// Decodes an event **without verifying its signature**, like [`Event::parse_unverified`].
impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let delivery: Box<str> = Box::<RawValue>::deserialize(deserializer)?.into();
        let raw = Bytes::from(String::from(delivery));
        Self::parse_unverified(raw).map_err(D::Error::custom)
    }
}
