use super::AvailableNumber;
use crate::{
    Handle, PhoneNumber,
    call::Call,
    model::{AvailableNumberRetrieveResponse, LineType},
};

endpoint! {
    /// Returns the best line to send from at the moment, and its vCard.
    ///
    /// The line is not reserved. Without recipients, it is the least recently used line among those with the
    /// best reputation, so that consecutive calls are spread over your lines; with recipients, the line of an
    /// existing chat with them.
    ///
    /// See <https://docs.linqapp.com/api/resources/available_number/methods/retrieve/>.
    pub struct RetrieveAvailableNumber = GET "/v3/available_number" -> AvailableNumberRetrieveResponse;
    name: "available_number.retrieve",
    idempotency: ReadOnly,
    query {
        /// Lines to exclude from the choice and from the vCard.
        exclude_from: Option<Vec<PhoneNumber>>,
        /// Recipients of the message: phone numbers and e-mail addresses.
        to: Option<Vec<Handle>>,
        /// Type of line to choose (503 if none is available).
        r#type: Option<LineType>,
    }
}

impl<'c, C> AvailableNumber<'c, C> {
    /// Returns the best line to send from at the moment, and its vCard.
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
