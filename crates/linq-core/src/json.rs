//! JSON decoding with errors that have the path but never the value.

use std::fmt;

/// A decoding error: the path, and the problem without the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonError {
    pub(crate) path: String,
    pub(crate) what: String,
}

/// Decodes JSON. On failure, decodes it again to find the path.
pub(crate) fn from_json<'de, T: serde::Deserialize<'de>>(body: &'de [u8]) -> Result<T, JsonError> {
    serde_json::from_slice(body).map_err(|error| {
        let mut deserializer = serde_json::Deserializer::from_slice(body);
        let failed = serde_path_to_error::deserialize::<_, T>(&mut deserializer).err();
        JsonError {
            path: match failed.map(|failed| failed.path().to_string()) {
                // `?` is a name that ended early.
                Some(path) if path != "?" => path,
                _ => ".".to_owned(),
            },
            what: describe(&redact_values(&error.to_string())),
        }
    })
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A line and column within a fragment would be mistaken for those of the document.
        let what = self.what.split(" at line ").next().unwrap_or_default();
        write!(f, "{}: {what}", self.path)
    }
}

impl JsonError {
    /// Removes a line and column within a fragment, which would be mistaken for those of the document.
    pub(crate) fn without_position(mut self) -> Self {
        if let Some(position) = self.what.rfind(" at line ") {
            self.what.truncate(position);
        }
        self
    }

    pub(crate) fn whole(what: &str) -> Self {
        Self {
            path: ".".to_owned(),
            what: what.to_owned(),
        }
    }
}

/// Removes the value from a message of serde (`invalid type: string "…"`, ``integer `…` ``), since it may be a secret.
fn redact_values(message: &str) -> String {
    for (open, close) in [(" \"", "\", "), (" `", "`, expected ")] {
        if let (Some(start), Some(end)) = (message.find(open), message.rfind(close))
            && start < end
        {
            return format!("{}{}", &message[..start], &message[end + 1..]);
        }
    }
    message.to_owned()
}

/// Replaces Rust types in a message of serde with those of JSON, since callers may use another language.
fn describe(message: &str) -> String {
    const EXPECTED: &str = ", expected ";
    let Some((before, rest)) = message.split_once(EXPECTED) else {
        return message.to_owned();
    };
    let (expected, position) = rest.split_at(rest.find(" at line ").unwrap_or(rest.len()));
    let first = expected.split(' ').next().unwrap_or_default();
    let plain = match first {
        _ if expected.ends_with(" a sequence") || expected == "a sequence" => "a list",
        _ if expected == "a map" || expected.contains("tagged enum ") => "an object",
        "struct" => "an object",
        "tuple" => "a list",
        "enum" => "a string",
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
            "an integer"
        }
        "f32" | "f64" => "a number",
        _ => expected,
    };
    let found = match before {
        "invalid type: map" => "invalid type: object",
        "invalid type: sequence" => "invalid type: list",
        "invalid type: floating point" => "invalid type: number",
        _ => before,
    };
    format!("{found}{EXPECTED}{plain}{position}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_omit_strings() {
        let problem = from_json::<Vec<u32>>(br#"[1, "whsec_c2VjcmV0"]"#).unwrap_err();
        assert_eq!(problem.path, "[1]");
        assert_eq!(
            problem.what,
            "invalid type: string, expected an integer at line 1 column 20"
        );
    }

    #[test]
    fn errors_omit_numbers() {
        for number in ["987654321", "-5", "1.5", "true"] {
            let problem = from_json::<Vec<String>>(format!("[{number}]").as_bytes()).unwrap_err();
            assert!(!problem.what.contains(number), "{}", problem.what);
            assert!(problem.what.contains(", expected a string"));
        }
    }

    #[test]
    fn errors_omit_strings_with_quotes() {
        let problem = from_json::<Vec<u32>>(br#"["whsec\", expected \"c2Vj"]"#).unwrap_err();
        assert_eq!(
            problem.what,
            "invalid type: string, expected an integer at line 1 column 27"
        );
    }

    #[test]
    fn errors_name_json_types() {
        use crate::{call::Page, message::MessageContent, model::Chat};
        fn problem<T: serde::de::DeserializeOwned>(json: &str) -> String {
            match from_json::<T>(json.as_bytes()) {
                Ok(_) => "none".to_owned(),
                Err(problem) => problem.to_string(),
            }
        }
        assert_eq!(
            problem::<MessageContent>("7"),
            ".: invalid type: integer, expected an object"
        );
        assert_eq!(
            problem::<MessageContent>(r#"{"parts": {}}"#),
            "parts: invalid type: object, expected a list"
        );
        assert_eq!(problem::<Page<Chat>>("{}"), ".: missing field `chats`");
        assert_eq!(
            problem::<Page<Chat>>(r#"{"chats": [7]}"#),
            "chats[0]: invalid type: integer, expected an object"
        );
        assert_eq!(
            problem::<(u8, f64)>(r#"[1, "a"]"#),
            "[1]: invalid type: string, expected a number"
        );
    }

    #[test]
    fn trailing_text_is_an_error_of_the_whole_body() {
        assert_eq!(from_json::<u32>(b"1 2").unwrap_err().path, ".");
    }
}
