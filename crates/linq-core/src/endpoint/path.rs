use crate::error::InvalidArgument;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Characters to percent-encode: all but the unreserved ones of RFC 3986.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Percent-encodes a path parameter; rejects one that would change the path.
pub(crate) fn segment(
    value: &(impl AsRef<str> + ?Sized),
    name: &'static str,
) -> Result<String, InvalidArgument> {
    let value = value.as_ref();
    let problem = if value.is_empty() {
        "must not be empty"
    } else if value == "." || value.contains("..") {
        "must not be `.` or contain `..`"
    } else if value.contains(['/', '\\', '?', '#', '%']) || value.contains(char::is_control) {
        "contains a character that would change the path"
    } else {
        return Ok(utf8_percent_encode(value, RESERVED).to_string());
    };
    Err(InvalidArgument::new(name, problem))
}

#[cfg(test)]
mod tests {
    use super::segment;
    use proptest::prelude::*;

    #[test]
    fn values_that_would_change_the_path_are_invalid() {
        for bad in [
            "", ".", "..", "a/b", "a\\b", "a?b", "a#b", "%2e%2e", "a..b", "\n", "a\0",
        ] {
            assert_eq!(
                segment(bad, "chat_id").unwrap_err().path(),
                "chat_id",
                "{bad:?}"
            );
        }
    }

    #[test]
    fn handle_is_percent_encoded() {
        assert_eq!(segment("+12223334444", "handle").unwrap(), "%2B12223334444");
        assert_eq!(
            segment("user@example.com", "handle").unwrap(),
            "user%40example.com"
        );
    }

    proptest! {
        #[test]
        fn valid_value_is_one_segment(text in any::<String>()) {
            let segment = segment(&text, "id");
            // Proptest fails if too few values are valid.
            prop_assume!(segment.is_ok());
            let segment = segment.unwrap();
            let uri: http::Uri = format!("https://host/a/{segment}/b").parse().unwrap();
            prop_assert_eq!(uri.path(), format!("/a/{segment}/b"));
            prop_assert_eq!(uri.path().split('/').count(), 4);
            prop_assert!(segment != "." && segment != "..");
        }
    }
}
