//! Type-erased endpoints, created from named arguments.

use super::{Arguments, Endpoint, EndpointInfo, Idempotency};
use crate::{error::InvalidArgument, message::IdempotencyKey, rate_limit::RateLimitKey};
use bytes::Bytes;
use http::{HeaderMap, Method};
use std::fmt;

/// An endpoint that can be created from named arguments.
pub(crate) trait FromArguments: Sized {
    fn from_arguments(arguments: &mut Arguments<'_>) -> Result<Self, InvalidArgument>;
}

/// A type-erased [`Endpoint`].
pub(crate) trait ErasedEndpoint: fmt::Debug + Send + Sync {
    fn boxed(&self) -> Box<dyn ErasedEndpoint>;
    fn info(&self) -> &'static EndpointInfo;
    fn method(&self) -> Method;
    fn idempotency(&self) -> Idempotency;
    fn rate_limit_keys(&self) -> Vec<RateLimitKey>;
    fn check(&self) -> Result<(), InvalidArgument>;
    fn path(&self) -> Result<String, InvalidArgument>;
    fn query(&self) -> String;
    fn headers(&self) -> Result<HeaderMap, InvalidArgument>;
    fn body(&self) -> Result<Option<Bytes>, InvalidArgument>;
    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>>;
}

impl<E: Endpoint> ErasedEndpoint for E {
    fn boxed(&self) -> Box<dyn ErasedEndpoint> {
        Box::new(self.clone())
    }

    fn info(&self) -> &'static EndpointInfo {
        Endpoint::info(self)
    }

    fn method(&self) -> Method {
        Endpoint::method(self)
    }

    fn idempotency(&self) -> Idempotency {
        Endpoint::idempotency(self)
    }

    fn rate_limit_keys(&self) -> Vec<RateLimitKey> {
        Endpoint::rate_limit_keys(self)
    }

    fn check(&self) -> Result<(), InvalidArgument> {
        Endpoint::check(self)
    }

    fn path(&self) -> Result<String, InvalidArgument> {
        Endpoint::path(self)
    }

    fn query(&self) -> String {
        Endpoint::query(self)
    }

    fn headers(&self) -> Result<HeaderMap, InvalidArgument> {
        Endpoint::headers(self)
    }

    fn body(&self) -> Result<Option<Bytes>, InvalidArgument> {
        Endpoint::body(self)
    }

    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
        Endpoint::idempotency_key(self)
    }
}

impl Clone for Box<dyn ErasedEndpoint> {
    fn clone(&self) -> Self {
        (**self).boxed()
    }
}

type CreateFn = fn(&mut Arguments<'_>) -> Result<Box<dyn ErasedEndpoint>, InvalidArgument>;

/// A factory that creates a type-erased endpoint from named arguments.
#[derive(Clone, Copy)]
pub(crate) struct EndpointFactory {
    pub(crate) create: CreateFn,
}

impl EndpointFactory {
    /// Factory of endpoints that cannot be created by name; it returns an error.
    pub(crate) const NONE: Self = Self {
        create: |_| {
            Err(InvalidArgument::new(
                "name",
                "not an operation that can be created by name",
            ))
        },
    };

    pub(crate) const fn of<E: Endpoint + FromArguments>() -> Self {
        Self {
            create: |arguments| Ok(Box::new(E::from_arguments(arguments)?)),
        }
    }
}

impl fmt::Debug for EndpointFactory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EndpointFactory")
    }
}
