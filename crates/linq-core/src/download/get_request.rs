use crate::{
    exchange::{BaseUrl, ExchangeConfig, has_valid_port, is_loopback},
    model::Redacted,
    upload::MIN_THROUGHPUT,
};
use http::{HeaderMap, HeaderValue, Method, Request, Uri, header};
use std::{
    fmt::{self, Write as _},
    time::Duration,
};

/// A request of a driver for the file.
#[derive(Clone)]
#[non_exhaustive]
pub struct GetRequest {
    /// Delay before the request is sent.
    pub after: Duration,
    /// Maximum time without a byte of the response, once the connection is established.
    pub stall_timeout: Duration,
    /// Maximum time until the response is complete, counted from the end of the delay; `None` without a deadline.
    pub timeout: Option<Duration>,
    /// Method, URL and all headers. No other headers may be sent, above all none of those of API calls, and redirects
    /// must not be followed.
    pub request: Request<()>,
}

impl GetRequest {
    /// Returns the maximum time until the response is complete, for a transport that cannot limit the time without a
    /// byte: the stall timeout, and one second more for each 128 KiB of `max_bytes`, within the deadline.
    #[must_use]
    pub fn total_timeout(&self, max_bytes: u64) -> Duration {
        let for_bytes = Duration::from_secs(max_bytes / MIN_THROUGHPUT);
        let total = self.stall_timeout.saturating_add(for_bytes);
        let total = self.timeout.map_or(total, |left| left.min(total));
        total.min(ExchangeConfig::MAX_TIMEOUT)
    }
}

/// Omits the query of the URL, which contains a signature.
impl fmt::Debug for GetRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetRequest")
            .field("after", &self.after)
            .field("stall_timeout", &self.stall_timeout)
            .field("timeout", &self.timeout)
            .field("url", &Redacted(&self.request.uri().to_string()))
            .finish_non_exhaustive()
    }
}

pub(super) fn request(uri: Uri) -> Request<()> {
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
    // So that `Content-Length` is the size of the file.
    headers.insert(
        header::ACCEPT_ENCODING,
        HeaderValue::from_static("identity"),
    );
    let mut request = Request::new(());
    *request.method_mut() = Method::GET;
    *request.headers_mut() = headers;
    *request.uri_mut() = uri;
    request
}

/// Parses the URL of a file. `http` is allowed for a loopback host, and if the base URL is unencrypted too.
///
/// # Errors
///
/// The rule that the URL breaks, as text.
pub(super) fn parse_url(url: &str, base_url: &BaseUrl) -> Result<Uri, &'static str> {
    let uri = parse(url)?;
    let is_local = || uri.host().is_some_and(is_loopback);
    check_scheme(&uri, is_unencrypted(base_url) || is_local())?;
    Ok(uri)
}

/// Parses the target of a redirect. `http` is allowed if the base URL is unencrypted too, and from `http` to a loopback
/// host.
///
/// # Errors
///
/// The rule that the URL breaks, as text.
pub(super) fn redirect_target(
    from: &Uri,
    location: &[u8],
    base_url: &BaseUrl,
) -> Result<Uri, &'static str> {
    let uri = parse(&resolve(from, &escape(location)))?;
    let stays_local = || from.scheme_str() == Some("http") && uri.host().is_some_and(is_loopback);
    check_scheme(&uri, is_unencrypted(base_url) || stays_local())?;
    Ok(uri)
}

fn is_unencrypted(base_url: &BaseUrl) -> bool {
    base_url.as_str().starts_with("http:")
}

fn parse(url: &str) -> Result<Uri, &'static str> {
    let url = url.split('#').next().unwrap_or_default();
    let uri: Uri = url.parse().map_err(|_| "must be a valid URL")?;
    let authority = uri.authority().ok_or("must have a host")?;
    if authority.as_str().contains('@') {
        return Err("must not contain a user name or password");
    }
    if !has_valid_port(&uri) {
        return Err("port must be a number from 0 to 65535");
    }
    Ok(uri)
}

fn check_scheme(uri: &Uri, is_http_allowed: bool) -> Result<(), &'static str> {
    match uri.scheme_str() {
        Some("https") => Ok(()),
        Some("http") if is_http_allowed => Ok(()),
        _ => Err("must start with https://"),
    }
}

/// Percent-encodes the bytes that a URL cannot contain.
fn escape(location: &[u8]) -> String {
    let mut url = String::new();
    for byte in location.trim_ascii() {
        if byte.is_ascii_graphic() {
            url.push(char::from(*byte));
        } else {
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}

/// Resolves a reference, which may be relative, as RFC 3986 does.
fn resolve(base: &Uri, reference: &str) -> String {
    let scheme = base.scheme_str().unwrap_or("https");
    let authority = base.authority().map_or("", |authority| authority.as_str());
    let path_start = reference.find(['/', '?', '#']).unwrap_or(reference.len());
    if reference[..path_start].contains(':') {
        return reference.to_owned();
    }
    if reference.starts_with("//") {
        return format!("{scheme}:{reference}");
    }
    let path = if reference.starts_with('/') {
        reference.to_owned()
    } else if reference.is_empty() || reference.starts_with(['?', '#']) {
        let query = base.query().filter(|_| !reference.starts_with('?'));
        let query = query.map_or(String::new(), |query| format!("?{query}"));
        format!("{}{query}{reference}", base.path())
    } else {
        let (folder, _) = base.path().rsplit_once('/').unwrap_or_default();
        format!("{folder}/{reference}")
    };
    format!("{scheme}://{authority}{}", without_dot_segments(&path))
}

fn without_dot_segments(path_and_rest: &str) -> String {
    let end = path_and_rest.find(['?', '#']);
    let (path, rest) = path_and_rest.split_at(end.unwrap_or(path_and_rest.len()));
    let mut segments = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            _ => segments.push(segment),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        segments.push("");
    }
    format!("/{}{rest}", segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> BaseUrl {
        BaseUrl::default()
    }

    #[test]
    fn urls_of_files() {
        for url in [
            "https://cdn.example/a?X-Amz-Signature=s",
            "http://127.0.0.1:1/a",
            "http://localhost/a",
            "https://cdn.example/k%C3%BCche.png#top",
        ] {
            parse_url(url, &base()).unwrap();
        }
        for (url, reason) in [
            ("http://cdn.example/a", "must start with https://"),
            ("ftp://cdn.example/a", "must start with https://"),
            (
                "https://u:p@cdn.example/a",
                "must not contain a user name or password",
            ),
            (
                "https://cdn.example:99999/a",
                "port must be a number from 0 to 65535",
            ),
            ("https:///a", "must be a valid URL"),
            ("/a", "must have a host"),
            ("https://cdn.example/a b", "must be a valid URL"),
        ] {
            assert_eq!(parse_url(url, &base()).unwrap_err(), reason, "{url}");
        }
        let insecure = BaseUrl::insecure("http://gateway.example").unwrap();
        parse_url("http://cdn.example/a", &insecure).unwrap();
    }

    #[test]
    fn redirect_targets() {
        let from = Uri::from_static("https://a.example:8443/x/y?q=1");
        for (location, expected) in [
            ("https://b.example/z?s=1#f", "https://b.example/z?s=1"),
            ("//b.example/z", "https://b.example/z"),
            (
                "/z?u=https://c.example",
                "https://a.example:8443/z?u=https://c.example",
            ),
            ("z", "https://a.example:8443/x/z"),
            ("../z/./w?p=..", "https://a.example:8443/z/w?p=.."),
            ("../../..", "https://a.example:8443/"),
            ("?p=2", "https://a.example:8443/x/y?p=2"),
            ("", "https://a.example:8443/x/y?q=1"),
            ("/k\u{fc}che a", "https://a.example:8443/k%C3%BCche%20a"),
        ] {
            let target = redirect_target(&from, location.as_bytes(), &base());
            assert_eq!(target.unwrap().to_string(), expected, "{location}");
        }
        for location in [
            "http://b.example/",
            "http://127.0.0.1/",
            "file:///etc/passwd",
            "data:,x",
        ] {
            redirect_target(&from, location.as_bytes(), &base()).unwrap_err();
        }
        let local = Uri::from_static("http://127.0.0.1:1/x");
        redirect_target(&local, b"http://localhost:2/", &base()).unwrap();
        redirect_target(&local, b"http://b.example/", &base()).unwrap_err();
    }
}
