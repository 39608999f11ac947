//! Conformance tests: the official clients, `standardwebhooks` and OpenSSL against the emulator; `SQLite` and Redis.

use crate::{
    emulator::Emulator,
    run::{build, count, root, run, target},
};
use anyhow::{Result, bail};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The line from which the samples of the official clients send.
const LINE_OF_SAMPLES: &str = "+12052535597";

/// Runs every script of `tests/conformance`; returns the number of passed checks.
pub(crate) fn test() -> Result<u32> {
    let Some(python) = python()? else {
        return Ok(0);
    };
    let built = build()?;
    let receiver = built.join("examples/receiver");
    let drift = built.join("linq-drift");
    let mut passed = script(&python, "compare_requests.py", &[])?;
    passed += script(&python, "dedup_commands.py", &[])?;
    passed += script(&python, "drift.py", &[&drift])?;
    for (name, arguments) in [
        ("validate_responses.py", [].as_slice()),
        ("validate_events.py", &[]),
        ("webhook_signatures.py", &[receiver.as_path()]),
    ] {
        let emulator = Emulator::start()?;
        let mut all = vec![Path::new(&emulator.base_url)];
        all.extend(arguments);
        passed += script(&python, name, &all)?;
    }
    let emulator = Emulator::start_with(&["--phone-number", LINE_OF_SAMPLES])?;
    let packages = target()?.join("samples");
    let arguments = [Path::new(&emulator.base_url), &packages];
    passed += script(&python, "readme_samples.py", &arguments)?;
    Ok(passed)
}

fn script(python: &Path, name: &str, arguments: &[&Path]) -> Result<u32> {
    println!("-- {name}");
    let mut command = Command::new(python);
    command
        .arg(root().join("tests/conformance").join(name))
        .args(arguments);
    count(command)
}

/// Returns the interpreter of a virtual environment with the scripts' requirements, created on first use.
fn python() -> Result<Option<PathBuf>> {
    let folder = target()?.join("python");
    let python = folder.join("bin/python");
    if !python.exists() {
        let made = Command::new("python3")
            .args(["-m", "venv"])
            .arg(&folder)
            .status();
        if !made.is_ok_and(|status| status.success()) {
            if env::var_os("CI").is_some() {
                bail!("the conformance tests need python3 with venv");
            }
            println!("SKIPPED: python3 with venv not found");
            return Ok(None);
        }
    }
    let mut install = Command::new(&python);
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--requirement",
        "tests/conformance/requirements.txt",
    ]);
    run(install)?;
    Ok(Some(python))
}
