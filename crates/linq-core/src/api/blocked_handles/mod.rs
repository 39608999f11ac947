//! Blocked handles.

mod block;
mod list;
mod unblock;

pub use block::BlockHandle;
pub use list::ListBlockedHandles;
pub use unblock::UnblockHandle;

/// The blocked-handles resource: see [`Client::blocked_handles`](crate::Client::blocked_handles).
#[derive(Clone, Copy, Debug)]
pub struct BlockedHandles<'c, C> {
    transport: &'c C,
}

impl<'c, C> BlockedHandles<'c, C> {
    pub(crate) fn new(transport: &'c C) -> Self {
        Self { transport }
    }
}
