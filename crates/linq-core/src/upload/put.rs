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

/// The slowest transfer that is waited for, in bytes a second: 100 MB then take less than the URL lives.
pub(super) const UPLOAD_RATE: u64 = 128 << 10;

/// Send the file: the next thing that a driver does.
#[derive(Clone)]
#[non_exhaustive]
pub struct Put {
    /// How long to wait first.
    pub after: Duration,
    /// How long the transfer may take, reply included, from when the wait is over.
    pub timeout: Duration,
    /// The method, the URL and all headers; the file is the body. Nothing else may be sent, above all
    /// none of the headers that API calls have.
    pub request: Request<()>,
    /// The number of bytes, which `Content-Length` says too.
    pub size: u64,
    /// Whether the file was sent before, so that the source has to go back to its start.
    pub again: bool,
}

/// The URL holds a signature, and so may the headers.
impl fmt::Debug for Put {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Put")
            .field("after", &self.after)
            .field("timeout", &self.timeout)
            .field("url", &Redacted(&self.request.uri().to_string()))
            .field("size", &self.size)
            .field("again", &self.again)
            .finish_non_exhaustive()
    }
}

/// Where the file goes, as the reply to its announcement says.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) created: AttachmentCreateResponse,
    request: Head,
    /// When the URL was made, or a little later.
    made: Instant,
}

#[derive(Clone)]
struct Head(Request<()>);

impl Target {
    /// The documented life of the URL, less a minute.
    const LIFE: Duration = Duration::from_secs(14 * 60);

    /// Makes sure that the instructions can be followed and do no harm.
    pub(super) fn new(
        created: AttachmentCreateResponse,
        size: u64,
        base_url: &BaseUrl,
        now: Instant,
    ) -> Result<Self, UploadError> {
        let request = head(&created, size, base_url).map_err(UploadError::Instructions)?;
        Ok(Self {
            created,
            request: Head(request),
            made: now,
        })
    }

    pub(super) fn request(&self) -> Request<()> {
        self.request.0.clone()
    }

    pub(super) fn is_expired(&self, at: Instant) -> bool {
        at.saturating_duration_since(self.made) >= Self::LIFE
    }
}

fn head(
    created: &AttachmentCreateResponse,
    size: u64,
    base_url: &BaseUrl,
) -> Result<Request<()>, &'static str> {
    if created.http_method.as_deref().unwrap_or("PUT") != "PUT" {
        return Err("it asks for another method than PUT");
    }
    let url = created.upload_url.as_ref().ok_or("upload_url is missing")?;
    let uri = url.as_str().parse::<Uri>();
    let uri = uri.map_err(|_| "its URL is none")?;
    uri.host().ok_or("its URL has no host")?;
    match uri.scheme_str() {
        Some("https") => {}
        // Whoever talks to the API without TLS has said so.
        Some("http") if base_url.as_str().starts_with("http:") => {}
        _ => return Err("its URL is not https"),
    }
    if uri
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
    {
        return Err("its URL holds a user name or password");
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
        let name: HeaderName = name.parse().map_err(|_| "a header's name is none")?;
        let mut value: HeaderValue = value.parse().map_err(|_| "a header's value is none")?;
        match name {
            header::CONTENT_LENGTH if value == HeaderValue::from(size) => continue,
            header::CONTENT_LENGTH => return Err("it asks for another length"),
            // Every request names its host by itself.
            header::HOST if uri.authority().is_some_and(|host| value == host.as_str()) => continue,
            header::HOST => return Err("it asks for another host"),
            _ if belongs_to_connection(&name) => {
                return Err("it asks for a header that belongs to the connection");
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
