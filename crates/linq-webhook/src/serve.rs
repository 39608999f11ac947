use ::axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use std::{
    fmt,
    future::{self, IntoFuture},
    io,
    pin::Pin,
    sync::Arc,
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time,
};

/// Serves a router by HTTP/1.1, with limits that `axum::serve` lacks: on the time for a request's head, and on the
/// number of connections. The bodies of deliveries are limited by the [`Receiver`](crate::Receiver).
///
/// Runs when awaited, until the future of [`Serve::graceful_shutdown`] completes, or forever.
///
/// ```no_run
/// # async fn example(router: axum::Router) -> std::io::Result<()> {
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
/// linq_webhook::serve(listener, router).await
/// # }
/// ```
pub fn serve(listener: TcpListener, router: Router) -> Serve {
    Serve {
        listener,
        router,
        head_timeout: Serve::DEFAULT_HEAD_TIMEOUT,
        max_connections: Serve::DEFAULT_MAX_CONNECTIONS,
        shutdown: None,
    }
}

/// A server that runs when awaited, created by [`serve`].
#[must_use = "a server does nothing until it is awaited"]
pub struct Serve {
    listener: TcpListener,
    router: Router,
    head_timeout: Duration,
    max_connections: usize,
    shutdown: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

impl Serve {
    /// Default [`head_timeout`](Self::head_timeout): 10 seconds.
    pub const DEFAULT_HEAD_TIMEOUT: Duration = Duration::from_secs(10);
    /// Default [`max_connections`](Self::max_connections): 1,000.
    pub const DEFAULT_MAX_CONNECTIONS: usize = 1_000;
    /// Maximum size of a request's head, in bytes.
    const MAX_HEAD: usize = 64 << 10;
    /// Delay after `accept` failed, for example because there are no file descriptors left.
    const ACCEPT_BACKOFF: Duration = Duration::from_secs(1);

    /// Sets the maximum time to read a request's head, from the start of the connection or the previous response; 10
    /// seconds by default. A slower connection is closed.
    pub fn head_timeout(mut self, timeout: Duration) -> Self {
        self.head_timeout = timeout;
        self
    }

    /// Sets the maximum number of connections, at least one; 1,000 by default. Further ones wait to be accepted.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = connections.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// Makes the server stop accepting connections when `signal` completes, and end once the requests in flight have
    /// their responses.
    pub fn graceful_shutdown(mut self, signal: impl Future<Output = ()> + Send + 'static) -> Self {
        self.shutdown = Some(Box::pin(signal));
        self
    }

    async fn run(self) {
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(self.head_timeout)
            .max_buf_size(Self::MAX_HEAD);
        let connections = GracefulShutdown::new();
        let permits = Arc::new(Semaphore::new(self.max_connections));
        let mut shutdown = self.shutdown.unwrap_or_else(|| Box::pin(future::pending()));
        loop {
            let next = async {
                let permit = Arc::clone(&permits).acquire_owned().await;
                (permit, accept(&self.listener).await)
            };
            let (permit, stream) = tokio::select! {
                next = next => next,
                () = &mut shutdown => break,
            };
            let service = TowerToHyperService::new(self.router.clone());
            let connection = http.serve_connection(TokioIo::new(stream), service);
            let connection = connections.watch(connection);
            tokio::spawn(async move {
                let _permit = permit;
                // Errors of one connection are ignored.
                connection.await.ok();
            });
        }
        drop(self.listener);
        connections.shutdown().await;
    }
}

/// Returns the next connection, retrying until there is one.
async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            Err(error) if is_connection_error(&error) => {}
            Err(_) => time::sleep(Serve::ACCEPT_BACKOFF).await,
        }
    }
}

fn is_connection_error(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}

impl IntoFuture for Serve {
    type Output = io::Result<()>;
    type IntoFuture = Pin<Box<dyn Future<Output = io::Result<()>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async {
            self.run().await;
            Ok(())
        })
    }
}

impl fmt::Debug for Serve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Serve")
            .field("listener", &self.listener)
            .field("head_timeout", &self.head_timeout)
            .field("max_connections", &self.max_connections)
            .finish_non_exhaustive()
    }
}
