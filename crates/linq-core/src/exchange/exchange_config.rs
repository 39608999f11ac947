use super::{
    AttemptObserver, BaseUrl, RetryQuota, attempt_observer::SharedObserver,
    retry_quota::SharedRetryQuota,
};
use crate::{
    error::InvalidArgument,
    header::default_header,
    rate_limit::{RateLimits, SharedRateLimiter},
    secret::ApiKey,
};
use http::{HeaderMap, HeaderValue, header};
use std::{sync::Arc, time::Duration};

/// The configuration of a client that applies to each call: base URL, API key, headers, timeouts, retries.
#[derive(Clone, Debug)]
pub struct ExchangeConfig {
    pub(crate) base_url: BaseUrl,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) deadline: Option<Duration>,
    pub(crate) rate_limiter: Option<SharedRateLimiter>,
    pub(crate) retry_quota: SharedRetryQuota,
    pub(crate) observer: Option<SharedObserver>,
    pub(crate) strict_responses: bool,
}

impl ExchangeConfig {
    /// Default timeout of one attempt: 60 seconds.
    pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(60);
    /// Default number of retries: 2, so 3 attempts in all.
    pub const DEFAULT_MAX_RETRIES: u32 = 2;

    /// Maximum timeout: 365 days. Longer ones, such as [`Duration::MAX`], are reduced to it, which avoids overflow.
    pub const MAX_TIMEOUT: Duration = Duration::from_secs(365 * 24 * 60 * 60);

    /// Creates a configuration with the official defaults: 60 seconds per attempt, 2 retries, no deadline.
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
            retry_quota: SharedRetryQuota::new(RetryQuota::default()),
            observer: None,
            strict_responses: false,
        }
    }

    /// Sets the maximum time for one attempt, from connecting to the last byte of the response.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the maximum number of retries, which are made for retryable errors on idempotent requests.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the maximum time for a whole call, delays and retries included.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Delays calls to stay within rate limits, which all clones of this configuration share.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for a limit of zero calls, or with a window or margin of more than 24 hours.
    pub fn rate_limits(mut self, rate_limits: RateLimits) -> Result<Self, InvalidArgument> {
        self.rate_limiter = Some(SharedRateLimiter::new(rate_limits)?);
        Ok(self)
    }

    /// Sets the retry quota, which all clones of this configuration share from here on; that of
    /// [`RetryQuota::default`] if it is not set.
    #[must_use]
    pub fn retry_quota(mut self, quota: RetryQuota) -> Self {
        self.retry_quota = SharedRetryQuota::new(quota);
        self
    }

    /// Sets the observer of each attempt.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn AttemptObserver>) -> Self {
        self.observer = Some(SharedObserver(observer));
        self
    }

    /// Rejects responses that are not as documented: a missing field that is documented as always present, or a value
    /// of another type, is then an [`Error::Decode`](crate::Error::Decode). Off by default, since servers deviate from
    /// the documentation, and the request has been accepted anyway.
    #[must_use]
    pub fn strict_responses(mut self, strict: bool) -> Self {
        self.strict_responses = strict;
        self
    }

    /// Replaces the API key.
    #[must_use]
    pub fn api_key(mut self, key: &ApiKey) -> Self {
        self.headers.insert(header::AUTHORIZATION, bearer(key));
        self
    }

    /// Sets a header of every request, replacing one of that name. The value must be visible ASCII, and is never
    /// logged.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for `Idempotency-Key`, which must differ for each call, and for a header that belongs to the
    /// connection, such as `Content-Length`, `Transfer-Encoding`, `Host` or `Connection`.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, InvalidArgument> {
        let (name, value) = default_header(name, value)?;
        self.headers.insert(name, value);
        Ok(self)
    }

    /// Returns the base URL.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }
}

pub(super) fn bearer(api_key: &ApiKey) -> HeaderValue {
    let text = format!("Bearer {}", api_key.expose());
    let mut value = HeaderValue::try_from(text).expect("an API key is valid in a header");
    value.set_sensitive(true);
    value
}
