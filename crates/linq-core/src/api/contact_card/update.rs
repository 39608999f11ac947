use super::ContactCards;
use crate::{
    PhoneNumber,
    call::Call,
    error::IntoField,
    model::{ContactCard, FileUrl},
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Updates the contact card of one of your lines. Absent values are unchanged.
    ///
    /// Creating and updating share a limit of 3 calls in 10 minutes per line. An upstream rate limit is reported
    /// as code 4004, which is not retried, since a retry would extend the limit.
    ///
    /// See <https://docs.linqapp.com/api/resources/contact_card/methods/update/>.
    pub struct UpdateContactCard = PATCH "/v3/contact_card" -> ContactCard;
    name: "contact_card.update",
    idempotency: Idempotent,
    non_retryable: [ServiceUnavailable],
    rate_limit: |call| vec![RateLimitKey::new(Limit::ContactCards, call.phone_number.as_str())],
    query {
        /// Phone number of the line.
        phone_number: PhoneNumber,
    }
    body {
        /// First name.
        first_name: Option<String>,
        /// URL of the photo.
        image_url: Option<FileUrl>,
        /// Last name.
        last_name: Option<String>,
    }
}

impl<'c, C> ContactCards<'c, C> {
    /// Updates the contact card of one of your lines. See [`UpdateContactCard`].
    pub fn update(
        &self,
        phone_number: impl IntoField<PhoneNumber>,
    ) -> Call<'c, C, UpdateContactCard> {
        let number = phone_number.into_field("phone_number");
        Call::new(self.transport, number.map(UpdateContactCard::new))
    }
}
