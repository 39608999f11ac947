//! TLS in front of a server on loopback, with a certificate of our own making.

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

/// A TLS endpoint that passes everything on to a plain one.
#[derive(Debug)]
pub struct TlsFront {
    /// `https://localhost:PORT`.
    pub url: String,
    /// Its certificate, PEM.
    pub certificate: String,
}

impl TlsFront {
    /// In front of `target`, such as `127.0.0.1:8080`.
    ///
    /// # Panics
    ///
    /// Where loopback cannot be listened on.
    #[must_use]
    pub fn start(target: &str) -> Self {
        Self::with_protocols(target, &[])
    }

    /// The same, offering protocols by ALPN, such as `h2`.
    ///
    /// # Panics
    ///
    /// Panics if loopback cannot be listened on.
    #[must_use]
    pub fn with_protocols(target: &str, protocols: &[&str]) -> Self {
        let made =
            rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("protocol versions")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
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
                thread::spawn(move || pass_on(client, config, &target));
            }
        });
        Self {
            url: format!("https://localhost:{port}"),
            certificate: made.cert.pem(),
        }
    }
}

/// Passes bytes both ways until either side closes. A failed handshake ends it.
fn pass_on(client: TcpStream, config: Arc<ServerConfig>, target: &str) -> io::Result<()> {
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

/// Copies what is there; `false` at the end.
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
