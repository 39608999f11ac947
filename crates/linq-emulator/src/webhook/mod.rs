//! Events: whom they go to, how they are signed and delivered.

mod courier;
mod event;
mod outbox;
mod signature;

pub(crate) use courier::run;
pub(crate) use event::{EVENT_TYPES, Event};
pub use outbox::{Attempt, Delivery, DeliveryState};
pub(crate) use outbox::{Outbox, is_loopback};
