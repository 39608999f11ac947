use crate::id::PhoneNumberId;

model! {
    /// Your lines, as the deprecated list tells them.
    pub struct PhonenumberListResponse {
        /// Every phone number assigned to you.
        pub phone_numbers: Vec<LegacyPhoneNumber>,
    }

    /// One of your lines, as the deprecated list tells it.
    pub struct LegacyPhoneNumber {
        /// The line's identifier.
        pub id: PhoneNumberId,
        /// Its number, E.164.
        pub phone_number: String,
        /// What it can do.
        pub capabilities: Option<PhoneNumberCapabilities>,
        /// Deprecated by the API: always absent.
        pub country_code: Option<String>,
        /// Deprecated by the API: always absent.
        #[serde(rename = "type")]
        pub kind: Option<String>,
    }

    /// What a line can do.
    pub struct PhoneNumberCapabilities {
        /// Send MMS.
        pub mms: bool,
        /// Send SMS.
        pub sms: bool,
        /// Make calls.
        pub voice: bool,
    }
}
