//! Files on their way to the storage, and all that can happen to them.

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
use source::{Breaking, Uploader, bytes};
use std::{
    io::Cursor,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};
use storage::{Act, Scene};

on_both_transports! {
    a_file_arrives_wherever_it_comes_from,
    a_transfer_cut_in_the_middle_is_repeated_from_the_start,
    a_reader_that_cannot_seek_is_sent_once,
    a_reader_that_was_not_touched_is_not_lost,
    a_fault_of_the_storage_is_outlived,
    an_expired_url_is_asked_for_anew,
    a_refusal_is_heard_before_the_file_has_gone,
    a_redirect_of_the_storage_is_not_followed,
    a_source_of_another_length_leaves_nothing_behind,
    a_source_that_breaks_off_leaves_nothing_behind,
    a_file_that_is_not_there_is_not_announced,
    a_storage_that_hangs_is_given_up,
    the_storage_is_told_nothing_of_ours,
    times_without_end_are_no_trouble,
    the_signature_is_shown_nowhere,
    upload_by_way_of_a_proxy,
    upload_over_tls,
}

const MEGABYTE: usize = 1 << 20;

fn clip(size: usize) -> Source {
    Source::bytes("clip.mp4", bytes(size))
}

fn refusal(error: &Error) -> &StorageError {
    match error {
        Error::Upload(error) => match &**error {
            UploadError::Rejected(refusal) => refusal,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn a_file_arrives_wherever_it_comes_from<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    let upload = linq.attachments();
    let content = bytes(3 * MEGABYTE + 17);
    let size = content.len() as u64;
    let place = std::env::temp_dir().join(format!("linq-{}-{}", std::process::id(), size));
    std::fs::create_dir_all(&place).unwrap();
    let path = place.join("küche.mp4");
    std::fs::write(&path, &content).unwrap();
    // It counts from where the reader stands.
    let mut behind = Cursor::new([b"skipped", &content[..]].concat());
    behind.set_position(7);

    let from_path = runner.wait(upload.upload(&path).send()).unwrap();
    let from_bytes = Source::bytes("b.mp4", content.clone());
    let from_reader = Source::reader("c.mp4", Cursor::new(content.clone()), size);
    let from_behind = Source::seekable("d.bin", behind, size);
    let uploads: [Uploaded; 4] = [
        from_path,
        runner.wait(upload.upload(from_bytes).send()).unwrap(),
        runner.wait(upload.upload(from_reader).send()).unwrap(),
        runner
            .wait(
                upload
                    .upload(from_behind)
                    .content_type("video/mp4")
                    .filename("d.mp4")
                    .send(),
            )
            .unwrap(),
    ];
    std::fs::remove_dir_all(&place).unwrap();

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

fn a_transfer_cut_in_the_middle_is_repeated_from_the_start<R: Runner<Transport: Uploader>>(
    runner: &R,
) {
    let scene = Scene::new([Act::CutAfter(MEGABYTE), Act::CutAfter(100), Act::Take]);
    let linq = runner.client(scene.api.url());
    let size = 20 * MEGABYTE;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reports = Arc::clone(&seen);
    let upload = linq
        .attachments()
        .upload(clip(size))
        .on_progress(move |sent, total| reports.lock().unwrap().push((sent, total)));
    runner.wait(upload.send()).unwrap();

    let transfers = scene.transfers();
    assert_eq!(transfers.len(), 3);
    assert!(transfers[2].body == bytes(size), "the file differs");
    assert_eq!(scene.calls(), ["POST /v3/attachments"]);
    let seen = seen.lock().unwrap();
    assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0));
    assert!(seen.iter().all(|(_, total)| *total == size as u64));
    assert_eq!(seen.last().unwrap().0, size as u64);
    assert!(seen.len() > 50, "{} reports", seen.len());
}

fn a_reader_that_cannot_seek_is_sent_once<R: Runner<Transport: Uploader>>(runner: &R) {
    let scene = Scene::new([Act::CutAfter(1_000)]);
    let linq = runner.client(scene.api.url());
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
    assert_eq!(scene.transfers().len(), 1);

    // The same with one that can.
    let scene = Scene::new([Act::CutAfter(1_000)]);
    let linq = runner.client(scene.api.url());
    let reader = Cursor::new(bytes(20 * MEGABYTE));
    let source = Source::seekable("clip.mp4", reader, 20 * MEGABYTE as u64);
    runner
        .wait(linq.attachments().upload(source).send())
        .unwrap();
    assert!(scene.transfers()[1].body == bytes(20 * MEGABYTE));
}

fn a_reader_that_was_not_touched_is_not_lost<R: Runner<Transport: Uploader>>(runner: &R) {
    let scene = Scene::late([]);
    let linq = runner.client(scene.api.url());
    let source = Source::reader("clip.mp4", Cursor::new(bytes(1_000)), 1_000);
    runner
        .wait(linq.attachments().upload(source).send())
        .unwrap();
    assert!(scene.transfers()[0].body == bytes(1_000));
}

fn a_fault_of_the_storage_is_outlived<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    for fault in [
        Fault::html(503),
        Fault::close(),
        Fault::lose_reply(),
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

fn an_expired_url_is_asked_for_anew<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    // While the first transfer's pause lasts, its URL expires.
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
    // What was announced first is gone, and what was announced then is there.
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

fn a_refusal_is_heard_before_the_file_has_gone<R: Runner<Transport: Uploader>>(runner: &R) {
    const BODY: &str = "<Error><Code>EntityTooLarge</Code></Error>";
    let scene = Scene::new([Act::RefuseAtOnce(400, BODY)]);
    let linq = runner.client(scene.api.url());
    let size = 50 * MEGABYTE;
    let upload = linq.attachments().upload(clip(size));
    let error = runner.wait(upload.send()).unwrap_err();
    let refusal = refusal(&error);
    assert_eq!((refusal.status().as_u16(), refusal.attempts()), (400, 1));
    assert_eq!(refusal.reason(), Some("EntityTooLarge"));
    assert_eq!(refusal.body(), BODY);
    assert!(!error.may_have_taken_effect());
    assert_eq!(
        scene.calls(),
        ["POST /v3/attachments", "DELETE /v3/attachments/a1"]
    );
    drop(linq);
    while scene.transfers().is_empty() {
        thread::sleep(Duration::from_millis(5));
    }
    assert!(scene.transfers()[0].body.len() < size);
}

fn a_redirect_of_the_storage_is_not_followed<R: Runner<Transport: Uploader>>(runner: &R) {
    for status in [301, 302, 303, 307, 308] {
        let scene = Scene::new([Act::ApiResponse(status, "")]);
        let linq = runner.client(scene.api.url());
        let error = runner
            .wait(linq.attachments().upload(clip(1_000)).send())
            .unwrap_err();
        assert_eq!(refusal(&error).status().as_u16(), status);
        assert_eq!(scene.transfers().len(), 1);
    }
}

fn a_source_of_another_length_leaves_nothing_behind<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    for (said, holds) in [
        (1_000, 999),
        (1_000, 1_001),
        (500_000, 499_999),
        (500_000, 900_000),
        (65_536, 65_537),
    ] {
        let seekable = Source::seekable("clip.mp4", Cursor::new(bytes(holds)), said);
        let once = Source::reader("clip.mp4", Cursor::new(bytes(holds)), said);
        for error in [
            runner
                .wait(linq.attachments().upload(seekable).send())
                .unwrap_err(),
            runner
                .wait(linq.attachments().upload(once).send())
                .unwrap_err(),
        ] {
            let text = error.to_string();
            let expected = if (holds as u64) < said {
                format!("the file has {holds} bytes instead of the declared {said}")
            } else {
                format!("the file has more than the declared {said} bytes")
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

fn a_source_that_breaks_off_leaves_nothing_behind<R: Runner<Transport: Uploader>>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    for readable in [0, 10_500, 300_000] {
        let source = Source::reader("clip.mp4", Breaking(readable), 400_000);
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

fn a_file_that_is_not_there_is_not_announced<R: Runner<Transport: Uploader>>(runner: &R) {
    let scene = Scene::new([]);
    let linq = runner.client(scene.api.url());
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
    assert!(scene.calls().is_empty());
}

fn a_storage_that_hangs_is_given_up<R: Runner<Transport: Uploader>>(runner: &R) {
    let scene = Scene::new([Act::Hang, Act::Hang]);
    let linq = runner.client(scene.api.url());
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
    let (scene, certificate) = Scene::tls([]);
    let stranger = runner.client(scene.api.url());
    let error = runner.wait(stranger.attachments().upload(clip(1_000)).send());
    assert!(!error.unwrap_err().may_have_taken_effect());
    assert!(scene.transfers().is_empty());
    assert_eq!(scene.calls(), ["POST /v3/attachments"]);

    let builder = runner.builder(scene.api.url());
    let friend = builder.root_certificate(certificate).build().unwrap();
    let upload = friend.attachments().upload(clip(1_000));
    runner.wait(upload.send()).unwrap();
    assert!(scene.transfers()[0].body == bytes(1_000));
}

fn upload_by_way_of_a_proxy<R: Runner<Transport: Uploader>>(runner: &R) {
    let scene = Scene::new([]);
    let proxy = storage::Proxy::start();
    let builder = runner.builder(scene.api.url()).proxy(proxy.url());
    let linq = builder.build().unwrap();
    runner
        .wait(linq.attachments().upload(clip(1_000)).send())
        .unwrap();
    assert!(scene.transfers()[0].body == bytes(1_000));
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

fn the_storage_is_told_nothing_of_ours<R: Runner<Transport: Uploader>>(runner: &R) {
    let scene = Scene::new([]);
    let builder = runner
        .builder(scene.api.url())
        .header("x-tenant", "tenant_secret");
    let linq = builder.build().unwrap();
    let size = 2 * MEGABYTE;
    let upload = linq
        .attachments()
        .upload(clip(size))
        .header("x-other", "header_secret");
    runner.wait(upload.send()).unwrap();

    let announcement = &scene.api.received()[0];
    assert_eq!(
        announcement.header("authorization"),
        Some("Bearer sk_secret")
    );
    assert_eq!(announcement.header("x-tenant"), Some("tenant_secret"));
    assert_eq!(announcement.header("x-other"), Some("header_secret"));

    let transfer = &scene.transfers()[0];
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
        BESIDES_WHAT_IS_REQUIRED
            .iter()
            .filter_map(|(transport, name, value)| {
                let here = std::any::type_name::<R::Transport>().starts_with(transport);
                let as_said = value.is_empty() || transfer.header(name) == Some(value);
                (here && as_said).then_some(*name)
            }),
    );
    names.sort_unstable();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

/// What goes to the storage beside the headers that it requires: the transport, the name, the value if
/// it is always the same. None says anything about us, and signatures of URLs do not cover them.
const BESIDES_WHAT_IS_REQUIRED: [(&str, &str, &str); 3] = [
    // HTTP demands it.
    ("linq_ureq", "host", ""),
    ("linq_reqwest", "host", ""),
    // From 1 MiB on, so that a refusal is heard before the file has gone: a blocking connection cannot
    // listen while it sends.
    ("linq_ureq", "expect", "100-continue"),
];

/// The usual way to say that there is no limit. (An instant so far away cannot be reckoned with.)
fn times_without_end_are_no_trouble<R: Runner<Transport: Uploader>>(runner: &R) {
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

fn the_signature_is_shown_nowhere<R: Runner<Transport: Uploader>>(runner: &R) {
    let forbidden = "<Code>SignatureDoesNotMatch</Code><CanonicalRequest>s3cret</CanonicalRequest>";
    let scene = Scene::new([
        Act::ApiResponse(403, forbidden),
        Act::CutAfter(10),
        Act::Hang,
    ]);
    let builder = runner.builder(scene.api.url()).max_retries(0);
    let linq = builder.build().unwrap();
    for _ in 0..3 {
        let upload = linq.attachments().upload(clip(1_000_000));
        let upload = upload.timeout(Duration::from_millis(300));
        let mut shown = format!("{upload:?}");
        let error = runner.wait(upload.send()).unwrap_err();
        shown += &error.to_string();
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = cause {
            shown = format!("{shown} {error} {error:?}");
            cause = error.source();
        }
        assert!(
            !shown.contains("s3cret") && !shown.contains("sk_secret"),
            "{shown}"
        );
    }
}
