use crate::LinqError;
use linq_core::{Handle, error::IntoField};

/// A phone number or an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ParsedHandle {
    /// The kind of handle.
    pub kind: HandleKind,
    /// The handle, verbatim.
    pub value: String,
}

/// The kind of a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum HandleKind {
    /// An E.164 phone number.
    Phone,
    /// An e-mail address.
    Email,
}

/// Parses a handle: an E.164 phone number or an e-mail address.
///
/// # Errors
///
/// `InvalidArgument` if the text is neither.
#[uniffi::export]
pub fn parse_handle(text: String) -> Result<ParsedHandle, LinqError> {
    let handle: Handle = text.into_field("handle")?;
    let kind = match handle {
        Handle::Phone(_) => HandleKind::Phone,
        _ => HandleKind::Email,
    };
    Ok(ParsedHandle {
        kind,
        value: handle.as_str().to_owned(),
    })
}
