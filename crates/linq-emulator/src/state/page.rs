//! Pages, newest first, that are stable while items are added.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Returns the page of `newest_first` after `cursor`, and the number of the next cursor if there are more items.
pub(crate) fn page<T>(
    newest_first: impl Iterator<Item = T>,
    number: impl Fn(&T) -> u64,
    cursor: Option<u64>,
    limit: usize,
) -> (Vec<T>, Option<u64>) {
    let mut items: Vec<T> = newest_first
        .filter(|item| cursor.is_none_or(|cursor| number(item) < cursor))
        .take(limit + 1)
        .collect();
    let more = items.len() > limit;
    items.truncate(limit);
    let next = if more { items.last().map(number) } else { None };
    (items, next)
}

/// Returns a cursor, which contains its scope, so that a cursor of another list is rejected.
pub(crate) fn encode(scope: &str, number: u64) -> String {
    URL_SAFE_NO_PAD.encode(format!("{scope} {number}"))
}

pub(crate) fn decode(scope: &str, cursor: &str) -> Option<u64> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    text.strip_prefix(scope)?.strip_prefix(' ')?.parse().ok()
}
