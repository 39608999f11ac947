//! The project's tasks: `cargo xtask` lists them.

mod bindings;
mod conformance;
mod dependencies;
mod docs;
mod emulator;
mod kotlin;
mod layers;
mod metadata;
mod observed;
mod planted;
mod python;
mod run;
mod site;
mod steps;
mod swift;
mod uniffi;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test           runs every check that must pass before a change is merged
cargo xtask nightly        runs the checks that take too long for every change; started by hand
cargo xtask bindings       writes the generated sources of the bindings; with --check, fails if they are not up to date
cargo xtask drift FILE     reports the differences between an OpenAPI 3.1 document and linq-core
cargo xtask kotlin         tests the Kotlin package against the emulator
cargo xtask kotlin package builds the Kotlin package's release jars, with this platform's library; prints their sizes
cargo xtask swift          tests the Swift package against the emulator
cargo xtask conformance    tests the official clients and other software against the emulator
cargo xtask observed       runs the test suites, already built, against observed response shapes
cargo xtask planted        checks that the tests of linq-durable find the faults of its tests/planted
cargo xtask python         builds the Python package's wheel and runs its tests
cargo xtask layers         checks that no module of linq-core uses a higher one, and that other crates have no cycles
cargo xtask dependencies   checks the dependencies' licences, bans and sources against deny.toml
cargo xtask metadata       checks what registries show: licence files, the repository's address, links of READMEs
cargo xtask docs           builds rustdoc's pages, and checks that operations link to their setters
cargo xtask site           builds the documentation site in target/site, with mdBook";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["test"] => steps::test(),
        ["nightly"] => steps::nightly(),
        ["bindings"] => bindings::write(),
        ["bindings", "--check"] => bindings::check(),
        ["drift", ref arguments @ ..] => steps::drift(arguments),
        ["kotlin"] => kotlin::test().map(drop),
        ["kotlin", "package"] => kotlin::package(),
        ["swift"] => swift::test().map(drop),
        ["conformance"] => conformance::test().map(drop),
        ["observed"] => observed::test().map(drop),
        ["planted"] => planted::test().map(drop),
        ["python"] => python::test().map(drop),
        ["layers"] => layers::check(),
        ["dependencies"] => dependencies::check(),
        ["metadata"] => metadata::check(),
        ["docs"] => docs::check(),
        ["site"] => site::build(),
        [] | ["--help" | "-h" | "help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown task\n{USAGE}"),
    }
}
