use crate::{
    endpoint::{Decoded, Endpoint, EndpointInfo, Idempotency, Sealed},
    error::{DecodeError, InvalidArgument},
    message::IdempotencyKey,
    rate_limit::RateLimitKey,
    response::ApiResponse,
};
use bytes::Bytes;
use http::{HeaderMap, Method};

impl ApiResponse<()> {
    fn with<T>(self, decoded: Decoded<T>) -> ApiResponse<T> {
        ApiResponse {
            value: decoded.value,
            status: self.status,
            headers: self.headers,
            body: self.body,
            attempts: self.attempts,
            warnings: decoded.warnings,
            context: self.context,
        }
    }
}

/// An endpoint that returns its result in an [`ApiResponse`].
#[derive(Clone, Debug)]
pub struct WithResponse<E>(pub(crate) E);

/// An endpoint that returns the raw response, see [`Call::raw`](super::Call::raw).
#[derive(Clone, Debug)]
pub struct Raw<E>(pub(crate) E);

/// Delegates everything but decoding to the wrapped endpoint.
macro_rules! delegate_endpoint {
    () => {
        const INFO: &'static EndpointInfo = E::INFO;

        fn info(&self) -> &'static EndpointInfo {
            self.0.info()
        }

        fn method(&self) -> Method {
            self.0.method()
        }

        fn idempotency(&self) -> Idempotency {
            self.0.idempotency()
        }

        fn rate_limit_keys(&self) -> Vec<RateLimitKey> {
            self.0.rate_limit_keys()
        }

        fn check(&self) -> Result<(), InvalidArgument> {
            self.0.check()
        }

        fn path(&self) -> Result<String, InvalidArgument> {
            self.0.path()
        }

        fn query(&self) -> String {
            self.0.query()
        }

        fn headers(&self) -> Result<HeaderMap, InvalidArgument> {
            self.0.headers()
        }

        fn body(&self) -> Result<Option<Bytes>, InvalidArgument> {
            self.0.body()
        }

        fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
            self.0.idempotency_key()
        }
    };
}

impl<E: Endpoint> Sealed for WithResponse<E> {}

impl<E: Endpoint> Endpoint for WithResponse<E> {
    type Response = ApiResponse<E::Response>;

    delegate_endpoint!();

    fn decode(response: ApiResponse<()>) -> Result<Decoded<Self::Response>, Box<DecodeError>> {
        let decoded = E::decode(response.clone())?;
        let warnings = decoded.warnings.clone();
        Ok(Decoded {
            warnings,
            ..Decoded::new(response.with(decoded))
        })
    }
}

impl<E: Endpoint> Sealed for Raw<E> {}

impl<E: Endpoint> Endpoint for Raw<E> {
    type Response = ApiResponse<()>;

    delegate_endpoint!();

    fn decode(response: ApiResponse<()>) -> Result<Decoded<Self::Response>, Box<DecodeError>> {
        Ok(Decoded::new(response))
    }
}
