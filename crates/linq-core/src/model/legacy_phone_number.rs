use crate::id::PhoneNumberId;

model! {
    /// Your lines, as the deprecated list tells them.
    pub struct PhonenumberListResponse {
        /// Every phone number assigned to you.
        pub phone_numbers: Vec<LegacyPhoneNumber> = identity,
    }

    /// One of your lines, as the deprecated list tells it.
    pub struct LegacyPhoneNumber {
        /// The line's identifier.
        pub id: PhoneNumberId = identity,
        /// Its number, E.164.
        pub phone_number: Option<String> = always,
        /// What it can do.
        pub capabilities: Option<PhoneNumberCapabilities>,
        /// Deprecated by the API: always absent.
        pub country_code: Option<String>,
        /// Deprecated by the API: always absent.
        pub kind: Option<String> as "type",
    }

    /// What a line can do.
    pub struct PhoneNumberCapabilities {
        /// Send MMS.
        pub mms: Option<bool> = always,
        /// Send SMS.
        pub sms: Option<bool> = always,
        /// Make calls.
        pub voice: Option<bool> = always,
    }
}
