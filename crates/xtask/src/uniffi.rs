//! What uniffi writes for Swift and Kotlin: it reads the built library.

use crate::run::{cargo, root, run, target};
use anyhow::{Context, Result, ensure};
use linq_bindings::Tree;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const SWIFT: &str = "bindings/uniffi/swift/Sources/LinqFFI";
const HEADERS: &str = "bindings/uniffi/swift/Sources/linq_clientFFI";
const KOTLIN: &str = "bindings/uniffi/kotlin/src/main/kotlin/dev/linq/client/ffi";

/// The sources of both languages.
pub(crate) fn trees() -> Result<[Tree; 2]> {
    let library = library()?;
    run(cargo(&["build", "--quiet", "--package", "linq-bindgen"]))?;
    let mut swift = Tree {
        folders: vec![SWIFT, HEADERS],
        files: BTreeMap::new(),
    };
    for (name, text) in generate("swift", &library)? {
        let path = match name.as_str() {
            "linq_clientFFI.h" => format!("{HEADERS}/{name}"),
            // SwiftPM looks for this name, and says itself which library to link.
            "linq_clientFFI.modulemap" => format!("{HEADERS}/module.modulemap"),
            _ => format!("{SWIFT}/{name}"),
        };
        swift.files.insert(path, text);
    }
    let kotlin = generate("kotlin", &library)?;
    let kotlin = kotlin
        .into_iter()
        .map(|(name, text)| (format!("{KOTLIN}/{name}"), text));
    Ok([
        swift,
        Tree {
            folders: vec![KOTLIN],
            files: kotlin.collect(),
        },
    ])
}

/// The library that Swift and Kotlin load, built for development: with everything that uniffi reads.
pub(crate) fn library() -> Result<PathBuf> {
    run(cargo(&[
        "build",
        "--quiet",
        "--package",
        "linq-client-uniffi",
    ]))?;
    let name = format!(
        "{}linq_client{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    Ok(target()?.join("debug").join(name))
}

/// The files of one language, by their names.
fn generate(language: &str, library: &Path) -> Result<Vec<(String, String)>> {
    let folder = target()?.join("uniffi").join(language);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut generator = Command::new(target()?.join("debug/linq-bindgen"));
    generator
        .arg("generate")
        .arg(library)
        .args([
            "--language",
            language,
            "--config",
            "bindings/uniffi/bindgen.toml",
            "--no-format",
        ])
        .arg("--out-dir")
        .arg(&folder)
        .current_dir(root());
    let output = generator.output().context("linq-bindgen")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<(String, String)>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push((name, tidied(&fs::read_to_string(&path)?)));
        }
    }
    Ok(())
}

/// Without spaces at the ends of lines, and with one line break at the end.
fn tidied(source: &str) -> String {
    let lines: Vec<&str> = source.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned() + "\n"
}
