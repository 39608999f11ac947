//! `cargo xtask drift FILE`: reports the differences between an `OpenAPI` document and `linq-core`.

use anyhow::{Context, Result, bail};
use linq_drift::{Published, differences};
use serde_json::Value;
use std::{fs, process::ExitCode};

const USAGE: &str = "\
cargo xtask drift FILE     FILE is an OpenAPI 3.1 document, in JSON or YAML, or a linq-v3.json

Prints the differences, one per line. Exits with 0 if there are none, 1 if there are any, and 2 if
the file cannot be read.";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

/// Returns whether there are no differences.
fn run() -> Result<bool> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [path] = &arguments[..] else { bail!(USAGE) };
    let text = fs::read_to_string(path).with_context(|| path.clone())?;
    let published = read(&text).with_context(|| path.clone())?;
    let found = differences(&published);
    for difference in &found {
        println!("{difference}");
    }
    println!(
        "{} operations, {} types of events, {} objects: {}",
        published.operations.len(),
        published.events.len(),
        published.objects.len(),
        match found.len() {
            0 => "no differences".to_owned(),
            1 => "1 difference".to_owned(),
            more => format!("{more} differences"),
        }
    );
    Ok(found.is_empty())
}

fn read(text: &str) -> Result<Published> {
    let document: Value = if text.trim_start().starts_with('{') {
        serde_json::from_str(text)?
    } else {
        serde_saphyr::from_str(text)?
    };
    if document.get("webhook_envelope").is_some() {
        Published::from_facts(&document)
    } else {
        Published::from_openapi(&document)
    }
}
