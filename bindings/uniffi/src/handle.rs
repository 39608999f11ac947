use crate::LinqError;
use linq_core::{Handle, error::IntoField};

/// A phone number or an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ParsedHandle {
    /// Which of the two.
    pub kind: HandleKind,
    /// As it was given.
    pub value: String,
}

/// What a handle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum HandleKind {
    /// A phone number in E.164.
    Phone,
    /// An e-mail address.
    Email,
}

/// Reads a handle: a phone number in E.164, or an e-mail address. Fails with `InvalidArgument`, which says what
/// is wrong with it.
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
