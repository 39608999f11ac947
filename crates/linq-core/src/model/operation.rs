model! {
    /// The API took on work whose outcome comes later, by a webhook event.
    pub struct OperationAccepted {
        /// What was queued, in words.
        pub message: Option<String>,
        /// `accepted`.
        pub status: Option<String>,
        /// Ties the request to the events that follow from it.
        pub trace_id: Option<String>,
    }
}

open_enum! {
    /// Whether to give something, a reaction or a vote, or to take it back.
    pub enum AddOrRemove {
        /// Give it.
        Add = "add",
        /// Take it back.
        Remove = "remove",
    }
}
