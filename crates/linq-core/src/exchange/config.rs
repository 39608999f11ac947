use super::BaseUrl;
use crate::{
    error::InvalidArgument,
    header::default_header,
    rate_limit::{RateLimits, SharedRateLimiter},
    secret::ApiKey,
};
use http::{HeaderMap, HeaderValue, header};
use std::time::Duration;

/// What every call of a client shares: where to, as whom, how patiently.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) base_url: BaseUrl,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) deadline: Option<Duration>,
    pub(crate) rate_limiter: Option<SharedRateLimiter>,
    pub(crate) strict_responses: bool,
}

impl Config {
    /// 60 seconds an attempt.
    pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(60);
    /// Two, so three attempts in all.
    pub const DEFAULT_MAX_RETRIES: u32 = 2;

    /// A year. A longer time, such as [`Duration::MAX`], counts as this: nobody waits for its end, and
    /// clocks can still reckon with it.
    pub const MAX_TIMEOUT: Duration = Duration::from_secs(365 * 24 * 60 * 60);

    /// The official defaults: 60 s an attempt, 2 retries, no deadline for the whole.
    #[must_use]
    pub fn new(base_url: BaseUrl, api_key: &ApiKey) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            header::USER_AGENT,
            HeaderValue::from_static(concat!("linq-rust/", env!("CARGO_PKG_VERSION"))),
        );
        headers.insert(header::AUTHORIZATION, bearer(api_key));
        Self {
            base_url,
            headers,
            timeout: Self::DEFAULT_TIMEOUT,
            max_retries: Self::DEFAULT_MAX_RETRIES,
            deadline: None,
            rate_limiter: None,
            strict_responses: false,
        }
    }

    /// The time for one attempt, from connecting to the last byte of the reply.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How often a failed request may be tried again, where that is safe and can help.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// The time for a whole call, pauses and retries included.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Waits for a turn before calls that the API limits; all clones of this configuration share the
    /// turns. A pacing that lets no call through is refused.
    pub fn rate_limits(mut self, rate_limits: RateLimits) -> Result<Self, InvalidArgument> {
        self.rate_limiter = Some(SharedRateLimiter::new(rate_limits)?);
        Ok(self)
    }

    /// Rejects responses that are not as documented: a field that is missing although it is documented as always
    /// present, or a value of another type, is then an [`Error::Decode`](crate::Error::Decode). Off by default:
    /// servers keep less than the documentation promises, and the request has been accepted all the same.
    #[must_use]
    pub fn strict_responses(mut self, strict: bool) -> Self {
        self.strict_responses = strict;
        self
    }

    /// Calls under another key from here on.
    #[must_use]
    pub fn api_key(mut self, key: &ApiKey) -> Self {
        self.headers.insert(header::AUTHORIZATION, bearer(key));
        self
    }

    /// Adds a header to every request, replacing one of that name. Its value is visible ASCII, and never shown.
    ///
    /// # Errors
    ///
    /// An `Idempotency-Key`, which is for one call alone, and a header that belongs to the connection, such as
    /// `Content-Length`, `Transfer-Encoding`, `Host` or `Connection`, are invalid.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, InvalidArgument> {
        let (name, value) = default_header(name, value)?;
        self.headers.insert(name, value);
        Ok(self)
    }

    /// Where requests go.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }
}

pub(super) fn bearer(api_key: &ApiKey) -> HeaderValue {
    let text = format!("Bearer {}", api_key.expose());
    let mut value = HeaderValue::try_from(text).expect("a header can hold an API key");
    value.set_sensitive(true);
    value
}
