//! Signing and delivery of webhooks.

mod delivery_worker;
mod retry_schedule;
mod signature;
mod virtual_clock;

pub(crate) use delivery_worker::run;
pub(crate) use retry_schedule::RetrySchedule;
pub(crate) use virtual_clock::VirtualClock;
