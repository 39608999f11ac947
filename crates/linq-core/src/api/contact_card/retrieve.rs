use super::ContactCards;
use crate::{PhoneNumber, call::Call, model::ContactCardRetrieveResponse};

endpoint! {
    /// Gives the contact cards of your lines, or of one of them.
    ///
    /// See <https://docs.linqapp.com/api/resources/contact_card/methods/retrieve/>.
    pub struct RetrieveContactCards = GET "/v3/contact_card" -> ContactCardRetrieveResponse;
    name: "contact_card.retrieve",
    idempotency: ReadOnly,
    query {
        /// Only the card of this line.
        phone_number: Option<PhoneNumber>,
    }
}

impl<'c, C> ContactCards<'c, C> {
    /// Gives the contact cards of your lines, or of one of them. See [`RetrieveContactCards`].
    pub fn retrieve(&self) -> Call<'c, C, RetrieveContactCards> {
        Call::new(self.transport, Ok(RetrieveContactCards::new()))
    }
}
