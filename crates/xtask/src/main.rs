//! The project's own chores: `cargo xtask` lists them.

mod bindings;
mod dependencies;
mod emulator;
mod kotlin;
mod layers;
mod observed;
mod outside;
mod python;
mod run;
mod steps;
mod swift;
mod uniffi;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test           everything that has to pass before a change lands
cargo xtask nightly        proofs that take too long for every change; run by hand
cargo xtask bindings       writes the generated part of the bindings; with --check, says if it is up to date
cargo xtask drift FILE     what an OpenAPI 3.1 document has and linq-core lacks
cargo xtask kotlin         the Kotlin package against the emulator
cargo xtask kotlin package the Kotlin package's jars as they ship, with this platform's library; says how large they are
cargo xtask swift          the Swift package against the emulator
cargo xtask outside        the official Python client and others against the emulator
cargo xtask observed       the suites against the shapes that servers have been seen to send; they are built already
cargo xtask python         the Python package: builds its wheel and runs its tests
cargo xtask layers         whether a lower module of linq-core uses a higher one, or modules of other crates have a circle
cargo xtask dependencies   licences, bans and sources of the dependencies, as deny.toml has them";

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
        ["outside"] => outside::prove().map(drop),
        ["observed"] => observed::test().map(drop),
        ["python"] => python::test().map(drop),
        ["layers"] => layers::check(),
        ["dependencies"] => dependencies::check(),
        [] | ["--help" | "-h" | "help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such chore\n{USAGE}"),
    }
}
