//! Signing and delivery of webhooks.

mod delivery_worker;
mod signature;

pub(crate) use delivery_worker::run;
