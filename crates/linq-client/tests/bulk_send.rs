//! The example of a bulk send is killed and resumed.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_emulator::{Emulator, Fault};
use std::{
    collections::HashSet,
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

const NUMBERS: usize = 300;

/// Returns the path of the example, which `cargo test` and `cargo build --examples` build.
fn example() -> PathBuf {
    let test = env::current_exe().unwrap();
    let folder = test.ancestors().nth(2).unwrap().join("examples");
    let name = format!("bulk_send{}", env::consts::EXE_SUFFIX);
    let path = folder.join(name);
    assert!(
        path.exists(),
        "no {}: build the examples first",
        path.display()
    );
    path
}

fn start(folder: &Path, emulator: &Emulator) -> Child {
    Command::new(example())
        .args(["numbers.txt", "spring-sale", "Everything must go!"])
        .env("LINQ_API_V3_API_KEY", "any")
        .env("LINQ_API_V3_BASE_URL", emulator.base_url())
        .current_dir(folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn every_recipient_gets_one_message_although_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let numbers = (0..NUMBERS).map(|number| format!("+1555{:07}", 2_000_000 + number));
    let numbers: HashSet<_> = numbers.collect();
    let lines: Vec<_> = numbers.iter().map(String::as_str).collect();
    fs::write(folder.join("numbers.txt"), lines.join("\n")).unwrap();
    let outbox = folder.join("spring-sale.db");
    let emulator = Emulator::builder().seed(7).start().unwrap();
    for fault in [
        Fault::drop_response().probability(0.1),
        Fault::delay(Duration::from_millis(20)),
    ] {
        emulator.add_fault(fault).unwrap();
    }

    // While it enqueues, and then in the middle of the sends.
    for requests in [0, 30, 60, 90, 120, 150] {
        let mut process = start(folder, &emulator);
        while emulator.requests().len() < requests || !outbox.exists() {
            assert!(process.try_wait().unwrap().is_none(), "it has ended");
            thread::sleep(Duration::from_millis(2));
        }
        process.kill().unwrap();
        assert!(!process.wait().unwrap().success());
    }
    assert!(emulator.requests().len() < NUMBERS);
    // The leases of a killed process end after 2 minutes, which the test does not wait for.
    let database = rusqlite::Connection::open(&outbox).unwrap();
    let end_leases = "UPDATE linq_outbox SET ready_at = 0 WHERE ready_at IS NOT NULL";
    database.execute(end_leases, ()).unwrap();
    drop(database);
    let output = start(folder, &emulator).wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "300 sent\n");

    let messages = emulator.messages();
    let chats: HashSet<_> = messages.iter().map(|message| message.chat_id).collect();
    assert_eq!((messages.len(), chats.len()), (NUMBERS, NUMBERS));
    let requests = emulator.requests();
    let recipients = requests.iter().filter_map(|it| it.body["to"][0].as_str());
    let recipients: Vec<_> = recipients.map(str::to_owned).collect();
    assert!(recipients.len() > NUMBERS, "some were sent again");
    assert_eq!(HashSet::from_iter(recipients), numbers);
}
