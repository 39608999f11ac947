//! Downloads of attachments and their faults.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use bytes::Bytes;
use linq_core::{
    Client, Error, Transport,
    download::{Download, DownloadSource, Downloads, InMemory, ToFile, ToWriter},
    error::{DownloadError, TransportErrorKind},
    upload::{OneShot, Source, Uploaded, Uploads},
};
use linq_emulator::{Emulator, Fault};
use linq_suite::{
    mock_server::{MockServer, RecordedRequest, json_response},
    on_both_transports,
    transports::Runner,
};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};
use tokio::io::AsyncWrite;

on_both_transports! {
    download_to_memory_file_and_writer,
    progress_counts_all_bytes_once,
    interrupted_downloads_start_over,
    failed_download_leaves_the_target_untouched,
    partly_written_writer_is_not_retried,
    limit_applies_to_declared_and_undeclared_sizes,
    expired_url_is_renewed,
    redirect_is_followed_without_the_token,
    redirects_end,
    truncated_body_is_an_error,
    compressed_file_is_rejected,
    stalled_body_times_out_and_a_slow_one_does_not,
    deadline_ends_a_slow_download,
    html_page_with_status_200_is_the_file,
    unwritable_target_is_found_before_anything_is_sent,
}

trait Downloader:
    Uploads + Downloads<InMemory> + Downloads<ToFile> + Downloads<ToWriter<OneShot<SharedWriter>>>
{
}

impl<C> Downloader for C where
    C: Uploads
        + Downloads<InMemory>
        + Downloads<ToFile>
        + Downloads<ToWriter<OneShot<SharedWriter>>>
{
}

const SIZE: usize = 300_000;

/// Returns bytes whose blocks differ.
fn content() -> Vec<u8> {
    (0..SIZE)
        .map(|n| u8::try_from(((n >> 8) ^ n) & 0xFF).unwrap())
        .collect()
}

#[derive(Clone, Default)]
struct SharedWriter(Arc<Mutex<Vec<u8>>>);

impl SharedWriter {
    fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

impl Write for SharedWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl AsyncWrite for SharedWriter {
    fn poll_write(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(self.write(bytes))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// A folder that is removed with its files.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("linq-download-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("küche.mp4")
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Fixture<'r, R: Runner> {
    runner: &'r R,
    emulator: Emulator,
    linq: Client<R::Transport>,
    uploaded: Uploaded,
}

impl<'r, R: Runner<Transport: Downloader>> Fixture<'r, R> {
    fn new(runner: &'r R) -> Self {
        let emulator = Emulator::builder().seed(7).start().unwrap();
        let linq = runner.client(&emulator.base_url());
        let source = Source::bytes("küche.mp4", content());
        let uploaded = runner.wait(linq.attachments().upload(source).send());
        Self {
            runner,
            emulator,
            linq,
            uploaded: uploaded.unwrap(),
        }
    }

    fn fault(&self, fault: Fault) {
        self.emulator
            .add_fault(fault.path("/attachments/"))
            .unwrap();
    }

    fn bytes(&self) -> Result<Bytes, Error> {
        let download = self
            .linq
            .attachments()
            .download(&self.uploaded.attachment_id);
        self.runner.wait(download.send())
    }

    fn to_file(&self, path: &Path) -> Result<u64, Error> {
        let download = self
            .linq
            .attachments()
            .download(&self.uploaded.attachment_id);
        self.runner.wait(download.to_file(path).send())
    }

    /// Returns the number of requests for the file.
    fn gets(&self) -> usize {
        let requests = self.emulator.requests();
        let is_get = |path: &str| path.starts_with("/attachments/");
        requests
            .iter()
            .filter(|request| is_get(&request.path))
            .count()
    }
}

#[track_caller]
fn download_error(error: &Error) -> &DownloadError {
    assert!(!error.may_have_taken_effect());
    match error {
        Error::Download(error) => error,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn transport_error(error: Error) -> (TransportErrorKind, u32) {
    assert!(!error.may_have_taken_effect());
    match error {
        Error::Transport(error) => (error.kind(), error.attempts()),
        other => panic!("{other:?}"),
    }
}

/// Downloads from a URL to memory.
fn get<R: Runner<Transport: Downloader>>(runner: &R, url: &str) -> Result<Bytes, Error> {
    let linq = runner.client("http://127.0.0.1:9");
    let download = linq.attachments().download(url).max_retries(0);
    runner.wait(download.send())
}

fn download_to_memory_file_and_writer<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    assert!(fixture.bytes().unwrap() == content());

    let folder = Folder::new();
    let path = folder.file();
    for _ in 0..2 {
        assert_eq!(fixture.to_file(&path).unwrap(), SIZE as u64);
        assert!(fs::read(&path).unwrap() == content());
        assert_eq!(folder.names(), ["küche.mp4"]);
        fs::write(&path, "replaced").unwrap();
    }

    let writer = SharedWriter::default();
    let download = fixture.linq.attachments().download(&fixture.uploaded);
    let size = runner.wait(download.to_writer(writer.clone()).send());
    assert_eq!(size.unwrap(), SIZE as u64);
    assert!(*writer.0.lock().unwrap() == content());

    let url = fixture.uploaded.download_url.as_ref().unwrap();
    assert!(get(runner, url.as_str()).unwrap() == content());
}

fn progress_counts_all_bytes_once<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::truncate().times(1));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reports = Arc::clone(&seen);
    let download = fixture.linq.attachments().download(&fixture.uploaded);
    let download = download
        .on_progress(move |received, total| reports.lock().unwrap().push((received, total)));
    runner.wait(download.send()).unwrap();
    let seen = seen.lock().unwrap();
    assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0));
    assert!(seen.iter().all(|(_, total)| *total == Some(SIZE as u64)));
    assert_eq!(seen.last().unwrap().0, SIZE as u64);
    assert!(seen.len() > 3, "{} reports", seen.len());
}

fn interrupted_downloads_start_over<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    let folder = Folder::new();
    for (count, fault) in [
        Fault::truncate(),
        Fault::close(),
        Fault::drop_response(),
        Fault::html(503),
    ]
    .into_iter()
    .enumerate()
    {
        fixture.fault(fault.clone().times(1));
        assert!(fixture.bytes().unwrap() == content());
        fixture.fault(fault.times(1));
        assert_eq!(fixture.to_file(&folder.file()).unwrap(), SIZE as u64);
        assert!(fs::read(folder.file()).unwrap() == content());
        assert_eq!(fixture.gets(), 4 * (count + 1));
    }
    assert_eq!(folder.names(), ["küche.mp4"]);
}

fn failed_download_leaves_the_target_untouched<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    let folder = Folder::new();
    let path = folder.file();
    fixture.fault(Fault::truncate());
    let (kind, attempts) = transport_error(fixture.to_file(&path).unwrap_err());
    assert_eq!((kind, attempts), (TransportErrorKind::ConnectionLost, 3));
    assert!(folder.names().is_empty());
    fs::write(&path, "kept").unwrap();
    fixture.to_file(&path).unwrap_err();
    assert_eq!(fs::read(&path).unwrap(), b"kept");
    assert_eq!(folder.names(), ["küche.mp4"]);
}

fn partly_written_writer_is_not_retried<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::close().times(1));
    fixture.fault(Fault::truncate().times(1));
    let writer = SharedWriter::default();
    let download = fixture.linq.attachments().download(&fixture.uploaded);
    let error = runner.wait(download.to_writer(writer.clone()).send());
    // The closed connection was retried.
    let (kind, attempts) = transport_error(error.unwrap_err());
    assert_eq!((kind, attempts), (TransportErrorKind::ConnectionLost, 2));
    assert!(writer.len() > 0 && writer.len() < SIZE);
}

fn limit_applies_to_declared_and_undeclared_sizes<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    let size = SIZE as u64;
    let exact = fixture.linq.attachments().download(&fixture.uploaded);
    runner.wait(exact.max_bytes(size).send()).unwrap();
    let too_small = fixture.linq.attachments().download(&fixture.uploaded);
    let writer = SharedWriter::default();
    let too_small = too_small.max_bytes(size - 1).to_writer(writer.clone());
    let error = runner.wait(too_small.send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file is larger than the allowed 299999 bytes"
    );
    assert_eq!(writer.len(), 0);

    // An endless body without a length.
    fixture.fault(Fault::large_body(u64::MAX));
    let endless = fixture.linq.attachments().download(&fixture.uploaded);
    let endless = endless.max_bytes(1 << 20).to_writer(writer.clone());
    let error = runner.wait(endless.send()).unwrap_err();
    assert!(matches!(
        download_error(&error),
        DownloadError::TooLarge { .. }
    ));
    assert!(writer.len() <= 1 << 20);
    assert_eq!(fixture.gets(), 3);
}

fn expired_url_is_renewed<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    for status in [403, 404] {
        fixture.fault(Fault::html(status).times(1));
        assert!(fixture.bytes().unwrap() == content());
    }
    let expected = [
        "GET /v3/attachments/",       // retrieved
        "GET /attachments/partners/", // expired
        "GET /v3/attachments/",       // renewed
        "GET /attachments/partners/",
    ];
    let requests = fixture.emulator.requests();
    let of_downloads = &requests[2..];
    assert_eq!(of_downloads.len(), 8);
    for (request, expected) in of_downloads.iter().zip(expected.iter().cycle()) {
        let line = format!("{} {}", request.method, request.path);
        assert!(line.starts_with(expected), "{line}");
    }

    // A URL alone cannot be renewed.
    fixture.fault(Fault::html(403));
    let url = DownloadSource::from(fixture.uploaded.download_url.as_ref().unwrap());
    let error = runner.wait(fixture.linq.attachments().download(url).send());
    let error = error.unwrap_err();
    assert!(
        matches!(download_error(&error), DownloadError::Rejected(rejected) if rejected.status() == 403)
    );
}

fn redirect_is_followed_without_the_token<R: Runner<Transport: Downloader>>(runner: &R) {
    let storage = MockServer::start(|_| "200 OK\r\ncontent-length: 4\r\n\r\nfile".to_owned());
    let target = format!("{}/b?X-Amz-Signature=s3cret", storage.url());
    let front = MockServer::start(move |_| {
        format!("302 Found\r\nlocation: {target}\r\nset-cookie: a=b\r\ncontent-length: 0\r\n\r\n")
    });
    let url = format!("{}/a?X-Amz-Signature=s3cret", front.url());
    let api = MockServer::start(move |_| {
        json_response(200, &format!(r#"{{"id": "a1", "download_url": "{url}"}}"#))
    });
    let builder = runner
        .builder(api.url())
        .header("x-tenant", "tenant_secret");
    let linq = builder.build().unwrap();
    let download = linq
        .attachments()
        .download("a1")
        .header("x-other", "header_secret");
    assert_eq!(runner.wait(download.send()).unwrap(), "file");

    let retrieved = &api.requests()[0];
    assert_eq!(retrieved.header("authorization"), Some("Bearer sk_secret"));
    assert_eq!(retrieved.header("x-tenant"), Some("tenant_secret"));
    assert_eq!(retrieved.header("x-other"), Some("header_secret"));
    let names = |request: &RecordedRequest| {
        let mut names: Vec<_> = request
            .headers
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        names.sort();
        names
    };
    for (server, line) in [(&front, "GET /a?"), (&storage, "GET /b?")] {
        let request = &server.requests()[0];
        assert!(request.line.starts_with(line), "{}", request.line);
        assert_eq!(names(request), ["accept", "accept-encoding", "host"]);
        assert_eq!(request.header("accept-encoding"), Some("identity"));
    }
}

fn redirects_end<R: Runner<Transport: Downloader>>(runner: &R) {
    let server = MockServer::start(|_| {
        "307 Temporary\r\nlocation: /again\r\ncontent-length: 0\r\n\r\n".to_owned()
    });
    let error = get(runner, &format!("{}/a", server.url())).unwrap_err();
    assert!(matches!(
        download_error(&error),
        DownloadError::TooManyRedirects { .. }
    ));
    assert_eq!(
        server.requests().len(),
        Download::MAX_REDIRECTS as usize + 1
    );
}

fn truncated_body_is_an_error<R: Runner<Transport: Downloader>>(runner: &R) {
    for head in [
        "content-length: 10\r\n\r\nfile",
        "transfer-encoding: chunked\r\n\r\n4\r\nfile\r\n",
    ] {
        let head = format!("200 OK\r\nconnection: close\r\n{head}");
        let server = closing_server(head);
        let error = get(runner, &server).unwrap_err();
        assert_eq!(
            transport_error(error),
            (TransportErrorKind::ConnectionLost, 1)
        );
    }
}

/// Starts a server that sends this response and closes the connection.
fn closing_server(response: String) -> String {
    use std::{io::Read as _, net::TcpListener, thread};

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/a", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4_096]);
            let _ = stream.write_all(format!("HTTP/1.1 {response}").as_bytes());
        }
    });
    url
}

fn compressed_file_is_rejected<R: Runner<Transport: Downloader>>(runner: &R) {
    let server = MockServer::start(|_| {
        "200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nfile".to_owned()
    });
    match get(runner, &format!("{}/a", server.url())).unwrap_err() {
        Error::Download(error) => assert!(matches!(*error, DownloadError::Compressed)),
        // ureq decompresses gzip, which this is not.
        error => assert_eq!(
            transport_error(error),
            (TransportErrorKind::ConnectionLost, 1)
        ),
    }
}

fn stalled_body_times_out_and_a_slow_one_does_not<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    let download = |stall: u64| {
        let download = fixture.linq.attachments().download(&fixture.uploaded);
        let download = download
            .timeout(Duration::from_millis(stall))
            .max_retries(0);
        runner.wait(download.send())
    };
    fixture.fault(Fault::drip(Duration::from_millis(50)).times(1));
    assert!(download(700).unwrap() == content());
    fixture.fault(Fault::drip(Duration::from_secs(20)).times(1));
    let began = Instant::now();
    let error = download(200).unwrap_err();
    assert_eq!(transport_error(error), (TransportErrorKind::Timeout, 1));
    assert!(began.elapsed() < Duration::from_secs(10));
    // A response that does not begin.
    fixture.fault(Fault::delay(Duration::from_secs(20)).times(1));
    if let Error::Transport(error) = download(200).unwrap_err() {
        assert!(error.kind().is_timeout());
    }
}

fn deadline_ends_a_slow_download<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::drip(Duration::from_millis(200)));
    let download = fixture.linq.attachments().download(&fixture.uploaded);
    let began = Instant::now();
    let error = runner.wait(download.deadline(Duration::from_millis(700)).send());
    let (kind, _) = transport_error(error.unwrap_err());
    assert_eq!(kind, TransportErrorKind::Timeout);
    assert!(began.elapsed() < Duration::from_secs(2));
}

fn html_page_with_status_200_is_the_file<R: Runner<Transport: Downloader>>(runner: &R) {
    let fixture = Fixture::new(runner);
    fixture.fault(Fault::html(200));
    assert!(fixture.bytes().unwrap().starts_with(b"<html>"));
}

fn unwritable_target_is_found_before_anything_is_sent<R: Runner<Transport: Downloader>>(
    runner: &R,
) {
    let fixture = Fixture::new(runner);
    let folder = Folder::new();
    let sent = fixture.emulator.requests().len();
    for path in [&folder.0, &folder.0.join("missing/file"), Path::new("/")] {
        let error = fixture.to_file(path).unwrap_err();
        let text = error.to_string();
        let expected = format!("the file cannot be written: {}: ", path.display());
        assert!(text.starts_with(&expected), "{text}");
        assert!(matches!(download_error(&error), DownloadError::Target(_)));
    }
    assert_eq!(fixture.emulator.requests().len(), sent);
}

#[allow(dead_code)] // checks that a call is a future of an async transport
async fn awaited<C>(linq: &Client<C>) -> Result<Bytes, Error>
where
    C: Downloads<InMemory>,
    <C as Transport>::Output<Bytes>: Future<Output = Result<Bytes, Error>>,
{
    linq.attachments().download("a1").await
}
