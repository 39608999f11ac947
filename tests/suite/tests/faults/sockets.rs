//! The tables of `tests/vectors/faults.json` and `malformed_heads.json`, on both transports.

use linq_core::{
    Client, Error,
    id::{ChatId, MessageId},
    message::OutgoingReaction,
    upload::{Source, Uploads},
};
use linq_suite::{
    faults::{FaultServer, FaultyCall, file_content},
    on_both_transports,
    transports::Runner,
};
use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

on_both_transports! {
    malformed_response_heads,
    stale_connections,
    hosts_with_two_addresses,
    random_faults,
    uploads_rejected_early,
}

const TIMEOUT: Duration = Duration::from_millis(300);

fn malformed_response_heads<R: Runner>(runner: &R) {
    let server = FaultServer::start();
    let rows = server.tables().malformed_heads.len();
    assert_eq!(rows, 331);
    let problems = for_each_row(rows, |row| {
        // A client for each row, so that no connection is reused.
        let url = format!("{}/malformed_heads/{row}", server.url());
        let linq = runner.builder(&url).max_retries(0).build().unwrap();
        let add = linq.chats();
        let add = add.participants("c").add("+12052499136");
        let result = runner.wait(add.send());
        let requests = server.report("malformed_heads", row).requests;
        match result {
            _ if requests != 1 => Some(format!("{requests} requests: {result:?}")),
            Err(error) if !error.may_have_taken_effect() => Some(error.to_string()),
            _ => None,
        }
    });
    assert!(problems.is_empty(), "{problems:#?}");
}

fn stale_connections<R: Runner>(runner: &R) {
    let server = FaultServer::start();
    let problems = for_each_row(server.tables().stale_connections.len(), |row| {
        let url = format!("{}/stale_connections/{row}", server.url());
        let linq = client_with_retries(runner, &url);
        runner.wait(linq.phone_numbers().list().send()).unwrap();
        thread::sleep(Duration::from_millis(50));
        let call = &server.tables().stale_connections[row];
        let result = send(runner, &linq, call, row);
        mismatch(&server, "stale_connections", row, &result)
    });
    assert!(problems.is_empty(), "{problems:#?}");
}

fn hosts_with_two_addresses<R: Runner>(runner: &R) {
    let server = FaultServer::start();
    let problems = for_each_row(server.tables().two_addresses.len(), |row| {
        let url = format!("{}/two_addresses/{row}", server.url_of_two_addresses());
        let linq = client_with_retries(runner, &url);
        let result = send(runner, &linq, &server.tables().two_addresses[row], row);
        mismatch(&server, "two_addresses", row, &result)
    });
    assert!(problems.is_empty(), "{problems:#?}");
}

fn random_faults<R: Runner>(runner: &R) {
    let server = FaultServer::start();
    let linq = client_with_retries(runner, &format!("{}/random", server.url()));
    let results = for_each_row(server.tables().random.len(), |row| {
        let result = send(runner, &linq, &server.tables().random[row], row);
        Some((row, result))
    });
    // Requests that timed out may still arrive at the server.
    thread::sleep(Duration::from_millis(700));
    assert_eq!(results.len(), 400);
    let problems: Vec<_> = results
        .iter()
        .filter_map(|(row, result)| mismatch(&server, "random", *row, result))
        .collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

fn uploads_rejected_early<R: Runner<Transport: Uploads>>(runner: &R) {
    let server = FaultServer::start();
    let problems = for_each_row(server.tables().uploads.len(), |row| {
        let url = format!("{}/uploads/{row}", server.url());
        let builder = runner.builder(&url).timeout(Duration::from_secs(5));
        let linq = builder.build().unwrap();
        let started = Instant::now();
        let file = Source::bytes("clip.mp4", file_content());
        let result = runner.wait(linq.attachments().upload(file).send());
        let report = server.report("uploads", row);
        let name = &server.tables().uploads[row].name;
        let is_correct = match &result {
            Ok(uploaded) => report.stored.contains(uploaded.attachment_id.as_str()),
            Err(_) => report.stored.is_empty(),
        };
        if !is_correct || started.elapsed() > Duration::from_secs(20) {
            let took = started.elapsed();
            return Some(format!(
                "{name}: {result:?}, but {report:?}, after {took:?}"
            ));
        }
        None
    });
    assert!(problems.is_empty(), "{problems:#?}");
}

fn client_with_retries<R: Runner>(runner: &R, url: &str) -> Client<R::Transport> {
    let builder = runner.builder(url).timeout(TIMEOUT).max_retries(2);
    builder.build().unwrap()
}

fn send<R: Runner>(
    runner: &R,
    linq: &Client<R::Transport>,
    call: &FaultyCall,
    row: usize,
) -> Result<(), Error> {
    let (chat, message) = (
        ChatId::from(row.to_string()),
        MessageId::from(row.to_string()),
    );
    match call.call.as_str() {
        "send" => {
            let send = linq.chats().messages(&chat).send("hi").send();
            runner.wait(send).map(drop)
        }
        "react" => {
            let react = linq
                .messages()
                .add_reaction(&message, OutgoingReaction::custom("🎂"));
            runner.wait(react.send()).map(drop)
        }
        "share" => {
            let share = linq.chats().share_contact_card(&chat).send();
            runner.wait(share).map(drop)
        }
        other => panic!("{other}"),
    }
}

/// Returns a message if the result of a call contradicts the server's record.
fn mismatch(
    server: &FaultServer,
    table: &str,
    row: usize,
    result: &Result<(), Error>,
) -> Option<String> {
    let report = server.report(table, row);
    let calls = match table {
        "random" => &server.tables().random,
        "stale_connections" => &server.tables().stale_connections,
        _ => &server.tables().two_addresses,
    };
    let call = &calls[row];
    let allowed = match call.call.as_str() {
        "send" => 1,
        _ => 1 + report.asked_to_retry,
    };
    let is_correct = match result {
        Ok(()) => report.executions > 0,
        Err(error) => error.may_have_taken_effect() || report.executions == 0,
    };
    (!is_correct || report.executions > allowed)
        .then(|| format!("{table} {row} {call:?}: {result:?}, but {report:?}"))
}

/// Runs `work` for each row on 64 threads, and returns its results.
fn for_each_row<T: Send>(rows: usize, work: impl Fn(usize) -> Option<T> + Sync) -> Vec<T> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..64 {
            scope.spawn(|| {
                loop {
                    let row = next.fetch_add(1, Ordering::Relaxed);
                    if row >= rows {
                        break;
                    }
                    let result = work(row);
                    found.lock().unwrap().extend(result);
                }
            });
        }
    });
    found.into_inner().unwrap()
}
