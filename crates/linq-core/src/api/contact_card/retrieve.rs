use super::ContactCards;
use crate::{PhoneNumber, call::Call, model::ContactCardRetrieveResponse};

endpoint! {
    /// Returns the contact cards of all of your lines, or of one of them.
    ///
    /// See <https://docs.linqapp.com/api/resources/contact_card/methods/retrieve/>.
    pub struct RetrieveContactCards = GET "/v3/contact_card" -> ContactCardRetrieveResponse;
    name: "contact_card.retrieve",
    idempotency: ReadOnly,
    query {
        /// Line whose card is returned; by default, all lines.
        phone_number: Option<PhoneNumber>,
    }
}

impl<'c, C> ContactCards<'c, C> {
    /// Returns the contact cards of all of your lines, or of one of them. See [`RetrieveContactCards`].
    pub fn retrieve(&self) -> Call<'c, C, RetrieveContactCards> {
        Call::new(self.transport, Ok(RetrieveContactCards::new()))
    }
}
