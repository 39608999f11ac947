use crate::{Timestamp, model::ReputationStatus};

model! {
    /// Payload of `phone_number.status_updated`: the status or reputation of a line changed.
    pub struct PhoneNumberStatusUpdatedData {
        /// Time of the change.
        pub changed_at: Option<Timestamp> = always,
        /// New reputation.
        pub new_reputation: Option<ReputationStatus> = always,
        /// New status.
        pub new_status: Option<LineStatus> = always,
        /// Phone number of the line, E.164.
        pub phone_number: Option<String> = always,
        /// Previous reputation.
        pub previous_reputation: Option<ReputationStatus> = always,
        /// Previous status.
        pub previous_status: Option<LineStatus> = always,
    }

    /// Payload of `phone_number.assigned` and `.released`: a line was assigned to your account, or released from it.
    pub struct PhoneNumberAssignmentData {
        /// Time of the change.
        pub changed_at: Option<Timestamp> = always,
        /// Phone number of the line, E.164.
        pub phone_number: Option<String> = always,
    }
}

open_enum! {
    /// Status of a line.
    pub enum LineStatus {
        /// The line is active.
        Active = "ACTIVE",
        /// The line is flagged.
        Flagged = "FLAGGED",
    }
}
