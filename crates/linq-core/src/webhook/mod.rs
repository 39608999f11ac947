//! Webhooks: whether a delivery is Linq's, and what it says.
//!
//! ```
//! use linq_core::webhook::{Event, EventData, MessageEvent, Verifier, WebhookError, WebhookSecret};
//! use std::time::SystemTime;
//!
//! /// The body is the request's bytes as they came; the clock is yours.
//! fn receive(
//!     verifier: &Verifier,
//!     headers: &http::HeaderMap,
//!     body: &[u8],
//!     now: SystemTime,
//! ) -> http::StatusCode {
//!     match verifier.unwrap(headers, body, now) {
//!         Ok(event) => {
//!             handle(&event);
//!             http::StatusCode::NO_CONTENT
//!         }
//!         Err(error) => error.http_status(),
//!     }
//! }
//!
//! fn handle(event: &Event) {
//!     match &event.data {
//!         EventData::ParticipantAdded(added) => println!("{} joined", added.handle),
//!         EventData::MessageReceived(MessageEvent::V2026(message)) => println!("{:?}", message.parts),
//!         EventData::Other(other) => println!("{}: {}", event.event_type, other.json()),
//!         _ => {}
//!     }
//! }
//!
//! let secret = WebhookSecret::new("whsec_c2VjcmV0LWZvci10ZXN0cw==")?;
//! let now = SystemTime::UNIX_EPOCH;
//! let body = br#"{"event_id":"e1","event_type":"participant.added","data":{"handle":"+15556667777"}}"#;
//! let headers = secret.sign("msg_1", now, body)?;
//!
//! let verifier = Verifier::new(secret);
//! assert_eq!(receive(&verifier, &headers, body, now), 204);
//! assert_eq!(receive(&verifier, &headers, b"{}", now), 401);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Answer with a 2xx status within 10 seconds. After 429, 5xx or no answer, Linq tries again for
//! about 30 minutes; any other 4xx ends it.
//! See <https://docs.linqapp.com/channel/imessage/guides/webhooks>.

mod data;
mod error;
mod event;
mod event_type;
mod other;
mod payload;
mod secret;
mod signature;
mod verifier;

pub use data::EventData;
pub use error::WebhookError;
pub use event::Event;
pub use event_type::EventType;
pub use other::OtherEvent;
pub use payload::{
    ChatChangeFailedData, ChatCreatedData, Direction, EventReplyTo, GroupIconUpdatedData,
    GroupNameUpdatedData, LegacyMessageEvent, LegacyMessagePayload, MessageEditedChat,
    MessageEditedData, MessageEditedPart, MessageEvent, MessageEventChat, MessageEventData,
    MessageFailedData, ParticipantAddedData, ParticipantRemovedData,
};
pub use secret::{InvalidWebhookSecret, WebhookSecret};
pub use signature::SignatureKind;
pub use verifier::{Verified, Verifier};
