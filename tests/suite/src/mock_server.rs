//! A server that says what it is told to, for replies that the emulator would never give.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct Received {
    /// The first line, without its line break.
    pub line: String,
    /// The header lines, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// Which connection it came on, counted from 0.
    pub connection: usize,
}

impl Received {
    /// The value of a header.
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
pub struct Canned {
    url: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Canned {
    /// Answers each request with what `answer` makes of it: the bytes after the status line's version,
    /// such as `200 OK\r\ncontent-length: 0\r\n\r\n`.
    ///
    /// # Panics
    ///
    /// Where loopback cannot be listened on.
    pub fn start(answer: impl Fn(&Received) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let server = Self {
            url,
            received: Arc::default(),
        };
        let (received, answer) = (server.received.clone(), Arc::new(answer));
        thread::spawn(move || {
            for (connection, stream) in listener.incoming().flatten().enumerate() {
                let (received, answer) = (received.clone(), answer.clone());
                thread::spawn(move || serve(stream, connection, &received, &*answer));
            }
        });
        server
    }

    /// Answers every request with this JSON.
    #[must_use]
    pub fn json(status: u16, body: &str) -> Self {
        let body = body.to_owned();
        Self::start(move |_| json_reply(status, &body))
    }

    /// Where it listens, without a `/` at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What has arrived so far.
    ///
    /// # Panics
    ///
    /// Where a handler has panicked.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no panic").clone()
    }
}

/// A reply with a JSON body.
#[must_use]
pub fn json_reply(status: u16, body: &str) -> String {
    format!(
        "{status} Status\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn serve(
    mut stream: TcpStream,
    connection: usize,
    received: &Mutex<Vec<Received>>,
    answer: &dyn Fn(&Received) -> String,
) {
    let Ok(reading) = stream.try_clone() else {
        return;
    };
    let mut reader = BufReader::new(reading);
    while let Some(request) = read(&mut reader, connection) {
        let reply = answer(&request);
        remember(received, request);
        // In one piece: several writes would each wait for the other side's delayed acknowledgement.
        if stream
            .write_all(format!("HTTP/1.1 {reply}").as_bytes())
            .is_err()
        {
            return;
        }
    }
}

/// Keeps the first requests only, so that a benchmark does not fill the memory.
fn remember(received: &Mutex<Vec<Received>>, request: Received) {
    let mut received = received.lock().expect("no panic");
    if received.len() < 10_000 {
        received.push(request);
    }
}

fn read(reader: &mut impl BufRead, connection: usize) -> Option<Received> {
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
    Some(Received {
        line: line.trim_end().to_owned(),
        headers,
        body,
        connection,
    })
}
