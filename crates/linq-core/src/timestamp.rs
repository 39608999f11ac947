use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr, time::SystemTime};

/// A timestamp of the API: RFC 3339, with nanosecond precision, in UTC. It converts to and from `jiff::Timestamp` and
/// `SystemTime`.
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
    /// Creates a timestamp from nanoseconds since 1970-01-01T00:00:00Z, negative before.
    ///
    /// # Errors
    ///
    /// [`InvalidTimestamp`] for a time outside the years -9999 to 9999.
    pub fn from_nanos(nanos: i128) -> Result<Self, InvalidTimestamp> {
        let at = jiff::Timestamp::from_nanosecond(nanos);
        at.map(Self).map_err(|_| InvalidTimestamp)
    }

    /// Returns whole seconds since 1970-01-01T00:00:00Z, rounded down; negative before.
    #[must_use]
    pub fn as_secs(self) -> i64 {
        // jiff rounds towards zero.
        self.0.as_second() - i64::from(self.0.subsec_nanosecond() < 0)
    }

    /// Returns milliseconds since 1970-01-01T00:00:00Z, negative before.
    #[must_use]
    pub fn as_millis(self) -> i64 {
        self.0.as_millisecond()
    }

    /// Returns nanoseconds since 1970-01-01T00:00:00Z, negative before.
    #[must_use]
    pub fn as_nanos(self) -> i128 {
        self.0.as_nanosecond()
    }

    /// Returns the nanoseconds within the second of [`as_secs`](Self::as_secs), 0 to 999,999,999.
    #[must_use]
    pub fn subsec_nanos(self) -> u32 {
        let nanos = self.as_nanos() - i128::from(self.as_secs()) * 1_000_000_000;
        u32::try_from(nanos).unwrap_or_default()
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

impl From<Timestamp> for jiff::Timestamp {
    fn from(at: Timestamp) -> Self {
        at.0
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(at: jiff::Timestamp) -> Self {
        Self(at)
    }
}

/// The error of text that is not an RFC 3339 date-time, or of a time outside the years -9999 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an RFC 3339 date-time")]
pub struct InvalidTimestamp;

#[cfg(test)]
mod tests {
    use super::{InvalidTimestamp, Timestamp};

    #[test]
    fn nanoseconds_before_and_after_1970() {
        for (text, nanos, secs, subsec) in [
            ("1970-01-01T00:00:01.000000002Z", 1_000_000_002, 1, 2),
            ("1969-12-31T23:59:59.999999999Z", -1, -1, 999_999_999),
            ("1969-12-31T23:59:58Z", -2_000_000_000, -2, 0),
        ] {
            let at: Timestamp = text.parse().unwrap();
            assert_eq!(at.as_nanos(), nanos);
            assert_eq!((at.as_secs(), at.subsec_nanos()), (secs, subsec), "{text}");
            assert_eq!(Timestamp::from_nanos(nanos), Ok(at));
        }
        assert_eq!(Timestamp::from_nanos(i128::MAX), Err(InvalidTimestamp));
    }

    #[test]
    fn jiff_round_trip_keeps_nanoseconds() {
        let at = Timestamp::from_nanos(1_761_242_875_019_000_001).unwrap();
        assert_eq!(Timestamp::from(jiff::Timestamp::from(at)), at);
    }
}
