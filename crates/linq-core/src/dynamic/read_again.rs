//! What a binding's own decoder asks for where it does not understand a response.

use crate::{
    call::ApiResponse,
    error::DecodeError,
    schema::{Cleaned, DecodeWarning, MissingIdentity, Schema, Unreadable, clean},
};

/// JSON of which everything fits its schema.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CleanJson {
    /// The JSON. Fields that the schema does not have are left out.
    pub json: Vec<u8>,
    /// What was set aside.
    pub warnings: Vec<DecodeWarning>,
}

impl CleanJson {
    /// Sets aside what does not fit; `None` if the identity is missing, or if it is not JSON.
    #[must_use]
    pub fn read(schema: Schema, json: &[u8]) -> Option<Self> {
        clean(schema, json).ok().map(Self::from)
    }
}

impl From<Cleaned> for CleanJson {
    fn from(Cleaned { json, warnings }: Cleaned) -> Self {
        Self { json, warnings }
    }
}

impl ApiResponse<()> {
    /// Sets aside what does not fit, for a decoder that did not understand the body.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the identity is missing, or if the body is not JSON.
    pub fn read_again(&self, schema: Schema) -> Result<CleanJson, Box<DecodeError>> {
        let cleaned = clean(schema, &self.body);
        cleaned
            .map(CleanJson::from)
            .map_err(|unreadable| self.decode_error(unreadable))
    }

    /// Returns the error for a body that a decoder of the caller's found not to be JSON.
    #[must_use]
    pub fn not_json(&self) -> Box<DecodeError> {
        self.decode_error(Unreadable::NotJson)
    }

    /// Returns the error for a body that lacks its identity.
    #[must_use]
    pub fn without_identity(&self, missing: MissingIdentity) -> Box<DecodeError> {
        self.decode_error(Unreadable::Field(missing.into()))
    }

    fn decode_error(&self, unreadable: Unreadable) -> Box<DecodeError> {
        Box::new(DecodeError::new(unreadable, self.clone()))
    }
}
