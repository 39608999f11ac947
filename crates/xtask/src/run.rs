//! Runs other programs, and counts the tests that they say have passed.

use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Where cargo builds.
pub(crate) fn target() -> Result<PathBuf> {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .exec()?;
    Ok(metadata.target_directory.into())
}

/// `cargo` with these arguments.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments);
    command
}

/// Runs to the end, which has to be a success.
pub(crate) fn run(mut command: Command) -> Result<()> {
    let status = command.current_dir(root()).stdin(Stdio::null()).status()?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

/// Runs to the end, and adds up what its closing lines say: cargo test's, pytest's, or `N passed, 0 failed`.
pub(crate) fn count(mut command: Command) -> Result<u32> {
    let mut child = command
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{command:?}"))?;
    let output = child.stdout.take().context("the output of a test run")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        passed += passed_in(&line).unwrap_or(0);
    }
    let status = child.wait()?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(passed)
}

fn passed_in(line: &str) -> Option<u32> {
    let line = line.strip_prefix("test result: ok. ").unwrap_or(line);
    let (count, rest) = line.split_once(" passed")?;
    let closes = rest.starts_with([',', ';']) || rest.starts_with(" in ");
    closes.then(|| count.parse().ok())?
}
