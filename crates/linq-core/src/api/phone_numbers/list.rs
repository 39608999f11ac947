use super::PhoneNumbers;
use crate::{call::Call, model::PhoneNumberListResponse};

endpoint! {
    /// Returns the lines that your API key can send from, with their reputation.
    ///
    /// See <https://docs.linqapp.com/api/resources/phone_numbers/methods/list/>.
    pub struct ListPhoneNumbers = GET "/v3/phone_numbers" -> PhoneNumberListResponse;
    name: "phone_numbers.list",
    idempotency: ReadOnly,
}

impl<'c, C> PhoneNumbers<'c, C> {
    /// Returns the lines that your API key can send from, with their reputation. See [`ListPhoneNumbers`].
    pub fn list(&self) -> Call<'c, C, ListPhoneNumbers> {
        Call::new(self.transport, Ok(ListPhoneNumbers::new()))
    }
}
