//! Date-times as the API writes them.

/// Whether it is a JSON text such as `"2025-10-23T13:07:55.019Z"`, of a moment that exists.
pub(super) fn is_utc(json: &[u8]) -> bool {
    let Some((seconds, fraction)) = json.split_first_chunk() else {
        return false;
    };
    #[rustfmt::skip]
    let &[
        b'"', y1, y2, y3, y4, b'-', mo1, mo2, b'-', d1, d2,
        b'T', h1, h2, b':', mi1, mi2, b':', s1, s2,
    ] = seconds else {
        return false;
    };
    let is_fraction = match fraction {
        b"Z\"" => true,
        [b'.', digits @ .., b'Z', b'"'] => {
            (1..=9).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    };
    let (Some(century), Some(year), Some(month), Some(day)) = (
        number(y1, y2),
        number(y3, y4),
        number(mo1, mo2),
        number(d1, d2),
    ) else {
        return false;
    };
    is_fraction
        && (1..=days(century, year, month)).contains(&day)
        && matches!(number(h1, h2), Some(0..24))
        && matches!(number(mi1, mi2), Some(0..60))
        && matches!(number(s1, s2), Some(0..60))
}

fn number(tens: u8, ones: u8) -> Option<u8> {
    let are_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    are_digits.then(|| (tens - b'0') * 10 + (ones - b'0'))
}

/// How many days the month has; none if there is no such month.
fn days(century: u8, year: u8, month: u8) -> u8 {
    let is_leap_year = if year == 0 {
        century.is_multiple_of(4)
    } else {
        year.is_multiple_of(4)
    };
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MOMENT: &str =
        r#""[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{0,10})?Z?""#;

    fn is_read(text: &str) -> bool {
        serde_json::from_str::<crate::Timestamp>(text).is_ok()
    }

    proptest! {
        #[test]
        fn what_is_one_is_read(text in MOMENT) {
            prop_assert!(!is_utc(text.as_bytes()) || is_read(&text));
        }

        #[test]
        fn the_days_are_those_of_the_calendar(year in 0..=9999_u32, month in 0..14_u32, day in 0..33_u32) {
            let text = format!("\"{year:04}-{month:02}-{day:02}T00:00:00Z\"");
            prop_assert_eq!(is_utc(text.as_bytes()), is_read(&text));
        }
    }
}
