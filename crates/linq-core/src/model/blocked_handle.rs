use crate::Timestamp;

model! {
    /// The handles that you have blocked.
    pub struct BlockedHandleListResponse {
        /// All blocked handles, the newest first.
        pub blocked_handles: Vec<BlockedHandleEntry> = identity,
    }

    /// The response to blocking a handle.
    pub struct BlockedHandleBlockResponse {
        /// The blocked handle; the existing entry if it was blocked already.
        pub blocked_handle: BlockedHandleEntry = identity,
    }

    /// A blocked handle.
    pub struct BlockedHandleEntry {
        /// Time at which it was blocked.
        pub blocked_at: Option<Timestamp> = always,
        /// Phone number (E.164), e-mail address in lower case, short code or sender ID.
        pub handle: String = identity,
        /// Note that was given when it was blocked.
        pub reason: Option<String>,
    }
}
