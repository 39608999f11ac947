use crate::{
    api::ENDPOINTS,
    call::{ApiResponse, CustomRequest, PreparedCall},
    endpoint::{
        Arguments, Decoded, Decoder, Endpoint, EndpointFactory, EndpointInfo, ErasedEndpoint,
        Idempotency, Sealed, no_body,
    },
    error::{DecodeError, InvalidArgument},
    message::IdempotencyKey,
    rate_limit::RateLimitKey,
};
use bytes::Bytes;
use http::{HeaderMap, Method};
use std::{collections::HashMap, fmt, sync::LazyLock};

/// Any operation of [`ENDPOINTS`], or a [`CustomRequest`], type-erased.
///
/// Its result is the raw response, for a decoder of the caller, which falls back to
/// [`read_tolerantly`](crate::call::ApiResponse::read_tolerantly) if it fails.
#[derive(Clone)]
pub struct AnyEndpoint {
    inner: Box<dyn ErasedEndpoint>,
    path: String,
    is_custom: bool,
}

impl AnyEndpoint {
    /// Creates an operation from its official name and arguments, a JSON object.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the path `name`, if there is no such operation; otherwise the same as
    /// [`new`](Self::new).
    pub fn named(name: &str, arguments: &[u8]) -> Result<Self, InvalidArgument> {
        static BY_NAME: LazyLock<HashMap<&str, &EndpointInfo>> =
            LazyLock::new(|| ENDPOINTS.iter().map(|info| (info.name, *info)).collect());
        match BY_NAME.get(name) {
            Some(info) => Self::new(info, arguments),
            None => Err(InvalidArgument::new("name", "not the name of an operation")),
        }
    }

    /// Creates an operation from its metadata and arguments, a JSON object with the names of the API.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the path of an argument that is missing, of the wrong type, or not one of the
    /// operation.
    pub fn new(info: &'static EndpointInfo, arguments: &[u8]) -> Result<Self, InvalidArgument> {
        let mut arguments = Arguments::read(arguments)?;
        let inner = (info.dynamic.create)(&mut arguments)?;
        arguments.finish()?;
        let path = inner.path()?;
        Ok(Self {
            inner,
            path,
            is_custom: false,
        })
    }

    /// Returns the metadata of the operation.
    #[must_use]
    pub fn info(&self) -> &'static EndpointInfo {
        self.inner.info()
    }
}

impl Sealed for AnyEndpoint {}

impl Endpoint for AnyEndpoint {
    type Response = ApiResponse<()>;

    const INFO: &'static EndpointInfo = &EndpointInfo {
        name: "any",
        method: Method::GET,
        path: "…",
        #[cfg(feature = "schema-docs")]
        doc: "Any operation.",
        request: "AnyEndpoint",
        response: "ApiResponse",
        response_schema: None,
        response_may_be_absent: false,
        #[cfg(feature = "schema-docs")]
        round_trip: |_| Ok(serde_json::Value::Null),
        idempotency: Idempotency::NotIdempotent,
        non_retryable_codes: &[],
        dynamic: EndpointFactory::NONE,
        fields: &[],
    };

    fn info(&self) -> &'static EndpointInfo {
        self.inner.info()
    }

    fn method(&self) -> Method {
        self.inner.method()
    }

    fn idempotency(&self) -> Idempotency {
        self.inner.idempotency()
    }

    fn rate_limit_keys(&self) -> Vec<RateLimitKey> {
        self.inner.rate_limit_keys()
    }

    fn check(&self) -> Result<(), InvalidArgument> {
        self.inner.check()
    }

    fn path(&self) -> Result<String, InvalidArgument> {
        Ok(self.path.clone())
    }

    fn query(&self) -> String {
        self.inner.query()
    }

    fn headers(&self) -> Result<HeaderMap, InvalidArgument> {
        self.inner.headers()
    }

    fn body(&self) -> Result<Option<Bytes>, InvalidArgument> {
        self.inner.body()
    }

    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
        self.inner.idempotency_key()
    }

    fn decode(response: ApiResponse<()>) -> Result<Decoded<ApiResponse<()>>, Box<DecodeError>> {
        Ok(Decoded::new(response))
    }

    fn decoder(&self) -> Decoder<ApiResponse<()>> {
        match self.info().response_schema {
            None if !self.is_custom => |response| {
                no_body(response.clone())?;
                Self::decode(response)
            },
            _ => Self::decode,
        }
    }
}

impl From<PreparedCall<CustomRequest>> for PreparedCall<AnyEndpoint> {
    fn from(call: PreparedCall<CustomRequest>) -> Self {
        let erase = |request: CustomRequest| {
            Ok(AnyEndpoint {
                path: Endpoint::path(&request)?,
                inner: Box::new(request),
                is_custom: true,
            })
        };
        Self {
            endpoint: call.endpoint.and_then(erase),
            options: call.options,
        }
    }
}

impl fmt::Debug for AnyEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}
