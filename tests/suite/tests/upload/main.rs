//! Attachment uploads and their faults.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod source;
mod storage;

use linq_core::{
    Error,
    error::{StorageError, TransportErrorKind, UploadError},
    upload::{Source, Uploaded},
};
use linq_emulator::{Emulator, Fault, FileStatus};
use linq_suite::{on_both_transports, transports::Runner};
use source::{FailingReader, Uploader, bytes};
use std::{
    io::Cursor,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};
use storage::{Fixture, StorageAction};

on_both_transports! {
    upload_from_path_bytes_and_readers,
    interrupted_upload_restarts_from_the_beginning,
    unseekable_reader_is_not_retried,
    unread_reader_is_retried,
    storage_faults_are_retried,
    expired_upload_url_is_renewed,
    early_rejection_stops_the_upload,
    storage_redirect_is_not_followed,
    length_mismatch_deletes_the_attachment,
    read_error_deletes_the_attachment,
    unreadable_file_creates_no_attachment,
    stalled_storage_times_out,
    storage_request_has_no_api_headers,
    unlimited_timeouts,
    url_signature_is_absent_from_errors_and_debug,
    upload_through_proxy,
    upload_over_tls,
}

const MEGABYTE: usize = 1 << 20;

fn clip(size: usize) -> Source {
    Source::bytes("clip.mp4", bytes(size))
}

fn storage_error(error: &Error) -> &StorageError {
    match error {
        Error::Upload(error) => match &**error {
            UploadError::Rejected(error) => error,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn upload_from_path_bytes_and_readers<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    let upload = linq.attachments();
    let content = bytes(3 * MEGABYTE + 17);
    let size = content.len() as u64;
    let folder = std::env::temp_dir().join(format!("linq-{}-{}", std::process::id(), size));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("küche.mp4");
    std::fs::write(&path, &content).unwrap();
    // The upload starts at the reader's position.
    let mut positioned = Cursor::new([b"skipped", &content[..]].concat());
    positioned.set_position(7);

    let from_path = runner.wait(upload.upload(&path).send()).unwrap();
    let from_bytes = Source::bytes("b.mp4", content.clone());
    let from_reader = Source::reader("c.mp4", Cursor::new(content.clone()), size);
    let from_position = Source::seekable("d.bin", positioned, size);
    let uploads: [Uploaded; 4] = [
        from_path,
        runner.wait(upload.upload(from_bytes).send()).unwrap(),
        runner.wait(upload.upload(from_reader).send()).unwrap(),
        runner
            .wait(
                upload
                    .upload(from_position)
                    .content_type("video/mp4")
                    .filename("d.mp4")
                    .send(),
            )
            .unwrap(),
    ];
    std::fs::remove_dir_all(&folder).unwrap();

    let names = uploads
        .each_ref()
        .map(|uploaded| uploaded.filename.as_str());
    assert_eq!(names, ["küche.mp4", "b.mp4", "c.mp4", "d.mp4"]);
    let agent: ::ureq::Agent = ::ureq::Agent::config_builder().proxy(None).build().into();
    for uploaded in &uploads {
        let file = linq.attachments().retrieve(&uploaded.attachment_id).send();
        let file = runner.wait(file).unwrap();
        assert_eq!(
            (file.filename.as_ref(), file.size_bytes),
            (Some(&uploaded.filename), Some(size))
        );
        assert_eq!(file.content_type, Some("video/mp4".into()));
        let url = uploaded.download_url.as_ref().unwrap().as_str();
        let mut download = agent.get(url).call().unwrap();
        let body = download.body_mut().read_to_vec().unwrap();
        assert!(body == content, "{} differs", uploaded.filename);
    }
    assert!(
        emulator
            .attachments()
            .iter()
            .all(|file| file.status == FileStatus::Complete)
    );
}

fn interrupted_upload_restarts_from_the_beginning<R: Runner<Transport: Uploader>>(runner: &R) {
    let fixture = Fixture::new([
        StorageAction::DisconnectAfter(MEGABYTE),
        StorageAction::DisconnectAfter(100),
        StorageAction::Store,
    ]);
    let linq = runner.client(fixture.api.url());
    let size = 20 * MEGABYTE;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reports = Arc::clone(&seen);
    let upload = linq
        .attachments()
        .upload(clip(size))
        .on_progress(move |sent, total| reports.lock().unwrap().push((sent, total)));
    runner.wait(upload.send()).unwrap();

    let transfers = fixture.transfers();
    assert_eq!(transfers.len(), 3);
    assert!(transfers[2].body == bytes(size), "the file differs");
    assert_eq!(fixture.calls(), ["POST /v3/attachments"]);
    let seen = seen.lock().unwrap();
    assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0));
    assert!(seen.iter().all(|(_, total)| *total == size as u64));
    assert_eq!(seen.last().unwrap().0, size as u64);
    assert!(seen.len() > 50, "{} reports", seen.len());
}

fn unseekable_reader_is_not_retried<R: Runner<Transport: Uploader>>(runner: &R) {
    let fixture = Fixture::new([StorageAction::DisconnectAfter(1_000)]);
    let linq = runner.client(fixture.api.url());
    let reader = Cursor::new(bytes(20 * MEGABYTE));
    let source = Source::reader("clip.mp4", reader, 20 * MEGABYTE as u64);
    let error = runner
        .wait(linq.attachments().upload(source).send())
        .unwrap_err();
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (error.kind(), error.attempts()),
        (TransportErrorKind::ConnectionLost, 1)
    );
    assert_eq!(fixture.transfers().len(), 1);

    // A seekable reader is retried.
    let fixture = Fixture::new([StorageAction::DisconnectAfter(1_000)]);
    let linq = runner.client(fixture.api.url());
    let reader = Cursor::new(bytes(20 * MEGABYTE));
    let source = Source::seekable("clip.mp4", reader, 20 * MEGABYTE as u64);
    runner
        .wait(linq.attachments().upload(source).send())
        .unwrap();
    assert!(fixture.transfers()[1].body == bytes(20 * MEGABYTE));
}

fn unread_reader_is_retried<R: Runner<Transport: Uploader>>(runner: &R) {
    let fixture = Fixture::late([]);
    let linq = runner.client(fixture.api.url());
    let source = Source::reader("clip.mp4", Cursor::new(bytes(1_000)), 1_000);
    runner
        .wait(linq.attachments().upload(source).send())
        .unwrap();
    assert!(fixture.transfers()[0].body == bytes(1_000));
}

fn storage_faults_are_retried<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    for fault in [
        Fault::html(503),
        Fault::close(),
        Fault::drop_response(),
        Fault::truncate(),
    ] {
        emulator.add_fault(fault.path("/uploads").times(1)).unwrap();
        runner
            .wait(linq.attachments().upload(clip(100_000)).send())
            .unwrap();
    }
    let files = emulator.attachments();
    assert_eq!(files.len(), 4);
    assert!(files.iter().all(|file| file.status == FileStatus::Complete));
}

fn expired_upload_url_is_renewed<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    // The URL expires during the delay before the first retry.
    emulator
        .add_fault(Fault::close().path("/uploads").times(1))
        .unwrap();
    let uploaded = thread::scope(|scope| {
        scope.spawn(|| {
            while !emulator
                .requests()
                .iter()
                .any(|request| request.path.starts_with("/uploads"))
            {
                thread::sleep(Duration::from_millis(5));
            }
            emulator
                .expire_upload(emulator.attachments()[0].id)
                .unwrap();
        });
        runner.wait(linq.attachments().upload(clip(2 * MEGABYTE)).send())
    });
    let uploaded = uploaded.unwrap();
    // The first attachment was deleted, and the second is complete.
    let files = emulator.attachments();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].id.to_string(), uploaded.attachment_id.as_str());
    assert_eq!(files[0].status, FileStatus::Complete);
    let statuses = emulator
        .requests()
        .into_iter()
        .map(|request| (request.method, request.status));
    let expected = [
        ("POST", Some(201)),
        ("PUT", None),
        ("PUT", Some(403)),
        ("POST", Some(201)),
        ("PUT", Some(200)),
        ("DELETE", Some(204)),
    ];
    assert!(statuses.eq(expected.map(|(method, status)| (method.to_owned(), status))));
}

fn early_rejection_stops_the_upload<R: Runner<Transport: Uploader>>(runner: &R) {
    const BODY: &str = "<Error><Code>EntityTooLarge</Code></Error>";
    let fixture = Fixture::new([StorageAction::RejectEarly(400, BODY)]);
    let linq = runner.client(fixture.api.url());
    let size = 50 * MEGABYTE;
    let upload = linq.attachments().upload(clip(size));
    let error = runner.wait(upload.send()).unwrap_err();
    let rejection = storage_error(&error);
    assert_eq!(
        (rejection.status().as_u16(), rejection.attempts()),
        (400, 1)
    );
    assert_eq!(rejection.reason(), Some("EntityTooLarge"));
    assert_eq!(rejection.body(), BODY);
    assert!(!error.may_have_taken_effect());
    assert_eq!(
        fixture.calls(),
        ["POST /v3/attachments", "DELETE /v3/attachments/a1"]
    );
    drop(linq);
    while fixture.transfers().is_empty() {
        thread::sleep(Duration::from_millis(5));
    }
    assert!(fixture.transfers()[0].body.len() < size);
}

fn storage_redirect_is_not_followed<R: Runner<Transport: Uploader>>(runner: &R) {
    for status in [301, 302, 303, 307, 308] {
        let fixture = Fixture::new([StorageAction::Respond(status, "")]);
        let linq = runner.client(fixture.api.url());
        let error = runner
            .wait(linq.attachments().upload(clip(1_000)).send())
            .unwrap_err();
        assert_eq!(storage_error(&error).status().as_u16(), status);
        assert_eq!(fixture.transfers().len(), 1);
    }
}

fn length_mismatch_deletes_the_attachment<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    for (declared, actual) in [
        (1_000, 999),
        (1_000, 1_001),
        (500_000, 499_999),
        (500_000, 900_000),
        (65_536, 65_537),
    ] {
        let seekable = Source::seekable("clip.mp4", Cursor::new(bytes(actual)), declared);
        let once = Source::reader("clip.mp4", Cursor::new(bytes(actual)), declared);
        for error in [
            runner
                .wait(linq.attachments().upload(seekable).send())
                .unwrap_err(),
            runner
                .wait(linq.attachments().upload(once).send())
                .unwrap_err(),
        ] {
            let text = error.to_string();
            let expected = if (actual as u64) < declared {
                format!("the file has {actual} bytes instead of the declared {declared}")
            } else {
                format!("the file has more than the declared {declared} bytes")
            };
            assert_eq!(text, expected);
            assert!(!error.may_have_taken_effect());
        }
    }
    assert!(emulator.attachments().is_empty());
    let requests = emulator.requests();
    assert!(
        !requests
            .iter()
            .any(|request| request.method == "PUT" && request.status == Some(200))
    );
}

fn read_error_deletes_the_attachment<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    for readable in [0, 10_500, 300_000] {
        let source = Source::reader("clip.mp4", FailingReader(readable), 400_000);
        let error = runner
            .wait(linq.attachments().upload(source).send())
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "the file cannot be read: the disk is gone"
        );
    }
    assert!(emulator.attachments().is_empty());
}

fn unreadable_file_creates_no_attachment<R: Runner<Transport: Uploader>>(runner: &R) {
    let fixture = Fixture::new([]);
    let linq = runner.client(fixture.api.url());
    let upload = |source: Source| runner.wait(linq.attachments().upload(source).send());
    let missing = upload("nowhere/clip.mp4".into()).unwrap_err();
    assert!(
        missing.to_string().starts_with("the file cannot be read: "),
        "{missing}"
    );
    let folder = upload(std::env::temp_dir().into()).unwrap_err();
    assert!(
        folder.to_string().starts_with("the file cannot be read: "),
        "{folder}"
    );
    let empty = upload(clip(0)).unwrap_err();
    assert_eq!(empty.to_string(), "size_bytes: the file is empty");
    let unknown = upload(Source::bytes("clip", bytes(1))).unwrap_err();
    assert!(
        unknown.to_string().starts_with("content_type: "),
        "{unknown}"
    );
    assert!(fixture.calls().is_empty());
}

fn stalled_storage_times_out<R: Runner<Transport: Uploader>>(runner: &R) {
    let fixture = Fixture::new([StorageAction::Stall, StorageAction::Stall]);
    let linq = runner.client(fixture.api.url());
    let upload = linq.attachments().upload(clip(1_000)).max_retries(1);
    let before = Instant::now();
    let error = runner
        .wait(upload.timeout(Duration::from_millis(200)).send())
        .unwrap_err();
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (error.kind(), error.attempts()),
        (TransportErrorKind::Timeout, 2)
    );
    assert!(before.elapsed() < Duration::from_secs(20));
}

fn upload_over_tls<R: Runner<Transport: Uploader>>(runner: &R) {
    let (fixture, certificate) = Fixture::tls([]);
    let untrusting = runner.client(fixture.api.url());
    let error = runner.wait(untrusting.attachments().upload(clip(1_000)).send());
    assert!(!error.unwrap_err().may_have_taken_effect());
    assert!(fixture.transfers().is_empty());
    assert_eq!(fixture.calls(), ["POST /v3/attachments"]);

    let builder = runner.builder(fixture.api.url());
    let trusting = builder.root_certificate(certificate).build().unwrap();
    let upload = trusting.attachments().upload(clip(1_000));
    runner.wait(upload.send()).unwrap();
    assert!(fixture.transfers()[0].body == bytes(1_000));
}

fn upload_through_proxy<R: Runner<Transport: Uploader>>(runner: &R) {
    let fixture = Fixture::new([]);
    let proxy = storage::Proxy::start();
    let builder = runner.builder(fixture.api.url()).proxy(proxy.url());
    let linq = builder.build().unwrap();
    runner
        .wait(linq.attachments().upload(clip(1_000)).send())
        .unwrap();
    assert!(fixture.transfers()[0].body == bytes(1_000));
    let heads = proxy.heads();
    assert_eq!(heads.len(), 2, "{heads:?}");
    let credentials = "proxy-authorization: Basic dXNlcjpzM2NyZXQ=";
    for head in heads {
        assert!(
            head.to_ascii_lowercase()
                .contains(&credentials.to_ascii_lowercase()),
            "{head}"
        );
    }
}

fn storage_request_has_no_api_headers<R: Runner<Transport: Uploader>>(runner: &R) {
    let fixture = Fixture::new([]);
    let builder = runner
        .builder(fixture.api.url())
        .header("x-tenant", "tenant_secret");
    let linq = builder.build().unwrap();
    let size = 2 * MEGABYTE;
    let upload = linq
        .attachments()
        .upload(clip(size))
        .header("x-other", "header_secret");
    runner.wait(upload.send()).unwrap();

    let create = &fixture.api.requests()[0];
    assert_eq!(create.header("authorization"), Some("Bearer sk_secret"));
    assert_eq!(create.header("x-tenant"), Some("tenant_secret"));
    assert_eq!(create.header("x-other"), Some("header_secret"));

    let transfer = &fixture.transfers()[0];
    assert_eq!(
        transfer.line,
        "PUT /files/a1?X-Amz-Signature=s3cret HTTP/1.1\r\n"
    );
    assert_eq!(transfer.header("content-length"), Some("2097152"));
    assert_eq!(transfer.header("content-type"), Some("video/mp4"));
    assert_eq!(transfer.header("x-required"), Some("yes"));
    let mut names: Vec<_> = transfer
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    let mut expected = vec!["content-length", "content-type", "x-required"];
    expected.extend(
        ADDITIONAL_HEADERS
            .iter()
            .filter_map(|(transport, name, value)| {
                let here = std::any::type_name::<R::Transport>().starts_with(transport);
                let matches = value.is_empty() || transfer.header(name) == Some(value);
                (here && matches).then_some(*name)
            }),
    );
    names.sort_unstable();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

/// Headers of the PUT besides the required ones: the transport, the name, and the value if it is constant. None
/// identifies the caller, and signatures of URLs do not cover them.
const ADDITIONAL_HEADERS: [(&str, &str, &str); 3] = [
    // Required by HTTP.
    ("linq_ureq", "host", ""),
    ("linq_reqwest", "host", ""),
    // From 1 MiB on, so that a rejection arrives before the file is sent: a blocking connection cannot read while it
    // writes.
    ("linq_ureq", "expect", "100-continue"),
];

/// `Duration::MAX` means no limit; adding it to an instant overflows.
fn unlimited_timeouts<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let builder = runner.builder(&emulator.base_url());
    let builder = builder.timeout(Duration::MAX).deadline(Duration::MAX);
    let linq = builder.connect_timeout(Duration::MAX).build().unwrap();
    runner.wait(linq.phone_numbers().list().send()).unwrap();
    for upload in [
        linq.attachments().upload(clip(MEGABYTE)),
        linq.attachments()
            .upload(clip(MEGABYTE))
            .timeout(Duration::MAX),
    ] {
        runner.wait(upload.send()).unwrap();
    }
}

fn url_signature_is_absent_from_errors_and_debug<R: Runner<Transport: Uploader>>(runner: &R) {
    let forbidden = "<Code>SignatureDoesNotMatch</Code><CanonicalRequest>s3cret</CanonicalRequest>";
    let fixture = Fixture::new([
        StorageAction::Respond(403, forbidden),
        StorageAction::DisconnectAfter(10),
        StorageAction::Stall,
    ]);
    let builder = runner.builder(fixture.api.url()).max_retries(0);
    let linq = builder.build().unwrap();
    for _ in 0..3 {
        let upload = linq.attachments().upload(clip(1_000_000));
        let upload = upload.timeout(Duration::from_millis(300));
        let mut text = format!("{upload:?}");
        let error = runner.wait(upload.send()).unwrap_err();
        text += &error.to_string();
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = cause {
            text = format!("{text} {error} {error:?}");
            cause = error.source();
        }
        assert!(
            !text.contains("s3cret") && !text.contains("sk_secret"),
            "{text}"
        );
    }
}
