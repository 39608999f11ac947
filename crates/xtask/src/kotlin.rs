//! Build and tests of the Kotlin package, by Maven.

use crate::{
    emulator::Emulator,
    observed,
    run::{build, count, output, root, run},
    uniffi::build_release,
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Builds the library, runs the package's tests and its example, and checks its jars; returns the number of passed
/// tests.
pub(crate) fn test() -> Result<u32> {
    if !is_installed("mvn") || !is_installed("java") {
        if env::var_os("CI").is_some() {
            bail!("the Kotlin package needs a JDK and Maven");
        }
        println!("SKIPPED: JDK and Maven not found");
        return Ok(0);
    }
    let emulator = Emulator::start()?;
    let passed = count(with_emulator(&emulator, &["package"])?)?;
    ensure!(passed > 0, "Maven found no tests");
    check_jars()?;
    // The example is compiled by then; it fails by its exit code.
    let emulator = Emulator::start()?;
    run(with_emulator(&emulator, &["--quiet", "exec:java"])?)?;
    println!("{passed} passed, 0 failed");
    Ok(passed)
}

/// Runs the tests of a built package against observed shapes; returns the number of passed tests.
pub(crate) fn test_observed() -> Result<u32> {
    if !is_installed("mvn") || !is_installed("java") {
        println!("SKIPPED: JDK and Maven not found");
        return Ok(0);
    }
    let emulator = Emulator::start_observed()?;
    let mut tests = with_emulator(&emulator, &["surefire:test", "-Dtest=!FaultsTest"])?;
    observed::enable(&mut tests)?;
    count(tests)
}

/// Builds the release jars: the native libraries of this platform and of those that are in `native` already, sources,
/// and documentation.
pub(crate) fn package() -> Result<()> {
    let library = build_release()?;
    let slot = folder().join("native").join(platform());
    fs::create_dir_all(&slot)?;
    let name = library.file_name().context("the library's name")?;
    let placed = slot.join(name);
    fs::copy(&library, &placed)?;
    let mut make = maven(&["-Prelease", "-DskipTests", "clean", "package"]);
    make.arg(format!("-Drequired.library={}", placed.display()));
    run(make)?;

    check_jars()?;
    let inside = format!("{}/{}", platform(), name.to_string_lossy());
    ensure!(
        entries(&jar("")?)?.contains(&inside),
        "the jar lacks {inside}"
    );
    let documentation = entries(&jar("-javadoc")?)?;
    ensure!(
        documentation.iter().any(|entry| entry == "index.html"),
        "the documentation jar lacks index.html"
    );
    println!("{inside}: {} bytes", fs::metadata(&library)?.len());
    for kind in ["", "-sources", "-javadoc"] {
        let jar = jar(kind)?;
        let name = jar.file_name().unwrap_or_default().to_string_lossy();
        println!("{name}: {} bytes", fs::metadata(&jar)?.len());
    }
    Ok(())
}

/// Checks that the jars have the entries that Android and debuggers look up.
fn check_jars() -> Result<()> {
    let classes = entries(&jar("")?)?;
    for name in [
        "META-INF/proguard/linq-client.pro",
        "dev/linq/client/Linq.class",
    ] {
        ensure!(
            classes.iter().any(|entry| entry == name),
            "the jar lacks {name}"
        );
    }
    let sources = entries(&jar("-sources")?)?;
    for name in ["Linq.kt", "resource/ChatsResource.kt", "ffi/linq_ffi.kt"] {
        let name = format!("dev/linq/client/{name}");
        ensure!(sources.contains(&name), "the sources lack {name}");
    }
    Ok(())
}

/// Returns the path of a jar of this version.
fn jar(kind: &str) -> Result<PathBuf> {
    let version = env!("CARGO_PKG_VERSION");
    let jar = folder().join(format!("target/linq-client-{version}{kind}.jar"));
    ensure!(jar.exists(), "{} was not built", jar.display());
    Ok(jar)
}

fn entries(jar: &Path) -> Result<Vec<String>> {
    let mut list = Command::new("jar");
    list.arg("--list").arg("--file").arg(jar);
    Ok(output(list)?.lines().map(str::to_owned).collect())
}

fn folder() -> PathBuf {
    root().join("bindings/uniffi/kotlin")
}

fn with_emulator(emulator: &Emulator, arguments: &[&str]) -> Result<Command> {
    let mut maven = maven(arguments);
    // Not in the jar, which is published.
    let built = build()?;
    let mut library_path = std::ffi::OsString::from("-Djna.library.path=");
    library_path.push(&built);
    maven
        .arg(library_path)
        .env("LINQ_API_V3_BASE_URL", &emulator.base_url)
        .env("LINQ_API_V3_API_KEY", "any-key")
        .env("LINQ_FAULT_SERVER", built.join("fault_server"));
    Ok(maven)
}

fn maven(arguments: &[&str]) -> Command {
    let mut maven = Command::new("mvn");
    maven
        .args(["--batch-mode", "--no-transfer-progress", "--file"])
        .arg(folder())
        .args(arguments);
    maven
}

fn is_installed(program: &str) -> bool {
    let version = Command::new(program).arg("-version").output();
    version.is_ok_and(|output| output.status.success())
}

/// Returns the platform's name in JNA.
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
