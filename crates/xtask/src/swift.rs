//! The Swift package: built and tested against the emulator.

use crate::{
    observed,
    run::{build, root, target},
    uniffi::file_name,
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Builds the library and runs the package's tests, its example among them; says how many tests passed.
pub(crate) fn test() -> Result<u32> {
    build_and_test(|_| {})
}

/// The same, with the tests that take long.
pub(crate) fn test_nightly() -> Result<u32> {
    build_and_test(|tests| {
        tests.env("LINQ_LONG_TESTS", "1");
    })
}

fn build_and_test(prepare: impl FnOnce(&mut Command)) -> Result<u32> {
    let Some(swift) = swift() else {
        if env::var_os("CI").is_some() {
            bail!("Swift 6 is needed for the Swift package");
        }
        println!("SKIPPED: no Swift here");
        return Ok(0);
    };
    let library = build()?.join(file_name());
    let package = root().join("bindings/uniffi/swift").canonicalize()?;
    place(&library, &package.join("lib"))?;

    let mut tests = tests(&swift)?;
    prepare(&mut tests);
    count(tests)
}

/// Runs the tests of a package that is built, against observed shapes.
pub(crate) fn test_observed() -> Result<u32> {
    let Some(swift) = swift() else {
        println!("SKIPPED: no Swift here");
        return Ok(0);
    };
    let mut tests = tests(&swift)?;
    // The use of connections does not depend on the shape of responses.
    tests.args(["--skip-build", "--skip", "FaultTests"]);
    observed::set(&mut tests)?;
    count(tests)
}

fn tests(swift: &Path) -> Result<Command> {
    let package = root().join("bindings/uniffi/swift").canonicalize()?;
    let mut tests = Command::new(swift);
    tests
        .args(["test", "--package-path"])
        .arg(&package)
        // cargo names its own folder, where the library of another language may be by now.
        .env("LD_LIBRARY_PATH", package.join("lib"))
        .env("LINQ_EMULATOR", target()?.join("debug/linq-emulator"));
    Ok(tests)
}

/// `swift` of this machine, of `LINQ_SWIFT`, or the one beside the repository.
fn swift() -> Option<PathBuf> {
    let beside = root().join("../shared/tools/swift");
    let candidates = [
        env::var_os("LINQ_SWIFT").map(PathBuf::from),
        Some(PathBuf::from("swift")),
        beside.canonicalize().ok(),
    ];
    candidates.into_iter().flatten().find(|swift| {
        let version = Command::new(swift).arg("--version").output();
        version.is_ok_and(|output| output.status.success())
    })
}

/// Copies a library, unless it is there already: a new one is linked anew.
fn place(library: &Path, folder: &Path) -> Result<()> {
    let target = folder.join(library.file_name().unwrap_or_default());
    fs::create_dir_all(folder)?;
    let new = fs::read(library)?;
    if !fs::read(&target).is_ok_and(|old| old == new) {
        fs::write(target, new)?;
    }
    Ok(())
}

/// Runs the tests, and says how many of `XCTest`'s passed: none may fail.
fn count(mut tests: Command) -> Result<u32> {
    let mut child = tests
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{tests:?}"))?;
    let output = child.stdout.take().context("the output of a test run")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        // Every test says how it went, and so does every suite around it.
        if line.starts_with("Test Case ") && line.contains(" passed (") {
            passed += 1;
        } else {
            println!("{line}");
        }
    }
    let status = child.wait()?;
    ensure!(status.success(), "{tests:?} ended with {status}");
    ensure!(passed > 0, "no test ran");
    println!("{passed} passed, 0 failed");
    Ok(passed)
}
