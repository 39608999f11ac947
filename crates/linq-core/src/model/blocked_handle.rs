use crate::Timestamp;

model! {
    /// Whom you have blocked.
    pub struct BlockedHandleListResponse {
        /// All blocked handles, the newest first.
        pub blocked_handles: Vec<BlockedHandleEntry> = identity,
    }

    /// The reply to blocking somebody.
    pub struct BlockedHandleBlockResponse {
        /// The blocked handle; what was there before, if it was blocked already.
        pub blocked_handle: BlockedHandleEntry = identity,
    }

    /// A blocked handle.
    pub struct BlockedHandleEntry {
        /// When it was blocked.
        pub blocked_at: Option<Timestamp> = always,
        /// A phone number (E.164), an e-mail address in lower case, a short code or a sender's name.
        pub handle: String = identity,
        /// The note that was left when it was blocked.
        pub reason: Option<String>,
    }
}
