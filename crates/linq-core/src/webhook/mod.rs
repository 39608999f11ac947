//! Webhook signature verification, event decoding and deduplication.
//!
//! ```
//! use linq_core::webhook::{Event, EventData, Verifier, WebhookSecret};
//! use std::time::SystemTime;
//!
//! /// `body` is the raw body of the request; `now` is the current time.
//! fn receive(
//!     verifier: &Verifier,
//!     headers: &http::HeaderMap,
//!     body: &[u8],
//!     now: SystemTime,
//! ) -> http::StatusCode {
//!     match verifier.verify(headers, body, now) {
//!         Ok(event) => {
//!             handle(&event);
//!             http::StatusCode::NO_CONTENT
//!         }
//!         Err(error) => error.http_status(),
//!     }
//! }
//!
//! fn handle(event: &Event) {
//!     if let Some(message) = event.message() {
//!         println!("{:?} in {:?}: {}", message.sender_handle, message.chat_id, message.text());
//!     }
//!     match &event.data {
//!         EventData::ParticipantAdded(added) => println!("{:?} joined", added.handle),
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
//! Respond with a 2xx status within 10 seconds. After 429, 5xx or a timeout, Linq retries for about
//! 30 minutes; any other 4xx is final.
//! See <https://docs.linqapp.com/channel/imessage/guides/webhooks>.
//!
//! # Related types
//!
//! - [`Event::message`] returns a message independent of the version of the payload.
//! - [`deduplicate`] handles an event once, although it is delivered at least once: with
//!   [`MemoryDedupStore`] in one process, with your own [`DedupStore`] in several.
//! - [`Consent`] detects opt-outs.
//! - [`DeliveryAffinity`] routes all events of a chat to one instance of your service.
//!
//! Events and payloads for tests are decoded from JSON: see [`model`](crate::model#values-for-tests).

mod consent;
mod data;
mod dedup_store;
mod deduplicate;
mod delivery_affinity;
mod error;
mod event;
mod event_serde;
mod head;
mod memory_dedup_store;
mod message_view;
mod other;
mod payload;
mod secret;
mod signature;
mod verifier;

pub use consent::Consent;
pub use data::EventData;
pub use dedup_store::{Claim, DedupStore, DynDedupStore, FencingToken};
pub use deduplicate::{DedupError, Deduplicated, deduplicate};
pub use delivery_affinity::DeliveryAffinity;
pub use error::WebhookError;
pub use event::{Event, chat_id};
pub use head::EventHead;
pub use memory_dedup_store::MemoryDedupStore;
pub use message_view::MessageView;
pub use other::OtherEvent;
pub use payload::*;
pub use secret::{InvalidWebhookSecret, WebhookSecret};
pub use signature::SignatureKind;
pub use verifier::{Verified, Verifier};

pub use crate::model::EventType;
