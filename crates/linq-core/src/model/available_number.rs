use super::FileUrl;

model! {
    /// The best line to send from at the moment.
    pub struct AvailableNumberRetrieveResponse {
        /// Phone number of the line, E.164.
        pub phone_number: String = identity,
        /// Expiring URL of a vCard for recipients to save: the number of the line, followed by those of your
        /// other available lines.
        pub vcf_url: Option<FileUrl> = always,
    }
}
