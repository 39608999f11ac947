use super::{Call, Client};
use crate::{
    endpoint::{
        Decoded, Endpoint, EndpointInfo, Idempotency, Sealed, header_map, read_without_schema,
    },
    error::{DecodeError, InvalidArgument},
    header::header_value,
    message::IdempotencyKey,
    response::ApiResponse,
};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, header};
use percent_encoding::percent_decode_str;
use serde::{Serialize, de::DeserializeOwned};
use std::{fmt, marker::PhantomData};

/// A request to any path of the API, see [`Client::request`].
///
/// It returns the JSON of the response, `null` if the body is empty.
pub struct CustomRequest<T = serde_json::Value> {
    method: Method,
    path: String,
    idempotency: Idempotency,
    idempotency_key: Option<IdempotencyKey>,
    content_type: Option<HeaderValue>,
    body: Option<Bytes>,
    result: PhantomData<fn() -> T>,
}

impl<C> Client<C> {
    /// Returns a call of any path of the API, for operations that this version has no method for. API key, retries,
    /// deadlines and errors are those of other calls.
    ///
    /// `path` is relative to the base URL, percent-encoded, and begins with `/v3/`. A path that would escape the base
    /// URL is invalid.
    ///
    /// ```
    /// use linq_core::{Method, endpoint::Idempotency};
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// let request = linq
    ///     .request(Method::POST, "/v3/new/thing")
    ///     .query("verbose", true)
    ///     .json(serde_json::json!({ "name": "cake" }))
    ///     .idempotency(Idempotency::Idempotent)
    ///     .send()?;
    /// assert_eq!(request.uri().path(), "/api/partner/v3/new/thing");
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// After a lost response, GET, HEAD, OPTIONS, PUT and DELETE are retried, since HTTP defines them as idempotent;
    /// POST and PATCH are not, unless [`idempotency`](Call::idempotency) declares them idempotent.
    pub fn request(&self, method: Method, path: impl Into<String>) -> Call<'_, C, CustomRequest> {
        Call::new(self.transport(), CustomRequest::new(method, path.into()))
    }
}

impl<T> CustomRequest<T> {
    fn new(method: Method, path: String) -> Result<Self, InvalidArgument> {
        let idempotency = match method {
            Method::GET | Method::HEAD | Method::OPTIONS => Idempotency::ReadOnly,
            Method::PUT => Idempotency::Idempotent,
            Method::DELETE => Idempotency::Convergent,
            Method::CONNECT | Method::TRACE => {
                return Err(InvalidArgument::new(
                    "method",
                    "CONNECT and TRACE are not supported",
                ));
            }
            _ => Idempotency::NotIdempotent,
        };
        check_path(&path)?;
        Ok(Self {
            method,
            path,
            idempotency,
            idempotency_key: None,
            content_type: None,
            body: None,
            result: PhantomData,
        })
    }
}

/// Rejects a path that could escape the base URL, also after percent-decoding.
pub(crate) fn check_path(path: &str) -> Result<(), InvalidArgument> {
    let problem = if !path.starts_with('/') {
        "must start with `/`"
    } else if path.contains('?') {
        "must not contain a query; set it as an option of the call"
    } else if !path.bytes().all(|byte| byte.is_ascii_graphic())
        || path.contains(['#', '\\', '"', '<', '>', '`', '{', '}'])
    {
        "contains a character that must be percent-encoded"
    } else if segments(path).any(escapes_base_url) {
        "contains a segment that is empty, `.` or `..`, or that encodes a `/`"
    } else {
        return Ok(());
    };
    Err(InvalidArgument::new("path", problem))
}

/// Returns the segments of a path; a trailing slash is ignored.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.strip_suffix('/').unwrap_or(path).split('/')
}

fn escapes_base_url(segment: &str) -> bool {
    let decoded = percent_decode_str(segment).collect::<Vec<_>>();
    matches!(decoded[..], [] | [b'.'] | [b'.', b'.'])
        || decoded.iter().any(|byte| matches!(byte, b'/' | b'\\' | 0))
}

impl<'c, C, T> Call<'c, C, CustomRequest<T>> {
    /// Sets the body, serialized as JSON.
    pub fn json(mut self, body: impl Serialize) -> Self {
        if let Ok(request) = &mut self.prepared.endpoint {
            match crate::endpoint::encode_json(&body) {
                Ok(json) => (request.body, request.content_type) = (json, None),
                Err(invalid) => self.set_error(invalid),
            }
        }
        self
    }

    /// Sets a body that is not JSON.
    pub fn body(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        if let Ok(request) = &mut self.prepared.endpoint {
            match header_value("content_type", content_type) {
                Ok(content_type) => {
                    request.content_type = Some(content_type);
                    request.body = Some(body.into());
                }
                Err(invalid) => self.set_error(invalid),
            }
        }
        self
    }

    /// Sets the idempotency of the request, which determines whether it is retried after a lost response. With
    /// [`Idempotency::Keyed`], it has an `Idempotency-Key` header, the same for all attempts.
    pub fn idempotency(mut self, idempotency: Idempotency) -> Self {
        if let Ok(request) = &mut self.prepared.endpoint {
            request.idempotency = idempotency;
        }
        self
    }

    /// Sets the type that the response is decoded into.
    pub fn decode_as<U>(self) -> Call<'c, C, CustomRequest<U>> {
        self.map(|request| CustomRequest {
            method: request.method,
            path: request.path,
            idempotency: request.idempotency,
            idempotency_key: request.idempotency_key,
            content_type: request.content_type,
            body: request.body,
            result: PhantomData,
        })
    }
}

impl<T> Sealed for CustomRequest<T> {}

impl<T: DeserializeOwned + Send + 'static> Endpoint for CustomRequest<T> {
    type Response = T;

    const INFO: &'static EndpointInfo = &EndpointInfo {
        name: "request",
        method: Method::GET,
        path: "…",
        #[cfg(feature = "schema-docs")]
        doc: "A request to any path.",
        request: "CustomRequest",
        response: "Value",
        response_schema: None,
        response_may_be_absent: false,
        #[cfg(feature = "schema-docs")]
        round_trip: |_| Ok(serde_json::Value::Null),
        idempotency: Idempotency::NotIdempotent,
        non_retryable_codes: &[],
        #[cfg(feature = "dynamic")]
        dynamic: crate::endpoint::EndpointFactory::NONE,
        fields: &[],
    };

    fn method(&self) -> Method {
        self.method.clone()
    }

    fn idempotency(&self) -> Idempotency {
        self.idempotency
    }

    fn check(&self) -> Result<(), InvalidArgument> {
        Ok(())
    }

    fn path(&self) -> Result<String, InvalidArgument> {
        Ok(self.path.clone())
    }

    fn query(&self) -> String {
        String::new()
    }

    fn headers(&self) -> Result<HeaderMap, InvalidArgument> {
        let key = self.idempotency_key.as_ref().map(IdempotencyKey::as_str);
        let mut headers = header_map(&[("idempotency-key", "idempotency_key", key)])?;
        if let Some(content_type) = &self.content_type {
            headers.insert(header::CONTENT_TYPE, content_type.clone());
        }
        Ok(headers)
    }

    fn body(&self) -> Result<Option<Bytes>, InvalidArgument> {
        Ok(self.body.clone())
    }

    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
        (self.idempotency == Idempotency::Keyed).then_some(&mut self.idempotency_key)
    }

    fn decode(mut response: ApiResponse<()>) -> Result<Decoded<T>, Box<DecodeError>> {
        if response.body.is_empty() {
            response.body = Bytes::from_static(b"null");
        }
        read_without_schema(response)
    }
}

impl<T> Clone for CustomRequest<T> {
    fn clone(&self) -> Self {
        Self {
            method: self.method.clone(),
            path: self.path.clone(),
            idempotency: self.idempotency,
            idempotency_key: self.idempotency_key.clone(),
            content_type: self.content_type.clone(),
            body: self.body.clone(),
            result: PhantomData,
        }
    }
}

/// Omits the body, which may contain secrets.
impl<T> fmt::Debug for CustomRequest<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomRequest")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("idempotency", &self.idempotency)
            .finish_non_exhaustive()
    }
}
