use crate::{error::InvalidArgument, header::parse_header_lines, secret::ApiKey};
use http::{HeaderName, HeaderValue};
use std::{ffi::OsString, fmt};

/// The configuration in the environment variables of the official clients.
pub struct Environment {
    /// API key, of `LINQ_API_V3_API_KEY`.
    pub api_key: ApiKey,
    /// Base URL, of `LINQ_API_V3_BASE_URL`; `None` if it is empty.
    pub base_url: Option<String>,
    /// Headers, of `LINQ_API_V3_CUSTOM_HEADERS`: lines of `Name: value`.
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

impl Environment {
    pub(super) const BASE_URL: &str = "LINQ_API_V3_BASE_URL";
    const API_KEY: &str = "LINQ_API_V3_API_KEY";
    const HEADERS: &str = "LINQ_API_V3_CUSTOM_HEADERS";

    /// Reads the variables through `variable`, such as [`std::env::var_os`].
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the name of the variable that is required but missing, or is not valid.
    pub fn read(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, InvalidArgument> {
        let text = |name: &str| match variable(name).map(OsString::into_string) {
            None => Ok(None),
            Some(Ok(text)) => Ok(Some(text)),
            Some(Err(_)) => Err(InvalidArgument::new(name, "not valid Unicode")),
        };
        let Some(key) = text(Self::API_KEY)? else {
            return Err(InvalidArgument::new(Self::API_KEY, "must be set"));
        };
        let lines = text(Self::HEADERS)?.unwrap_or_default();
        Ok(Self {
            api_key: ApiKey::new(key)
                .map_err(|reason| InvalidArgument::new(Self::API_KEY, reason))?,
            base_url: text(Self::BASE_URL)?.filter(|url| !url.is_empty()),
            headers: parse_header_lines(&lines, Self::HEADERS)?,
        })
    }
}

/// Omits the API key, and the headers, whose values may be secrets.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment")
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}
