use super::BlockedHandles;
use crate::{call::Call, model::BlockedHandleListResponse};

endpoint! {
    /// Returns all blocked handles, the newest first.
    ///
    /// See <https://docs.linqapp.com/api/resources/blocked_handles/methods/list/>.
    pub struct ListBlockedHandles = GET "/v3/blocked_handles" -> BlockedHandleListResponse;
    name: "blocked_handles.list",
    idempotency: ReadOnly,
}

impl<'c, C> BlockedHandles<'c, C> {
    /// Returns all blocked handles, the newest first. See [`ListBlockedHandles`].
    pub fn list(&self) -> Call<'c, C, ListBlockedHandles> {
        Call::new(self.transport, Ok(ListBlockedHandles::new()))
    }
}
