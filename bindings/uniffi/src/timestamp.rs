use crate::LinqError;
use linq_core::{Timestamp, error::Invalid};
use std::time::SystemTime;

/// Reads a date-time just as core reads those of replies. Fails with `Invalid` if it is none.
#[uniffi::export]
pub fn parse_timestamp(text: &str) -> Result<SystemTime, LinqError> {
    let at: Timestamp = text
        .parse()
        .map_err(|reason: linq_core::InvalidTimestamp| {
            Invalid::new("timestamp", reason.to_string())
        })?;
    Ok(at.into())
}
