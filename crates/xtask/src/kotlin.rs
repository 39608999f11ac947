//! Build and tests of the Kotlin package, by Maven.

use crate::{
    emulator::Emulator,
    observed,
    run::{build, count, output, root, run},
    uniffi::{build_release, file_name},
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The oldest and the newest Kotlin compiler with which programs are compiled against the jar.
const COMPILERS: [&str; 2] = ["2.1.0", "2.4.21"];

/// Version under which the jar is installed in the local Maven repository, for the examples.
const SNAPSHOT: &str = concat!(env!("CARGO_PKG_VERSION"), "-SNAPSHOT");

/// Builds the library, runs the package's tests, checks its jars, and runs the examples with each compiler; returns the
/// number of passed tests.
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
    run_examples()?;
    println!("{passed} passed, 0 failed");
    Ok(passed)
}

/// Compiles and runs the examples as a project of their own, which depends on the jar. They fail by their exit code.
fn run_examples() -> Result<()> {
    let mut install = maven(&folder(), &["--quiet", "install:install-file"]);
    install.arg(format!("-Dfile={}", jar("")?.display()));
    install.arg(format!("-DpomFile={}", folder().join("pom.xml").display()));
    install.arg(format!("-Dversion={SNAPSHOT}"));
    run(install)?;
    for version in COMPILERS {
        let emulator = Emulator::start()?;
        let tasks = [
            "--quiet",
            "clean",
            "compile",
            "exec:java@kotlin",
            "exec:java@java",
        ];
        let mut examples = maven(&folder().join("examples"), &tasks);
        examples.arg(format!("-Dkotlin.version={version}"));
        examples.arg(format!("-Dlinq.version={SNAPSHOT}"));
        run(on_emulator(examples, &emulator)?)?;
        println!("the examples run with Kotlin {version}");
    }
    Ok(())
}

/// Runs the tests of a built package against observed shapes; returns the number of passed tests.
pub(crate) fn test_observed() -> Result<u32> {
    if !is_installed("mvn") || !is_installed("java") {
        println!("SKIPPED: JDK and Maven not found");
        return Ok(0);
    }
    let emulator = Emulator::start_observed()?;
    let mut tests = with_emulator(
        &emulator,
        &["surefire:test", "-Dtest=!FaultsTest,!SiteTest"],
    )?;
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
    let mut make = maven(&folder(), &["-Prelease", "-DskipTests", "clean", "package"]);
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
    check_glibc(&library)?;
    println!("{inside}: {} bytes", fs::metadata(&library)?.len());
    for kind in ["", "-sources", "-javadoc"] {
        let jar = jar(kind)?;
        let name = jar.file_name().unwrap_or_default().to_string_lossy();
        println!("{name}: {} bytes", fs::metadata(&jar)?.len());
    }
    Ok(())
}

/// Checks that the library requires at most the version of glibc in the README.
fn check_glibc(library: &Path) -> Result<()> {
    let newest = |text: &str, before: &str| {
        let versions = text.split(before).skip(1).filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.');
            let mut numbers = rest[..end.unwrap_or(rest.len())].split('.').map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        });
        versions.max()
    };
    // The names of the versions of symbols are text in the library.
    let bytes = fs::read(library)?;
    let Some(required): Option<(u32, u32)> = newest(&String::from_utf8_lossy(&bytes), "GLIBC_")
    else {
        return Ok(());
    };
    let readme = fs::read_to_string(folder().join("README.md"))?;
    let stated = newest(&readme, "glibc ").context("the README states no version of glibc")?;
    println!("glibc: {}.{}", required.0, required.1);
    ensure!(
        required <= stated,
        "the library requires glibc {required:?}, and the README states {stated:?}"
    );
    Ok(())
}

/// Checks that the jars have the entries that Android and debuggers look up, and the licences.
fn check_jars() -> Result<()> {
    let classes = entries(&jar("")?)?;
    for name in [
        "META-INF/proguard/linq-client.pro",
        "META-INF/LICENSE-APACHE",
        "META-INF/LICENSE-MIT",
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
    on_emulator(maven(&folder(), arguments), emulator)
}

/// Sets the native library and the emulator of a command of Maven.
fn on_emulator(mut maven: Command, emulator: &Emulator) -> Result<Command> {
    let built = build()?;
    let mut library = OsString::from("-Duniffi.component.linq_ffi.libraryOverride=");
    library.push(built.join(file_name()));
    maven
        .arg(library)
        .env("LINQ_API_V3_BASE_URL", &emulator.base_url)
        .env("LINQ_API_V3_API_KEY", "any-key")
        .env("LINQ_FAULT_SERVER", built.join("fault_server"));
    Ok(maven)
}

fn maven(project: &Path, arguments: &[&str]) -> Command {
    let mut maven = Command::new("mvn");
    maven
        .args(["--batch-mode", "--no-transfer-progress", "--file"])
        .arg(project)
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
