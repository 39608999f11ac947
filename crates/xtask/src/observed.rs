//! The suites once more, against the shapes that servers have been seen to send.

use crate::{
    kotlin, python,
    run::{cargo, count, target},
    swift,
};
use anyhow::Result;
use std::{fs, path::PathBuf, process::Command};

/// The suites in Rust that talk to an emulator.
const SUITES: [&str; 14] = [
    "axum",
    "completeness",
    "exactly_once",
    "interrupt",
    "pagination",
    "offset_pagination",
    "logs",
    "observed_shapes",
    "rate_limits",
    "raw",
    "receiver",
    "tolerant",
    "transports",
    "upload",
];

/// Runs the suites of every language; returns how many tests passed.
///
/// Assertions on fields that servers leave out are skipped, each through its language's one helper, which adds a line
/// to the file that `LINQ_SKIPPED_ASSERTIONS` names.
pub(crate) fn test() -> Result<u32> {
    let skipped = skipped()?;
    fs::write(&skipped, "")?;
    // The features of the run before, so that nothing is compiled again.
    let mut rust = cargo(&["test", "--workspace", "--all-features", "--no-fail-fast"]);
    for name in SUITES {
        rust.args(["--test", name]);
    }
    // The use of connections does not depend on the shape of responses.
    rust.args(["--", "--skip", "connections::"]);
    set(&mut rust)?;
    let mut passed = count(rust)?;
    passed += python::test_observed()?;
    passed += swift::test_observed()?;
    passed += kotlin::test_observed()?;
    let count = fs::read_to_string(&skipped)?.lines().count();
    println!("SKIPPED: {count} assertions on fields that servers leave out");
    Ok(passed)
}

/// Makes the emulators of a program send observed shapes.
pub(crate) fn set(command: &mut Command) -> Result<()> {
    command
        .env("LINQ_EMULATOR_AS_SEEN", "0")
        .env("LINQ_SKIPPED_ASSERTIONS", skipped()?);
    Ok(())
}

fn skipped() -> Result<PathBuf> {
    Ok(target()?.join("skipped-assertions.txt"))
}
