//! The Kotlin package: built by Maven, and tested against the emulator.

use crate::{
    emulator::Emulator,
    run::{count, root, run},
    uniffi,
};
use anyhow::{Result, bail, ensure};
use std::{env, fs, path::PathBuf, process::Command};

/// Builds the library and runs the package's tests and its example; says how many tests passed.
pub(crate) fn test() -> Result<u32> {
    if !is_there("mvn") || !is_there("java") {
        if env::var_os("CI").is_some() {
            bail!("a JDK and Maven are needed for the Kotlin package");
        }
        println!("SKIPPED: no JDK and Maven here");
        return Ok(0);
    }
    let library = uniffi::library()?;
    let slot = package().join("native").join(platform());
    fs::create_dir_all(&slot)?;
    let name = library.file_name().unwrap_or_default();
    fs::copy(&library, slot.join(name))?;

    let emulator = Emulator::start()?;
    let passed = count(maven(&emulator, &["test"]))?;
    ensure!(passed > 0, "Maven found no tests");
    // The example is compiled by then, and a story that ends well is all it has to say.
    let emulator = Emulator::start()?;
    run(maven(&emulator, &["--quiet", "exec:java"]))?;
    println!("{passed} passed, 0 failed");
    Ok(passed)
}

fn package() -> PathBuf {
    root().join("bindings/uniffi/kotlin")
}

fn maven(emulator: &Emulator, arguments: &[&str]) -> Command {
    let mut maven = Command::new("mvn");
    maven
        .args(["--batch-mode", "--no-transfer-progress", "--file"])
        .arg(package())
        .args(arguments)
        .env("LINQ_API_V3_BASE_URL", &emulator.base_url)
        .env("LINQ_API_V3_API_KEY", "any-key");
    maven
}

fn is_there(program: &str) -> bool {
    let version = Command::new(program).arg("-version").output();
    version.is_ok_and(|output| output.status.success())
}

/// This platform as JNA names it.
fn platform() -> String {
    let system = match env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let processor = match env::consts::ARCH {
        "x86_64" => "x86-64",
        other => other,
    };
    format!("{system}-{processor}")
}
