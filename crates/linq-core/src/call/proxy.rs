use super::ClientConfig;
use crate::{
    error::InvalidArgument,
    exchange::{has_valid_port, is_loopback},
};
use http::Uri;
use std::{env, ffi::OsString, fmt};

/// The URL of a proxy. It may contain a password, so `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyUrl(String);

impl ProxyUrl {
    /// Parses `http://host:port` or `http://user:password@host:port`, or the same with `https`.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for other schemes, such as SOCKS, and ports above 65535: a transport that does not support
    /// them could bypass the proxy.
    pub fn new(url: &str) -> Result<Self, InvalidArgument> {
        check(url).map_err(|reason| InvalidArgument::new("proxy", reason))?;
        Ok(Self(url.to_owned()))
    }

    /// Returns the URL, including the password.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProxyUrl(…)")
    }
}

/// The route of requests to a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route<'a> {
    /// Without a proxy.
    Direct,
    /// Through the configured proxy.
    Proxy(&'a ProxyUrl),
    /// Through the proxy that the environment variables specify for the host, unless `NO_PROXY` excludes it.
    Environment,
}

impl ClientConfig {
    /// Returns the route of requests to a URL. Uploads have another host than API calls, and may have another route.
    ///
    /// # Errors
    ///
    /// If the environment determines the proxy: the first variable of `ALL_PROXY`, `HTTPS_PROXY` and `HTTP_PROXY` (or
    /// in lower case) that is not a valid proxy URL.
    pub fn route(&self, target: &Uri) -> Result<Route<'_>, InvalidArgument> {
        if let Some(proxy) = &self.proxy {
            return Ok(Route::Proxy(proxy));
        }
        if target.host().is_some_and(is_loopback) {
            return Ok(Route::Direct);
        }
        check_variables(|name| env::var_os(name))?;
        Ok(Route::Environment)
    }
}

/// Validates the proxy variables, since HTTP stacks ignore invalid ones.
fn check_variables(variable: impl Fn(&str) -> Option<OsString>) -> Result<(), InvalidArgument> {
    const NAMES: [&str; 6] = [
        "ALL_PROXY",
        "all_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "HTTP_PROXY",
        "http_proxy",
    ];
    for name in NAMES {
        let value = variable(name).unwrap_or_default();
        let checked = match value.to_str() {
            Some("") => Ok(()),
            Some(url) if url.contains("://") => check(url),
            Some(address) => check(&format!("http://{address}")),
            None => Err("not valid Unicode"),
        };
        checked.map_err(|reason| InvalidArgument::new(name, reason))?;
    }
    Ok(())
}

fn check(url: &str) -> Result<(), &'static str> {
    let uri: Uri = url.parse().map_err(|_| "not a valid URL")?;
    match (uri.scheme_str(), uri.host()) {
        (Some("http" | "https"), Some(_)) if has_valid_port(&uri) => Ok(()),
        (Some("http" | "https"), Some(_)) => Err("port must be a number from 0 to 65535"),
        (Some(_), Some(_)) => Err("must start with http:// or https://"),
        _ => Err("must have a scheme and a host"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exchange::{BaseUrl, ExchangeConfig},
        secret::ApiKey,
    };

    #[test]
    fn proxy_urls() {
        for url in [
            "http://proxy.example",
            "http://proxy.example:3128",
            "https://user:p%40ss@proxy.example:3128",
            "http://[::1]:3128",
        ] {
            assert_eq!(ProxyUrl::new(url).unwrap().expose(), url);
        }
        for (url, reason) in [
            ("http://proxy.example:99999", "port must be"),
            ("https://user:pass@proxy.example:99999", "port must be"),
            ("http://user:pass@proxy.example:", "port must be"),
            ("http://[::1]:", "port must be"),
            ("http://proxy.example:x", "port must be"),
            ("socks5://proxy.example:1080", "must start with http"),
            ("proxy.example:3128", "must have a scheme"),
            ("user:pass@x", "must have a scheme"),
            ("http://user:pass @x", "not a valid URL"),
        ] {
            let error = ProxyUrl::new(url).unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("proxy: {reason}")),
                "{url}: {error}"
            );
            assert!(!error.contains("pass"), "{error}");
        }
    }

    #[test]
    fn proxy_variables() {
        let check = |name: &str, value: &str| {
            check_variables(|asked| (asked == name).then(|| value.into()))
                .map_err(|e| e.to_string())
        };
        assert_eq!(check("HTTPS_PROXY", ""), Ok(()));
        assert_eq!(check("all_proxy", "proxy.example:3128"), Ok(()));
        assert_eq!(check("http_proxy", "http://u:p@proxy.example:3128"), Ok(()));
        for (name, value, reason) in [
            (
                "ALL_PROXY",
                "socks5h://proxy.example",
                "must start with http:// or https://",
            ),
            (
                "HTTPS_PROXY",
                "http://proxy.example:x",
                "port must be a number from 0 to 65535",
            ),
            (
                "http_proxy",
                "proxy.example:99999",
                "port must be a number from 0 to 65535",
            ),
        ] {
            assert_eq!(check(name, value), Err(format!("{name}: {reason}")));
        }
    }

    #[test]
    fn configured_proxy_applies_to_loopback() {
        let config = ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("k").unwrap());
        let mut config = ClientConfig::new(config);
        let [local, other] = ["http://localhost:1/", "http://[::1]/"].map(Uri::from_static);
        assert_eq!(config.route(&local), Ok(Route::Direct));
        assert_eq!(config.route(&other), Ok(Route::Direct));
        let proxy = ProxyUrl::new("http://proxy.example").unwrap();
        config.proxy = Some(proxy.clone());
        assert_eq!(config.route(&local), Ok(Route::Proxy(&proxy)));
    }
}
