//! A storage that does what it is told to, behind an API that sends everybody there.

use linq_suite::{
    canned::{Canned, Received, json_reply},
    tls::TlsFront,
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

/// What the storage does with one transfer.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Takes the file.
    Take,
    /// Breaks off after so many bytes.
    CutAfter(usize),
    /// Takes the file and replies so nevertheless.
    ApiResponse(u16, &'static str),
    /// Replies so before any of the file has come, and takes what comes nevertheless: closing
    /// with bytes unread could tear down the reply on its way.
    RefuseAtOnce(u16, &'static str),
    /// Takes the file and says nothing.
    Hang,
}

/// One transfer, as it arrived.
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

/// An API and a storage, each on a port of its own.
pub(crate) struct Scene {
    pub(crate) api: Canned,
    transfers: Arc<Mutex<Vec<Transfer>>>,
}

impl Scene {
    pub(crate) fn new(script: impl IntoIterator<Item = Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let storage = format!("http://{address}");
        Self::with(script, storage, move || listener)
    }

    /// The storage speaks TLS; also returns its certificate.
    pub(crate) fn tls(script: impl IntoIterator<Item = Act>) -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let front = TlsFront::start(&listener.local_addr().unwrap().to_string());
        (
            Self::with(script, front.url, move || listener),
            front.certificate,
        )
    }

    /// Nobody listens at the storage for the first quarter of a second.
    pub(crate) fn late(script: impl IntoIterator<Item = Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        Self::with(script, format!("http://{address}"), move || {
            thread::sleep(Duration::from_millis(250));
            TcpListener::bind(address).unwrap()
        })
    }

    fn with(
        script: impl IntoIterator<Item = Act>,
        storage: String,
        listen: impl FnOnce() -> TcpListener + Send + 'static,
    ) -> Self {
        let script: VecDeque<Act> = script.into_iter().collect();
        let (script, transfers) = (Arc::new(Mutex::new(script)), Arc::default());
        let all = Arc::clone(&transfers);
        thread::spawn(move || {
            for stream in listen().incoming().flatten() {
                let (script, all) = (script.clone(), Arc::clone(&all));
                thread::spawn(move || serve(stream, &script, &all));
            }
        });
        let api = Canned::start(move |request| reply(request, &storage));
        Self { api, transfers }
    }

    /// The transfers that have come to an end, one way or another.
    pub(crate) fn transfers(&self) -> Vec<Transfer> {
        self.transfers.lock().unwrap().clone()
    }

    /// The calls to the API, such as `POST /v3/attachments`.
    pub(crate) fn calls(&self) -> Vec<String> {
        let line = |request: &Received| request.line.replace(" HTTP/1.1", "");
        self.api.received().iter().map(line).collect()
    }
}

fn reply(request: &Received, storage: &str) -> String {
    if request.line.starts_with("DELETE") {
        return "204 No Content\r\n\r\n".to_owned();
    }
    let announced = json!({
        "attachment_id": "a1",
        "download_url": "https://cdn.example/a1",
        "expires_at": "2026-10-09T12:49:56Z",
        "http_method": "PUT",
        "required_headers": { "Content-Type": "video/mp4", "X-Required": "yes" },
        "upload_url": format!("{storage}/files/a1?X-Amz-Signature=s3cret"),
    });
    json_reply(201, &announced.to_string())
}

/// One transfer a connection, or more where they end well.
fn serve(
    mut stream: TcpStream,
    script: &Mutex<VecDeque<Act>>,
    transfers: &Mutex<Vec<Transfer>>,
) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    loop {
        let mut transfer = head(&mut reader)?;
        let act = script.lock().unwrap().pop_front().unwrap_or(Act::Take);
        if let Act::RefuseAtOnce(status, body) = act {
            answer(&mut stream, status, body)?;
            stream.shutdown(Shutdown::Write).ok()?;
        } else if transfer.header("expect").is_some() {
            write!(stream, "HTTP/1.1 100 Continue\r\n\r\n").ok()?;
        }
        let length = transfer.header("content-length")?.parse().ok()?;
        let wanted = match act {
            Act::CutAfter(bytes) => bytes,
            _ => length,
        };
        let taken = reader.by_ref().take(wanted as u64);
        let complete = { taken }.read_to_end(&mut transfer.body).ok() == Some(length);
        transfers.lock().unwrap().push(transfer);
        match act {
            Act::CutAfter(_) | Act::RefuseAtOnce(..) => return None,
            _ if !complete => return None,
            Act::Hang => thread::park(),
            Act::ApiResponse(status, body) => answer(&mut stream, status, body)?,
            Act::Take => answer(&mut stream, 200, "")?,
        }
    }
}

fn head(reader: &mut impl BufRead) -> Option<Transfer> {
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

fn answer(stream: &mut TcpStream, status: u16, body: &str) -> Option<()> {
    let location = if (300..400).contains(&status) {
        "location: http://127.0.0.1:9/steal\r\n"
    } else {
        ""
    };
    let length = body.len();
    let reply = format!("HTTP/1.1 {status} S\r\n{location}content-length: {length}\r\n\r\n{body}");
    stream.write_all(reply.as_bytes()).ok()
}

/// A proxy that tunnels, and forwards requests that name their host.
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

    /// The heads of the requests, each in one piece.
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
