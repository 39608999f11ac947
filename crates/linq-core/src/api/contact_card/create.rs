use super::ContactCards;
use crate::{
    PhoneNumber,
    call::Call,
    error::IntoField,
    model::{ContactCard, FileUrl},
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Creates the contact card of one of your lines. Rejected if the line has one already (code 2014).
    ///
    /// Creating and updating share a limit of 3 calls in 10 minutes per line. An upstream rate limit is reported
    /// as code 4004, which is not retried, since a retry would extend the limit.
    ///
    /// See <https://docs.linqapp.com/api/resources/contact_card/methods/create/>.
    pub struct CreateContactCard = POST "/v3/contact_card" -> ContactCard;
    name: "contact_card.create",
    idempotency: NotIdempotent,
    non_retryable: [ServiceUnavailable],
    rate_limit: |call| vec![RateLimitKey::new(Limit::ContactCards, call.phone_number.as_str())],
    body {
        /// First name.
        first_name: String,
        /// Phone number of the line.
        phone_number: PhoneNumber,
        /// URL of the photo.
        image_url: Option<FileUrl>,
        /// Last name.
        last_name: Option<String>,
    }
}

impl<'c, C> ContactCards<'c, C> {
    /// Creates the contact card of one of your lines. Rejected if the line has one already (code 2014).
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.contact_card().create("+12223334444", "Ann").last_name("Lee").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreateContactCard`].
    pub fn create(
        &self,
        phone_number: impl IntoField<PhoneNumber>,
        first_name: impl Into<String>,
    ) -> Call<'c, C, CreateContactCard> {
        let number = phone_number.into_field("phone_number");
        Call::new(
            self.transport,
            number.map(|number| CreateContactCard::new(first_name.into(), number)),
        )
    }
}
