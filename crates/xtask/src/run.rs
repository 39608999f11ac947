//! Runs other programs, and counts the passed tests in their output.

use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Returns the root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Returns cargo's target directory.
pub(crate) fn target() -> Result<PathBuf> {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .exec()?;
    Ok(metadata.target_directory.into())
}

/// Returns a `cargo` command with these arguments.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments);
    command
}

/// Builds the workspace for the tests, and returns the folder of the binaries.
///
/// One command with the features of the Rust tests: otherwise most crates would be compiled several times, with other
/// features.
pub(crate) fn build() -> Result<PathBuf> {
    run(cargo(&[
        "build",
        "--quiet",
        "--workspace",
        "--all-features",
        "--lib",
        "--bins",
        "--examples",
    ]))?;
    Ok(target()?.join("debug"))
}

/// Runs a command, which must succeed.
pub(crate) fn run(mut command: Command) -> Result<()> {
    let status = command.current_dir(root()).stdin(Stdio::null()).status()?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

/// Runs a command, which must succeed, and returns its standard output.
pub(crate) fn output(mut command: Command) -> Result<String> {
    let output = command
        .current_dir(root())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()?;
    let status = output.status;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a command, which must succeed, and returns the number of passed tests in its summaries: cargo test's, pytest's,
/// Maven's, or `N passed, 0 failed`.
pub(crate) fn count(mut command: Command) -> Result<u32> {
    let mut child = command
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{command:?}"))?;
    let output = child.stdout.take().context("no output of the test run")?;
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
    if let Some(counts) = line.strip_prefix("[INFO] Tests run: ") {
        // Each class has a line with its time; the last line is the sum.
        let is_sum = counts.ends_with(", Failures: 0, Errors: 0, Skipped: 0");
        return is_sum.then(|| counts.split(',').next()?.parse().ok())?;
    }
    let line = line.strip_prefix("test result: ok. ").unwrap_or(line);
    let (count, rest) = line.split_once(" passed")?;
    let is_summary = rest.starts_with([',', ';']) || rest.starts_with(" in ");
    is_summary.then(|| count.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::passed_in;

    #[test]
    fn passed_tests_are_read_from_summaries() {
        for (line, passed) in [
            ("test result: ok. 12 passed; 0 failed; 0 ignored", Some(12)),
            ("7 passed, 0 failed", Some(7)),
            ("1656 passed, 1 skipped in 141.24s (0:02:21)", Some(1656)),
            ("12 passed in 1.20s", Some(12)),
            (
                "[INFO] Tests run: 35, Failures: 0, Errors: 0, Skipped: 0",
                Some(35),
            ),
            (
                "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in X",
                None,
            ),
            (
                "[ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0",
                None,
            ),
            ("test result: FAILED. 7 passed; 1 failed", None),
        ] {
            assert_eq!(passed_in(line), passed, "{line}");
        }
    }
}
