//! The test suites against observed response shapes.

use crate::{
    kotlin, python,
    run::{cargo, count, target},
    swift,
};
use anyhow::Result;
use std::{fs, path::PathBuf, process::Command};

/// Test suites in Rust that use an emulator.
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

/// Runs the suites of every language; returns the number of passed tests.
///
/// Assertions on fields that servers leave out are skipped. Each language has one helper for that, which appends a line
/// to the file that `LINQ_SKIPPED_ASSERTIONS` names.
pub(crate) fn test() -> Result<u32> {
    let skipped = skipped()?;
    fs::write(&skipped, "")?;
    // The features of the previous run, so that nothing is recompiled.
    let mut rust = cargo(&["test", "--workspace", "--all-features", "--no-fail-fast"]);
    for name in SUITES {
        rust.args(["--test", name]);
    }
    // The use of connections does not depend on the shape of responses.
    rust.args(["--", "--skip", "connections::"]);
    enable(&mut rust)?;
    let mut passed = count(rust)?;
    passed += python::test_observed()?;
    passed += swift::test_observed()?;
    passed += kotlin::test_observed()?;
    let count = fs::read_to_string(&skipped)?.lines().count();
    println!("SKIPPED: {count} assertions on fields that servers leave out");
    Ok(passed)
}

/// Enables observed shapes in the emulators that a command starts.
pub(crate) fn enable(command: &mut Command) -> Result<()> {
    command
        .env("LINQ_EMULATOR_OBSERVED_SHAPES", "0")
        .env("LINQ_SKIPPED_ASSERTIONS", skipped()?);
    Ok(())
}

fn skipped() -> Result<PathBuf> {
    Ok(target()?.join("skipped-assertions.txt"))
}
