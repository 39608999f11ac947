use super::FileUrl;

model! {
    /// The name and photo that one of your lines shows to the people it writes to.
    pub struct ContactCard {
        /// The first name.
        pub first_name: Option<String> = always,
        /// Whether the line has taken the card on.
        pub is_active: Option<bool> = always,
        /// The line, E.164.
        pub phone_number: String = identity,
        /// The photo.
        pub image_url: Option<FileUrl>,
        /// The last name.
        pub last_name: Option<String>,
    }

    /// The contact cards of your lines.
    pub struct ContactCardRetrieveResponse {
        /// One for each line that has one, or for the line that was asked about.
        pub contact_cards: Vec<ContactCard> = identity,
    }
}
