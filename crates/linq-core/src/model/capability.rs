model! {
    /// The result of a capability check: reachability of a recipient over a service.
    pub struct HandleCheckResponse {
        /// Phone number or e-mail address that was checked.
        pub address: Option<String> = always,
        /// True if the recipient can be reached over the service.
        pub available: Option<bool> = always,
        /// Reason for being unreachable.
        pub reason: Option<UnavailableReason>,
        /// Service that a message to the recipient would be sent over now, such as `SMS`; absent if it could not be
        /// determined.
        pub selected_service: Option<String>,
    }
}

open_enum! {
    /// Reason why a recipient cannot be reached over a service.
    pub enum UnavailableReason {
        /// The check succeeded, and the recipient does not have the service.
        NotSupported = "not_supported",
    }
}
