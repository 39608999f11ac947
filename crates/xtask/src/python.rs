//! Tests of the Python package's wheel, also beside linq-python and on other interpreters.

use crate::{
    observed,
    run::{build, count, root, run, target},
};
use anyhow::{Context, Result, bail};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const FOLDER: &str = "bindings/python";

/// Builds the wheel, installs it and runs the tests; returns the number of passed tests.
pub(crate) fn test() -> Result<u32> {
    let Some(python) = tools()? else {
        return Ok(0);
    };
    build()?; // the emulator
    let wheel = wheel(&python)?;
    install(&python, &wheel)?;
    let mut passed = count(within(pytest(&python)?, "tests"))?;
    for (version, interpreter) in other_interpreters(&python)? {
        let (major, minor) = version;
        match interpreter {
            Some(interpreter) => {
                println!("-- Python {major}.{minor}");
                passed += smoke(&interpreter, version, &wheel)?;
            }
            None => println!("SKIPPED: Python {major}.{minor} not found"),
        }
    }
    Ok(passed)
}

/// Runs the tests of the installed wheel against observed shapes; returns the number of passed tests.
pub(crate) fn test_observed() -> Result<u32> {
    let python = target()?.join("python-package/bin/python");
    if !python.exists() {
        println!("SKIPPED: python3 with venv not found");
        return Ok(0);
    }
    let mut tests = pytest(&python)?;
    let folder = root().join(FOLDER).join("tests");
    for name in NOT_OBSERVED {
        tests.arg("--ignore").arg(folder.join(name));
    }
    tests.arg(&folder);
    observed::enable(&mut tests)?;
    count(tests)
}

/// Tests that are not run against observed shapes: they use no emulator, or expect its documented shapes.
const NOT_OBSERVED: [&str; 7] = [
    "test_emulator.py",
    "test_exit.py",
    "test_faults.py",
    "test_httpx.py",
    "test_site.py",
    "outside/test_programs.py",
    "outside/test_typing.py",
];

fn pytest(python: &Path) -> Result<Command> {
    let mut tests = with_emulator(python)?;
    tests.args([
        "-m",
        "pytest",
        "--override-ini=addopts=",
        "--quiet",
        "--color=no",
    ]);
    Ok(tests)
}

/// Returns the interpreter of a virtual environment with the build and test requirements, created on first use.
fn tools() -> Result<Option<PathBuf>> {
    let folder = target()?.join("python-package");
    let python = folder.join("bin/python");
    if !python.exists() && create_venv(Path::new("python3"), &folder).is_err() {
        if env::var_os("CI").is_some() {
            bail!("the Python package needs python3 with venv");
        }
        println!("SKIPPED: python3 with venv not found");
        return Ok(None);
    }
    let mut install = pip_install(&python);
    install.args(["--requirement", "bindings/python/tests/requirements.txt"]);
    run(install)?;
    Ok(Some(python))
}

/// Builds the wheel of the working tree, not optimized.
fn wheel(python: &Path) -> Result<PathBuf> {
    let folder = target()?.join("python-wheel");
    if folder.exists() {
        fs::remove_dir_all(&folder)?; // of an earlier run
    }
    let mut maturin = Command::new(python);
    maturin.args([
        "-m",
        "maturin",
        "build",
        "--profile",
        "dev",
        "--quiet",
        "--out",
    ]);
    maturin.arg(&folder).arg("--interpreter").arg(python);
    maturin.args(["--manifest-path", "bindings/python/Cargo.toml"]);
    run(maturin)?;
    let built = fs::read_dir(&folder)?
        .next()
        .context("maturin did not build a wheel")??;
    Ok(built.path())
}

/// Installs the wheel over an older one.
fn install(python: &Path, wheel: &Path) -> Result<()> {
    let mut install = pip_install(python);
    install.args(["--no-deps", "--force-reinstall"]).arg(wheel);
    run(install)
}

fn pip_install(python: &Path) -> Command {
    let mut pip = Command::new(python);
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    pip
}

fn create_venv(python: &Path, folder: &Path) -> Result<()> {
    let mut venv = Command::new(python);
    venv.args(["-m", "venv", "--clear"]).arg(folder);
    run(venv)
}

fn with_emulator(python: &Path) -> Result<Command> {
    let mut command = Command::new(python);
    command.env("LINQ_EMULATOR", target()?.join("debug/linq-emulator"));
    Ok(command)
}

fn within(mut command: Command, path: &str) -> Command {
    command.arg(root().join(FOLDER).join(path));
    command
}

/// Runs the smoke test of the wheel in an environment with nothing else in it.
fn smoke(interpreter: &Path, version: (u32, u32), wheel: &Path) -> Result<u32> {
    let folder = target()?.join(format!("python-{}.{}", version.0, version.1));
    create_venv(interpreter, &folder)?;
    let python = folder.join("bin/python");
    install(&python, wheel)?;
    count(within(with_emulator(&python)?, "tests/smoke.py"))
}

/// Returns the interpreters of the other supported versions, from `PATH` and pyenv; `None` for a version that is not
/// installed.
fn other_interpreters(tested: &Path) -> Result<BTreeMap<(u32, u32), Option<PathBuf>>> {
    let (tested, _) = version(tested).context("could not read the interpreter's version")?;
    let versions = (10..=14).map(|minor| (3, minor));
    let mut found: BTreeMap<_, _> = versions.map(|version| (version, None)).collect();
    let on_path = (10..=14).map(|minor| PathBuf::from(format!("python3.{minor}")));
    for candidate in on_path.chain(pyenv()) {
        if let Some((version, executable)) = version(&candidate)
            && version >= (3, 10)
        {
            found.entry(version).or_default().get_or_insert(executable);
        }
    }
    found.remove(&tested);
    Ok(found)
}

fn pyenv() -> Vec<PathBuf> {
    let root = env::var_os("PYENV_ROOT").map(PathBuf::from);
    let root = root.or_else(|| Some(env::home_dir()?.join(".pyenv")));
    let versions = root.and_then(|root| fs::read_dir(root.join("versions")).ok());
    let folders = versions.into_iter().flatten().flatten();
    folders
        .map(|folder| folder.path().join("bin/python3"))
        .collect()
}

/// Returns the major and minor version and the executable of an interpreter; `None` if it does not run (a shim without
/// a version).
fn version(python: &Path) -> Option<((u32, u32), PathBuf)> {
    let script = "import sys; print(*sys.version_info[:2], sys.executable)";
    let mut query = Command::new(python);
    query
        .args(["-c", script])
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    let output = query
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let output = String::from_utf8(output.stdout).ok()?;
    let mut fields = output.trim_end().splitn(3, ' ');
    let major = fields.next()?.parse().ok()?;
    let minor = fields.next()?.parse().ok()?;
    Some(((major, minor), fields.next()?.into()))
}
