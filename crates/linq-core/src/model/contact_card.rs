use super::FileUrl;

model! {
    /// The name and photo that one of your lines shows to its recipients.
    pub struct ContactCard {
        /// The first name.
        pub first_name: Option<String> = always,
        /// True if the card is active on the line.
        pub is_active: Option<bool> = always,
        /// Phone number of the line, E.164.
        pub phone_number: String = identity,
        /// The photo.
        pub image_url: Option<FileUrl>,
        /// The last name.
        pub last_name: Option<String>,
    }

    /// The response to listing the contact cards of your lines.
    pub struct ContactCardRetrieveResponse {
        /// Contact cards of all lines, or of the requested line.
        pub contact_cards: Vec<ContactCard> = identity,
    }
}
