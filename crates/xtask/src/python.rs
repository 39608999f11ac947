//! The Python package, from its wheel: its tests, the proof beside linq-python, other interpreters.

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

/// Builds the wheel, installs it and runs the tests; says how many passed.
pub(crate) fn test() -> Result<u32> {
    let Some(python) = tools()? else {
        return Ok(0);
    };
    build()?; // the emulator
    let wheel = wheel(&python)?;
    install(&python, &wheel)?;
    let mut passed = count(within(pytest(&python)?, "tests"))?;
    for (version, interpreter) in others(&python)? {
        let (major, minor) = version;
        match interpreter {
            Some(interpreter) => {
                println!("-- Python {major}.{minor}");
                passed += smoke(&interpreter, version, &wheel)?;
            }
            None => println!("SKIPPED: no Python {major}.{minor} here"),
        }
    }
    Ok(passed)
}

/// Runs the tests of the wheel that is installed, against observed shapes.
pub(crate) fn test_observed() -> Result<u32> {
    let python = target()?.join("python-package/bin/python");
    if !python.exists() {
        println!("SKIPPED: no python3 with venv here");
        return Ok(0);
    }
    let mut tests = pytest(&python)?;
    let folder = root().join(FOLDER).join("tests");
    for name in NOT_OBSERVED {
        tests.arg("--ignore").arg(folder.join(name));
    }
    tests.arg(&folder);
    observed::set(&mut tests)?;
    count(tests)
}

/// The tests that do not run against observed shapes: they have no emulator, or expect its documented shapes.
const NOT_OBSERVED: [&str; 5] = [
    "test_emulator.py",
    "test_exit.py",
    "test_faults.py",
    "test_httpx.py",
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

/// A virtual environment with what builds and tests the package, made on first use.
fn tools() -> Result<Option<PathBuf>> {
    let folder = target()?.join("python-package");
    let python = folder.join("bin/python");
    if !python.exists() && make_environment(Path::new("python3"), &folder).is_err() {
        if env::var_os("CI").is_some() {
            bail!("python3 with venv is needed for the Python package");
        }
        println!("SKIPPED: no python3 with venv here");
        return Ok(None);
    }
    let mut install = pip_install(&python);
    install.args(["--requirement", "bindings/python/tests/requirements.txt"]);
    run(install)?;
    Ok(Some(python))
}

/// The wheel of what is in the working tree, not optimized.
fn wheel(python: &Path) -> Result<PathBuf> {
    let folder = target()?.join("python-wheel");
    if folder.exists() {
        fs::remove_dir_all(&folder)?; // an older one
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
        .context("maturin built no wheel")??;
    Ok(built.path())
}

/// Puts the wheel in the place of an older one.
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

fn make_environment(python: &Path, folder: &Path) -> Result<()> {
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

/// The wheel in an environment of its own, with nothing else in it.
fn smoke(interpreter: &Path, version: (u32, u32), wheel: &Path) -> Result<u32> {
    let folder = target()?.join(format!("python-{}.{}", version.0, version.1));
    make_environment(interpreter, &folder)?;
    let python = folder.join("bin/python");
    install(&python, wheel)?;
    count(within(with_emulator(&python)?, "tests/smoke.py"))
}

/// Interpreters of other versions that the package is for: on the path, and pyenv's. A version that is not
/// here has none.
fn others(tested: &Path) -> Result<BTreeMap<(u32, u32), Option<PathBuf>>> {
    let (tested, _) = version(tested).context("the tested interpreter's version")?;
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

/// Major and minor version, and where it really is; `None` if it does not run (a shim without a version behind it).
fn version(python: &Path) -> Option<((u32, u32), PathBuf)> {
    let question = "import sys; print(*sys.version_info[:2], sys.executable)";
    let mut ask = Command::new(python);
    ask.args(["-c", question])
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    let answer = ask.output().ok().filter(|answer| answer.status.success())?;
    let answer = String::from_utf8(answer.stdout).ok()?;
    let mut words = answer.trim_end().splitn(3, ' ');
    let major = words.next()?.parse().ok()?;
    let minor = words.next()?.parse().ok()?;
    Some(((major, minor), words.next()?.into()))
}
