//! A fault-injecting server with the tables of `tests/vectors/malformed_heads.json` and `faults.json`; the README
//! beside them describes them.
//!
//! The base URL of a client names a table, and a row unless the calls' ids do: `http://127.0.0.1:PORT/random`, or
//! `http://127.0.0.1:PORT/uploads/3`.

use crate::{
    http2::{self, Signal},
    tests_folder,
    tls::TlsProxy,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use socket2::SockRef;
use std::{
    collections::{HashMap, HashSet},
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

/// The tables on disk.
#[derive(Debug, Deserialize)]
pub struct Tables {
    /// Responses with malformed heads.
    #[serde(skip)]
    pub malformed_heads: Vec<Vec<u8>>,
    /// Faults of one request, by name.
    pub faults: HashMap<String, Fault>,
    /// Calls on a connection that may be stale.
    pub stale_connections: Vec<FaultyCall>,
    /// Calls to a host where one of two addresses has no listener.
    pub two_addresses: Vec<FaultyCall>,
    /// Calls with up to three faults each.
    pub random: Vec<FaultyCall>,
    /// The storage's behavior on an upload.
    pub uploads: Vec<StorageFault>,
    /// HTTP/2 signals for a request.
    pub http2: Vec<Http2Signal>,
}

/// The server's behavior on one request.
#[derive(Debug, Deserialize)]
pub struct Fault {
    executes: bool,
    asks_to_retry: bool,
    delay_ms: u64,
    response: HashMap<String, String>,
    then: Then,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Then {
    Keep,
    Close,
    Reset,
}

/// A call and the faults of its attempts.
#[derive(Debug, Deserialize)]
pub struct FaultyCall {
    /// `send`, `react` or `share`.
    pub call: String,
    faults: Vec<String>,
    #[serde(default)]
    warm_up: Option<String>,
}

/// The storage's behavior on the first PUT of an upload.
#[derive(Debug, Deserialize)]
pub struct StorageFault {
    /// Name in failure messages.
    pub name: String,
    #[serde(rename = "continue")]
    continues: bool,
    body_bytes: Option<usize>,
    response: String,
    then: Then,
}

/// An HTTP/2 signal for a request.
#[derive(Debug, Deserialize)]
pub struct Http2Signal {
    /// Name in failure messages.
    pub name: String,
    signal: Signal,
    /// `true` if the signal proves that the request was not processed.
    pub proves_not_processed: bool,
}

/// The server's record of one row.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Number of requests of the call, or of PUTs of the upload.
    pub requests: usize,
    /// Number of executions of the call.
    pub executions: usize,
    /// Number of responses that asked for another attempt.
    pub asked_to_retry: usize,
    /// Attachments whose file is stored completely, without deleted ones.
    pub stored: HashSet<String>,
    #[serde(skip)]
    attachments: usize,
    #[serde(skip)]
    keys: HashSet<String>,
}

/// The size of a file for the table `uploads`.
pub const FILE_SIZE: usize = 1_500_000;

/// Returns the content of a file for the table `uploads`.
#[must_use]
pub fn file_content() -> Vec<u8> {
    (0..FILE_SIZE).map(file_byte).collect()
}

#[allow(clippy::cast_possible_truncation)] // below 251
fn file_byte(index: usize) -> u8 {
    (index % 251) as u8
}

impl Tables {
    /// Reads the vectors.
    ///
    /// # Panics
    ///
    /// Panics if they cannot be read.
    #[must_use]
    pub fn read() -> Self {
        #[derive(Deserialize)]
        struct Part {
            text: String,
            #[serde(default = "once")]
            times: usize,
        }
        fn once() -> usize {
            1
        }
        let file = |name| fs::read_to_string(tests_folder("vectors").join(name)).expect("vectors");
        let heads: Vec<Vec<Part>> =
            serde_json::from_str(&file("malformed_heads.json")).expect("malformed heads");
        let bytes = |part: &Part| latin1(&part.text).repeat(part.times);
        let mut tables: Self = serde_json::from_str(&file("faults.json")).expect("faults");
        tables.malformed_heads = heads
            .iter()
            .map(|parts| parts.iter().flat_map(bytes).collect())
            .collect();
        tables
    }

    fn calls(&self, table: &str) -> Option<&[FaultyCall]> {
        match table {
            "stale_connections" => Some(&self.stale_connections),
            "two_addresses" => Some(&self.two_addresses),
            "random" => Some(&self.random),
            _ => None,
        }
    }
}

fn latin1(text: &str) -> Vec<u8> {
    let byte = |character| u8::try_from(u32::from(character)).expect("Latin-1");
    text.chars().map(byte).collect()
}

/// The server, on loopback; it ends with the process.
#[derive(Clone, Debug)]
pub struct FaultServer(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    port: u16,
    tables: Tables,
    reports: Mutex<HashMap<(String, usize), Report>>,
}

impl FaultServer {
    /// Starts it on a free port of 127.0.0.1.
    ///
    /// # Panics
    ///
    /// Panics if the vectors cannot be read or there is no free port.
    #[must_use]
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let server = Self(Arc::new(Shared {
            port: listener.local_addr().expect("an address").port(),
            tables: Tables::read(),
            reports: Mutex::default(),
        }));
        let shared = Arc::clone(&server.0);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                thread::spawn(move || shared.serve(&stream));
            }
        });
        server
    }

    /// Returns its base URL, without a `/` at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.0.port)
    }

    /// Returns its base URL by a host name that may also have an address where nothing listens.
    #[must_use]
    pub fn url_of_two_addresses(&self) -> String {
        format!("http://localhost:{}", self.0.port)
    }

    /// Returns the tables that it serves.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.0.tables
    }

    /// Returns its record of a row; other languages get it from `/report/TABLE/ROW`.
    #[must_use]
    pub fn report(&self, table: &str, row: usize) -> Report {
        self.0.update(table, row, |report| report.clone())
    }

    /// Starts an HTTP/2 server for a row of the table `http2`, with a new record. It responds to this many requests
    /// before the row's signal, and to all later ones. Other languages get it from `/http2/ROW/ANSWERS`.
    #[must_use]
    pub fn http2(&self, row: usize, answers: usize) -> TlsProxy {
        self.0.http2(row, answers)
    }
}

/// The connection's state after a request.
type Next = io::Result<Then>;

struct Head {
    method: String,
    path: String,
    length: usize,
    expects_continue: bool,
}

impl Head {
    fn last_segment(&self) -> &str {
        let path = self.path.split('?').next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default()
    }
}

impl Shared {
    fn update<T>(&self, table: &str, row: usize, change: impl FnOnce(&mut Report) -> T) -> T {
        let mut reports = self.reports.lock().unwrap_or_else(PoisonError::into_inner);
        change(reports.entry((table.to_owned(), row)).or_default())
    }

    fn http2(self: &Arc<Self>, row: usize, answers: usize) -> TlsProxy {
        let signal = self.tables.http2[row].signal;
        self.update("http2", row, |report| *report = Report::default());
        let shared = Arc::clone(self);
        http2::start(move || {
            let request = shared.update("http2", row, |report| {
                report.requests += 1;
                report.requests
            });
            if request == answers + 1 {
                signal
            } else {
                Signal::Answer
            }
        })
    }

    fn serve(self: &Arc<Self>, stream: &TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream);
        while let Some(head) = read_head(&mut reader)? {
            match self.handle(&head, &mut reader, stream)? {
                Then::Keep => {}
                Then::Close => return Ok(()),
                Then::Reset => return SockRef::from(stream).set_linger(Some(Duration::ZERO)),
            }
        }
        Ok(())
    }

    fn handle(self: &Arc<Self>, head: &Head, reader: &mut impl Read, stream: &TcpStream) -> Next {
        let mut segments = head.path.split('/').skip(1);
        let table = segments.next().unwrap_or_default();
        let row = segments.find_map(|segment| segment.parse().ok());
        let row: usize = row.unwrap_or_default();
        if table == "uploads" && head.method == "PUT" {
            return self.store(row, head, reader, stream);
        }
        let body = read_body(head, head.length, reader, stream)?;
        if table == "report" {
            let table = head.path.split('/').nth(2).unwrap_or_default();
            let report = self.update(table, row, |report| json!(report));
            return send(stream, &json_response(200, &report)).map(|()| Then::Keep);
        }
        if table == "http2" {
            let answers = segments.next().and_then(|answers| answers.parse().ok());
            let tls_proxy = self.http2(row, answers.unwrap_or_default());
            let tls_proxy = json!({ "url": tls_proxy.url, "certificate": tls_proxy.certificate });
            return send(stream, &json_response(200, &tls_proxy)).map(|()| Then::Keep);
        }
        if table == "uploads" {
            return self.attachments(row, head, stream);
        }
        if table == "malformed_heads" {
            self.update(table, row, |report| {
                report.requests += 1;
                report.executions += 1;
            });
            send(stream, &self.tables.malformed_heads[row])?;
            thread::sleep(Duration::from_millis(50));
            return Ok(Then::Close);
        }
        let Some(call) = self.tables.calls(table).and_then(|calls| calls.get(row)) else {
            return send(stream, &json_response(404, &json!({}))).map(|()| Then::Keep);
        };
        if head.method == "GET" {
            let then = call
                .warm_up
                .as_ref()
                .map(|name| self.tables.faults[name].then);
            send(stream, &json_response(200, &json!({ "phone_numbers": [] })))?;
            return Ok(then.unwrap_or(Then::Keep));
        }
        let attempt = self.update(table, row, |report| {
            report.requests += 1;
            report.requests - 1
        });
        let name = call.faults.get(attempt).map_or("ok", String::as_str);
        self.apply(&self.tables.faults[name], table, row, &body, stream)
    }

    fn apply(
        &self,
        fault: &Fault,
        table: &str,
        row: usize,
        body: &[u8],
        stream: &TcpStream,
    ) -> Next {
        let call = &self.tables.calls(table).expect("a table of calls")[row].call;
        self.update(table, row, |report| {
            if fault.executes {
                let is_new = idempotency_key(body).is_none_or(|key| report.keys.insert(key));
                report.executions += usize::from(is_new);
            }
            report.asked_to_retry += usize::from(fault.asks_to_retry);
        });
        thread::sleep(Duration::from_millis(fault.delay_ms));
        send(stream, &latin1(&fault.response[call]))?;
        Ok(fault.then)
    }

    /// Handles the API's side of an upload.
    fn attachments(&self, row: usize, head: &Head, stream: &TcpStream) -> Next {
        if head.method == "DELETE" {
            self.update("uploads", row, |report| {
                report.stored.remove(head.last_segment())
            });
            send(stream, b"HTTP/1.1 204 X\r\n\r\n")?;
            return Ok(Then::Keep);
        }
        let id = self.update("uploads", row, |report| {
            report.attachments += 1;
            format!("a{}", report.attachments)
        });
        let created = json!({
            "attachment_id": id,
            "download_url": "https://cdn.example/file",
            "expires_at": "2036-10-09T12:49:56Z",
            "http_method": "PUT",
            "required_headers": { "Content-Type": "video/mp4" },
            "upload_url": format!("http://127.0.0.1:{}/uploads/{row}/{id}?X-Amz-Signature=s", self.port),
        });
        send(stream, &json_response(201, &created))?;
        Ok(Then::Keep)
    }

    /// Handles the storage's side of an upload.
    fn store(&self, row: usize, head: &Head, reader: &mut impl Read, stream: &TcpStream) -> Next {
        let is_first = self.update("uploads", row, |report| {
            report.requests += 1;
            report.requests == 1
        });
        let fault = self.tables.uploads.get(row).filter(|_| is_first);
        let continues = fault.is_none_or(|fault| fault.continues);
        let expected = fault
            .and_then(|fault| fault.body_bytes)
            .unwrap_or(head.length);
        let head = &Head {
            expects_continue: head.expects_continue && continues,
            method: head.method.clone(),
            path: head.path.clone(),
            length: head.length,
        };
        let body = read_body(head, expected, reader, stream)?;
        let is_whole = body.len() == FILE_SIZE
            && body
                .iter()
                .enumerate()
                .all(|(index, byte)| *byte == file_byte(index));
        if is_whole {
            let id = head.last_segment().to_owned();
            self.update("uploads", row, |report| report.stored.insert(id));
        }
        match fault {
            Some(fault) => {
                send(stream, &latin1(&fault.response))?;
                // Closing with unread bytes would reset the connection before the response arrives.
                thread::sleep(Duration::from_millis(20));
                Ok(fault.then)
            }
            None => {
                send(stream, b"HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n").map(|()| Then::Keep)
            }
        }
    }
}

fn idempotency_key(body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let key = body.get("message")?.get("idempotency_key")?.as_str()?;
    Some(key.to_owned())
}

fn json_response(status: u16, body: &Value) -> Vec<u8> {
    let body = body.to_string();
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")
        .into_bytes()
}

fn send(mut stream: &TcpStream, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes)
}

/// Returns the head of the next request, or `None` at the end of the connection.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<Head>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split(' ').map(str::to_owned);
    let mut head = Head {
        method: words.next().unwrap_or_default(),
        path: words.next().unwrap_or_default(),
        length: 0,
        expects_continue: false,
    };
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(':') else {
            return Ok(Some(head));
        };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => head.length = value.trim().parse().unwrap_or_default(),
            "expect" => head.expects_continue = true,
            _ => {}
        }
    }
}

fn read_body(
    head: &Head,
    expected: usize,
    reader: &mut impl Read,
    stream: &TcpStream,
) -> io::Result<Vec<u8>> {
    if head.expects_continue {
        send(stream, b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    let mut body = vec![0; expected.min(head.length)];
    reader.read_exact(&mut body)?;
    Ok(body)
}
