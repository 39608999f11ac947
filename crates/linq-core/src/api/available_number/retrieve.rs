use super::AvailableNumber;
use crate::{
    Handle, PhoneNumber,
    call::Call,
    model::{AvailableNumberRetrieveResponse, LineType},
};

endpoint! {
    /// Gives the line that is best to send from now, and a vCard of it.
    ///
    /// The line is not reserved. Without recipients it is the one of best reputation that was used least
    /// recently, so that calls in a row spread over your lines; with them, the one that a chat with them
    /// is on already.
    ///
    /// See <https://docs.linqapp.com/api/resources/available_number/methods/retrieve/>.
    pub struct RetrieveAvailableNumber = GET "/v3/available_number" -> AvailableNumberRetrieveResponse;
    name: "available_number.retrieve",
    idempotency: ReadOnly,
    query {
        /// Lines that are not to be chosen, nor to stand in the vCard.
        exclude_from: Option<Vec<PhoneNumber>>,
        /// Whom the message is for: phone numbers and e-mail addresses.
        to: Option<Vec<Handle>>,
        /// Only lines of this kind (503 if none is available).
        r#type: Option<LineType>,
    }
}

impl<'c, C> AvailableNumber<'c, C> {
    /// Gives the line that is best to send from now, and a vCard of it.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.available_number().retrieve().to(["+15556667777"]).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`RetrieveAvailableNumber`].
    pub fn retrieve(&self) -> Call<'c, C, RetrieveAvailableNumber> {
        Call::new(self.transport, Ok(RetrieveAvailableNumber::new()))
    }
}
