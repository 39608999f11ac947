//! An HTTP server whose responses the test chooses, for responses that the emulator never sends.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// One received request.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// Request line, without its line break.
    pub line: String,
    /// Headers, with names in lower case.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
    /// Number of its connection, counted from 0.
    pub connection: usize,
}

impl RecordedRequest {
    /// Returns the value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(header, _)| header == name)
            .map(|(_, value)| value.as_str())
    }
}

/// A server on loopback; it ends with the process.
#[derive(Clone, Debug)]
pub struct MockServer {
    url: String,
    requests: Arc<Mutex<Vec<RecordedRequest>>>,
}

impl MockServer {
    /// Starts a server that sends what `respond` returns for each request: the bytes after the status line's version,
    /// such as `200 OK\r\ncontent-length: 0\r\n\r\n`.
    ///
    /// # Panics
    ///
    /// Panics if loopback cannot be listened on.
    pub fn start(respond: impl Fn(&RecordedRequest) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let server = Self {
            url,
            requests: Arc::default(),
        };
        let (requests, respond) = (server.requests.clone(), Arc::new(respond));
        thread::spawn(move || {
            for (connection, stream) in listener.incoming().flatten().enumerate() {
                let (requests, respond) = (requests.clone(), respond.clone());
                thread::spawn(move || serve(stream, connection, &requests, &*respond));
            }
        });
        server
    }

    /// Starts a server that responds to every request with this JSON.
    #[must_use]
    pub fn json(status: u16, body: &str) -> Self {
        let body = body.to_owned();
        Self::start(move |_| json_response(status, &body))
    }

    /// Returns its base URL, without a `/` at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the requests received so far.
    ///
    /// # Panics
    ///
    /// Panics if a handler has panicked.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.requests.lock().expect("no panic").clone()
    }
}

/// Returns a response with a JSON body, for [`MockServer::start`].
#[must_use]
pub fn json_response(status: u16, body: &str) -> String {
    format!(
        "{status} Status\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn serve(
    mut stream: TcpStream,
    connection: usize,
    requests: &Mutex<Vec<RecordedRequest>>,
    respond: &dyn Fn(&RecordedRequest) -> String,
) {
    let Ok(reading) = stream.try_clone() else {
        return;
    };
    let mut reader = BufReader::new(reading);
    while let Some(request) = read(&mut reader, connection) {
        let response = respond(&request);
        record(requests, request);
        // In one write: several would each wait for the peer's delayed acknowledgement.
        if stream
            .write_all(format!("HTTP/1.1 {response}").as_bytes())
            .is_err()
        {
            return;
        }
    }
}

/// Records the first 10,000 requests, so that a benchmark does not fill the memory.
fn record(requests: &Mutex<Vec<RecordedRequest>>, request: RecordedRequest) {
    let mut requests = requests.lock().expect("no panic");
    if requests.len() < 10_000 {
        requests.push(request);
    }
}

fn read(reader: &mut impl BufRead, connection: usize) -> Option<RecordedRequest> {
    let mut line = String::new();
    if reader.read_line(&mut line).ok()? == 0 {
        return None;
    }
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        match header.trim_end().split_once(':') {
            Some((name, value)) => {
                headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
            }
            None => break,
        }
    }
    let length = headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .and_then(|(_, value)| value.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(RecordedRequest {
        line: line.trim_end().to_owned(),
        headers,
        body,
        connection,
    })
}
