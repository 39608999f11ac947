model! {
    /// Whether somebody can be reached over a service.
    pub struct HandleCheckResponse {
        /// The phone number or e-mail address that was checked.
        pub address: Option<String> = always,
        /// Whether the service reaches them.
        pub available: Option<bool> = always,
        /// Why it does not.
        pub reason: Option<UnavailableReason>,
        /// The service that would carry a message to them now, such as `SMS`; absent where that could
        /// not be found out.
        pub selected_service: Option<String>,
    }
}

open_enum! {
    /// Why a service does not reach somebody.
    pub enum UnavailableReason {
        /// The check was made, and they do not have the service.
        NotSupported = "not_supported",
    }
}
