//! Checks what registries show of the published packages.

use crate::run::root;
use anyhow::{Context, Result, ensure};
use cargo_metadata::{MetadataCommand, Package};
use std::{fs, path::Path};

const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
const PYTHON: &str = "bindings/python";
/// Manifests that cannot inherit the repository's address from the workspace.
const MANIFESTS: [&str; 2] = [
    "bindings/python/pyproject.toml",
    "bindings/uniffi/kotlin/pom.xml",
];

/// Checks licence files, the repository's address, docs.rs metadata and the links of READMEs.
pub(crate) fn check() -> Result<()> {
    let mut metadata = MetadataCommand::new();
    let manifest = root().join("Cargo.toml");
    let metadata = metadata.manifest_path(manifest).no_deps().exec()?;
    let mut published = metadata.workspace_packages();
    published.retain(|package| package.publish.is_none());
    let repository = published
        .iter()
        .find_map(|package| package.repository.as_deref())
        .context("no crate has a repository")?;

    let mut problems = Vec::new();
    for package in &published {
        let folder = package.manifest_path.parent().context("no folder")?;
        let found = manifest_problems(package, repository).into_iter();
        let found = found.chain(folder_problems(folder.as_std_path(), repository)?);
        problems.extend(found.map(|problem| format!("{}: {problem}", package.name)));
    }
    let found = folder_problems(&root().join(PYTHON), repository)?.into_iter();
    problems.extend(found.map(|problem| format!("{PYTHON}: {problem}")));
    for manifest in MANIFESTS {
        let text = fs::read_to_string(root().join(manifest))?;
        let addresses = text.matches("https://github.com/").count();
        if addresses == 0 || addresses != text.matches(repository).count() {
            problems.push(format!("{manifest}: the repository must be {repository}"));
        }
    }
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    println!("{} crates, Python, Kotlin: {repository}", published.len());
    Ok(())
}

fn manifest_problems(package: &Package, repository: &str) -> Vec<String> {
    let docs = package.metadata.pointer("/docs/rs/all-features");
    let rules = [
        (
            package.repository.as_deref() == Some(repository),
            "repository.workspace must be set",
        ),
        (package.description.is_some(), "must have a description"),
        (package.readme.is_some(), "must have a README"),
        (
            (1..=5).contains(&package.keywords.len()),
            "must have 1 to 5 keywords",
        ),
        (
            (1..=5).contains(&package.categories.len()),
            "must have 1 to 5 categories",
        ),
        (
            docs.is_some_and(|all| all == true),
            "docs.rs must build all-features",
        ),
    ];
    let broken = rules.into_iter().filter(|(holds, _)| !holds);
    broken.map(|(_, rule)| rule.to_owned()).collect()
}

/// Checks the licence files and the README of a package.
fn folder_problems(folder: &Path, repository: &str) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for name in LICENSES {
        if fs::read(folder.join(name)).ok() != Some(fs::read(root().join(name))?) {
            problems.push(format!("{name} must be a link to that of the repository"));
        }
    }
    let readme = fs::read_to_string(folder.join("README.md"))?;
    let targets = readme.split("](").skip(1);
    for target in targets.filter_map(|rest| rest.split(')').next()) {
        if !is_link_of_a_registry(target, repository) {
            problems.push(format!(
                "README.md: {target} must be a URL, of an existing file if in this repository"
            ));
        }
    }
    Ok(problems)
}

/// Returns whether a link works on a registry's page, which has the README but not the files around it.
fn is_link_of_a_registry(target: &str, repository: &str) -> bool {
    match target.split_once("/blob/main/") {
        Some((address, file)) => address == repository && root().join(file).exists(),
        None => target.starts_with('#') || target.starts_with("https://"),
    }
}
