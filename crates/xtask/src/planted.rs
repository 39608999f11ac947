//! Planted faults: patches of linq-durable and linq-core that its tests must find.

use crate::run::{cargo, output, root, run, target};
use anyhow::{Context, Result, bail, ensure};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const PATCHES: &str = "crates/linq-durable/tests/planted";
/// The parts of the workspace that contain its members.
const PARTS: [&str; 5] = ["Cargo.toml", "Cargo.lock", "bindings", "crates", "tests"];

/// Applies each patch to a copy of the workspace, and runs the tests there; returns the number of faults, which all must
/// be found.
pub(crate) fn test() -> Result<u32> {
    let copy = copy()?;
    let finding = find(&copy)?;
    ensure!(
        finding.is_none(),
        "the tests fail without a fault: {finding:?}"
    );
    let (mut found, mut missed) = (0, Vec::new());
    for patch in patches()? {
        let name = patch.file_stem().and_then(OsStr::to_str).unwrap_or("?");
        apply(&copy, &patch, false)?;
        let finding = find(&copy).with_context(|| format!("fault {name}"))?;
        apply(&copy, &patch, true)?;
        if let Some(finding) = finding {
            println!("{name:<48} {finding}");
            found += 1;
        } else {
            println!("{name:<48} NOT FOUND");
            missed.push(name.to_owned());
        }
    }
    ensure!(missed.is_empty(), "not found: {}", missed.join(", "));
    println!("{found} passed, 0 failed");
    Ok(found)
}

fn patches() -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(root().join(PATCHES))?;
    let paths = files.map(|file| Ok(file?.path()));
    let mut patches = paths.collect::<Result<Vec<_>>>()?;
    patches.sort_unstable();
    ensure!(!patches.is_empty(), "no patches in {PATCHES}");
    Ok(patches)
}

/// Copies the workspace to a folder in the target directory. The copy has a target directory of its own, which is kept:
/// in a shared one, cargo takes the crates of both workspaces for the same.
fn copy() -> Result<PathBuf> {
    let copy = target()?.join("planted/workspace");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    fs::create_dir_all(&copy)?;
    let mut list = Command::new("git");
    list.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
    ]);
    list.args(PARTS);
    for file in output(list)?.split_terminator('\0') {
        let (from, to) = (root().join(file), copy.join(file));
        // Deleted, but not committed.
        if !from.exists() {
            continue;
        }
        fs::create_dir_all(to.parent().context("a folder")?)?;
        // The contents of links, which may point elsewhere.
        fs::write(to, fs::read(from)?)?;
    }
    // Within another repository, `git apply` would take the paths as relative to its root.
    let mut init = Command::new("git");
    init.args(["init", "--quiet"]).arg(&copy);
    run(init)?;
    Ok(copy)
}

fn apply(copy: &Path, patch: &Path, is_reverse: bool) -> Result<()> {
    let mut apply = Command::new("git");
    apply.arg("-C").arg(copy).arg("apply");
    if is_reverse {
        apply.arg("--reverse");
    }
    apply.arg(patch);
    run(apply)
}

/// Runs the simulation, and all other tests only if it finds nothing. Returns what failed.
fn find(copy: &Path) -> Result<Option<String>> {
    match failure(copy, &["--test", "simulation"])? {
        Some(failure) => Ok(Some(failure)),
        None => failure(copy, &[]),
    }
}

fn failure(copy: &Path, tests: &[&str]) -> Result<Option<String>> {
    let manifest = copy.join("Cargo.toml");
    let test = |extra: &[&str]| -> Result<Command> {
        let mut test = cargo(&["test", "--quiet", "--package", "linq-durable"]);
        test.args(["--all-features", "--no-fail-fast"]);
        test.arg("--manifest-path").arg(&manifest);
        test.arg("--target-dir").arg(copy.join("../target"));
        test.args(tests).args(extra);
        Ok(test)
    };
    let built = test(&["--no-run"])?.output()?;
    if !built.status.success() {
        bail!(
            "does not compile:\n{}",
            String::from_utf8_lossy(&built.stderr)
        );
    }
    let output = test(&[])?.output()?;
    if output.status.success() {
        return Ok(None);
    }
    let (out, err) = (&output.stdout, &output.stderr);
    let printed = String::from_utf8_lossy(out) + String::from_utf8_lossy(err);
    // The simulation names what it found; of other tests, their names are listed.
    if let Some(seed) = printed.lines().find(|line| line.starts_with("seed ")) {
        return Ok(Some(seed.to_owned()));
    }
    let names = printed.lines().filter_map(|line| line.strip_prefix("    "));
    let is_name = |name: &&str| {
        let mut bytes = name.bytes();
        !name.is_empty() && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"_:".contains(&byte))
    };
    let names = names.filter(is_name);
    let names: Vec<_> = names.collect();
    if names.is_empty() {
        bail!("the tests ended with {}:\n{printed}", output.status);
    }
    Ok(Some(names.join(", ")))
}
