use super::BlockedHandles;
use crate::{
    call::Call, error::IntoField, handle::BlockableHandle, model::BlockedHandleBlockResponse,
};

endpoint! {
    /// Blocks somebody: a phone number, an e-mail address, a short code or a sender's name.
    ///
    /// What they send is dropped without an event, and a direct message to them is refused (code 2026).
    /// Groups that they are in go on. Blocking twice gives the entry that is there.
    ///
    /// See <https://docs.linqapp.com/api/resources/blocked_handles/methods/block/>.
    pub struct BlockHandle = POST "/v3/blocked_handles" -> BlockedHandleBlockResponse;
    name: "blocked_handles.block",
    idempotency: Convergent,
    body {
        /// Whom to block.
        handle: BlockableHandle,
        /// Why: a note for yourself.
        reason: Option<String>,
    }
}

impl<'c, C> BlockedHandles<'c, C> {
    /// Blocks somebody: a phone number, an e-mail address, a short code or a sender's name.
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
