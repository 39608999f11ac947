use super::ContactCards;
use crate::{
    PhoneNumber,
    call::Call,
    error::IntoField,
    model::{ContactCard, FileUrl},
    rate_limit::{Limit, RateLimitKey},
};

endpoint! {
    /// Changes the contact card of one of your lines. What is left out stays as it is.
    ///
    /// Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported
    /// as code 4004: it is not tried again, since that would extend it.
    ///
    /// See <https://docs.linqapp.com/api/resources/contact_card/methods/update/>.
    pub struct UpdateContactCard = PATCH "/v3/contact_card" -> ContactCard;
    name: "contact_card.update",
    idempotency: Idempotent,
    non_retryable: [ServiceUnavailable],
    rate_limit: |call| vec![RateLimitKey::new(Limit::ContactCards, call.phone_number.as_str())],
    query {
        /// The line.
        phone_number: PhoneNumber,
    }
    body {
        /// The first name.
        first_name: Option<String>,
        /// The photo's address.
        image_url: Option<FileUrl>,
        /// The last name.
        last_name: Option<String>,
    }
}

impl<'c, C> ContactCards<'c, C> {
    /// Changes the contact card of one of your lines. See [`UpdateContactCard`].
    pub fn update(
        &self,
        phone_number: impl IntoField<PhoneNumber>,
    ) -> Call<'c, C, UpdateContactCard> {
        let number = phone_number.into_field("phone_number");
        Call::new(self.transport, number.map(UpdateContactCard::new))
    }
}
