//! Tolerant decoding for bindings, as a fallback if their own decoder fails.

use crate::{
    call::ApiResponse,
    error::DecodeError,
    json::JsonError,
    schema::{Cleaned, DecodeWarning, MissingIdentity, Schema, Unreadable, clean},
};

/// JSON that matches its schema.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CleanJson {
    /// JSON, without the fields that the schema does not have.
    pub json: Vec<u8>,
    /// Values that do not match the schema and were skipped.
    pub warnings: Vec<DecodeWarning>,
}

impl CleanJson {
    /// Removes values that do not match the schema. Returns `None` if the identity is missing, or if the input
    /// is not JSON.
    #[must_use]
    pub fn read(schema: Schema, json: &[u8]) -> Option<Self> {
        clean(schema, json).ok().map(Self::from)
    }
}

/// Returns the values of a JSON text that do not match the schema; if the identity is missing, only that.
#[must_use]
pub fn mismatches(schema: Schema, json: &[u8]) -> Vec<DecodeWarning> {
    match clean(schema, json) {
        Ok(cleaned) => cleaned.warnings,
        Err(Unreadable::Field(JsonError { path, what })) => vec![DecodeWarning {
            path,
            problem: what,
        }],
        Err(Unreadable::NotJson) => vec![DecodeWarning {
            path: ".".to_owned(),
            problem: "not JSON".to_owned(),
        }],
    }
}

impl From<Cleaned> for CleanJson {
    fn from(Cleaned { json, warnings }: Cleaned) -> Self {
        Self { json, warnings }
    }
}

impl ApiResponse<()> {
    /// Removes values of the body that do not match the schema, for a decoder that failed.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the identity is missing, or if the body is not JSON.
    pub fn read_tolerantly(&self, schema: Schema) -> Result<CleanJson, Box<DecodeError>> {
        let cleaned = clean(schema, &self.body);
        cleaned
            .map(CleanJson::from)
            .map_err(|unreadable| self.decode_error(unreadable))
    }

    /// Returns the error for a body that is not JSON.
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
