use crate::LinqError;
use linq_core::{Timestamp, error::InvalidArgument};
use std::time::{Duration, SystemTime};

/// Parses a date-time as core parses those of responses.
///
/// # Errors
///
/// `InvalidArgument` if the text is not an RFC 3339 date-time.
#[uniffi::export]
pub fn parse_timestamp(text: &str) -> Result<SystemTime, LinqError> {
    let at: Timestamp = text
        .parse()
        .map_err(|reason: linq_core::InvalidTimestamp| {
            InvalidArgument::new("timestamp", reason.to_string())
        })?;
    Ok(at.into())
}

/// Parses a date-time as [`parse_timestamp`] does, and returns the seconds since 2001-01-01T00:00:00Z of Swift's
/// `Date`, or NaN if the text is not a date-time. A number crosses the FFI without a buffer.
#[must_use]
#[uniffi::export]
pub fn parse_swift_date(text: &str) -> f64 {
    let Ok(at) = text.parse::<Timestamp>() else {
        return f64::NAN;
    };
    match SystemTime::from(at).duration_since(SystemTime::UNIX_EPOCH + SWIFT_EPOCH) {
        Ok(after) => after.as_secs_f64(),
        Err(before) => -before.duration().as_secs_f64(),
    }
}

/// Formats the seconds of Swift's `Date` as RFC 3339, to the microsecond, which is the precision of a `Date`. Returns
/// `None` outside of the years 0 to 9999, the range of RFC 3339.
#[must_use]
#[uniffi::export]
pub fn format_swift_date(seconds: f64) -> Option<String> {
    let since_1970 = seconds + SWIFT_EPOCH.as_secs_f64();
    if since_1970 < YEAR_0 {
        return None;
    }
    let distance = to_microseconds(Duration::try_from_secs_f64(since_1970.abs()).ok()?);
    let at = if since_1970 < 0.0 {
        SystemTime::UNIX_EPOCH.checked_sub(distance)
    } else {
        SystemTime::UNIX_EPOCH.checked_add(distance)
    };
    Some(Timestamp::try_from(at?).ok()?.to_string())
}

fn to_microseconds(time: Duration) -> Duration {
    let rounded = time.saturating_add(Duration::from_nanos(500));
    Duration::new(rounded.as_secs(), rounded.subsec_micros() * 1_000)
}

/// 2001-01-01T00:00:00Z, as the time since 1970.
const SWIFT_EPOCH: Duration = Duration::from_secs(978_307_200);

/// 0000-01-01T00:00:00Z, in seconds since 1970.
const YEAR_0: f64 = -62_167_219_200.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swift_dates_round_trip() {
        for (text, seconds, written) in [
            ("2001-01-01T00:00:00Z", 0.0, "2001-01-01T00:00:00Z"),
            (
                "2025-10-23T13:07:55.019-05:00",
                782_935_675.019,
                "2025-10-23T18:07:55.019Z",
            ),
            (
                "2025-10-23T18:07:55.123456789Z",
                782_935_675.123_457,
                "2025-10-23T18:07:55.123457Z",
            ),
            (
                "1969-12-31T23:59:59.5Z",
                -978_307_200.5,
                "1969-12-31T23:59:59.5Z",
            ),
            (
                "0000-01-01T00:00:00Z",
                -63_145_526_400.0,
                "0000-01-01T00:00:00Z",
            ),
            (
                "9999-12-30T22:00:00Z",
                252_423_900_000.0,
                "9999-12-30T22:00:00Z",
            ),
        ] {
            let read = parse_swift_date(text);
            assert!((read - seconds).abs() < 1e-6, "{text}: {read}");
            assert_eq!(format_swift_date(read).as_deref(), Some(written));
        }
    }

    #[test]
    fn invalid_text_and_years_are_rejected() {
        for text in [
            "",
            "2025-10-23",
            "2025-02-30T00:00:00Z",
            "12025-01-01T00:00:00Z",
        ] {
            assert!(parse_swift_date(text).is_nan(), "{text}");
        }
        for seconds in [f64::NAN, f64::INFINITY, -1e19, 1e15, 252_423_993_600.0] {
            assert_eq!(format_swift_date(seconds), None, "{seconds}");
        }
    }
}
