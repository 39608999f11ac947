use crate::model::FileUrl;

model! {
    /// Somebody shared a contact card with a line of yours.
    ///
    /// It comes once for each person and line, however many chats they have in common, and again
    /// when the card's name or picture changes.
    pub struct ContactCardReceivedData {
        /// The first name on the card.
        pub first_name: Option<String> = always,
        /// The last name on the card; may be empty.
        pub last_name: Option<String> = always,
        /// The line that it was shared with.
        pub owner_handle: Option<String> = always,
        /// Who shared it: a phone number (E.164) or an e-mail address.
        pub sender_handle: Option<String> = always,
        /// The picture, or a video; absent if there is none, or if it could not be fetched. The
        /// address may expire after 45 minutes: download it at once.
        pub media_url: Option<FileUrl>,
    }
}
