//! Checks of the dependencies.
//!
//! `cargo deny check licenses bans sources` checks the same; building that tool takes longer than all our tests, so its
//! configuration is read here.

use crate::run::root;
use anyhow::{Context, Result, ensure};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use serde::Deserialize;
use spdx::{Expression, LicenseItem, ParseMode};
use std::{collections::BTreeSet, fs};

/// Crates that perform I/O, start runtimes, read clocks or generate random numbers.
const NOT_IN_CORE: &[&str] = &[
    "async-std",
    "curl",
    "fastrand",
    "getrandom",
    "h2",
    "hyper",
    "mio",
    "native-tls",
    "openssl",
    "quinn",
    "rand",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "tokio",
    "ureq",
];

#[derive(Deserialize)]
struct Config {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    name: String,
}

/// Checks every dependency against `deny.toml`.
pub(crate) fn check() -> Result<()> {
    let config: Config =
        toml::from_str(&fs::read_to_string(root().join("deny.toml"))?).context("deny.toml")?;
    let metadata = metadata()?;
    let problems: Vec<_> = metadata
        .packages
        .iter()
        .flat_map(|package| problems(&config, package))
        .collect();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    println!(
        "{} packages: licences allowed, none banned, all from crates.io or this workspace",
        metadata.packages.len()
    );
    Ok(())
}

fn problems(config: &Config, package: &Package) -> Vec<String> {
    let mut problems = Vec::new();
    let allowed = |license: &LicenseItem| {
        config
            .licenses
            .allow
            .iter()
            .any(|allowed| license.to_string() == *allowed)
    };
    match package
        .license
        .as_deref()
        .map(|license| Expression::parse_mode(license, ParseMode::LAX))
    {
        Some(Ok(expression))
            if expression.evaluate(|requirement| allowed(&requirement.license)) => {}
        _ => problems.push(format!(
            "{}: licence {:?} is not allowed",
            package.name, package.license
        )),
    }
    if config
        .bans
        .deny
        .iter()
        .any(|banned| banned.name == *package.name)
    {
        problems.push(format!("{} is banned", package.name));
    }
    if package
        .source
        .as_ref()
        .is_some_and(|source| !source.is_crates_io())
    {
        problems.push(format!("{} comes from {:?}", package.name, package.source));
    }
    problems
}

/// Checks that no dependency of `linq-core` performs I/O, reads a clock or generates random numbers.
pub(crate) fn core_is_sans_io() -> Result<()> {
    let below = normal_dependencies(&metadata()?, "linq-core")?;
    let found: Vec<_> = NOT_IN_CORE
        .iter()
        .filter(|name| below.contains(**name))
        .collect();
    ensure!(found.is_empty(), "linq-core depends on {found:?}");
    println!(
        "linq-core depends on {} crates, none of which performs I/O",
        below.len()
    );
    Ok(())
}

fn normal_dependencies(metadata: &Metadata, name: &str) -> Result<BTreeSet<String>> {
    let graph = metadata
        .resolve
        .as_ref()
        .context("no resolved dependency graph")?;
    let package = metadata
        .packages
        .iter()
        .find(|package| *package.name == name)
        .context("package not found")?;
    let mut names = BTreeSet::new();
    let mut open = vec![&package.id];
    while let Some(id) = open.pop() {
        let node = graph
            .nodes
            .iter()
            .find(|node| node.id == *id)
            .context("package not in the dependency graph")?;
        for dependency in &node.deps {
            let normal = dependency
                .dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal);
            if normal && names.insert(metadata[&dependency.pkg].name.to_string()) {
                open.push(&dependency.pkg);
            }
        }
    }
    Ok(names)
}

fn metadata() -> Result<Metadata> {
    Ok(MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .exec()?)
}
