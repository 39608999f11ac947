use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr, time::SystemTime};

/// A timestamp of the API: RFC 3339, with nanosecond precision, in UTC.
///
/// ```
/// use linq_core::Timestamp;
///
/// let sent: Timestamp = "2025-10-23T13:07:55.019-05:00".parse()?;
/// assert_eq!(sent.to_string(), "2025-10-23T18:07:55.019Z");
/// # Ok::<(), linq_core::InvalidTimestamp>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// Returns milliseconds since 1970-01-01T00:00:00Z, negative before.
    #[must_use]
    pub fn as_millis(self) -> i64 {
        self.0.as_millisecond()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| InvalidTimestamp)
    }
}

impl From<Timestamp> for String {
    fn from(at: Timestamp) -> Self {
        at.to_string()
    }
}

impl From<Timestamp> for SystemTime {
    fn from(at: Timestamp) -> Self {
        at.0.into()
    }
}

impl TryFrom<SystemTime> for Timestamp {
    type Error = InvalidTimestamp;

    fn try_from(at: SystemTime) -> Result<Self, Self::Error> {
        at.try_into().map(Self).map_err(|_| InvalidTimestamp)
    }
}

/// The error of text that is not an RFC 3339 date-time, or of a time outside the years -9999 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an RFC 3339 date-time")]
pub struct InvalidTimestamp;
