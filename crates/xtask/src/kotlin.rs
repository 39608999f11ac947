//! The Kotlin package: built by Maven, and tested against the emulator.

use crate::{
    emulator::Emulator,
    observed,
    run::{build, count, output, root, run},
    uniffi::build_to_ship,
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Builds the library, runs the package's tests and its example, and looks into its jars; says how many
/// tests passed.
pub(crate) fn test() -> Result<u32> {
    if !is_there("mvn") || !is_there("java") {
        if env::var_os("CI").is_some() {
            bail!("a JDK and Maven are needed for the Kotlin package");
        }
        println!("SKIPPED: no JDK and Maven here");
        return Ok(0);
    }
    let emulator = Emulator::start()?;
    let passed = count(with_emulator(&emulator, &["package"])?)?;
    ensure!(passed > 0, "Maven found no tests");
    look_into_jars()?;
    // The example is compiled by then, and a story that ends well is all it has to say.
    let emulator = Emulator::start()?;
    run(with_emulator(&emulator, &["--quiet", "exec:java"])?)?;
    println!("{passed} passed, 0 failed");
    Ok(passed)
}

/// Runs the tests of a package that is built, against observed shapes.
pub(crate) fn test_observed() -> Result<u32> {
    if !is_there("mvn") || !is_there("java") {
        println!("SKIPPED: no JDK and Maven here");
        return Ok(0);
    }
    let emulator = Emulator::start_observed()?;
    let mut tests = with_emulator(&emulator, &["surefire:test", "-Dtest=!FaultsTest"])?;
    observed::set(&mut tests)?;
    count(tests)
}

/// What a repository takes: the library as it ships, of this platform and of those that are in `native`
/// already, with sources and documentation.
pub(crate) fn package() -> Result<()> {
    let library = build_to_ship()?;
    let slot = folder().join("native").join(platform());
    fs::create_dir_all(&slot)?;
    let name = library.file_name().context("the library's name")?;
    let placed = slot.join(name);
    fs::copy(&library, &placed)?;
    let mut make = maven(&["-Prelease", "-DskipTests", "clean", "package"]);
    make.arg(format!("-Drequired.library={}", placed.display()));
    run(make)?;

    look_into_jars()?;
    let inside = format!("{}/{}", platform(), name.to_string_lossy());
    ensure!(
        entries(&jar("")?)?.contains(&inside),
        "the jar lacks {inside}"
    );
    let documentation = entries(&jar("-javadoc")?)?;
    ensure!(
        documentation.iter().any(|entry| entry == "index.html"),
        "the documentation lacks its first page"
    );
    println!("{inside}: {} bytes", fs::metadata(&library)?.len());
    for kind in ["", "-sources", "-javadoc"] {
        let jar = jar(kind)?;
        let name = jar.file_name().unwrap_or_default().to_string_lossy();
        println!("{name}: {} bytes", fs::metadata(&jar)?.len());
    }
    Ok(())
}

/// What Android and debuggers find in the jars by its name.
fn look_into_jars() -> Result<()> {
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
    for name in ["Linq.kt", "resource/ChatsResource.kt", "ffi/linq_client.kt"] {
        let name = format!("dev/linq/client/{name}");
        ensure!(sources.contains(&name), "the sources lack {name}");
    }
    Ok(())
}

/// A jar of the version that is built.
fn jar(kind: &str) -> Result<PathBuf> {
    let version = env!("CARGO_PKG_VERSION");
    let jar = folder().join(format!("target/linq-client-{version}{kind}.jar"));
    ensure!(jar.exists(), "{} was not made", jar.display());
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
    // Not as a part of the jar: that ships.
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
