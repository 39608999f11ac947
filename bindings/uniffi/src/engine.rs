use crate::{
    DownloadConfig, LinqError, PendingCall, PendingDownload, PendingUpload, StartedCall,
    UploadConfig,
    attempts::AttemptRecorder,
    options::{CallConfig, EngineConfig, Idempotency},
    wire::HttpResponse,
};
use http::Method;
use linq_core::{
    ApiKey, Client,
    call::PreparedCall,
    dynamic::AnyEndpoint,
    error::{InvalidArgument, TransportError, TransportErrorKind},
    exchange::{Authorization, BaseUrl, CallOptions, Entropy, ExchangeConfig, RetryQuota},
    schema::Schema,
};
use serde_json::value::RawValue;
use std::{borrow::Cow, fmt, sync::Arc, time::Instant};

/// A client's configuration, from which calls are started. Holds no key, connection or thread.
#[derive(uniffi::Object)]
pub struct Engine {
    options: EngineConfig,
    base_url: BaseUrl,
    /// With a placeholder for the key, which is never sent: each call requests a token.
    config: ExchangeConfig,
}

#[uniffi::export]
impl Engine {
    /// Creates an engine.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` if an option is invalid.
    #[uniffi::constructor]
    pub fn new(options: EngineConfig) -> Result<Arc<Self>, LinqError> {
        let url = options.base_url.as_deref().unwrap_or(BaseUrl::PRODUCTION);
        let base_url = if options.allow_http {
            BaseUrl::insecure(url)?
        } else {
            BaseUrl::new(url)?
        };
        let mut config = ExchangeConfig::new(base_url.clone(), &placeholder());
        if let Some(timeout) = options.timeout {
            config = config.timeout(timeout);
        }
        if let Some(retries) = options.max_retries {
            config = config.max_retries(retries);
        }
        if let Some(deadline) = options.deadline {
            config = config.deadline(deadline);
        }
        if let Some(rate_limits) = options.rate_limits.clone() {
            config = config.rate_limits(rate_limits.into())?;
        }
        let quota = options.retry_quota.map(RetryQuota::new);
        config = config
            .retry_quota(quota.unwrap_or(RetryQuota::unlimited()))
            .strict_responses(options.strict_responses);
        for header in &options.headers {
            config = config.header(&header.name, &header.value)?;
        }
        Ok(Arc::new(Self {
            options,
            base_url,
            config,
        }))
    }

    /// Returns the base URL of requests.
    #[must_use]
    pub fn base_url(&self) -> String {
        self.base_url.as_str().to_owned()
    }

    /// Starts the operation with this official name, such as `chats.participants.add`, and its arguments as a JSON
    /// object.
    pub fn begin(
        &self,
        operation: &str,
        arguments: Vec<u8>,
        options: CallConfig,
    ) -> Result<StartedCall, LinqError> {
        let endpoint = AnyEndpoint::named(operation, &arguments)?;
        let schema = endpoint.info().response_schema;
        let authorization = self.authorization(&options);
        let call = PreparedCall::new(endpoint, CallOptions::try_from(options)?);
        self.start(call, authorization, schema)
    }

    /// Starts a request to any path. `path` is relative to the base URL and percent-encoded; `body` is JSON.
    pub fn begin_request(
        &self,
        method: &str,
        path: &str,
        body: Option<Vec<u8>>,
        idempotency: Option<Idempotency>,
        options: CallConfig,
    ) -> Result<StartedCall, LinqError> {
        let method = Method::from_bytes(method.as_bytes())
            .map_err(|_| InvalidArgument::new("method", "not a valid HTTP method"))?;
        let client = Client::from_transport(());
        let mut call = client.request(method, path);
        if let Some(body) = body {
            let body: Box<RawValue> = serde_json::from_slice(&body)
                .map_err(|_| InvalidArgument::new("body", "not valid JSON"))?;
            call = call.json(body);
        }
        if let Some(idempotency) = idempotency {
            call = call.idempotency(idempotency.into());
        }
        let authorization = self.authorization(&options);
        let call = call.options(options.try_into()?).into_prepared();
        self.start(call.into(), authorization, None)
    }

    /// Starts the upload of a file of `size` bytes, at most 100 MB.
    pub fn begin_upload(
        &self,
        size: u64,
        options: UploadConfig,
    ) -> Result<Arc<PendingUpload>, LinqError> {
        let deadline = options.deadline.or(self.options.deadline);
        let authorization = Authorization::new(deadline, false, Instant::now());
        let (config, recorder) = self.call_config();
        PendingUpload::begin(&config, size, options, entropy()?, authorization, recorder)
    }

    /// Starts the download of a file.
    pub fn begin_download(
        &self,
        options: DownloadConfig,
    ) -> Result<Arc<PendingDownload>, LinqError> {
        let deadline = options.deadline.or(self.options.deadline);
        let authorization = Authorization::new(deadline, false, Instant::now());
        let (config, recorder) = self.call_config();
        PendingDownload::begin(&config, options, entropy()?, authorization, recorder)
    }
}

impl Engine {
    fn start(
        &self,
        call: PreparedCall<AnyEndpoint>,
        authorization: Authorization<HttpResponse>,
        schema: Option<Schema>,
    ) -> Result<StartedCall, LinqError> {
        let (config, recorder) = self.call_config();
        let exchange = call.begin(&config, entropy()?, Instant::now())?;
        let keeps_body = schema.is_some() && !self.options.strict_responses;
        PendingCall::start(exchange, authorization, schema, keeps_body, recorder)
    }

    /// Returns the configuration of one call, and the recorder of its attempts if the host observes them.
    fn call_config(&self) -> (Cow<'_, ExchangeConfig>, Option<Arc<AttemptRecorder>>) {
        if !self.options.observes_attempts {
            return (Cow::Borrowed(&self.config), None);
        }
        let recorder = Arc::<AttemptRecorder>::default();
        let config = self.config.clone().observer(recorder.clone());
        (Cow::Owned(config), Some(recorder))
    }

    fn authorization(&self, options: &CallConfig) -> Authorization<HttpResponse> {
        let mut names = options.headers.iter().map(|header| &header.name);
        let has_own = names.any(|name| name.eq_ignore_ascii_case("authorization"));
        let deadline = options.deadline.or(self.options.deadline);
        Authorization::new(deadline, has_own, Instant::now())
    }
}

/// Omits the headers, which may contain secrets.
impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("base_url", &self.base_url)
            .field("timeout", &self.options.timeout)
            .finish_non_exhaustive()
    }
}

fn placeholder() -> ApiKey {
    ApiKey::new("-").expect("a valid header value")
}

fn entropy() -> Result<Entropy, LinqError> {
    let mut bytes = [0; Entropy::LEN];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(Entropy::new(bytes)),
        Err(error) => Err(TransportError::new(TransportErrorKind::InvalidRequest, error).into()),
    }
}
