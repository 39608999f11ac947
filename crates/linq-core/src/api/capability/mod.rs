//! Capability checks: services over which a recipient can be reached.

mod check_imessage;
mod check_rcs;

pub use check_imessage::CheckIMessage;
pub use check_rcs::CheckRcs;

/// The capability resource: see [`Client::capability`](crate::Client::capability).
#[derive(Clone, Copy, Debug)]
pub struct Capability<'c, C> {
    transport: &'c C,
}

impl<'c, C> Capability<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
