use crate::{
    error::UploadError,
    exchange::BaseUrl,
    header::belongs_to_connection,
    model::{AttachmentCreateResponse, Redacted},
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, header};
use std::{
    fmt,
    time::{Duration, Instant},
};

/// Minimum throughput of a transfer, in bytes per second, for its timeout. 100 MB take less time than the URL is valid.
pub(crate) const MIN_THROUGHPUT: u64 = 128 << 10;

/// A request of a driver to send the file.
#[derive(Clone)]
#[non_exhaustive]
pub struct PutRequest {
    /// Delay before the request is sent.
    pub after: Duration,
    /// Maximum time until the response is complete, counted from the end of the delay.
    pub timeout: Duration,
    /// Method, URL and all headers; the file is the body. No other headers may be sent, above all none of those
    /// of API calls.
    pub request: Request<()>,
    /// Size of the file in bytes, as in `Content-Length`.
    pub size: u64,
    /// True if the file was sent before, so that the source has to be rewound.
    pub is_retry: bool,
}

/// Omits the query of the URL, which contains a signature, and the headers, which may.
impl fmt::Debug for PutRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Put")
            .field("after", &self.after)
            .field("timeout", &self.timeout)
            .field("url", &Redacted(&self.request.uri().to_string()))
            .field("size", &self.size)
            .field("is_retry", &self.is_retry)
            .finish_non_exhaustive()
    }
}

/// The upload target in the response to the creation of the attachment.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) created: AttachmentCreateResponse,
    request: Head,
    /// Time at which the URL was received.
    received: Instant,
}

#[derive(Clone)]
struct Head(Request<()>);

impl Target {
    /// The documented lifetime of the URL, minus a minute.
    const URL_TTL: Duration = Duration::from_secs(14 * 60);

    /// Validates the upload target.
    ///
    /// # Errors
    ///
    /// [`UploadError::InvalidTarget`] if a part is missing, invalid, or unsafe.
    pub(super) fn new(
        created: AttachmentCreateResponse,
        size: u64,
        base_url: &BaseUrl,
        now: Instant,
    ) -> Result<Self, UploadError> {
        let request = head(&created, size, base_url).map_err(UploadError::InvalidTarget)?;
        Ok(Self {
            created,
            request: Head(request),
            received: now,
        })
    }

    pub(super) fn request(&self) -> Request<()> {
        self.request.0.clone()
    }

    pub(super) fn is_expired(&self, at: Instant) -> bool {
        at.saturating_duration_since(self.received) >= Self::URL_TTL
    }
}

fn head(
    created: &AttachmentCreateResponse,
    size: u64,
    base_url: &BaseUrl,
) -> Result<Request<()>, &'static str> {
    if created.http_method.as_deref().unwrap_or("PUT") != "PUT" {
        return Err("http_method is not PUT");
    }
    let url = created.upload_url.as_ref().ok_or("upload_url is missing")?;
    let uri = url.as_str().parse::<Uri>();
    let uri = uri.map_err(|_| "upload_url is not a valid URL")?;
    uri.host().ok_or("upload_url has no host")?;
    match uri.scheme_str() {
        Some("https") => {}
        // Unencrypted uploads are allowed only if the base URL is unencrypted too.
        Some("http") if base_url.as_str().starts_with("http:") => {}
        _ => return Err("upload_url is not an https:// URL"),
    }
    if uri
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
    {
        return Err("upload_url contains a user name or password");
    }
    let mut request = Request::new(());
    *request.method_mut() = Method::PUT;
    *request.headers_mut() = headers(created, size, &uri)?;
    *request.uri_mut() = uri;
    Ok(request)
}

fn headers(
    created: &AttachmentCreateResponse,
    size: u64,
    uri: &Uri,
) -> Result<HeaderMap, &'static str> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_LENGTH, size.into());
    for (name, value) in &created.required_headers {
        let name: HeaderName = name
            .parse()
            .map_err(|_| "required_headers contains an invalid name")?;
        let mut value: HeaderValue = value
            .parse()
            .map_err(|_| "required_headers contains an invalid value")?;
        match name {
            header::CONTENT_LENGTH if value == HeaderValue::from(size) => continue,
            header::CONTENT_LENGTH => {
                return Err("required_headers contains another Content-Length than the file size");
            }
            // The HTTP client sets it.
            header::HOST if uri.authority().is_some_and(|host| value == host.as_str()) => continue,
            header::HOST => return Err("required_headers contains another Host than upload_url"),
            _ if belongs_to_connection(&name) => {
                return Err("required_headers contains a connection header");
            }
            _ => value.set_sensitive(true),
        }
        headers.insert(name, value);
    }
    Ok(headers)
}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Redacted(&self.0.uri().to_string()).fmt(f)
    }
}
