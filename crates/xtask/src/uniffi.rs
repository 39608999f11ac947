//! What uniffi's own generator writes for Swift and Kotlin.

use crate::run::{cargo, run, target};
use anyhow::{Context, Result};
use linq_bindings::Tree;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A language, and where in the repository what is written for it goes.
const LANGUAGES: &[(&str, &str)] = &[("kotlin", "bindings/uniffi/kotlin/src/main/ffi")];

/// Builds the library that Swift and Kotlin call, and gives its path.
pub(crate) fn library() -> Result<PathBuf> {
    run(cargo(&["build", "--package", "linq-client-uniffi"]))?;
    let name = format!(
        "{}linq_client{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    Ok(target()?.join("debug").join(name))
}

/// What belongs into each language's folder.
pub(crate) fn trees() -> Result<Vec<Tree>> {
    let library = library()?;
    run(cargo(&["build", "--package", "linq-bindgen"]))?;
    let generator = target()?.join("debug/linq-bindgen");
    LANGUAGES
        .iter()
        .map(|(language, folder)| tree(&generator, &library, language, folder))
        .collect()
}

fn tree(generator: &Path, library: &Path, language: &str, folder: &'static str) -> Result<Tree> {
    let out = target()?.join("uniffi").join(language);
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let mut generate = Command::new(generator);
    generate
        .arg("generate")
        .arg(library)
        .args(["--language", language])
        .args(["--config", "bindings/uniffi/bindgen.toml"])
        .arg("--no-format")
        .arg("--out-dir")
        .arg(&out);
    run(generate)?;
    let mut tree = Tree {
        folders: vec![folder],
        ..Tree::default()
    };
    gather(&out, folder, &mut tree).with_context(|| format!("what was written for {language}"))?;
    Ok(tree)
}

fn gather(from: &Path, to: &str, tree: &mut Tree) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let target = format!("{to}/{name}");
        if path.is_dir() {
            gather(&path, &target, tree)?;
        } else {
            tree.files.insert(target, fs::read_to_string(&path)?);
        }
    }
    Ok(())
}
