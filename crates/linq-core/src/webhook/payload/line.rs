use crate::{Timestamp, model::ReputationStatus};

model! {
    /// A line's status or reputation changed.
    pub struct PhoneNumberStatusUpdatedData {
        /// When it changed.
        pub changed_at: Timestamp,
        /// How the line is regarded now.
        pub new_reputation: ReputationStatus,
        /// Its status now.
        pub new_status: LineStatus,
        /// The line, E.164.
        pub phone_number: String,
        /// How the line was regarded before.
        pub previous_reputation: ReputationStatus,
        /// Its status before.
        pub previous_status: LineStatus,
    }

    /// A line became yours, or is yours no more.
    pub struct PhoneNumberAssignmentData {
        /// When it changed hands.
        pub changed_at: Timestamp,
        /// The line, E.164.
        pub phone_number: String,
    }
}

open_enum! {
    /// Whether a line is in service.
    pub enum LineStatus {
        /// It is.
        Active = "ACTIVE",
        /// It has been flagged.
        Flagged = "FLAGGED",
    }
}
