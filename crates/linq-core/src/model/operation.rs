model! {
    /// An accepted operation whose outcome is reported later, by a webhook event.
    pub struct OperationAccepted {
        /// Description of the queued operation.
        pub message: Option<String>,
        /// Status: `accepted`.
        pub status: Option<String>,
        /// Trace identifier, shared by the request and the events that it causes.
        pub trace_id: Option<String>,
    }
}

open_enum! {
    /// Whether to add or remove a reaction or a vote.
    pub enum AddOrRemove {
        /// Add it.
        Add = "add",
        /// Remove it.
        Remove = "remove",
    }
}
