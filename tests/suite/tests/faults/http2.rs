//! What HTTP/2 servers say of requests that they did not answer.

use linq_core::{Client, Error, error::TransportErrorKind, message::OutgoingReaction};
use linq_reqwest::Async;
use linq_suite::{
    tls::TlsFront,
    transports::{Async as Runtime, Runner},
};
use std::{
    io::{BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// The server's behaviour on a whole request.
#[derive(Clone, Copy, Debug)]
enum Signal {
    Answer,
    /// `RST_STREAM` with this code.
    Reset(u32),
    /// GOAWAY with this code and the last stream relative to the request's; then the connection closes.
    GoAway(u32, Last),
    Close,
}

#[derive(Clone, Copy, Debug)]
enum Last {
    Below,
    Same,
    Max,
}

use Signal::{Answer, Close, GoAway, Reset};

const NO_ERROR: u32 = 0;
const INTERNAL_ERROR: u32 = 2;
const REFUSED_STREAM: u32 = 7;
const CANCEL: u32 = 8;
const ENHANCE_YOUR_CALM: u32 = 11;

/// The only proofs that a request was not processed.
const NOT_PROCESSED: [Signal; 2] = [Reset(REFUSED_STREAM), GoAway(NO_ERROR, Last::Below)];

const UNCLEAR: [Signal; 9] = [
    Reset(NO_ERROR),
    Reset(INTERNAL_ERROR),
    Reset(CANCEL),
    GoAway(NO_ERROR, Last::Same),
    GoAway(NO_ERROR, Last::Max),
    GoAway(INTERNAL_ERROR, Last::Same),
    GoAway(INTERNAL_ERROR, Last::Below),
    GoAway(ENHANCE_YOUR_CALM, Last::Below),
    Close,
];

type MakeCall = fn(&Runtime, &Client<Async>) -> Result<(), Error>;

/// Without a body, and with one; neither is idempotent.
const CALLS: [MakeCall; 2] = [share, react];

fn share(runtime: &Runtime, linq: &Client<Async>) -> Result<(), Error> {
    runtime
        .wait(linq.chats().share_contact_card("c").send())
        .map(drop)
}

fn react(runtime: &Runtime, linq: &Client<Async>) -> Result<(), Error> {
    let reaction = OutgoingReaction::custom("🎂");
    runtime
        .wait(linq.messages().add_reaction("m", reaction).send())
        .map(drop)
}

#[test]
fn http2_signals_without_retries() {
    let runtime = Runtime::new();
    for (is_kept, call) in [false, true]
        .into_iter()
        .flat_map(|kept| CALLS.map(|call| (kept, call)))
    {
        for signal in NOT_PROCESSED.into_iter().chain(UNCLEAR) {
            let server = Server::start(if is_kept {
                vec![Answer, signal]
            } else {
                vec![signal]
            });
            let linq = server.client(&runtime, 0);
            if is_kept {
                call(&runtime, &linq).unwrap();
            }
            let error = call(&runtime, &linq).unwrap_err();
            let context = format!("{signal:?}, kept: {is_kept}: {error:?}");
            let is_proof = matches!(
                signal,
                Reset(REFUSED_STREAM) | GoAway(NO_ERROR, Last::Below)
            );
            assert_eq!(error.may_have_taken_effect(), !is_proof, "{context}");
            let Error::Transport(error) = error else {
                panic!("{context}")
            };
            assert_eq!(
                error.kind() == TransportErrorKind::NotProcessed,
                is_proof,
                "{context}"
            );
            assert_eq!(server.requests(), 1 + usize::from(is_kept), "{context}");
        }
    }
}

#[test]
fn http2_request_that_was_not_processed_is_retried() {
    let runtime = Runtime::new();
    for (signal, call) in NOT_PROCESSED
        .into_iter()
        .flat_map(|signal| CALLS.map(|call| (signal, call)))
    {
        let server = Server::start(vec![signal, Answer]);
        call(&runtime, &server.client(&runtime, 1)).unwrap();
        assert_eq!(server.requests(), 2, "{signal:?}");
    }
}

#[test]
fn http2_request_that_may_have_been_processed_is_not_retried() {
    let runtime = Runtime::new();
    for signal in UNCLEAR {
        let server = Server::start(vec![signal, Answer]);
        let error = react(&runtime, &server.client(&runtime, 2)).unwrap_err();
        assert!(error.may_have_taken_effect(), "{signal:?}: {error}");
        assert_eq!(server.requests(), 1, "{signal:?}");
    }
}

struct Server {
    front: TlsFront,
    requests: Arc<AtomicUsize>,
}

impl Server {
    /// Treats each request by the next signal, and answers further ones.
    fn start(script: Vec<Signal>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let target = listener.local_addr().unwrap().to_string();
        let requests = Arc::new(AtomicUsize::new(0));
        let (counter, script) = (Arc::clone(&requests), Arc::new(script));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (counter, script) = (Arc::clone(&counter), Arc::clone(&script));
                thread::spawn(move || serve(&stream, &counter, &script));
            }
        });
        let front = TlsFront::with_protocols(&target, &["h2"]);
        Self { front, requests }
    }

    fn client(&self, runtime: &Runtime, retries: u32) -> Client<Async> {
        let builder = runtime.builder(&self.front.url).max_retries(retries);
        let builder = builder.root_certificate(self.front.certificate.clone());
        builder.timeout(Duration::from_secs(10)).build().unwrap()
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
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
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let head = [&length[1..], &[kind, flags], &stream.to_be_bytes()];
    [&head.concat()[..], payload].concat()
}

fn serve(stream: &TcpStream, requests: &AtomicUsize, script: &[Signal]) -> Option<()> {
    let mut writer = stream;
    let mut reader = BufReader::new(stream);
    reader.read_exact(&mut [0; 24]).ok()?; // the preface
    writer.write_all(&frame(SETTINGS, 0, 0, &[])).ok()?;
    loop {
        let mut head = [0; 9];
        reader.read_exact(&mut head).ok()?;
        let [a, b, c, kind, flags, id @ ..] = head;
        let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
        reader.read_exact(&mut payload).ok()?;
        let id = u32::from_be_bytes(id);
        if kind == SETTINGS && flags & ACK == 0 {
            writer.write_all(&frame(SETTINGS, ACK, 0, &[])).ok()?;
        }
        if !matches!(kind, DATA | HEADERS) || flags & END_STREAM == 0 {
            continue;
        }
        let signal = script.get(requests.fetch_add(1, Ordering::SeqCst)).copied();
        let code = |code: u32| code.to_be_bytes();
        match signal.unwrap_or(Answer) {
            Answer => {
                let accepted = br#"{"status":"accepted"}"#;
                // 202, as a literal of HPACK: share takes any success, and react needs a body.
                let status = [&[0x08, 3][..], b"202"].concat();
                let content_type = [&[0x0f, 0x10, 16][..], b"application/json"].concat();
                let block = [status, content_type].concat();
                writer
                    .write_all(&frame(HEADERS, END_HEADERS, id, &block))
                    .ok()?;
                writer
                    .write_all(&frame(DATA, END_STREAM, id, accepted))
                    .ok()?;
            }
            Reset(reason) => writer
                .write_all(&frame(RST_STREAM, 0, id, &code(reason)))
                .ok()?,
            GoAway(reason, last) => {
                let last = match last {
                    Last::Below => id.saturating_sub(2),
                    Last::Same => id,
                    Last::Max => 0x7fff_ffff,
                };
                let payload = [last.to_be_bytes(), code(reason)].concat();
                writer.write_all(&frame(GOAWAY, 0, 0, &payload)).ok()?;
                thread::sleep(Duration::from_millis(50));
                return None;
            }
            Close => return None,
        }
    }
}
