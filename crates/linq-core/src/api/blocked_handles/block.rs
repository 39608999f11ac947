use super::BlockedHandles;
use crate::{
    call::Call, error::IntoField, handle::BlockableHandle, model::BlockedHandleBlockResponse,
};

endpoint! {
    /// Blocks a handle: a phone number, e-mail address, short code or sender ID.
    ///
    /// Messages from a blocked handle are dropped without an event, and direct messages to it are rejected
    /// (code 2026). Groups that it participates in are not affected. Blocking it again returns the existing
    /// entry.
    ///
    /// See <https://docs.linqapp.com/api/resources/blocked_handles/methods/block/>.
    pub struct BlockHandle = POST "/v3/blocked_handles" -> BlockedHandleBlockResponse;
    name: "blocked_handles.block",
    idempotency: Convergent,
    body {
        /// Handle to block.
        handle: BlockableHandle,
        /// Note for your own reference.
        reason: Option<String>,
    }
}

impl<'c, C> BlockedHandles<'c, C> {
    /// Blocks a handle: a phone number, e-mail address, short code or sender ID.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.blocked_handles().block("262966").reason("advertisements").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`BlockHandle`].
    pub fn block(&self, handle: impl IntoField<BlockableHandle>) -> Call<'c, C, BlockHandle> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(BlockHandle::new))
    }
}
