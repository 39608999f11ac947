//! Build and tests of the Swift package.

use crate::{
    observed,
    run::{self, build, root, target},
    uniffi::file_name,
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Builds the library and runs the package's tests, including its example; returns the number of passed tests.
pub(crate) fn test() -> Result<u32> {
    build_and_test(|_| {})
}

/// Builds the library and runs the package's tests, including the long ones; returns the number of passed tests.
pub(crate) fn test_nightly() -> Result<u32> {
    build_and_test(|tests| {
        tests.env("LINQ_LONG_TESTS", "1");
    })
}

/// Installs the library, and runs a program of another `SwiftPM` project with it; returns the number of passed tests.
pub(crate) fn test_installed() -> Result<u32> {
    let Some(swift) = swift().filter(|_| cfg!(target_os = "linux")) else {
        println!("SKIPPED: not Linux, or Swift not found");
        return Ok(0);
    };
    let script = root().join("bindings/uniffi/swift/scripts/test-install-linux.sh");
    let mut test = Command::new(script);
    test.arg(build()?.join("linq-emulator"))
        .env("LINQ_SWIFT", swift);
    run::count(test)
}

fn build_and_test(prepare: impl FnOnce(&mut Command)) -> Result<u32> {
    let Some(swift) = swift() else {
        if env::var_os("CI").is_some() {
            bail!("the Swift package needs Swift 6");
        }
        println!("SKIPPED: Swift not found");
        return Ok(0);
    };
    let library = build()?.join(file_name());
    let package = root().join("bindings/uniffi/swift").canonicalize()?;
    copy_if_changed(&library, &package.join("lib"))?;

    let mut tests = tests(&swift)?;
    prepare(&mut tests);
    count(tests)
}

/// Runs the tests of a built package against observed shapes; returns the number of passed tests.
pub(crate) fn test_observed() -> Result<u32> {
    let Some(swift) = swift() else {
        println!("SKIPPED: Swift not found");
        return Ok(0);
    };
    let mut tests = tests(&swift)?;
    // The use of connections does not depend on the shape of responses.
    tests.args([
        "--skip-build",
        "--skip",
        "FaultTests",
        "--skip",
        "SiteTests",
    ]);
    observed::enable(&mut tests)?;
    count(tests)
}

fn tests(swift: &Path) -> Result<Command> {
    let package = root().join("bindings/uniffi/swift").canonicalize()?;
    let mut tests = Command::new(swift);
    tests
        .args(["test", "--package-path"])
        .arg(&package)
        // cargo sets it to its own folder, where the library may be one built for another language.
        .env("LD_LIBRARY_PATH", package.join("lib"))
        .env("LINQ_EMULATOR", target()?.join("debug/linq-emulator"));
    Ok(tests)
}

/// Returns the path of `swift`: that of `LINQ_SWIFT`, of `PATH`, or the one beside the repository.
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

/// Copies a library unless it is unchanged, since a new one causes the tests to be linked again.
fn copy_if_changed(library: &Path, folder: &Path) -> Result<()> {
    let target = folder.join(library.file_name().unwrap_or_default());
    fs::create_dir_all(folder)?;
    let new = fs::read(library)?;
    if !fs::read(&target).is_ok_and(|old| old == new) {
        fs::write(target, new)?;
    }
    Ok(())
}

/// Runs the tests, which must all pass, and returns how many of `XCTest`'s passed.
fn count(mut tests: Command) -> Result<u32> {
    let mut child = tests
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{tests:?}"))?;
    let output = child.stdout.take().context("no output of the test run")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        // Suites have lines of their own, which are not counted.
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
