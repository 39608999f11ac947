//! `Retry-After` and related headers of a response.

use crate::error::{MAX_DELAY, parse_delay};
use http::{HeaderMap, HeaderName, header};
use std::time::Duration;

const RETRY_AFTER_MS: HeaderName = HeaderName::from_static("retry-after-ms");
const SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");

/// Returns the delay of `Retry-After-Ms`, else of `Retry-After` in seconds or as an HTTP date, at most
/// [`MAX_DELAY`].
///
/// A date is relative to the response's `Date`, so that a wrong local clock does not matter; without a `Date`
/// it is ignored, in favor of the `retry_after` of the body.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &HeaderName| Some(headers.get(name)?.to_str().ok()?.trim());
    if let Some(delay) = text(&RETRY_AFTER_MS).and_then(|text| parse_delay(text, 1e-3)) {
        return Some(delay);
    }
    let text = text(&header::RETRY_AFTER)?;
    parse_delay(text, 1.0).or_else(|| {
        let until = httpdate::parse_http_date(text).ok()?;
        let now = httpdate::parse_http_date(headers.get(header::DATE)?.to_str().ok()?).ok()?;
        let delay = until.duration_since(now).unwrap_or_default();
        Some(delay.min(MAX_DELAY))
    })
}

/// Returns the value of the header `x-should-retry`, if it is `true` or `false`.
pub(crate) fn should_retry(headers: &HeaderMap) -> Option<bool> {
    match headers.get(SHOULD_RETRY)?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delay_in(headers: &[(&'static str, &str)]) -> Option<Duration> {
        retry_after(
            &headers
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
                .collect(),
        )
    }

    #[test]
    fn retry_after_formats() {
        const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
        for (headers, expected) in [
            (vec![("retry-after", "7")], Some(7_000)),
            (vec![("retry-after", "0")], Some(0)),
            (vec![("retry-after", "1.5")], Some(1_500)),
            (vec![("retry-after-ms", "250")], Some(250)),
            (
                vec![("retry-after-ms", "250"), ("retry-after", "7")],
                Some(250),
            ),
            (
                vec![("retry-after-ms", "soon"), ("retry-after", "7")],
                Some(7_000),
            ),
            (
                vec![
                    ("date", DATE),
                    ("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT"),
                ],
                Some(30_000),
            ),
            (
                vec![
                    ("date", DATE),
                    ("retry-after", "Sunday, 06-Nov-94 08:49:38 GMT"),
                ],
                Some(1_000),
            ),
            (
                vec![
                    ("date", DATE),
                    ("retry-after", "Sun, 06 Nov 1994 08:49:00 GMT"),
                ],
                Some(0),
            ),
            (vec![("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT")], None),
            (
                vec![("retry-after-ms", "-1"), ("retry-after", "7")],
                Some(7_000),
            ),
            (vec![("retry-after", "soon")], None),
            (vec![("retry-after", "")], None),
            (vec![], None),
        ] {
            assert_eq!(
                delay_in(&headers),
                expected.map(Duration::from_millis),
                "{headers:?}"
            );
        }
    }

    #[test]
    fn long_retry_after_saturates_and_text_is_ignored() {
        let until = ("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT");
        let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
        for headers in [
            vec![until, date],
            vec![("retry-after", "1e300")],
            vec![("retry-after", "99999999999999999999")],
            vec![("retry-after-ms", "1e300")],
            vec![("retry-after-ms", "99999999999999999999")],
        ] {
            assert_eq!(delay_in(&headers), Some(MAX_DELAY), "{headers:?}");
        }
        for text in ["-1", "NaN", "inf", "soon"] {
            assert_eq!(delay_in(&[("retry-after", text)]), None, "{text}");
            assert_eq!(delay_in(&[("retry-after-ms", text)]), None, "{text} ms");
        }
    }
}
