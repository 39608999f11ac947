//! A small response that decompresses to a large one.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use flate2::{Compress, Compression, FlushCompress};
use linq_core::{
    Error,
    error::{TransportError, TransportErrorKind},
    upload::{Source, Uploads},
};
use linq_suite::transports::{Async, Blocking, Runner};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    thread,
    time::{Duration, Instant},
};

/// Returns 1 GiB of zeros: a compressed block of 16 MiB, repeated. No reader reaches the missing checksum.
fn bomb() -> Vec<u8> {
    let zeros = vec![b'0'; 16 << 20];
    let mut block = Vec::with_capacity(1 << 20);
    let mut deflate = Compress::new(Compression::fast(), false);
    let flush = FlushCompress::Full;
    deflate.compress_vec(&zeros, &mut block, flush).unwrap();
    assert_eq!(deflate.total_in(), 16 << 20);
    let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    [&head[..], &block.repeat(64)].concat()
}

/// Responds with the bomb to all requests except `POST /v3/attachments`, whose upload URL returns it.
fn serve(stream: &TcpStream, url: &str, bomb: &[u8]) -> Option<()> {
    let mut writer = stream;
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok()?;
            let Some((name, value)) = header.trim_end().split_once(": ") else {
                break;
            };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse().ok()?;
            }
        }
        reader
            .by_ref()
            .take(length)
            .read_to_end(&mut Vec::new())
            .ok()?;
        let is_create = line.starts_with("POST /v3/attachments");
        let created = format!(
            r#"{{"attachment_id":"a1","download_url":"https://cdn.example/a1",
            "expires_at":"2036-10-09T12:49:56Z","http_method":"PUT","required_headers":{{}},
            "upload_url":"{url}/file?X-Amz-Signature=s"}}"#
        );
        let (encoding, body) = if is_create {
            ("identity", created.as_bytes())
        } else {
            ("gzip", bomb)
        };
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: {encoding}\r\n\
             content-length: {}\r\n\r\n",
            body.len()
        );
        writer.write_all(head.as_bytes()).ok()?;
        writer.write_all(body).ok()?;
    }
}

fn start(bomb: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let base_url = url.clone();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (base_url, bomb) = (base_url.clone(), bomb.clone());
            thread::spawn(move || serve(&stream, &base_url, &bomb));
        }
    });
    url
}

fn transport_error(error: &Error) -> &TransportError {
    match error {
        Error::Transport(error) => error,
        other => panic!("{other:?}"),
    }
}

/// Returns the peak memory of this process in bytes.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes << 10)
}

fn assert_rejected<R: Runner<Transport: Uploads>>(runner: &R, url: &str) {
    let builder = runner.builder(url).max_retries(0);
    let linq = builder.timeout(Duration::from_secs(10)).build().unwrap();
    let (before, started) = (peak_memory(), Instant::now());

    let error = runner.wait(linq.phone_numbers().list().send()).unwrap_err();
    let limit = (32 << 20).to_string();
    assert_eq!(
        transport_error(&error).kind(),
        TransportErrorKind::ResponseTooLarge,
        "{error}"
    );
    assert!(error.to_string().contains(&limit), "{error}");

    // A transport that decompresses the storage's responses rejects this one; others accept it compressed.
    let file = Source::bytes("clip.mp4", vec![0; 1_000]);
    if let Err(error) = runner.wait(linq.attachments().upload(file).send()) {
        assert!(error.to_string().contains(&limit), "{error}");
    }

    assert!(started.elapsed() < Duration::from_secs(20));
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        assert!(after - before < 200 << 20, "{} MiB", (after - before) >> 20);
    }
}

#[test]
fn gzip_bomb_is_limited_by_max_response_bytes() {
    let url = start(bomb());
    assert_rejected(&Blocking, &url);
    assert_rejected(&Async::new(), &url);
}
