use crate::{PhoneNumber, error::InvalidArgument, header::extra_header, message::IdempotencyKey};
use http::{HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use std::{
    collections::BTreeMap,
    fmt::{self, Display},
    time::Duration,
};

/// The options of one call, which override those of the client's [`ExchangeConfig`](super::ExchangeConfig).
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) idempotency_key: Option<IdempotencyKey>,
    pub(crate) rate_limit_line: Option<PhoneNumber>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) default_headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) default_query: BTreeMap<String, String>,
    pub(crate) body_fields: BTreeMap<String, Box<RawValue>>,
}

impl CallOptions {
    /// Sets the maximum time for one attempt, from connecting to the last byte of the response.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the maximum number of retries, which are made for retryable errors on idempotent requests.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = Some(retries);
        self
    }

    /// Sets the maximum time for the whole call, delays and retries included.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets the maximum time for the whole call, unless it is shorter already.
    #[must_use]
    pub fn deadline_at_most(self, limit: Duration) -> Self {
        let deadline = self.deadline.map_or(limit, |deadline| deadline.min(limit));
        self.deadline(deadline)
    }

    /// Sets the idempotency key, under which the server executes the call at most once. Without it, operations that
    /// take a key get a random one.
    #[must_use]
    pub fn idempotency_key(mut self, key: IdempotencyKey) -> Self {
        self.idempotency_key = Some(key);
        self
    }

    /// Names the line that sends the message of this call, for the rate limit
    /// [`MessagesPerLine`](crate::rate_limit::Limit::MessagesPerLine), if its arguments do not. It is not sent, and
    /// does not choose the line.
    #[must_use]
    pub fn rate_limit_line(mut self, line: PhoneNumber) -> Self {
        self.rate_limit_line = Some(line);
        self
    }

    /// Sets a header of this call, replacing one of that name. The value must be visible ASCII, and is never logged.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for a header that belongs to the connection, such as `Content-Length`, `Transfer-Encoding`,
    /// `Host` or `Connection`.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, InvalidArgument> {
        self.headers.push(extra_header(name, value)?);
        Ok(self)
    }

    /// Sets a header of this call, unless it has one of that name, in the same way as [`header`](Self::header).
    ///
    /// # Errors
    ///
    /// The same as [`header`](Self::header).
    pub fn default_header(mut self, name: &str, value: &str) -> Result<Self, InvalidArgument> {
        self.default_headers.push(extra_header(name, value)?);
        Ok(self)
    }

    /// Sets a query parameter of this call, replacing one of that name, except `cursor` and `offset` of the pages
    /// after the first.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for an empty name.
    pub fn query(mut self, name: &str, value: impl Display) -> Result<Self, InvalidArgument> {
        self.query.insert(parameter(name)?, value.to_string());
        Ok(self)
    }

    /// Sets a query parameter of this call, unless it has one of that name.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for an empty name.
    pub fn default_query(
        mut self,
        name: &str,
        value: impl Display,
    ) -> Result<Self, InvalidArgument> {
        let name = parameter(name)?;
        self.default_query.insert(name, value.to_string());
        Ok(self)
    }

    /// Sets a field of the JSON body of this call, replacing one of that name. Numbers are sent exactly as they are
    /// serialized, also beyond 64 bits; a [`RawValue`] is sent verbatim.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] if the value cannot be serialized.
    pub fn body_field(
        mut self,
        name: &str,
        value: impl Serialize,
    ) -> Result<Self, InvalidArgument> {
        let value = to_raw_value(&value).map_err(|error| {
            InvalidArgument::new(name, format!("cannot be serialized as JSON: {error}"))
        })?;
        self.body_fields.insert(name.to_owned(), value);
        Ok(self)
    }
}

fn parameter(name: &str) -> Result<String, InvalidArgument> {
    if name.is_empty() {
        return Err(InvalidArgument::new(
            "query",
            "the name of a parameter must not be empty",
        ));
    }
    Ok(name.to_owned())
}

/// Prints names without values, which may be secrets.
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |headers: &[(HeaderName, _)]| -> Vec<_> {
            headers.iter().map(|(name, _)| name.to_string()).collect()
        };
        let query: Vec<_> = self.query.keys().collect();
        let default_query: Vec<_> = self.default_query.keys().collect();
        let body_fields: Vec<_> = self.body_fields.keys().collect();
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .field("deadline", &self.deadline)
            .field("idempotency_key", &self.idempotency_key)
            .field("rate_limit_line", &self.rate_limit_line.is_some())
            .field("headers", &names(&self.headers))
            .field("default_headers", &names(&self.default_headers))
            .field("query", &query)
            .field("default_query", &default_query)
            .field("body_fields", &body_fields)
            .finish()
    }
}
