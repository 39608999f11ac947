use std::borrow::Cow;

/// What a server wrote, with U+FFFD in place of halves of surrogate pairs, which JSON can hold and no text
/// of Swift's can; none if it has no such halves.
#[uniffi::export]
#[must_use]
pub fn without_halves(json: Vec<u8>) -> Option<Vec<u8>> {
    match linq_core::surrogates::without_halves(&json) {
        Cow::Borrowed(_) => None,
        Cow::Owned(repaired) => Some(repaired),
    }
}
