use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};
use linq_core::error::{TransportError, TransportErrorKind};

/// One header of a request or a reply.
#[derive(Clone, uniffi::Record)]
pub struct Header {
    /// Its name, in any case.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A request for the platform's HTTP stack to send, as it is: redirects are not to be followed.
#[derive(Clone, uniffi::Record)]
pub struct HttpRequest {
    /// Such as `POST`.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// All headers, the key among them.
    pub headers: Vec<Header>,
    /// The body, if there is one.
    pub body: Option<Vec<u8>>,
}

/// The reply to a request, whatever its status.
#[derive(Clone, uniffi::Record)]
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// All headers.
    pub headers: Vec<Header>,
    /// The whole body.
    pub body: Vec<u8>,
}

/// Why no reply came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum TransportFailure {
    /// No connection: the name did not resolve, nobody listened, TLS was refused. Nothing was sent.
    NotConnected,
    /// The request could not be put on the wire at all, and never will be.
    InvalidRequest,
    /// The time for this attempt ran out.
    TimedOut,
    /// The connection broke, or the reply was cut short or was not HTTP.
    ConnectionLost,
    /// The reply is larger than the transport accepts.
    ResponseTooLarge,
}

impl TransportFailure {
    pub(crate) fn because(self, reason: String) -> TransportError {
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

/// All headers as text. What is no UTF-8 is read as Latin-1, which headers once were.
pub(crate) fn headers(map: &HeaderMap) -> Vec<Header> {
    map.iter()
        .map(|(name, value)| Header {
            name: name.to_string(),
            value: text(value.as_bytes()),
        })
        .collect()
}

fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

/// The headers that are headers: what a platform's HTTP stack calls one need not be.
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

    pub(crate) fn into_response(self) -> Result<Response<Bytes>, TransportError> {
        let status = self.status().ok_or_else(|| {
            TransportFailure::ConnectionLost
                .because(format!("{} is not an HTTP status", self.status))
        })?;
        let mut response = Response::new(Bytes::from(self.body));
        *response.status_mut() = status;
        *response.headers_mut() = header_map(self.headers);
        Ok(response)
    }
}
