//! The steps of `cargo xtask test` and `cargo xtask nightly`.

use crate::{
    bindings, conformance, dependencies, docs, kotlin, layers, metadata, observed, planted, python,
    run::{build, cargo, count, run},
    site, swift,
};
use anyhow::{Context, Result, ensure};
use std::{
    process::{self, Command},
    time::Instant,
};

/// Runs every step, and stops at the first that fails; prints the number of passed tests at the end.
pub(crate) fn test() -> Result<()> {
    let mut passed = 0;
    step("rustfmt", || {
        run(cargo(&["fmt", "--all", "--check"]))?;
        run(cargo(&[
            "fmt",
            "--manifest-path",
            "fuzz/Cargo.toml",
            "--check",
        ]))
    })?;
    step("licences, bans and sources", dependencies::check)?;
    step("core is sans-IO", dependencies::core_is_sans_io)?;
    step("layers of modules", layers::check)?;
    step("metadata of packages", metadata::check)?;
    step("sources of the documentation site", site::check)?;
    step("clippy", || {
        clippy(&["--workspace", "--all-targets", "--all-features"])
    })?;
    step("clippy without features", || {
        clippy(&["-p", "linq-core", "-p", "linq-webhook"])?;
        clippy(&["-p", "linq-client", "--no-default-features"])?;
        let ring = "linq-client/async,linq-client/blocking,linq-client/ring";
        clippy(&[
            "-p",
            "linq-client",
            "--no-default-features",
            "--features",
            ring,
        ])
    })?;
    step("tests", || {
        passed += count(cargo(&[
            "test",
            "--workspace",
            "--all-features",
            "--no-fail-fast",
        ]))?;
        Ok(())
    })?;
    step("bindings are up to date", bindings::check)?;
    step("fuzz targets, smoke run", || {
        let manifest = [
            "--locked",
            "--manifest-path",
            "fuzz/Cargo.toml",
            "--no-default-features",
        ];
        passed += count(cargo(&[&["test"], &manifest[..]].concat()))?;
        Ok(())
    })?;
    step("conformance", || {
        passed += conformance::test()?;
        Ok(())
    })?;
    step("Python package", || {
        passed += python::test()?;
        Ok(())
    })?;
    step("Swift package", || {
        passed += swift::test()?;
        Ok(())
    })?;
    step("Kotlin package", || {
        passed += kotlin::test()?;
        Ok(())
    })?;
    step("observed shapes", || {
        passed += observed::test()?;
        Ok(())
    })?;
    step("example", || {
        run(Command::new(build()?.join("examples/group_chat")))
    })?;
    step("docs", docs::check)?;
    ensure!(passed > 0, "no test ran");
    println!("\n{passed} passed, 0 failed");
    Ok(())
}

/// Runs the checks that take too long for every change: properties with many cases, and the long tests of the bindings.
pub(crate) fn nightly() -> Result<()> {
    let mut passed = 0;
    step("clippy on the fuzz targets", || {
        clippy(&[
            "--locked",
            "--manifest-path",
            "fuzz/Cargo.toml",
            "--all-targets",
        ])
    })?;
    step("tests, with 4,096 cases of each property", || {
        let mut tests = cargo(&["test", "--workspace", "--all-features", "--no-fail-fast"]);
        // As many rejects for each case as by default.
        tests.env("PROPTEST_CASES", "4096");
        tests.env("PROPTEST_MAX_GLOBAL_REJECTS", "16384");
        passed += count(tests)?;
        Ok(())
    })?;
    step("crash test, 10,000 sends", || {
        let mut tests = cargo(&[
            "test",
            "--workspace",
            "--all-features",
            "--test",
            "crash",
            "--",
            "--nocapture",
        ]);
        tests.env("LINQ_CRASH_SENDS", "10000");
        tests.env("LINQ_CRASH_KILLS", "200");
        passed += count(tests)?;
        Ok(())
    })?;
    step("simulation of the outbox, 100,000 scenarios", || {
        let simulation = ["--package", "linq-durable", "--test", "simulation"];
        let mut tests = cargo(&[&["test", "--release"], &simulation[..]].concat());
        tests.args(["--", "--nocapture"]);
        tests.env("LINQ_SIMULATION_SCENARIOS", "100000");
        passed += count(tests)?;
        Ok(())
    })?;
    step("planted faults", || {
        passed += planted::test()?;
        Ok(())
    })?;
    step("Swift package, with long tests", || {
        passed += swift::test_nightly()?;
        Ok(())
    })?;
    step("Swift package, installed", || {
        passed += swift::test_installed()?;
        Ok(())
    })?;
    step("documentation site", site::build)?;
    println!("\n{passed} passed, 0 failed");
    Ok(())
}

/// Compares core with a document of the API, and ends with the exit code of the tool, which tells differences from an
/// unreadable document.
pub(crate) fn drift(arguments: &[&str]) -> Result<()> {
    let tool = ["run", "--quiet", "--package", "linq-drift", "--"];
    // In the caller's folder, since the document's path may be relative.
    let status = cargo(&[&tool[..], arguments].concat()).status()?;
    process::exit(status.code().unwrap_or(2));
}

fn clippy(what: &[&str]) -> Result<()> {
    run(cargo(
        &[&["clippy"], what, &["--", "-D", "warnings"]].concat(),
    ))
}

fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name}");
    let start = Instant::now();
    work().with_context(|| format!("step `{name}` failed"))?;
    println!("== {name}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}
