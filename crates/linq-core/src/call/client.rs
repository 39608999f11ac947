use super::{ClientBuilder, Connect, Environment};
use crate::{error::InvalidArgument, secret::ApiKey};

/// The Linq Partner API v3, over any transport.
///
/// Its methods lead to the resources, by their official names: `linq.chats().participants(id).add(…)`.
/// Cheap to clone where the transport is, and meant to be shared between threads and tasks.
///
/// Users meet it as `linq_ureq::Client` (blocking) and `linq_reqwest::Client` (async).
#[derive(Clone, Debug)]
pub struct Client<C> {
    transport: C,
}

impl<C: Connect> Client<C> {
    /// A client for Linq's own servers with the official defaults: 60 seconds an attempt, 2 retries.
    pub fn new(api_key: impl Into<String>) -> Result<Self, InvalidArgument> {
        Self::builder(api_key).build()
    }

    /// A client with other settings.
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder<C> {
        ClientBuilder::new(
            ApiKey::new(api_key).map_err(|reason| InvalidArgument::new("api_key", reason)),
        )
    }

    /// A client as the official environment variables say: `LINQ_API_V3_API_KEY`, and if given
    /// `LINQ_API_V3_BASE_URL` and `LINQ_API_V3_CUSTOM_HEADERS` (lines of `Name: value`).
    pub fn from_env() -> Result<Self, InvalidArgument> {
        Self::builder_from_env().build()
    }

    /// The same with other settings.
    pub fn builder_from_env() -> ClientBuilder<C> {
        ClientBuilder::from_environment(Environment::read(|name| std::env::var_os(name)))
    }
}

impl<C> Client<C> {
    /// A client over a transport of one's own.
    pub fn from_transport(transport: C) -> Self {
        Self { transport }
    }

    /// The transport.
    pub fn transport(&self) -> &C {
        &self.transport
    }
}
