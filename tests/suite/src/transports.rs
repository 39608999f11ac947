//! One way to run a call on either transport, so that every scenario is written once.

use linq_core::{Client, Connect, Error, Transport, call::ClientBuilder};

/// A transport with what it needs to wait for a result.
pub trait Runner: Sync {
    /// What carries the calls.
    type Transport: Connect + Clone + std::fmt::Debug + Send + Sync + 'static;

    /// Makes ready.
    fn new() -> Self;

    /// Waits for the result of a call.
    fn wait<T: Send + 'static>(
        &self,
        output: <Self::Transport as Transport>::Output<T>,
    ) -> Result<T, Error>;

    /// A client for this base URL, with the key `sk_secret`.
    fn client(&self, base_url: &str) -> Client<Self::Transport> {
        self.builder(base_url)
            .build()
            .expect("settings that are right")
    }

    /// The same with other settings.
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

/// `linq-reqwest`, on a runtime of its own.
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

/// Makes a test of each scenario for each transport.
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
