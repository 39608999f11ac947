use serde::Serialize;
use std::fmt;

/// A URL that grants access to its holder, such as a checkout. `Debug` shows the host only and there is
/// no `Display`; [`as_str`](Self::as_str) returns the whole URL.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct SecretUrl(String);

secret_string!(SecretUrl);

impl SecretUrl {
    /// Returns the whole URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for SecretUrl {
    fn from(url: String) -> Self {
        Self(url)
    }
}

impl From<&str> for SecretUrl {
    fn from(url: &str) -> Self {
        Self(url.to_owned())
    }
}

impl AsRef<str> for SecretUrl {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = || {
            let (scheme, rest) = self.0.split_once("://")?;
            let authority = rest.split(['/', '?', '#']).next()?;
            Some((scheme, authority.rsplit('@').next()?))
        };
        match host() {
            Some((scheme, host)) => fmt::Debug::fmt(&format!("{scheme}://{host}/…"), f),
            None => f.write_str("\"…\""),
        }
    }
}

has_schema! { Secret: SecretUrl; }

#[cfg(test)]
mod tests {
    use super::SecretUrl;

    #[test]
    fn debug_shows_the_host_only() {
        let shown = |url: &str| format!("{:?}", SecretUrl::from(url));
        assert_eq!(shown("https://host/pay/s3cret"), "\"https://host/…\"");
        assert_eq!(
            shown("https://u:s3cret@host:1?s3cret"),
            "\"https://host:1/…\""
        );
        assert_eq!(shown("https://host#s3cret"), "\"https://host/…\"");
        assert_eq!(shown("s3cret"), "\"…\"");
        assert_eq!(shown(""), "\"…\"");
    }
}
