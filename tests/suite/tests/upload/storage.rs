//! A scripted storage, and an API whose upload URLs lead to it.

use linq_suite::{
    mock_server::{MockServer, RecordedRequest, json_response},
    tls::TlsProxy,
};
use serde_json::json;
use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// The storage's action for one PUT.
#[derive(Clone, Debug)]
pub(crate) enum StorageAction {
    /// Stores the file.
    Store,
    /// Closes the connection after this many bytes.
    DisconnectAfter(usize),
    /// Reads the file and sends this response.
    Respond(u16, &'static str),
    /// Sends this response before it reads the file, and reads on: closing with unread bytes could reset the
    /// connection before the response arrives.
    RejectEarly(u16, &'static str),
    /// Reads the file and sends no response.
    Stall,
}

/// One received PUT.
#[derive(Clone, Debug, Default)]
pub(crate) struct Transfer {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Transfer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(header, _)| header == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// An API and a storage, each on its own port.
pub(crate) struct Fixture {
    pub(crate) api: MockServer,
    transfers: Arc<Mutex<Vec<Transfer>>>,
}

impl Fixture {
    pub(crate) fn new(script: impl IntoIterator<Item = StorageAction>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let storage = format!("http://{address}");
        Self::with(script, storage, move || listener)
    }

    /// Starts a storage over TLS; also returns its certificate.
    pub(crate) fn tls(script: impl IntoIterator<Item = StorageAction>) -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let tls_proxy = TlsProxy::start(&listener.local_addr().unwrap().to_string());
        (
            Self::with(script, tls_proxy.url, move || listener),
            tls_proxy.certificate,
        )
    }

    /// Starts a storage that listens only after 250 ms.
    pub(crate) fn late(script: impl IntoIterator<Item = StorageAction>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        Self::with(script, format!("http://{address}"), move || {
            thread::sleep(Duration::from_millis(250));
            TcpListener::bind(address).unwrap()
        })
    }

    fn with(
        script: impl IntoIterator<Item = StorageAction>,
        storage: String,
        listen: impl FnOnce() -> TcpListener + Send + 'static,
    ) -> Self {
        let script: VecDeque<StorageAction> = script.into_iter().collect();
        let (script, transfers) = (Arc::new(Mutex::new(script)), Arc::default());
        let recorded = Arc::clone(&transfers);
        thread::spawn(move || {
            for stream in listen().incoming().flatten() {
                let (script, recorded) = (script.clone(), Arc::clone(&recorded));
                thread::spawn(move || serve(stream, &script, &recorded));
            }
        });
        let api = MockServer::start(move |request| api_response(request, &storage));
        Self { api, transfers }
    }

    /// Returns the PUTs that ended, completely or not.
    pub(crate) fn transfers(&self) -> Vec<Transfer> {
        self.transfers.lock().unwrap().clone()
    }

    /// Returns the calls to the API, such as `POST /v3/attachments`.
    pub(crate) fn calls(&self) -> Vec<String> {
        let line = |request: &RecordedRequest| request.line.replace(" HTTP/1.1", "");
        self.api.requests().iter().map(line).collect()
    }
}

fn api_response(request: &RecordedRequest, storage: &str) -> String {
    if request.line.starts_with("DELETE") {
        return "204 No Content\r\n\r\n".to_owned();
    }
    let created = json!({
        "attachment_id": "a1",
        "download_url": "https://cdn.example/a1",
        "expires_at": "2026-10-09T12:49:56Z",
        "http_method": "PUT",
        "required_headers": { "Content-Type": "video/mp4", "X-Required": "yes" },
        "upload_url": format!("{storage}/files/a1?X-Amz-Signature=s3cret"),
    });
    json_response(201, &created.to_string())
}

/// Serves a connection until a PUT is incomplete or its action closes it.
fn serve(
    mut stream: TcpStream,
    script: &Mutex<VecDeque<StorageAction>>,
    transfers: &Mutex<Vec<Transfer>>,
) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    loop {
        let mut transfer = read_head(&mut reader)?;
        let action = script
            .lock()
            .unwrap()
            .pop_front()
            .unwrap_or(StorageAction::Store);
        if let StorageAction::RejectEarly(status, body) = action {
            send_response(&mut stream, status, body)?;
            stream.shutdown(Shutdown::Write).ok()?;
        } else if transfer.header("expect").is_some() {
            write!(stream, "HTTP/1.1 100 Continue\r\n\r\n").ok()?;
        }
        let length = transfer.header("content-length")?.parse().ok()?;
        let expected = match action {
            StorageAction::DisconnectAfter(bytes) => bytes,
            _ => length,
        };
        let taken = reader.by_ref().take(expected as u64);
        let complete = { taken }.read_to_end(&mut transfer.body).ok() == Some(length);
        transfers.lock().unwrap().push(transfer);
        match action {
            StorageAction::DisconnectAfter(_) | StorageAction::RejectEarly(..) => return None,
            _ if !complete => return None,
            StorageAction::Stall => thread::park(),
            StorageAction::Respond(status, body) => send_response(&mut stream, status, body)?,
            StorageAction::Store => send_response(&mut stream, 200, "")?,
        }
    }
}

fn read_head(reader: &mut impl BufRead) -> Option<Transfer> {
    let mut transfer = Transfer::default();
    reader.read_line(&mut transfer.line).ok()?;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            return (!transfer.headers.is_empty()).then_some(transfer);
        };
        let header = (name.to_ascii_lowercase(), value.trim().to_owned());
        transfer.headers.push(header);
    }
}

fn send_response(stream: &mut TcpStream, status: u16, body: &str) -> Option<()> {
    let location = if (300..400).contains(&status) {
        "location: http://127.0.0.1:9/steal\r\n"
    } else {
        ""
    };
    let length = body.len();
    let response =
        format!("HTTP/1.1 {status} S\r\n{location}content-length: {length}\r\n\r\n{body}");
    stream.write_all(response.as_bytes()).ok()
}

/// A proxy for CONNECT and for absolute URLs.
pub(crate) struct Proxy {
    url: String,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://user:s3cret@{}", listener.local_addr().unwrap());
        let heads = Arc::default();
        let all = Arc::clone(&heads);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let all = Arc::clone(&all);
                thread::spawn(move || forward(client, &all));
            }
        });
        Self { url, heads }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Returns the heads of the requests.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

fn forward(mut client: TcpStream, heads: &Mutex<Vec<String>>) -> Option<()> {
    let mut reader = BufReader::new(client.try_clone().ok()?);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        reader.read_line(&mut head).ok().filter(|read| *read > 0)?;
    }
    heads.lock().unwrap().push(head.clone());
    let target = head.split(' ').nth(1)?;
    let is_tunnel = head.starts_with("CONNECT");
    let authority = target.trim_start_matches("http://").split('/').next()?;
    let mut server = TcpStream::connect(authority).ok()?;
    if is_tunnel {
        client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").ok()?;
    } else {
        let origin = target
            .trim_start_matches("http://")
            .trim_start_matches(authority);
        let rewritten = head.replacen(target, origin, 1);
        server.write_all(rewritten.as_bytes()).ok()?;
    }
    let (mut back, mut to_client) = (server.try_clone().ok()?, client);
    thread::spawn(move || std::io::copy(&mut back, &mut to_client));
    std::io::copy(&mut reader, &mut server).ok()?;
    server.shutdown(Shutdown::Write).ok()
}
