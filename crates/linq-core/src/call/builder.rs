use super::{Client, ClientConfig, Connect, Environment, ProxyUrl};
use crate::{
    error::InvalidArgument,
    exchange::{AttemptObserver, BaseUrl, ExchangeConfig, RetryQuota},
    header::default_header,
    rate_limit::RateLimits,
    secret::ApiKey,
    testing::CannedResponses,
};
use http::{HeaderName, HeaderValue};
use std::{fmt, marker::PhantomData, sync::Arc, time::Duration};

/// A builder for a client. [`build`](Self::build) validates all options.
#[must_use = "a builder does nothing until `.build()`"]
pub struct ClientBuilder<C> {
    api_key: Result<ApiKey, InvalidArgument>,
    base_url: Option<(String, &'static str)>,
    allow_http: bool,
    headers: Result<Vec<(HeaderName, HeaderValue)>, InvalidArgument>,
    timeout: Duration,
    max_retries: u32,
    deadline: Option<Duration>,
    strict_responses: bool,
    rate_limits: Option<RateLimits>,
    retry_quota: RetryQuota,
    observer: Option<Arc<dyn AttemptObserver>>,
    connect_timeout: Option<Duration>,
    proxy: Option<String>,
    root_certificates: Vec<Vec<u8>>,
    max_idle_connections: Option<usize>,
    max_connections: Option<usize>,
    max_response_bytes: Option<usize>,
    canned_responses: Option<CannedResponses>,
    transport: PhantomData<fn() -> C>,
}

impl<C: Connect> ClientBuilder<C> {
    pub(super) fn new(api_key: Result<ApiKey, InvalidArgument>) -> Self {
        Self {
            api_key,
            base_url: None,
            allow_http: false,
            headers: Ok(Vec::new()),
            timeout: ExchangeConfig::DEFAULT_TIMEOUT,
            max_retries: ExchangeConfig::DEFAULT_MAX_RETRIES,
            deadline: None,
            strict_responses: false,
            rate_limits: None,
            retry_quota: RetryQuota::default(),
            observer: None,
            connect_timeout: None,
            proxy: None,
            root_certificates: Vec::new(),
            max_idle_connections: None,
            max_connections: None,
            max_response_bytes: None,
            canned_responses: None,
            transport: PhantomData,
        }
    }

    pub(super) fn from_environment(environment: Result<Environment, InvalidArgument>) -> Self {
        match environment {
            Err(invalid) => Self::new(Err(invalid)),
            Ok(environment) => {
                let mut builder = Self::new(Ok(environment.api_key));
                builder.base_url = environment.base_url.map(|url| (url, Environment::BASE_URL));
                builder.headers = Ok(environment.headers);
                builder
            }
        }
    }

    /// Sets the base URL, `https://api.linqapp.com/api/partner` by default. A trailing `/v3` after `/api/partner` is
    /// removed. `http` is accepted for loopback only, unless [`allow_http`](Self::allow_http) is called too.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some((url.into(), "base_url"));
        self
    }

    /// Allows a base URL with `http` for any host: the API key is then sent unencrypted.
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// Sets the maximum time for one attempt, from connecting to the last byte of the response; 60 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the maximum time to connect, TLS handshake included; 10 seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Sets the maximum number of retries, which are made for retryable errors on idempotent requests; 2 by default.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the maximum time for a whole call, delays and retries included; unlimited by default.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets whether responses that are not as documented are rejected, see [`ExchangeConfig::strict_responses`];
    /// `false` by default.
    pub fn strict_responses(mut self, strict: bool) -> Self {
        self.strict_responses = strict;
        self
    }

    /// Enables client-side rate limiting, which delays calls instead of provoking a 429; off by default. See
    /// [`rate_limit`](crate::rate_limit).
    pub fn rate_limits(mut self, rate_limits: RateLimits) -> Self {
        self.rate_limits = Some(rate_limits);
        self
    }

    /// Sets the quota of the retries of all calls together; [`RetryQuota::default`] if it is not set. A call that fails
    /// while it is exhausted is not retried.
    pub fn retry_quota(mut self, quota: RetryQuota) -> Self {
        self.retry_quota = quota;
        self
    }

    /// Sets the observer of each attempt, for metrics and audit. Its records contain no secrets and no contents.
    pub fn observer(mut self, observer: Arc<dyn AttemptObserver>) -> Self {
        self.observer = Some(observer);
        self
    }

    /// Sets a header of every request, replacing one of that name. The value must be visible ASCII, and is never
    /// logged. `Idempotency-Key`, which must differ for each call, and headers that belong to the connection, such as
    /// `Content-Length`, are invalid.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Ok(headers) = &mut self.headers {
            match default_header(name, value) {
                Ok(header) => headers.push(header),
                Err(invalid) => self.headers = Err(invalid),
            }
        }
        self
    }

    /// Sets a proxy for all requests, such as `http://user:password@host:3128`, instead of that of the environment. Its
    /// scheme must be `http` or `https`; SOCKS is not supported.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Adds PEM certificates to trust instead of the platform's, such as a private certificate authority.
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates.push(pem.into());
        self
    }

    /// Sets the maximum number of idle connections to keep; 32 by default.
    pub fn max_idle_connections(mut self, connections: usize) -> Self {
        self.max_idle_connections = Some(connections);
        self
    }

    /// Sets the maximum number of concurrent connections of an async client; 1,000 by default. Further requests wait
    /// for one, at most for the timeout of their attempt. The blocking client uses one per calling thread.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = Some(connections);
        self
    }

    /// Sets the maximum size of a response body, also of the storage, in bytes after decompression; 32 MiB by default.
    /// A larger one fails the call with [`TransportErrorKind::ResponseTooLarge`](crate::error::TransportErrorKind),
    /// whose message names the limit.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = Some(bytes);
        self
    }

    /// Sets responses that the client returns instead of sending requests, for tests. See
    /// [`testing`](crate::testing).
    pub fn canned_responses(mut self, responses: CannedResponses) -> Self {
        self.canned_responses = Some(responses);
        self
    }

    /// Validates the options and builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the name of the first option or environment variable that is not valid.
    pub fn build(self) -> Result<Client<C>, InvalidArgument> {
        C::connect(self.config()?).map(Client::from_transport)
    }

    fn config(self) -> Result<ClientConfig, InvalidArgument> {
        let base_url = match self.base_url {
            None => BaseUrl::default(),
            Some((url, path)) => {
                let parsed = if self.allow_http {
                    BaseUrl::insecure(&url)
                } else {
                    BaseUrl::new(&url)
                };
                parsed.map_err(|invalid| InvalidArgument::new(path, invalid.reason().clone()))?
            }
        };
        let mut exchange = ExchangeConfig::new(base_url, &self.api_key?)
            .timeout(self.timeout)
            .max_retries(self.max_retries)
            .retry_quota(self.retry_quota);
        if let Some(observer) = self.observer {
            exchange = exchange.observer(observer);
        }
        exchange.deadline = self.deadline;
        exchange.strict_responses = self.strict_responses;
        if let Some(rate_limits) = self.rate_limits {
            exchange = exchange.rate_limits(rate_limits)?;
        }
        for (name, value) in self.headers? {
            exchange.headers.insert(name, value);
        }
        let mut config = ClientConfig::new(exchange);
        config.connect_timeout = self.connect_timeout.unwrap_or(config.connect_timeout);
        config.proxy = self.proxy.as_deref().map(ProxyUrl::new).transpose()?;
        config.root_certificates = self.root_certificates;
        config.max_idle_connections = self
            .max_idle_connections
            .unwrap_or(config.max_idle_connections);
        if let Some(connections) = self.max_connections {
            if connections == 0 {
                return Err(InvalidArgument::new(
                    "max_connections",
                    "must be at least 1",
                ));
            }
            config.max_connections = connections;
        }
        config.max_response_bytes = self.max_response_bytes.unwrap_or(config.max_response_bytes);
        config.canned_responses = self.canned_responses;
        Ok(config)
    }
}

/// Omits everything that may be secret.
impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::ClientBuilder;
    use crate::{
        Connect, Endpoint, Transport,
        call::{ClientConfig, Environment, PreparedCall},
        error::InvalidArgument,
        exchange::BaseUrl,
    };
    use std::ffi::OsString;

    struct NullTransport;

    impl Transport for NullTransport {
        type Output<T: Send + 'static> = ();

        fn call<E: Endpoint>(&self, _: PreparedCall<E>) {}
    }

    impl Connect for NullTransport {
        fn connect(_: ClientConfig) -> Result<Self, InvalidArgument> {
            Ok(Self)
        }
    }

    fn builder_from(variables: &[(&str, OsString)]) -> ClientBuilder<NullTransport> {
        ClientBuilder::from_environment(Environment::read(|name| {
            let variable = variables
                .iter()
                .find(|(known, _)| format!("LINQ_API_V3_{known}") == name);
            variable.map(|(_, value)| value.clone())
        }))
    }

    #[test]
    fn debug_output_omits_headers_of_the_environment() {
        let key = ("API_KEY", "key".into());
        let headers = ("CUSTOM_HEADERS", "X-Gateway-Token: hunter2".into());
        let config = builder_from(&[key, headers]).config().unwrap();
        assert_eq!(config.exchange.headers["x-gateway-token"], "hunter2");
        assert!(!format!("{config:?}").contains("hunter2"));
    }

    #[test]
    fn trailing_version_of_the_environments_base_url_is_removed() {
        for url in [
            "https://api.linqapp.com/api/partner/v3",
            "https://api.linqapp.com/api/partner/v3/",
            "https://api.linqapp.com/api/partner",
            "",
        ] {
            let variables = [("API_KEY", "My API Key".into()), ("BASE_URL", url.into())];
            let config = builder_from(&variables).config().unwrap();
            assert_eq!(config.exchange.base_url().as_str(), BaseUrl::PRODUCTION);
            let authorization = &config.exchange.headers["authorization"];
            assert_eq!(authorization, "Bearer My API Key");
        }
    }

    #[test]
    fn invalid_api_key_of_the_environment_has_the_variable() {
        let error = builder_from(&[("API_KEY", "key\n".into())])
            .config()
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "LINQ_API_V3_API_KEY: contains a line break"
        );
    }

    #[cfg(unix)]
    #[test]
    fn variables_that_are_not_unicode_are_invalid() {
        use std::os::unix::ffi::OsStringExt;
        for name in ["API_KEY", "BASE_URL", "CUSTOM_HEADERS"] {
            let broken = OsString::from_vec(b"https://gateway.example/\xe9".to_vec());
            let variables = [(name, broken), ("API_KEY", "key".into())];
            let error = builder_from(&variables).config().unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("LINQ_API_V3_{name}: not valid Unicode")
            );
        }
    }
}
