//! Argument validation errors, returned before anything is sent.

mod into_field;
mod into_list;

pub use into_field::IntoField;
pub use into_list::IntoList;

pub(crate) use into_list::single_item;

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
