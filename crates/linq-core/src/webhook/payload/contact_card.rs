use crate::model::FileUrl;

model! {
    /// Payload of `contact_card.received`: a contact card was shared with one of your lines.
    ///
    /// Sent once for each sender and line, independent of the number of chats, and again when the name or
    /// picture on the card changes.
    pub struct ContactCardReceivedData {
        /// First name.
        pub first_name: Option<String> = always,
        /// Last name; may be empty.
        pub last_name: Option<String> = always,
        /// Line that the card was shared with.
        pub owner_handle: Option<String> = always,
        /// Phone number (E.164) or e-mail address of the sender.
        pub sender_handle: Option<String> = always,
        /// URL of the picture or video; absent if there is none, or if it could not be downloaded. The URL may
        /// expire after 45 minutes: download the file immediately.
        pub media_url: Option<FileUrl>,
    }
}
