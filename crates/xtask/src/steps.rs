//! What the README's test command does, step by step.

use crate::dependencies;
use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

/// Runs every step and stops at the first that fails; at the end, says how many tests passed.
pub(crate) fn test() -> Result<()> {
    let mut passed = 0;
    step("rustfmt", || cargo(&["fmt", "--all", "--check"]))?;
    step("licences, bans and sources", dependencies::check)?;
    step("core is sans-IO", dependencies::core_is_sans_io)?;
    step("clippy", || {
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "-D",
            "warnings",
        ])
    })?;
    step("clippy without features", || {
        cargo(&[
            "clippy",
            "-p",
            "linq-core",
            "-p",
            "linq-ureq",
            "-p",
            "linq-reqwest",
            "--",
            "-D",
            "warnings",
        ])
    })?;
    step("tests", || {
        passed += count_tests(&["test", "--workspace", "--all-features", "--no-fail-fast"])?;
        Ok(())
    })?;
    step("example", || {
        cargo(&["run", "--quiet", "--example", "group_chat"])
    })?;
    step("docs", || {
        let mut docs = Command::new(env!("CARGO"));
        docs.args(["doc", "--workspace", "--all-features", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings");
        run(docs)
    })?;
    println!("\n{passed} passed, 0 failed");
    Ok(())
}

fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name}");
    let start = Instant::now();
    work().with_context(|| format!("the step `{name}` failed"))?;
    println!("== {name}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments);
    run(command)
}

fn run(mut command: Command) -> Result<()> {
    let status = command.current_dir(root()).stdin(Stdio::null()).status()?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

/// Runs `cargo test` and adds up what its closing lines say.
fn count_tests(arguments: &[&str]) -> Result<u32> {
    let mut command = Command::new(env!("CARGO"));
    let mut child = command
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut passed = 0;
    for line in BufReader::new(child.stdout.take().context("the output of cargo test")?).lines() {
        let line = line?;
        println!("{line}");
        if let Some(rest) = line.strip_prefix("test result: ok. ") {
            let count = rest
                .split(' ')
                .next()
                .and_then(|count| count.parse::<u32>().ok());
            passed += count.context("the count in cargo test's closing line")?;
        }
    }
    let status = child.wait()?;
    ensure!(status.success(), "cargo test ended with {status}");
    Ok(passed)
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
