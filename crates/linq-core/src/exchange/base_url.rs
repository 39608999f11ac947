use crate::error::InvalidArgument;
use http::Uri;
use std::{fmt, net::IpAddr};

/// Path of Linq's base URL, followed by the version that each operation's path begins with.
const PATH_WITH_VERSION: &str = "/api/partner/v3";
const VERSION: &str = "/v3";

/// The base URL of the API: `https://api.linqapp.com/api/partner` by default.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Base URL of Linq's production API.
    pub const PRODUCTION: &'static str = "https://api.linqapp.com/api/partner";

    /// Parses an `https` URL without a query, or an `http` URL whose host is loopback.
    ///
    /// A trailing `/v3` after `/api/partner` is removed, since the paths of all operations begin with it.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the path `base_url`: for another scheme, or a URL with a user name, a query or a
    /// fragment.
    pub fn new(url: &str) -> Result<Self, InvalidArgument> {
        Self::parse(url, false)
    }

    /// Parses a URL like [`new`](Self::new), but accepts `http` for any host: the API key is then sent unencrypted.
    ///
    /// # Errors
    ///
    /// The same as [`new`](Self::new), except for `http`.
    pub fn insecure(url: &str) -> Result<Self, InvalidArgument> {
        Self::parse(url, true)
    }

    fn parse(url: &str, insecure: bool) -> Result<Self, InvalidArgument> {
        let invalid = |reason: &'static str| InvalidArgument::new("base_url", reason);
        let uri: Uri = url.trim().parse().map_err(|_| invalid("not a valid URL"))?;
        let host = uri.host().ok_or_else(|| invalid("must have a host"))?;
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if insecure || is_loopback(host) => {}
            Some("http") => {
                return Err(invalid(
                    "must start with https://, unless the host is loopback: http sends the API key unencrypted",
                ));
            }
            _ => return Err(invalid("must start with https://")),
        }
        if uri
            .authority()
            .is_some_and(|authority| authority.as_str().contains('@'))
        {
            return Err(invalid("must not contain a user name or password"));
        }
        if !has_valid_port(&uri) {
            return Err(invalid("port must be a number from 0 to 65535"));
        }
        if uri.query().is_some() || url.contains('#') {
            return Err(invalid("must not contain a query or a fragment"));
        }
        let has_version = uri
            .path()
            .trim_end_matches('/')
            .ends_with(PATH_WITH_VERSION);
        let url = uri.to_string();
        let url = url.trim_end_matches('/');
        let base = url.strip_suffix(VERSION).filter(|_| has_version);
        Ok(Self(base.unwrap_or(url).to_owned()))
    }

    /// Returns the URL without a trailing `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether the host is loopback; proxies of the environment are not used for it.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.0
            .parse::<Uri>()
            .is_ok_and(|uri| uri.host().is_some_and(is_loopback))
    }
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self(Self::PRODUCTION.to_owned())
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Returns whether the port, if there is one, is from 0 to 65535. Some HTTP stacks would use the default port
/// otherwise.
pub(crate) fn has_valid_port(uri: &Uri) -> bool {
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let host_and_port = authority.rsplit('@').next();
    host_and_port == uri.host() || uri.port_u16().is_some()
}

/// Returns whether a host is `localhost` or a loopback address.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn https_and_loopback_urls_are_valid() {
        for (good, kept) in [
            (BaseUrl::PRODUCTION, BaseUrl::PRODUCTION),
            ("https://proxy.example/linq/", "https://proxy.example/linq"),
            (
                "http://127.0.0.1:8080/api/partner",
                "http://127.0.0.1:8080/api/partner",
            ),
            ("http://127.255.0.1", "http://127.255.0.1"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("http://localhost:1/", "http://localhost:1"),
        ] {
            assert_eq!(BaseUrl::new(good).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn trailing_version_of_linqs_path_is_removed() {
        for (given, kept) in [
            (
                "https://api.linqapp.com/api/partner/v3",
                BaseUrl::PRODUCTION,
            ),
            (
                "https://api.linqapp.com/api/partner/v3/",
                BaseUrl::PRODUCTION,
            ),
            (
                "https://api.linqapp.com/api/partner/v3//",
                BaseUrl::PRODUCTION,
            ),
            (
                " https://gateway.example/linq/api/partner/v3\n",
                "https://gateway.example/linq/api/partner",
            ),
            (
                "http://127.0.0.1:8080/api/partner/v3",
                "http://127.0.0.1:8080/api/partner",
            ),
            ("https://host/v3", "https://host/v3"),
            ("https://host/v3/", "https://host/v3"),
            ("https://host/partner/v3", "https://host/partner/v3"),
            ("https://api/partner/v3", "https://api/partner/v3"),
            (
                "https://host/my-api/partner/v3",
                "https://host/my-api/partner/v3",
            ),
            (
                "https://host/api/partner/v30",
                "https://host/api/partner/v30",
            ),
            (
                "https://host/api/partner/v3/x",
                "https://host/api/partner/v3/x",
            ),
            ("https://host/API/partner/v3", "https://host/API/partner/v3"),
        ] {
            assert_eq!(BaseUrl::new(given).unwrap().as_str(), kept, "{given}");
        }
    }

    #[test]
    fn invalid_base_urls() {
        for (bad, reason) in [
            (
                "http://api.linqapp.com",
                "must start with https://, unless the host is loopback: http sends the API key unencrypted",
            ),
            (
                "http://localhost.evil.example",
                "must start with https://, unless the host is loopback: http sends the API key unencrypted",
            ),
            (
                "http://127.0.0.1.evil.example",
                "must start with https://, unless the host is loopback: http sends the API key unencrypted",
            ),
            (
                "http://0.0.0.0",
                "must start with https://, unless the host is loopback: http sends the API key unencrypted",
            ),
            (
                "https://user:secret@host",
                "must not contain a user name or password",
            ),
            (
                "http://127.0.0.1@evil.example",
                "must start with https://, unless the host is loopback: http sends the API key unencrypted",
            ),
            (
                "https://host:84433/api",
                "port must be a number from 0 to 65535",
            ),
            ("https://[::1]:x", "port must be a number from 0 to 65535"),
            ("https://host:", "port must be a number from 0 to 65535"),
            (
                "https://host/?q=1",
                "must not contain a query or a fragment",
            ),
            ("https://host/#f", "must not contain a query or a fragment"),
            ("ftp://host", "must start with https://"),
            ("host/path", "not a valid URL"),
            ("/v3", "must have a host"),
            ("", "not a valid URL"),
        ] {
            assert_eq!(
                BaseUrl::new(bad).unwrap_err().to_string(),
                format!("base_url: {reason}"),
                "{bad}"
            );
        }
    }

    #[test]
    fn insecure_allows_http_for_any_host() {
        assert_eq!(
            BaseUrl::insecure("http://10.0.2.2:80").unwrap().as_str(),
            "http://10.0.2.2:80"
        );
    }
}
