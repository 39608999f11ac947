//! Where in a JSON text something is, from its offset: `parts[0].value`.

use std::{borrow::Cow, fmt::Write};

/// The path of the value that ends at this offset, or that is being read there; `.` for the whole text.
///
/// `serde_json` says where it stopped, and that is enough: to follow the path while reading would take a
/// second copy of the code that reads every type.
pub(crate) fn path_at(json: &[u8], offset: usize) -> String {
    let mut open: Vec<Container<'_>> = Vec::new();
    let mut at = 0;
    while at < offset.min(json.len()) {
        match json[at] {
            b'{' => open.push(Container::Object(None)),
            b'[' => open.push(Container::Array(0)),
            b'}' | b']' => {
                open.pop();
            }
            b',' => match open.last_mut() {
                Some(Container::Object(key)) => *key = None,
                Some(Container::Array(index)) => *index += 1,
                None => {}
            },
            b'"' => {
                let end = end_of_text(json, at);
                if let Some(Container::Object(key @ None)) = open.last_mut() {
                    *key = Some(&json[at..end]);
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    written(&open)
}

/// The offset that `serde_json` means by a line and a column, both counted as it does.
pub(crate) fn offset_of(json: &[u8], line: usize, column: usize) -> usize {
    let newlines = json.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let start = match line.checked_sub(2) {
        None => 0,
        Some(before) => newlines
            .map(|(at, _)| at + 1)
            .nth(before)
            .unwrap_or(json.len()),
    };
    start + column
}

/// An object with the key that was read last, or an array with the index.
enum Container<'a> {
    Object(Option<&'a [u8]>),
    Array(usize),
}

fn end_of_text(json: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    json.len()
}

fn written(open: &[Container<'_>]) -> String {
    let mut path = String::new();
    for container in open {
        match container {
            Container::Object(None) => {}
            Container::Object(Some(key)) => {
                let dot = if path.is_empty() { "" } else { "." };
                let _ = write!(path, "{dot}{}", unquoted(key));
            }
            Container::Array(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    if path.is_empty() {
        path.push('.');
    }
    path
}

fn unquoted(key: &[u8]) -> Cow<'_, str> {
    match serde_json::from_slice::<String>(key) {
        Ok(key) => key.into(),
        Err(_) => String::from_utf8_lossy(key),
    }
}

#[cfg(test)]
mod tests {
    use super::{offset_of, path_at};

    #[test]
    fn a_value_is_found_by_where_it_ends() {
        let json = br#"{"a": [1, {"b\"": "x, [", "c": null}], "d": {}}"#;
        for (up_to, path) in [
            ("", "."),
            (r#"{"a""#, "a"),
            (r#"{"a": [1"#, "a[0]"),
            (r#"{"a": [1, {"#, "a[1]"),
            (r#"{"a": [1, {"b\"": "x, [""#, "a[1].b\""),
            (r#"{"a": [1, {"b\"": "x, [", "c": null"#, "a[1].c"),
            (r#"{"a": [1, {"b\"": "x, [", "c": null}"#, "a[1]"),
            (r#"{"a": [1, {"b\"": "x, [", "c": null}]"#, "a"),
            (r#"{"a": [1, {"b\"": "x, [", "c": null}], "d": {}"#, "d"),
        ] {
            assert!(json.starts_with(up_to.as_bytes()));
            assert_eq!(path_at(json, up_to.len()), path, "after {up_to}");
        }
        assert_eq!(path_at(json, usize::MAX), ".");
        assert_eq!(path_at(b"\"\\", 9), ".");
    }

    #[test]
    fn lines_and_columns_are_those_of_serde_json() {
        let json = b"{\n\"a\": 1,\n\n\"b\": x}";
        let error = serde_json::from_slice::<serde_json::Value>(json).unwrap_err();
        let offset = offset_of(json, error.line(), error.column());
        assert_eq!(path_at(json, offset), "b");
        assert_eq!(offset_of(json, 1, 1), 1);
        assert_eq!(offset_of(json, 9, 0), json.len());
    }
}
