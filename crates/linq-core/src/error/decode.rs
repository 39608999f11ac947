use crate::{endpoint::ResponseContext, message::IdempotencyKey, schema::Unreadable};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use std::fmt;

/// The server accepted the request, with a response that is not understood: it lacks the identity of the resource, or
/// is not JSON.
///
/// The request has probably taken effect. The response is in [`body`](Self::body), and the same request under the
/// same [`idempotency_key`](Self::idempotency_key) takes effect once.
#[derive(Clone)]
pub struct DecodeError {
    path: String,
    problem: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    context: ResponseContext,
}

impl DecodeError {
    pub(crate) fn new(unreadable: Unreadable, response: http::Response<Bytes>) -> Self {
        let (mut parts, body) = response.into_parts();
        let context: ResponseContext = parts.extensions.remove().unwrap_or_default();
        let JsonProblem { path, what } = match unreadable {
            Unreadable::Field(problem) => problem,
            Unreadable::NotJson => JsonProblem {
                path: ".".to_owned(),
                what: not_json(&parts.headers, &body, &context.address),
            },
        };
        Self {
            path,
            problem: what,
            status: parts.status,
            headers: parts.headers,
            body,
            context,
        }
    }

    /// Returns the field that was not understood, such as `message.id`; `.` for the whole body.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the HTTP status, a success.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the raw body of the response.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the identifier under which Linq's support finds the request.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        crate::call::trace_id(&self.headers)
    }

    /// Returns the idempotency key that was sent, also if the client made it.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.context.idempotency_key.as_ref()
    }
}

/// Says what came in place of JSON, and from where: a proxy's page, mostly.
fn not_json(headers: &HeaderMap, body: &[u8], address: &str) -> String {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let came = match content_type {
        _ if body.trim_ascii().is_empty() => "no body".to_owned(),
        Some(content_type) => format!("content type {content_type}"),
        None => "a body without a content type".to_owned(),
    };
    let from = if address.is_empty() { "" } else { " from " };
    format!("{came} instead of JSON{from}{address}")
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (status, problem) = (self.status.as_u16(), &self.problem);
        match self.path.as_str() {
            "." => write!(
                f,
                "accepted, response not understood: HTTP {status} with {problem}"
            ),
            path => write!(
                f,
                "accepted, response not understood: HTTP {status}, {path}: {problem}"
            ),
        }
    }
}

/// Without the headers and the body, which may hold signed URLs and secrets.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.path)
            .field("problem", &self.problem)
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for DecodeError {}

/// Where JSON stopped making sense, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonProblem {
    pub(crate) path: String,
    pub(crate) what: String,
}

/// Reads JSON; on failure, once more with the path of what failed.
pub(crate) fn from_json<'de, T: serde::Deserialize<'de>>(
    body: &'de [u8],
) -> Result<T, JsonProblem> {
    serde_json::from_slice(body).map_err(|error| {
        let mut again = serde_json::Deserializer::from_slice(body);
        let failed = serde_path_to_error::deserialize::<_, T>(&mut again).err();
        JsonProblem {
            path: failed.map_or_else(|| ".".to_owned(), |failed| failed.path().to_string()),
            what: in_plain_words(&without_values(&error.to_string())),
        }
    })
}

impl fmt::Display for JsonProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The line and column of a part would be taken for those of the whole.
        let what = self.what.split(" at line ").next().unwrap_or_default();
        write!(f, "{}: {what}", self.path)
    }
}

impl JsonProblem {
    pub(crate) fn whole(what: &str) -> Self {
        Self {
            path: ".".to_owned(),
            what: what.to_owned(),
        }
    }
}

/// Serde repeats the offending value (`invalid type: string "…"`, ``integer `…` ``), which may be a secret.
fn without_values(message: &str) -> String {
    for (open, close) in [(" \"", "\", "), (" `", "`, expected ")] {
        if let (Some(start), Some(end)) = (message.find(open), message.rfind(close))
            && start < end
        {
            return format!("{}{}", &message[..start], &message[end + 1..]);
        }
    }
    message.to_owned()
}

/// Serde says what it expected in terms of Rust, which is not everybody's language.
fn in_plain_words(message: &str) -> String {
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
        "enum" => "a text",
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
            "a whole number"
        }
        "f32" | "f64" => "a number",
        _ => expected,
    };
    format!("{before}{EXPECTED}{plain}{position}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_not_repeated() {
        let problem = from_json::<Vec<u32>>(br#"[1, "whsec_c2VjcmV0"]"#).unwrap_err();
        assert_eq!(problem.path, "[1]");
        assert_eq!(
            problem.what,
            "invalid type: string, expected a whole number at line 1 column 20"
        );
    }

    #[test]
    fn a_number_is_not_repeated() {
        for number in ["987654321", "-5", "1.5", "true"] {
            let problem = from_json::<Vec<String>>(format!("[{number}]").as_bytes()).unwrap_err();
            assert!(!problem.what.contains(number), "{}", problem.what);
            assert!(problem.what.contains(", expected a string"));
        }
    }

    #[test]
    fn a_value_with_quotes_is_not_repeated() {
        let problem = from_json::<Vec<u32>>(br#"["whsec\", expected \"c2Vj"]"#).unwrap_err();
        assert_eq!(
            problem.what,
            "invalid type: string, expected a whole number at line 1 column 27"
        );
    }

    #[test]
    fn what_was_expected_is_said_in_no_language() {
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
            "parts: invalid type: map, expected a list"
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
    fn trailing_text_is_a_problem_of_the_whole_body() {
        assert_eq!(from_json::<u32>(b"1 2").unwrap_err().path, ".");
    }
}
