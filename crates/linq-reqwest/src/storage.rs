//! The HTTP client for the storage, which sends requests unchanged: reqwest adds headers that cannot be removed.

use crate::{failure::Failure, upload::Chunks};
use bytes::{Bytes, BytesMut};
use http::{Request, Response, Uri};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::{
        legacy::{
            Client,
            connect::{HttpConnector, proxy::Tunnel},
        },
        proxy::matcher::{Intercept, Matcher},
    },
    rt::{TokioExecutor, TokioTimer},
};
use linq_core::{
    call::{ClientConfig, Route},
    error::{TransportError, TransportErrorKind},
    exchange::ExchangeConfig,
    testing::CannedResponses,
};
use std::{
    error::Error,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tower_service::Service;

type BoxError = Box<dyn Error + Send + Sync>;
type Direct = HttpsConnector<HttpConnector>;

pub(crate) struct Storage {
    direct: Client<TimeoutConnector<Direct>, Chunks>,
    connector: Direct,
    proxies: Matcher,
    tls: rustls::ClientConfig,
    connect_timeout: Duration,
    limit: usize,
    canned_responses: Option<CannedResponses>,
}

impl Storage {
    pub(crate) fn new(config: &ClientConfig, tls: rustls::ClientConfig) -> Self {
        let proxies = match &config.proxy {
            Some(proxy) => Matcher::builder().all(proxy.expose()).build(),
            None => Matcher::from_system(),
        };
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        let connector = https(tls.clone(), tcp);
        let connect_timeout = config.connect_timeout.min(ExchangeConfig::MAX_TIMEOUT);
        let timed = TimeoutConnector(connector.clone(), connect_timeout);
        let mut builder = Client::builder(TokioExecutor::new());
        builder
            .pool_timer(TokioTimer::new())
            .pool_max_idle_per_host(config.max_idle_connections);
        Self {
            direct: builder.build(timed),
            connector,
            proxies,
            tls,
            connect_timeout,
            limit: config.max_response_bytes,
            canned_responses: config.canned_responses.clone(),
        }
    }

    /// Sends a file and reads the response, both within `timeout`.
    pub(crate) async fn send(
        &self,
        request: Request<Chunks>,
        route: Route<'_>,
        timeout: Duration,
    ) -> Result<Response<Bytes>, Failure> {
        if let Some(canned) = &self.canned_responses {
            let (head, body) = request.into_parts();
            let body = body.collect().await.map_err(|error| {
                Failure::Canned(TransportError::new(
                    TransportErrorKind::ConnectionLost,
                    error,
                ))
            })?;
            let request = Request::from_parts(head, body.to_bytes());
            return canned.respond(request).map_err(Failure::Canned);
        }
        let sending = async { self.read_body(self.start(request, route).await?).await };
        match tokio::time::timeout(timeout, sending).await {
            Ok(result) => result,
            Err(elapsed) => Err(Failure::TimedOut(elapsed)),
        }
    }

    /// Sends a request, and returns the response before its body is read.
    pub(crate) async fn start(
        &self,
        request: Request<Chunks>,
        route: Route<'_>,
    ) -> Result<Response<Incoming>, Failure> {
        let proxy = match route {
            Route::Direct => None,
            Route::Environment | Route::Proxy(_) => self.proxies.intercept(request.uri()),
        };
        let sent = match proxy {
            Some(proxy) => self.proxied(&proxy).request(request).await,
            None => self.direct.request(request).await,
        };
        Ok(sent?)
    }

    /// Maximum time to connect.
    pub(crate) fn connect_timeout(&self) -> Duration {
        self.connect_timeout
    }

    /// Returns a client for one request through a proxy.
    fn proxied(
        &self,
        proxy: &Intercept,
    ) -> Client<TimeoutConnector<HttpsConnector<Tunnel<Direct>>>, Chunks> {
        let mut tunnel = Tunnel::new(proxy.uri().clone(), self.connector.clone());
        if let Some(credentials) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(credentials.clone());
        }
        let timed = TimeoutConnector(https(self.tls.clone(), tunnel), self.connect_timeout);
        Client::builder(TokioExecutor::new()).build(timed)
    }

    /// Reads a response's body, up to the limit.
    async fn read_body(&self, response: Response<Incoming>) -> Result<Response<Bytes>, Failure> {
        let (head, mut body) = response.into_parts();
        let mut bytes = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame?.into_data() else {
                continue;
            };
            if data.len() > self.limit - bytes.len() {
                return Err(Failure::TooLarge { limit: self.limit });
            }
            bytes.extend_from_slice(&data);
        }
        Ok(Response::from_parts(head, bytes.freeze()))
    }
}

fn https<C>(tls: rustls::ClientConfig, connector: C) -> HttpsConnector<C> {
    HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1()
        .wrap_connector(connector)
}

/// A connector with a timeout, TLS included.
#[derive(Clone)]
struct TimeoutConnector<C>(C, Duration);

impl<C> Service<Uri> for TimeoutConnector<C>
where
    C: Service<Uri>,
    C::Error: Into<BoxError>,
    C::Future: Send + 'static,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<C::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.0.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = tokio::time::timeout(self.1, self.0.call(uri));
        Box::pin(async { connecting.await?.map_err(Into::into) })
    }
}
