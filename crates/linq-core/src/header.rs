//! Header validation.

use crate::invalid_argument::InvalidArgument;
use http::{HeaderName, HeaderValue, header};

pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Parses the name of a header; `path` is that of the argument.
pub(crate) fn header_name(path: &str, name: &str) -> Result<HeaderName, InvalidArgument> {
    parse_name(name).map_err(|reason| InvalidArgument::new(path, reason))
}

/// Parses the value of a header, marked as sensitive; `path` is that of the argument.
pub(crate) fn header_value(path: &str, value: &str) -> Result<HeaderValue, InvalidArgument> {
    parse_value(value).map_err(|reason| InvalidArgument::new(path, reason))
}

/// Parses a header for one call, with its value marked as sensitive.
pub(crate) fn extra_header(
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), InvalidArgument> {
    parse(name, value).map_err(|reason| InvalidArgument::new(path(name), reason))
}

/// Parses a header for every call of a client, with its value marked as sensitive.
pub(crate) fn default_header(
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), InvalidArgument> {
    parse_default(name, value).map_err(|reason| InvalidArgument::new(path(name), reason))
}

/// Validates a header for every call of a client, for bindings that store such headers themselves.
///
/// # Errors
///
/// The same as [`ExchangeConfig::header`](crate::exchange::ExchangeConfig::header).
pub fn check_default_header(name: &str, value: &str) -> Result<(), InvalidArgument> {
    default_header(name, value).map(drop)
}

/// Parses headers in the format of `LINQ_API_V3_CUSTOM_HEADERS`: lines of `Name: value`.
///
/// # Errors
///
/// [`InvalidArgument`] with the index of the line, such as `path[2]`, if it is not `Name: value`, or if its header is
/// not valid for every call.
pub fn parse_header_lines(
    lines: &str,
    path: &str,
) -> Result<Vec<(HeaderName, HeaderValue)>, InvalidArgument> {
    let lines = lines
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| {
            let parsed = match line.split_once(':') {
                Some((name, value)) => parse_default(name.trim(), value.trim()),
                None => Err("must have the form `Name: value`"),
            };
            parsed.map_err(|reason| InvalidArgument::new(format!("{path}[{index}]"), reason))
        })
        .collect()
}

fn path(name: &str) -> String {
    format!("headers[{name:?}]")
}

/// Rejects `Idempotency-Key`: with one key for all calls, the server would execute only the first.
fn parse_default(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    match parse(name, value)? {
        (name, _) if name == IDEMPOTENCY_KEY => {
            Err("must be set for each call, since the server executes one call under each key")
        }
        header => Ok(header),
    }
}

fn parse(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name = parse_name(name)?;
    if belongs_to_connection(&name) {
        return Err("must be left to the HTTP client");
    }
    Ok((name, parse_value(value)?))
}

fn parse_name(name: &str) -> Result<HeaderName, &'static str> {
    name.parse().map_err(|_| "not a valid header name")
}

/// Rejects non-ASCII values, which servers decode differently. A value may be a secret.
fn parse_value(text: &str) -> Result<HeaderValue, &'static str> {
    match HeaderValue::from_str(text) {
        Ok(mut value) if text.is_ascii() => {
            value.set_sensitive(true);
            Ok(value)
        }
        _ => Err("must be visible ASCII"),
    }
}

/// Returns whether a header controls framing or routing of the request, and so must not be set by callers.
pub(crate) fn belongs_to_connection(name: &HeaderName) -> bool {
    matches!(
        *name,
        header::CONNECTION
            | header::CONTENT_LENGTH
            | header::HOST
            | header::TE
            | header::TRAILER
            | header::TRANSFER_ENCODING
            | header::UPGRADE
    ) || matches!(name.as_str(), "keep-alive" | "proxy-connection")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idempotency_key_is_not_a_default_header() {
        for name in ["Idempotency-Key", "idempotency-key", "IDEMPOTENCY-KEY"] {
            let error = default_header(name, "k").unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("headers[{name:?}]: must be set for each call")),
                "{error}"
            );
            let lines = format!("X-Tenant: a\n{name}: k");
            let error = parse_header_lines(&lines, "HEADERS").unwrap_err();
            assert!(
                error.to_string().starts_with("HEADERS[1]: must be set"),
                "{error}"
            );
            extra_header(name, "k").unwrap();
        }
    }

    #[test]
    fn connection_headers_are_invalid() {
        for name in [
            "Connection",
            "Content-Length",
            "Host",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
        ] {
            let expected = "must be left to the HTTP client";
            let error = extra_header(name, "1").unwrap_err();
            assert_eq!(error.to_string(), format!("headers[{name:?}]: {expected}"));
            let error = default_header(name, "1").unwrap_err();
            assert_eq!(error.to_string(), format!("headers[{name:?}]: {expected}"));
            let error = parse_header_lines(&format!("{name}: 1"), "H").unwrap_err();
            assert_eq!(error.to_string(), format!("H[0]: {expected}"));
        }
    }
}
