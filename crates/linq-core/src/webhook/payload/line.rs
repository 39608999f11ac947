use crate::{Timestamp, model::ReputationStatus};

model! {
    /// A line's status or reputation changed.
    pub struct PhoneNumberStatusUpdatedData {
        /// When it changed.
        pub changed_at: Option<Timestamp> = always,
        /// How the line is regarded now.
        pub new_reputation: Option<ReputationStatus> = always,
        /// Its status now.
        pub new_status: Option<LineStatus> = always,
        /// The line, E.164.
        pub phone_number: Option<String> = always,
        /// How the line was regarded before.
        pub previous_reputation: Option<ReputationStatus> = always,
        /// Its status before.
        pub previous_status: Option<LineStatus> = always,
    }

    /// A line became yours, or is yours no more.
    pub struct PhoneNumberAssignmentData {
        /// When it changed hands.
        pub changed_at: Option<Timestamp> = always,
        /// The line, E.164.
        pub phone_number: Option<String> = always,
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
