//! Lone surrogates in JSON: an unpaired `\ud83d` is valid JSON, but not valid Unicode text. They come from text that
//! was truncated in the middle of an emoji.

use std::borrow::Cow;

/// Calls `read` with JSON; if that fails and the JSON has lone surrogates, calls it again with them replaced.
pub(crate) fn with_lone_surrogates_replaced<T, E>(
    json: &[u8],
    read: impl Fn(&[u8]) -> Result<T, E>,
) -> Result<T, E> {
    read(json).or_else(|problem| match replace_lone_surrogates(json) {
        Cow::Borrowed(_) => Err(problem),
        Cow::Owned(repaired) => read(&repaired),
    })
}

/// Replaces each lone surrogate in JSON with U+FFFD, the replacement character. The length does not change.
///
/// For decoders that reject a document with lone surrogates, such as Swift's; this crate's own decoding calls it as
/// needed.
#[must_use]
pub fn replace_lone_surrogates(json: &[u8]) -> Cow<'_, [u8]> {
    let mut json = Cow::Borrowed(json);
    let mut at = 0;
    while let Some(found) = json[at..].iter().position(|byte| *byte == b'\\') {
        at += found;
        at += match unicode_escape(&json, at) {
            Some(UnicodeEscape::Character { length }) => length,
            Some(UnicodeEscape::LoneSurrogate) => {
                json.to_mut()[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            None => 2,
        };
        at = at.min(json.len());
    }
    json
}

/// A `\uXXXX` escape.
enum UnicodeEscape {
    /// A character, or the two escapes of a surrogate pair.
    Character { length: usize },
    /// A surrogate that is not part of a pair.
    LoneSurrogate,
}

/// Returns the `\u` escape that begins at an offset.
fn unicode_escape(json: &[u8], at: usize) -> Option<UnicodeEscape> {
    Some(match code_unit(json, at)? {
        0xD800..0xDC00 if matches!(code_unit(json, at + 6), Some(0xDC00..0xE000)) => {
            UnicodeEscape::Character { length: 12 }
        }
        0xD800..0xE000 => UnicodeEscape::LoneSurrogate,
        _ => UnicodeEscape::Character { length: 6 },
    })
}

/// Returns the UTF-16 code unit of a `\uXXXX` at an offset.
fn code_unit(json: &[u8], at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix(b"\\u")?;
    let is_hexadecimal = digits.iter().all(u8::is_ascii_hexdigit);
    let digits = std::str::from_utf8(digits)
        .ok()
        .filter(|_| is_hexadecimal)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::Cell;

    #[track_caller]
    fn assert_replaced(json: &str, expected: &str) {
        let found = replace_lone_surrogates(json.as_bytes());
        assert_eq!(std::str::from_utf8(&found), Ok(expected));
    }

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_are_not() {
        assert_replaced(r#""cut \ud83d""#, r#""cut \ufffd""#);
        assert_replaced(
            r#""\uDE00\uD83D\uDE00\ud83d""#,
            r#""\ufffd\uD83D\uDE00\ufffd""#,
        );
        assert_replaced(r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#);
        assert_replaced(r#""\\ud83d \u0041 \"""#, r#""\\ud83d \u0041 \"""#);
        assert_replaced(r#""\ud83"#, r#""\ud83"#);
        assert_replaced("\"\\", "\"\\");
    }

    #[test]
    fn json_with_lone_surrogates_is_decoded() {
        let seen = [const { Cell::new(0) }; 2];
        proptest!(|(text in r"(\\ud83d|\\ude00|\\\\|\\n|u|é){0,9}")| {
            let json = format!("\"{text}\"");
            let repaired = replace_lone_surrogates(json.as_bytes());
            prop_assert_eq!(repaired.len(), json.len());
            prop_assert!(serde_json::from_slice::<String>(&repaired).is_ok());
            let was_readable = serde_json::from_str::<String>(&json).is_ok();
            prop_assert_eq!(matches!(repaired, Cow::Borrowed(_)), was_readable);
            seen[usize::from(was_readable)].update(|times| times + 1);
        });
        assert!(seen.iter().all(|times| times.get() > 20), "{seen:?}");
    }
}
