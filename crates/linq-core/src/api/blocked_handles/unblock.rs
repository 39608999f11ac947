use super::BlockedHandles;
use crate::{call::Call, error::IntoField, handle::BlockableHandle};

endpoint! {
    /// Unblocks a handle, in both directions.
    ///
    /// See <https://docs.linqapp.com/api/resources/blocked_handles/methods/unblock/>.
    pub struct UnblockHandle = DELETE "/v3/blocked_handles";
    name: "blocked_handles.unblock",
    idempotency: Convergent,
    body {
        /// Handle to unblock.
        handle: BlockableHandle,
    }
}

impl<'c, C> BlockedHandles<'c, C> {
    /// Unblocks a handle, in both directions. See [`UnblockHandle`].
    pub fn unblock(&self, handle: impl IntoField<BlockableHandle>) -> Call<'c, C, UnblockHandle> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(UnblockHandle::new))
    }
}
