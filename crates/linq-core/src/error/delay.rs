use std::time::Duration;

/// Maximum delay that a response can specify, about 136 years; larger numbers are reduced to it.
pub(crate) const MAX_DELAY: Duration = Duration::from_secs(u32::MAX as u64);

/// Parses a delay from a number of units of `unit` seconds; `None` if the text is not a number, or is negative.
pub(crate) fn parse_delay(number: &str, unit: f64) -> Option<Duration> {
    // Rust parses "inf" and "NaN" as numbers.
    let is_numeric = number.bytes().any(|byte| byte.is_ascii_digit());
    let number = number.parse::<f64>().ok().filter(|_| is_numeric)?;
    Duration::try_from_secs_f64((number * unit).min(MAX_DELAY.as_secs_f64())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_delays_saturate() {
        for text in [
            "4294967295",
            "4294967296",
            "99999999999999999999",
            "1e300",
            "1E+400",
            "17976931348623157000000000000000000000000000000000e400",
        ] {
            assert_eq!(parse_delay(text, 1.0), Some(MAX_DELAY), "{text} s");
        }
        for text in ["4294967295000", "99999999999999999999", "1e300", "1e400"] {
            assert_eq!(parse_delay(text, 1e-3), Some(MAX_DELAY), "{text} ms");
        }
        let just_below = Duration::from_secs(u64::from(u32::MAX) - 1);
        assert_eq!(parse_delay("4294967294", 1.0), Some(just_below));
    }

    #[test]
    fn text_and_negative_numbers_are_ignored() {
        for text in [
            "-1", "-0.5", "-1e300", "-1e400", "NaN", "nan", "inf", "-inf", "Infinity", "infinity",
            "1e", "0x10", "1_000", "1,5", "7s", "7 8", "--1", "e5", "soon", "",
        ] {
            for unit in [1.0, 1e-3] {
                assert_eq!(parse_delay(text, unit), None, "{text}");
            }
        }
    }
}
