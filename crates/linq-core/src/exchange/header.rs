//! Headers that a caller adds.

use crate::error::Invalid;
use http::{HeaderName, HeaderValue};

/// A header whose value is never shown.
pub(crate) fn extra_header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Invalid> {
    let invalid = |reason: &'static str| Invalid::new(format!("headers[{name:?}]"), reason);
    let parsed: HeaderName = name.parse().map_err(|_| invalid("it is no header name"))?;
    Ok((parsed, ascii_value(value).map_err(invalid)?))
}

/// What is not ASCII would be read differently by different servers, and lost by some languages. What a
/// user sends may be a secret, and does not show.
pub(super) fn ascii_value(text: &str) -> Result<HeaderValue, &'static str> {
    match HeaderValue::from_str(text) {
        Ok(mut value) if text.is_ascii() => {
            value.set_sensitive(true);
            Ok(value)
        }
        _ => Err("its value cannot stand in a header, which takes visible ASCII only"),
    }
}
