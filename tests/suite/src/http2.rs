//! An HTTP/2 server over TLS that responds to requests with signals of the protocol.

use crate::tls::TlsProxy;
use serde::Deserialize;
use std::{
    io::{self, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::Arc,
    thread,
    time::Duration,
};

/// The server's behavior on a complete request.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// HTTP 202.
    Answer,
    /// `RST_STREAM` with this code.
    Reset(u32),
    /// GOAWAY with this code and last stream; then the connection closes.
    GoAway(u32, LastStream),
    /// The connection closes.
    Close,
}

/// The last stream of a GOAWAY, relative to the request's.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LastStream {
    /// The stream before the request's.
    Below,
    /// The request's stream.
    Same,
    /// The highest stream id.
    Max,
}

/// Starts a server on loopback that calls `signal` for each request; it ends with the process.
///
/// # Panics
///
/// Panics if loopback cannot be listened on.
#[must_use]
pub fn start(signal: impl Fn() -> Signal + Send + Sync + 'static) -> TlsProxy {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let target = listener.local_addr().expect("an address").to_string();
    let signal = Arc::new(signal);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let signal = Arc::clone(&signal);
            thread::spawn(move || serve(&stream, &*signal));
        }
    });
    TlsProxy::with_protocols(&target, &["h2"])
}

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;
const END_STREAM: u8 = 1;
const ACK: u8 = 1;
const END_HEADERS: u8 = 4;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a short payload");
    let length = length.to_be_bytes();
    let head = [&length[1..], &[kind, flags], &stream.to_be_bytes()];
    [&head.concat()[..], payload].concat()
}

/// Serves a connection until it fails or a signal closes it.
fn serve(stream: &TcpStream, signal: &impl Fn() -> Signal) -> io::Result<()> {
    let mut writer = stream;
    let mut reader = BufReader::new(stream);
    reader.read_exact(&mut [0; 24])?; // the preface
    writer.write_all(&frame(SETTINGS, 0, 0, &[]))?;
    loop {
        let mut head = [0; 9];
        reader.read_exact(&mut head)?;
        let [a, b, c, kind, flags, id @ ..] = head;
        let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
        reader.read_exact(&mut payload)?;
        let id = u32::from_be_bytes(id);
        if kind == SETTINGS && flags & ACK == 0 {
            writer.write_all(&frame(SETTINGS, ACK, 0, &[]))?;
        }
        if !matches!(kind, DATA | HEADERS) || flags & END_STREAM == 0 {
            continue;
        }
        let code = |code: u32| code.to_be_bytes();
        match signal() {
            Signal::Answer => {
                let accepted = br#"{"status":"accepted"}"#;
                // 202, as a literal of HPACK: share takes any success, and react needs a body.
                let status = [&[0x08, 3][..], b"202"].concat();
                let content_type = [&[0x0f, 0x10, 16][..], b"application/json"].concat();
                let block = [status, content_type].concat();
                writer.write_all(&frame(HEADERS, END_HEADERS, id, &block))?;
                writer.write_all(&frame(DATA, END_STREAM, id, accepted))?;
            }
            Signal::Reset(reason) => writer.write_all(&frame(RST_STREAM, 0, id, &code(reason)))?,
            Signal::GoAway(reason, last) => {
                let last = match last {
                    LastStream::Below => id.saturating_sub(2),
                    LastStream::Same => id,
                    LastStream::Max => 0x7fff_ffff,
                };
                let payload = [last.to_be_bytes(), code(reason)].concat();
                writer.write_all(&frame(GOAWAY, 0, 0, &payload))?;
                thread::sleep(Duration::from_millis(50));
                return Ok(());
            }
            Signal::Close => return Ok(()),
        }
    }
}
