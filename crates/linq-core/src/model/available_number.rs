use super::FileUrl;

model! {
    /// The line that is best to send from now.
    pub struct AvailableNumberRetrieveResponse {
        /// The line's number, E.164.
        pub phone_number: String = identity,
        /// A vCard with the line's number and, behind it, your other available ones, for recipients to
        /// save: an address that expires.
        pub vcf_url: Option<FileUrl> = always,
    }
}
