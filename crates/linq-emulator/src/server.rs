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
use crate::fault::Hangup;
use crate::shared::Shared;
use crate::storage;

/// Serves the API and the control endpoints until it is dropped.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let routers = Routers {
        main: api::router(Arc::clone(&shared)),
        control: Some(control::router(shared)),
    };
    accept(listener, routers).await;
}

/// Serves the storage, which is another origin, until it is dropped.
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
                tokio::spawn(converse(stream, peer, routers.clone()));
            }
            // Out of file handles, most likely; they come back.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

#[derive(Clone)]
struct Routers {
    main: Router,
    control: Option<Router>,
}

async fn converse(stream: TcpStream, peer: SocketAddr, routers: Routers) {
    // Small replies leave at once; where that cannot be had they leave a little later.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| answer(request, peer, routers.clone()));
    // A peer that goes away is no concern of the server's.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// An error makes hyper close the connection without a reply, which is what a hangup asks for.
async fn answer(
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
    match response.extensions().get::<Hangup>() {
        Some(Hangup) => Err(io::Error::other("the reply is lost on purpose")),
        None => Ok(response),
    }
}
