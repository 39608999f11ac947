use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};
use linq_core::error::{TransportError, TransportErrorKind};

/// A header of a request or response.
#[derive(Clone, uniffi::Record)]
pub struct Header {
    /// Name, case-insensitive.
    pub name: String,
    /// Value.
    pub value: String,
}

/// A request for the host's HTTP stack, to be sent verbatim and without following redirects.
#[derive(Clone, uniffi::Record)]
pub struct HttpRequest {
    /// HTTP method, such as `POST`.
    pub method: String,
    /// Absolute URL.
    pub url: String,
    /// All headers, including `Authorization`.
    pub headers: Vec<Header>,
    /// Body, if the request has one.
    pub body: Option<Vec<u8>>,
}

/// A response of any status.
#[derive(Clone, uniffi::Record)]
pub struct HttpResponse {
    /// HTTP status.
    pub status: u16,
    /// All headers.
    pub headers: Vec<Header>,
    /// Complete body.
    pub body: Vec<u8>,
}

/// The stage at which an attempt without a response failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum TransportFailure {
    /// No connection: the host was not found, refused the connection, or TLS failed. Nothing was sent.
    NotConnected,
    /// The request is invalid and was not sent. Not retryable.
    InvalidRequest,
    /// The attempt timed out.
    TimedOut,
    /// The connection was lost, or the response was incomplete or not HTTP.
    ConnectionLost,
    /// The response is larger than the transport's limit.
    ResponseTooLarge,
}

impl TransportFailure {
    pub(crate) fn into_error(self, reason: String) -> TransportError {
        let kind = match self {
            Self::NotConnected => TransportErrorKind::Connect,
            Self::InvalidRequest => TransportErrorKind::InvalidRequest,
            Self::TimedOut => TransportErrorKind::Timeout,
            Self::ConnectionLost => TransportErrorKind::ConnectionLost,
            Self::ResponseTooLarge => TransportErrorKind::ResponseTooLarge,
        };
        TransportError::new(kind, reason)
    }
}

impl From<TransportErrorKind> for TransportFailure {
    fn from(kind: TransportErrorKind) -> Self {
        match kind {
            TransportErrorKind::Connect
            | TransportErrorKind::ConnectTimeout
            | TransportErrorKind::NotProcessed => Self::NotConnected,
            TransportErrorKind::InvalidRequest => Self::InvalidRequest,
            TransportErrorKind::Timeout => Self::TimedOut,
            TransportErrorKind::ResponseTooLarge => Self::ResponseTooLarge,
            _ => Self::ConnectionLost,
        }
    }
}

impl From<Request<Bytes>> for HttpRequest {
    fn from(request: Request<Bytes>) -> Self {
        let (head, body) = request.into_parts();
        let has_body = !body.is_empty() || head.headers.contains_key(http::header::CONTENT_TYPE);
        Self {
            method: head.method.to_string(),
            url: head.uri.to_string(),
            headers: headers(&head.headers),
            body: has_body.then(|| body.to_vec()),
        }
    }
}

/// Returns all headers as text. Values that are not UTF-8 are decoded as Latin-1.
pub(crate) fn headers(map: &HeaderMap) -> Vec<Header> {
    map.iter()
        .map(|(name, value)| Header {
            name: name.to_string(),
            value: decode(value.as_bytes()),
        })
        .collect()
}

fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

/// Returns the valid headers. A host's HTTP stack may report invalid ones, which are ignored.
pub(crate) fn header_map(headers: Vec<Header>) -> HeaderMap {
    headers
        .into_iter()
        .filter_map(|header| {
            let name = header.name.parse::<HeaderName>().ok()?;
            Some((name, HeaderValue::from_str(&header.value).ok()?))
        })
        .collect()
}

impl HttpResponse {
    pub(crate) fn status(&self) -> Option<StatusCode> {
        StatusCode::from_u16(self.status).ok()
    }

    /// Returns the header `X-Trace-ID`.
    pub(crate) fn trace_id(&self) -> Option<String> {
        let mut headers = self.headers.iter();
        let header = headers.find(|header| header.name.eq_ignore_ascii_case("x-trace-id"))?;
        Some(header.value.clone())
    }

    pub(crate) fn into_response(self) -> Result<Response<Bytes>, TransportError> {
        let status = self.status().ok_or_else(|| {
            TransportFailure::ConnectionLost
                .into_error(format!("{} is not an HTTP status", self.status))
        })?;
        let mut response = Response::new(Bytes::from(self.body));
        *response.status_mut() = status;
        *response.headers_mut() = header_map(self.headers);
        Ok(response)
    }
}
