//! Argument validation errors, returned before anything is sent.

use crate::{handle::InvalidHandle, secret::InvalidApiKey};
use std::{borrow::Cow, convert::Infallible, num::TryFromIntError};

/// An invalid argument, rejected before anything is sent.
///
/// ```
/// use linq_core::{Client, DryRun};
///
/// let linq = Client::dry_run();
/// let error = linq.chats().create("+12223334444", ["+15556667777", "555"], "Hi").send().unwrap_err();
/// assert_eq!(error.to_string(), "to[1]: not an E.164 number (starting with `+`) or e-mail address");
/// # let _: Option<DryRun> = None;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct InvalidArgument {
    path: String,
    reason: Reason,
}

impl InvalidArgument {
    /// Creates an error from the path of a field, such as `message.parts[0].value`, and the reason.
    pub fn new(path: impl Into<String>, reason: impl Into<Reason>) -> Self {
        Self {
            path: path.into(),
            reason: reason.into(),
        }
    }

    /// Returns the path of the field, such as `message.parts[0].value`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the reason.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    /// Prepends the path of the object that contains the field.
    fn within(mut self, parent: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("{parent}{dot}{}", self.path);
        self
    }
}

/// Prepends the path of an object to the path of its field in an error.
pub(crate) trait PrependPath {
    fn within(self, parent: &str) -> Self;
    fn within_item(self, index: usize) -> Self;
}

impl<T> PrependPath for Result<T, InvalidArgument> {
    fn within(self, parent: &str) -> Self {
        self.map_err(|invalid| invalid.within(parent))
    }

    fn within_item(self, index: usize) -> Self {
        self.map_err(|invalid| invalid.within(&format!("[{index}]")))
    }
}

/// The reason why an argument is invalid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// Not a valid phone number or e-mail address.
    #[error(transparent)]
    Handle(#[from] InvalidHandle),
    /// Not a valid API key.
    #[error(transparent)]
    ApiKey(#[from] InvalidApiKey),
    /// A violated rule of the API, as a message.
    #[error("{0}")]
    Rule(Cow<'static, str>),
}

impl From<&'static str> for Reason {
    fn from(rule: &'static str) -> Self {
        Self::Rule(rule.into())
    }
}

impl From<String> for Reason {
    fn from(rule: String) -> Self {
        Self::Rule(rule.into())
    }
}

impl From<Infallible> for Reason {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<TryFromIntError> for Reason {
    fn from(_: TryFromIntError) -> Self {
        "number out of range".into()
    }
}

/// A value that converts to a field of type `T`: a `T`, or anything with a conversion, such as `&str` for a
/// [`Handle`](crate::Handle). A conversion error is returned when the call is sent, with the field's path.
pub trait IntoField<T> {
    /// Converts the value.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with `path`, if the conversion fails.
    fn into_field(self, path: &str) -> Result<T, InvalidArgument>;
}

impl<T, U> IntoField<T> for U
where
    U: TryInto<T>,
    U::Error: Into<Reason>,
{
    fn into_field(self, path: &str) -> Result<T, InvalidArgument> {
        self.try_into()
            .map_err(|reason| InvalidArgument::new(path, reason))
    }
}

/// A list whose items are converted one by one; the path in an error has the index, such as `to[1]`.
pub(crate) struct ListArgument<I>(pub(crate) I);

impl<T, I> IntoField<Vec<T>> for ListArgument<I>
where
    I: IntoIterator,
    I::Item: IntoField<T>,
{
    fn into_field(self, path: &str) -> Result<Vec<T>, InvalidArgument> {
        self.0
            .into_iter()
            .enumerate()
            .map(|(index, item)| item.into_field(&format!("{path}[{index}]")))
            .collect()
    }
}
