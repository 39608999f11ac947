use super::LegacyPhoneNumbers;
use crate::{call::Call, model::PhonenumberListResponse};

endpoint! {
    /// Returns your lines. Deprecated by the API in favor of
    /// [`ListPhoneNumbers`](crate::api::phone_numbers::ListPhoneNumbers).
    ///
    /// See <https://docs.linqapp.com/api/resources/phonenumbers/methods/list/>.
    pub struct ListLegacyPhoneNumbers = GET "/v3/phonenumbers" -> PhonenumberListResponse;
    name: "phonenumbers.list",
    idempotency: ReadOnly,
}

impl<'c, C> LegacyPhoneNumbers<'c, C> {
    /// Returns your lines.
    ///
    /// ```
    /// # #![allow(deprecated)]
    /// # let linq = linq_core::Client::dry_run();
    /// let request = linq.phonenumbers().list().send()?;
    /// assert_eq!(request.uri().path(), "/api/partner/v3/phonenumbers");
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`ListLegacyPhoneNumbers`].
    #[deprecated = "deprecated by the API; use `phone_numbers().list()`"]
    pub fn list(&self) -> Call<'c, C, ListLegacyPhoneNumbers> {
        Call::new(self.transport, Ok(ListLegacyPhoneNumbers::new()))
    }
}
