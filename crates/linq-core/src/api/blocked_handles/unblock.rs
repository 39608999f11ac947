use super::BlockedHandles;
use crate::{call::Call, error::IntoField, handle::BlockableHandle};

endpoint! {
    /// Lets somebody write to you again, and you to them.
    ///
    /// See <https://docs.linqapp.com/api/resources/blocked_handles/methods/unblock/>.
    pub struct UnblockHandle = DELETE "/v3/blocked_handles";
    name: "blocked_handles.unblock",
    idempotency: Convergent,
    body {
        /// Whom to unblock.
        handle: BlockableHandle,
    }
}

impl<'c, C> BlockedHandles<'c, C> {
    /// Lets somebody write to you again, and you to them. See [`UnblockHandle`].
    pub fn unblock(&self, handle: impl IntoField<BlockableHandle>) -> Call<'c, C, UnblockHandle> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(UnblockHandle::new))
    }
}
