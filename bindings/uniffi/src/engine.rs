use crate::{
    LinqError, PendingCall, PendingUpload, UploadSettings,
    options::{CallSettings, EngineSettings, Idempotency},
    wire::HttpResponse,
};
use http::Method;
use linq_core::{
    ApiKey, Client,
    call::PreparedCall,
    dynamic::AnyEndpoint,
    error::{InvalidArgument, TransportError, TransportErrorKind},
    exchange::{Authorization, BaseUrl, CallOptions, Config, Entropy},
    rate_limit::RateLimits,
};
use serde_json::value::RawValue;
use std::{fmt, sync::Arc, time::Instant};

/// Begins calls. Holds no key, no connection and no thread.
#[derive(uniffi::Object)]
pub struct Engine {
    settings: EngineSettings,
    base_url: BaseUrl,
    /// With a key that is never sent: each call asks for its own.
    config: Config,
}

#[uniffi::export]
impl Engine {
    /// Fails with `InvalidArgument` if a setting makes no sense.
    #[uniffi::constructor]
    pub fn new(settings: EngineSettings) -> Result<Arc<Self>, LinqError> {
        let url = settings.base_url.as_deref().unwrap_or(BaseUrl::PRODUCTION);
        let base_url = if settings.allow_http {
            BaseUrl::insecure(url)?
        } else {
            BaseUrl::new(url)?
        };
        let mut config = Config::new(base_url.clone(), &placeholder());
        if let Some(timeout) = settings.timeout {
            config = config.timeout(timeout);
        }
        if let Some(retries) = settings.max_retries {
            config = config.max_retries(retries);
        }
        if let Some(deadline) = settings.deadline {
            config = config.deadline(deadline);
        }
        if settings.is_rate_limited {
            config = config.rate_limits(RateLimits::published())?;
        }
        config = config.strict_responses(settings.strict_responses);
        for header in &settings.headers {
            config = config.header(&header.name, &header.value)?;
        }
        Ok(Arc::new(Self {
            settings,
            base_url,
            config,
        }))
    }

    /// Where requests go.
    #[must_use]
    pub fn base_url(&self) -> String {
        self.base_url.as_str().to_owned()
    }

    /// Begins the operation of this official name, such as `chats.participants.add`, with its arguments
    /// as a JSON object.
    pub fn begin(
        &self,
        operation: &str,
        arguments: &str,
        settings: CallSettings,
    ) -> Result<Arc<PendingCall>, LinqError> {
        let endpoint = AnyEndpoint::named(operation, arguments.as_bytes())?;
        let schema = endpoint.info().response_schema;
        let authorization = self.authorization(&settings);
        let call = PreparedCall::new(endpoint, CallOptions::try_from(settings)?);
        let exchange = call.begin(&self.config, entropy()?, Instant::now())?;
        Ok(PendingCall::new(exchange, authorization, schema))
    }

    /// Begins a request that there is no method for; `path` is below the base URL, percent-encoded, and
    /// `body` is JSON.
    pub fn begin_request(
        &self,
        method: &str,
        path: &str,
        body: Option<String>,
        idempotency: Option<Idempotency>,
        settings: CallSettings,
    ) -> Result<Arc<PendingCall>, LinqError> {
        let method = Method::from_bytes(method.as_bytes())
            .map_err(|_| InvalidArgument::new("method", "it is no HTTP method"))?;
        let client = Client::from_transport(());
        let mut call = client.request(method, path);
        if let Some(body) = body {
            let body: Box<RawValue> = serde_json::from_str(&body)
                .map_err(|_| InvalidArgument::new("body", "it is no JSON"))?;
            call = call.json(body);
        }
        if let Some(idempotency) = idempotency {
            call = call.idempotency(idempotency.into());
        }
        let authorization = self.authorization(&settings);
        let call = call.options(settings.try_into()?).into_prepared();
        let call = PreparedCall::<AnyEndpoint>::from(call);
        let exchange = call.begin(&self.config, entropy()?, Instant::now())?;
        Ok(PendingCall::new(exchange, authorization, None))
    }

    /// Begins the upload of a file of `size` bytes, up to 100 MB.
    pub fn begin_upload(
        &self,
        size: u64,
        settings: UploadSettings,
    ) -> Result<Arc<PendingUpload>, LinqError> {
        let deadline = settings.deadline.or(self.settings.deadline);
        let authorization = Authorization::new(deadline, false, Instant::now());
        PendingUpload::begin(&self.config, size, settings, entropy()?, authorization)
    }
}

impl Engine {
    fn authorization(&self, settings: &CallSettings) -> Authorization<HttpResponse> {
        let mut names = settings.headers.iter().map(|header| &header.name);
        let is_own = names.any(|name| name.eq_ignore_ascii_case("authorization"));
        let deadline = settings.deadline.or(self.settings.deadline);
        Authorization::new(deadline, is_own, Instant::now())
    }
}

/// Without the headers, which may hold secrets.
impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("base_url", &self.base_url)
            .field("timeout", &self.settings.timeout)
            .finish_non_exhaustive()
    }
}

fn placeholder() -> ApiKey {
    ApiKey::new("-").expect("a header can carry it")
}

fn entropy() -> Result<Entropy, LinqError> {
    let mut bytes = [0; Entropy::LEN];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(Entropy::new(bytes)),
        Err(error) => Err(TransportError::new(TransportErrorKind::InvalidRequest, error).into()),
    }
}
