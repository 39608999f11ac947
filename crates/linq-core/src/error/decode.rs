use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt;

/// The server accepted the request, with a reply that this version does not understand.
///
/// Nothing is lost: what was asked has been done, and the reply is in [`body`](Self::body).
#[derive(Clone)]
pub struct DecodeError {
    path: String,
    problem: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl DecodeError {
    pub(crate) fn new(problem: JsonProblem, reply: http::Response<Bytes>) -> Self {
        let (parts, body) = reply.into_parts();
        Self {
            path: problem.path,
            problem: problem.what,
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// The field that was not understood, such as `messages[3].created_at`; `.` for the whole body.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The HTTP status, a success.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the reply.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body of the reply as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The identifier under which Linq's support finds the request.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        crate::call::trace_id(&self.headers)
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "HTTP {}, but the reply is not understood: {}: {}",
            self.status.as_u16(),
            self.path,
            self.problem
        )
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

/// Reads JSON at full speed; only when that fails does it read again to find out where.
#[cfg(not(for_size))]
pub(crate) fn from_json<'de, T: serde::Deserialize<'de>>(
    body: &'de [u8],
) -> Result<T, JsonProblem> {
    serde_json::from_slice(body).map_err(|error| match followed::<T>(body) {
        // What follows the value is no business of its path.
        Ok(_) => JsonProblem::of_all(&error),
        Err(problem) => problem,
    })
}

/// Reads JSON and follows where it is: a second way of reading would be code for every type once more.
#[cfg(for_size)]
pub(crate) fn from_json<'de, T: serde::Deserialize<'de>>(
    body: &'de [u8],
) -> Result<T, JsonProblem> {
    let value = followed(body)?;
    match serde_json::from_slice::<serde::de::IgnoredAny>(body) {
        Ok(_) => Ok(value),
        Err(error) => Err(JsonProblem::of_all(&error)),
    }
}

fn followed<'de, T: serde::Deserialize<'de>>(body: &'de [u8]) -> Result<T, JsonProblem> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|located| JsonProblem {
        path: located.path().to_string(),
        what: without_values(&located.into_inner().to_string()),
    })
}

impl JsonProblem {
    fn of_all(error: &serde_json::Error) -> Self {
        Self {
            path: ".".to_owned(),
            what: without_values(&error.to_string()),
        }
    }
}

/// Serde repeats the offending text (`invalid type: string "…"`), which may be a secret.
fn without_values(message: &str) -> String {
    match (message.find(" \""), message.rfind("\", ")) {
        (Some(start), Some(end)) if start < end => {
            format!("{}{}", &message[..start], &message[end + 1..])
        }
        _ => message.to_owned(),
    }
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
            "invalid type: string, expected u32 at line 1 column 20"
        );
    }

    #[test]
    fn a_value_with_quotes_is_not_repeated() {
        let problem = from_json::<Vec<u32>>(br#"["whsec\", expected \"c2Vj"]"#).unwrap_err();
        assert_eq!(
            problem.what,
            "invalid type: string, expected u32 at line 1 column 27"
        );
    }

    #[test]
    fn trailing_text_is_a_problem_of_the_whole_body() {
        assert_eq!(from_json::<u32>(b"1 2").unwrap_err().path, ".");
    }
}
