use super::{Arguments, FromArguments};
use crate::{
    api::ENDPOINTS,
    call::Reply,
    endpoint::{Endpoint, EndpointInfo, Repeat},
    error::{DecodeError, Invalid},
    message::IdempotencyKey,
    pacing::PacingKey,
};
use bytes::Bytes;
use http::{HeaderMap, Method, Response};
use std::fmt;

/// Any operation of [`ENDPOINTS`].
///
/// Its result is the raw response, whose body is not read: that is up to the binding, with
/// [`Reply::not_json`] where it is not JSON.
#[derive(Clone)]
pub struct AnyEndpoint {
    inner: Box<dyn Erased>,
}

impl AnyEndpoint {
    /// The operation of this official name with these arguments, a JSON object.
    pub fn named(name: &str, arguments: &[u8]) -> Result<Self, Invalid> {
        match ENDPOINTS.iter().find(|info| info.name == name) {
            Some(info) => Self::new(info, arguments),
            None => Err(Invalid::new("name", "there is no operation of this name")),
        }
    }

    /// An operation with arguments, a JSON object. Names are those of the API; an argument that the
    /// operation does not know is refused, and so is one of the wrong kind, with its path.
    pub fn new(info: &'static EndpointInfo, arguments: &[u8]) -> Result<Self, Invalid> {
        let mut arguments = Arguments::read(arguments)?;
        let inner = (info.dynamic.prepare)(&mut arguments)?;
        arguments.finish()?;
        Ok(Self { inner })
    }

    /// Which operation it is.
    #[must_use]
    pub fn info(&self) -> &'static EndpointInfo {
        self.inner.info()
    }
}

impl Endpoint for AnyEndpoint {
    type Response = Reply<()>;

    const INFO: &'static EndpointInfo = &EndpointInfo {
        name: "any",
        method: Method::GET,
        path: "…",
        doc: "Any operation.",
        request: "AnyEndpoint",
        response: "Reply",
        #[cfg(feature = "describe")]
        response_shape: None,
        #[cfg(feature = "describe")]
        reread: |_| Ok(serde_json::Value::Null),
        repeat: Repeat::Duplicating,
        final_codes: &[],
        dynamic: Dynamic::NONE,
        fields: &[],
    };

    fn info(&self) -> &'static EndpointInfo {
        self.inner.info()
    }

    fn method(&self) -> Method {
        self.inner.method()
    }

    fn repeat(&self) -> Repeat {
        self.inner.repeat()
    }

    fn pacing(&self) -> Vec<PacingKey> {
        self.inner.pacing()
    }

    fn check(&self) -> Result<(), Invalid> {
        self.inner.check()
    }

    fn path(&self) -> Result<String, Invalid> {
        self.inner.path()
    }

    fn query(&self) -> String {
        self.inner.query()
    }

    fn headers(&self) -> Result<HeaderMap, Invalid> {
        self.inner.headers()
    }

    fn body(&self) -> Result<Option<Bytes>, Invalid> {
        self.inner.body()
    }

    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
        self.inner.idempotency_key()
    }

    fn decode(reply: Response<Bytes>) -> Result<Reply<()>, Box<DecodeError>> {
        Ok(Reply::raw(reply))
    }
}

impl fmt::Debug for AnyEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// An endpoint without its type.
trait Erased: fmt::Debug + Send + Sync {
    fn boxed(&self) -> Box<dyn Erased>;
    fn info(&self) -> &'static EndpointInfo;
    fn method(&self) -> Method;
    fn repeat(&self) -> Repeat;
    fn pacing(&self) -> Vec<PacingKey>;
    fn check(&self) -> Result<(), Invalid>;
    fn path(&self) -> Result<String, Invalid>;
    fn query(&self) -> String;
    fn headers(&self) -> Result<HeaderMap, Invalid>;
    fn body(&self) -> Result<Option<Bytes>, Invalid>;
    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>>;
}

impl<E: Endpoint> Erased for E {
    fn boxed(&self) -> Box<dyn Erased> {
        Box::new(self.clone())
    }

    fn info(&self) -> &'static EndpointInfo {
        Endpoint::info(self)
    }

    fn method(&self) -> Method {
        Endpoint::method(self)
    }

    fn repeat(&self) -> Repeat {
        Endpoint::repeat(self)
    }

    fn pacing(&self) -> Vec<PacingKey> {
        Endpoint::pacing(self)
    }

    fn check(&self) -> Result<(), Invalid> {
        Endpoint::check(self)
    }

    fn path(&self) -> Result<String, Invalid> {
        Endpoint::path(self)
    }

    fn query(&self) -> String {
        Endpoint::query(self)
    }

    fn headers(&self) -> Result<HeaderMap, Invalid> {
        Endpoint::headers(self)
    }

    fn body(&self) -> Result<Option<Bytes>, Invalid> {
        Endpoint::body(self)
    }

    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
        Endpoint::idempotency_key(self)
    }
}

impl Clone for Box<dyn Erased> {
    fn clone(&self) -> Self {
        (**self).boxed()
    }
}

type Prepare = fn(&mut Arguments<'_>) -> Result<Box<dyn Erased>, Invalid>;

/// How an operation is made without naming its type.
#[derive(Clone, Copy)]
pub(crate) struct Dynamic {
    prepare: Prepare,
}

impl Dynamic {
    /// For what is not one of the operations.
    pub(crate) const NONE: Self = Self {
        prepare: |_| Err(Invalid::new("name", "it is made otherwise")),
    };

    pub(crate) const fn of<E: Endpoint + FromArguments>() -> Self {
        Self {
            prepare: |arguments| Ok(Box::new(E::from_arguments(arguments)?)),
        }
    }
}

impl fmt::Debug for Dynamic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dynamic")
    }
}
