use super::{ClientBuilder, Connect, Environment};
use crate::{error::InvalidArgument, secret::ApiKey};

/// A client of the Linq Partner API v3, generic over the transport.
///
/// Its methods return the resources, by their official names: `linq.chats().participants(id).add(…)`.
/// It can be shared between threads and tasks, and is as cheap to clone as its transport.
///
/// Use it as `linq_ureq::Client` (blocking) or `linq_reqwest::Client` (async).
#[derive(Clone, Debug)]
pub struct Client<C> {
    transport: C,
}

impl<C: Connect> Client<C> {
    /// Creates a client with the official defaults: Linq's production API, 60 seconds per attempt, 2 retries.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the path `api_key`, if the key is not valid in a header.
    pub fn new(api_key: impl Into<String>) -> Result<Self, InvalidArgument> {
        Self::builder(api_key).build()
    }

    /// Returns a builder for a client with other options.
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder<C> {
        ClientBuilder::new(
            ApiKey::new(api_key).map_err(|reason| InvalidArgument::new("api_key", reason)),
        )
    }

    /// Creates a client from the official environment variables: `LINQ_API_V3_API_KEY`, and optionally
    /// `LINQ_API_V3_BASE_URL` and `LINQ_API_V3_CUSTOM_HEADERS` (lines of `Name: value`).
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] with the name of the variable that is missing or not valid.
    pub fn from_env() -> Result<Self, InvalidArgument> {
        Self::builder_from_env().build()
    }

    /// Returns a builder for a client from the official environment variables, see [`from_env`](Self::from_env).
    pub fn builder_from_env() -> ClientBuilder<C> {
        ClientBuilder::from_environment(Environment::read(|name| std::env::var_os(name)))
    }
}

impl<C> Client<C> {
    /// Creates a client from a transport.
    pub fn from_transport(transport: C) -> Self {
        Self { transport }
    }

    /// Returns the transport.
    pub fn transport(&self) -> &C {
        &self.transport
    }
}
