use crate::id::PhoneNumberId;

model! {
    /// The response of the deprecated list of your lines.
    pub struct PhonenumberListResponse {
        /// All phone numbers assigned to your account.
        pub phone_numbers: Vec<LegacyPhoneNumber> = identity,
    }

    /// One of your lines, as returned by the deprecated list.
    pub struct LegacyPhoneNumber {
        /// Identifier of the line.
        pub id: PhoneNumberId = identity,
        /// Phone number, E.164.
        pub phone_number: Option<String> = always,
        /// Capabilities of the line.
        pub capabilities: Option<PhoneNumberCapabilities>,
        /// Deprecated by the API: always absent.
        pub country_code: Option<String>,
        /// Deprecated by the API: always absent.
        pub kind: Option<String> as "type",
    }

    /// Capabilities of a line.
    pub struct PhoneNumberCapabilities {
        /// True if the line can send MMS.
        pub mms: Option<bool> = always,
        /// True if the line can send SMS.
        pub sms: Option<bool> = always,
        /// True if the line can make calls.
        pub voice: Option<bool> = always,
    }
}
