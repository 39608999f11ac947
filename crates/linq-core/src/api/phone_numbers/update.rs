use super::PhoneNumbers;
use crate::{
    Change, call::Call, error::IntoField, handle::ForwardingNumber, id::PhoneNumberId,
    model::PhoneNumberUpdateResponse,
};

endpoint! {
    /// Sets the number that calls to one of your lines are forwarded to.
    ///
    /// See <https://docs.linqapp.com/api/resources/phone_numbers/methods/update/>.
    pub struct UpdatePhoneNumber = PUT "/v3/phone_numbers/{phone_number_id}" -> PhoneNumberUpdateResponse;
    name: "phone_numbers.update",
    idempotency: Idempotent,
    path {
        /// Identifier of the line.
        phone_number_id: PhoneNumberId,
    }
    body {
        /// Number to forward to; [`Change::Clear`] or an empty string disables forwarding.
        forwarding_number: Change<ForwardingNumber>,
    }
}

impl<'c, C> PhoneNumbers<'c, C> {
    /// Sets the number that calls to one of your lines are forwarded to.
    ///
    /// ```
    /// use linq_core::Change;
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// # let line = "4d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f11";
    /// linq.phone_numbers().update(line, "+12052499136").send()?;
    /// linq.phone_numbers().update(line, Change::Clear).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`UpdatePhoneNumber`].
    pub fn update(
        &self,
        phone_number: impl Into<PhoneNumberId>,
        forwarding_number: impl IntoField<Change<ForwardingNumber>>,
    ) -> Call<'c, C, UpdatePhoneNumber> {
        let forwarding = forwarding_number.into_field("forwarding_number");
        Call::new(
            self.transport,
            forwarding.map(|number| UpdatePhoneNumber::new(phone_number.into(), number)),
        )
    }
}
