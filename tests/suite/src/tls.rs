//! A TLS-terminating proxy in front of a server on loopback, with a self-signed certificate.

use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::ring,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use std::{
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    sync::Arc,
    thread,
    time::Duration,
};

/// A TLS-terminating proxy.
#[derive(Debug)]
pub struct TlsProxy {
    /// Base URL: `https://localhost:PORT`.
    pub url: String,
    /// Self-signed certificate, as PEM.
    pub certificate: String,
}

impl TlsProxy {
    /// Starts a proxy to `target`, such as `127.0.0.1:8080`.
    ///
    /// # Panics
    ///
    /// Panics if loopback cannot be listened on.
    #[must_use]
    pub fn start(target: &str) -> Self {
        Self::with_protocols(target, &[])
    }

    /// Starts a proxy that offers protocols such as `h2` by ALPN.
    ///
    /// # Panics
    ///
    /// Panics if loopback cannot be listened on.
    #[must_use]
    pub fn with_protocols(target: &str, protocols: &[&str]) -> Self {
        let generated =
            rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(
            generated.signing_key.serialize_der(),
        ));
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("protocol versions")
            .with_no_client_auth()
            .with_single_cert(vec![generated.cert.der().clone()], key)
            .expect("a certificate and its key");
        config.alpn_protocols = protocols
            .iter()
            .map(|name| name.as_bytes().to_vec())
            .collect();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (config, target) = (Arc::new(config), target.to_owned());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (config, target) = (config.clone(), target.clone());
                thread::spawn(move || forward(client, config, &target));
            }
        });
        Self {
            url: format!("https://localhost:{port}"),
            certificate: generated.cert.pem(),
        }
    }
}

/// Copies bytes both ways until either side closes or the handshake fails.
fn forward(client: TcpStream, config: Arc<ServerConfig>, target: &str) -> io::Result<()> {
    let mut server = TcpStream::connect(target)?;
    client.set_read_timeout(Some(Duration::from_millis(5)))?;
    server.set_read_timeout(Some(Duration::from_millis(5)))?;
    let mut client = StreamOwned::new(
        ServerConnection::new(config).map_err(io::Error::other)?,
        client,
    );
    loop {
        if !copy_some(&mut client, &mut server)? || !copy_some(&mut server, &mut client)? {
            return Ok(());
        }
    }
}

/// Copies available bytes; returns `false` at the end of the stream.
fn copy_some(from: &mut impl Read, to: &mut impl Write) -> io::Result<bool> {
    let mut buffer = [0; 16 * 1024];
    match from.read(&mut buffer) {
        Ok(0) => Ok(false),
        Ok(read) => {
            to.write_all(&buffer[..read])?;
            to.flush()?;
            Ok(true)
        }
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
            ) =>
        {
            Ok(true)
        }
        Err(error) => Err(error),
    }
}
