//! How long a reply asks to wait.

use http::{HeaderMap, HeaderName, header};
use std::time::Duration;

const RETRY_AFTER_MS: HeaderName = HeaderName::from_static("retry-after-ms");
const SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");

/// `Retry-After-Ms`, else `Retry-After` in seconds or as an HTTP date.
///
/// A date counts from the reply's own `Date`, so that a wrong clock on this side does not matter; a
/// date without one tells nothing.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &HeaderName| Some(headers.get(name)?.to_str().ok()?.trim());
    if let Some(wait) = text(&RETRY_AFTER_MS).and_then(|text| positive(text, 1e-3)) {
        return Some(wait);
    }
    let text = text(&header::RETRY_AFTER)?;
    positive(text, 1.0).or_else(|| {
        let until = httpdate::parse_http_date(text).ok()?;
        let now = httpdate::parse_http_date(headers.get(header::DATE)?.to_str().ok()?).ok()?;
        Some(until.duration_since(now).unwrap_or_default())
    })
}

/// What the header `x-should-retry` says, if it says something.
pub(crate) fn should_retry(headers: &HeaderMap) -> Option<bool> {
    match headers.get(SHOULD_RETRY)?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

fn positive(number: &str, unit: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(number.parse::<f64>().ok()? * unit).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(headers: &[(&'static str, &str)]) -> Option<Duration> {
        retry_after(
            &headers
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
                .collect(),
        )
    }

    #[test]
    fn every_way_to_say_it() {
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
            (vec![("retry-after", "-1")], None),
            (vec![("retry-after", "NaN")], None),
            (vec![("retry-after", "1e300")], None),
            (vec![("retry-after", "soon")], None),
            (vec![("retry-after", "")], None),
            (vec![], None),
        ] {
            assert_eq!(
                wait(&headers),
                expected.map(Duration::from_millis),
                "{headers:?}"
            );
        }
    }
}
