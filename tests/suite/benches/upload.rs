//! Measures the memory of a 100 MB upload with each transport.
//!
//! It is the peak of a separate process above its idle memory; more than 8 MB is a failure. Linux only: it reads
//! `/proc/self`.

#![allow(clippy::unwrap_used)] // a measurement fails by panicking

use linq_core::upload::Uploads;
use linq_emulator::{Emulator, FileStatus};
use linq_suite::transports::{Async, Blocking, Runner};
use std::{
    env, fs,
    io::{BufWriter, Write},
    path::Path,
    process::{Command, ExitCode},
    time::Instant,
};

const SIZE: u64 = 100_000_000;
const MAX_KILOBYTES: u64 = 8_000;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["ureq", base_url, file] => upload(&Blocking, base_url, Path::new(file)),
        ["reqwest", base_url, file] => upload(&Async::new(), base_url, Path::new(file)),
        _ => return measure(),
    }
    ExitCode::SUCCESS
}

/// Uploads a file with each transport in a child process, so that nothing else is in its memory.
fn measure() -> ExitCode {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let file = env::temp_dir().join(format!("linq-{}.mp4", std::process::id()));
    write(&file);
    let mut within = true;
    for transport in ["ureq", "reqwest"] {
        let mut child = Command::new(env::current_exe().unwrap());
        let child = child.arg(transport).arg(emulator.base_url()).arg(&file);
        let output = child.output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        let numbers: Vec<u64> = text
            .split_whitespace()
            .filter_map(|n| n.parse().ok())
            .collect();
        let [idle, peak, millis] = numbers[..] else {
            panic!("{transport}: {text}{stderr}")
        };
        let above = peak.saturating_sub(idle);
        println!(
            "linq-{transport}: 100 MB in {millis} ms; {idle} kB when idle, {peak} kB at the peak: {above} kB more"
        );
        within &= above < MAX_KILOBYTES;
    }
    fs::remove_file(&file).unwrap();
    let complete = |file: &linq_emulator::StoredAttachment| file.status == FileStatus::Complete;
    assert!(emulator.attachments().iter().all(complete));
    if within {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn write(file: &Path) {
    let mut file = BufWriter::new(fs::File::create(file).unwrap());
    for n in 0..SIZE / 8 {
        file.write_all(&n.to_le_bytes()).unwrap();
    }
    file.flush().unwrap();
}

/// Uploads in the child; prints its idle and peak memory in kB, and the time in ms.
fn upload<R: Runner<Transport: Uploads>>(runner: &R, base_url: &str, file: &Path) {
    let linq = runner.client(base_url);
    runner.wait(linq.phone_numbers().list().send()).unwrap();
    // Resets the peak.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let idle = kilobytes("VmRSS:");
    let start = Instant::now();
    let uploaded = runner.wait(linq.attachments().upload(file).send()).unwrap();
    assert_eq!(uploaded.size_bytes, SIZE);
    println!(
        "{idle} {} {}",
        kilobytes("VmHWM:"),
        start.elapsed().as_millis()
    );
}

fn kilobytes(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}
