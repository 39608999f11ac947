//! The accept loop and its connections.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

use crate::api;
use crate::control;
use crate::fault::DropConnection;
use crate::shared::Shared;
use crate::storage;

/// Serves the API and the control endpoints until the future is dropped.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let routers = Routers {
        main: api::router(Arc::clone(&shared)),
        control: Some(control::router(shared)),
    };
    accept(listener, routers).await;
}

/// Serves the storage, which is a separate origin, until the future is dropped.
pub(crate) async fn serve_storage(listener: TcpListener, shared: Arc<Shared>) {
    let routers = Routers {
        main: storage::router(shared),
        control: None,
    };
    accept(listener, routers).await;
}

async fn accept(listener: TcpListener, routers: Routers) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                tokio::spawn(serve_connection(stream, peer, routers.clone()));
            }
            // Probably out of file descriptors, for a while.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

#[derive(Clone)]
struct Routers {
    main: Router,
    control: Option<Router>,
}

async fn serve_connection(stream: TcpStream, peer: SocketAddr, routers: Routers) {
    // Without it, small responses are only delayed.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| handle(request, peer, routers.clone()));
    // A closed connection is not an error.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// Handles a request. An error makes hyper close the connection without a response.
async fn handle(
    mut request: hyper::Request<Incoming>,
    peer: SocketAddr,
    routers: Routers,
) -> io::Result<Response<Body>> {
    request.extensions_mut().insert(ConnectInfo(peer));
    let is_control = request.uri().path().starts_with(control::BASE_PATH);
    let router = match routers.control {
        Some(control) if is_control => control,
        _ => routers.main,
    };
    let response: Result<Response, Infallible> =
        TowerToHyperService::new(router).call(request).await;
    let Ok(response) = response;
    match response.extensions().get::<DropConnection>() {
        Some(DropConnection) => Err(io::Error::other("connection dropped by a fault")),
        None => Ok(response),
    }
}
