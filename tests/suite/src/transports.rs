//! Runs a test on both transports.

use linq_core::{Client, Connect, Error, Transport, call::ClientBuilder};

/// A transport, and a runtime to wait for its results.
pub trait Runner: Sync {
    /// Transport of the clients.
    type Transport: Connect + Clone + std::fmt::Debug + Send + Sync + 'static;

    /// Creates the runtime.
    fn new() -> Self;

    /// Waits for the result of a call and returns it.
    fn wait<T: Send + 'static>(
        &self,
        output: <Self::Transport as Transport>::Output<T>,
    ) -> Result<T, Error>;

    /// Returns a client for this base URL, with the API key `sk_secret`.
    fn client(&self, base_url: &str) -> Client<Self::Transport> {
        self.builder(base_url).build().expect("valid options")
    }

    /// Returns a builder for this base URL, with the API key `sk_secret`.
    fn builder(&self, base_url: &str) -> ClientBuilder<Self::Transport> {
        Client::builder("sk_secret").base_url(base_url)
    }
}

/// `linq-ureq`.
#[derive(Debug)]
pub struct Blocking;

impl Runner for Blocking {
    type Transport = linq_ureq::Blocking;

    fn new() -> Self {
        Self
    }

    fn wait<T: Send + 'static>(&self, output: Result<T, Error>) -> Result<T, Error> {
        output
    }
}

/// `linq-reqwest`, on its own tokio runtime.
#[derive(Debug)]
pub struct Async(pub tokio::runtime::Runtime);

impl Runner for Async {
    type Transport = linq_reqwest::Async;

    fn new() -> Self {
        Self(
            tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .expect("a runtime"),
        )
    }

    fn wait<T: Send + 'static>(&self, output: linq_reqwest::CallFuture<T>) -> Result<T, Error> {
        self.0.block_on(output)
    }
}

/// Defines a test of each function for each transport.
#[macro_export]
macro_rules! on_both_transports {
    ($($scenario:ident,)*) => {
        mod ureq {
            $(#[test] fn $scenario() {
                let runner = <$crate::transports::Blocking as $crate::transports::Runner>::new();
                super::$scenario(&runner);
            })*
        }

        mod reqwest {
            $(#[test] fn $scenario() {
                let runner = <$crate::transports::Async as $crate::transports::Runner>::new();
                super::$scenario(&runner);
            })*
        }
    };
}
