//! The Swift and Kotlin sources that uniffi's generator writes.

use crate::run::{build, cargo, run, target};
use anyhow::{Context, Result};
use linq_codegen::{Tree, kotlin};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A language, and the destination of its generated files.
struct Language {
    name: &'static str,
    /// By the suffix of the file's name: the folder, and the new name if it is renamed.
    destinations: &'static [(&'static str, &'static str, Option<&'static str>)],
    /// Edits uniffi's output.
    edit: fn(String) -> String,
}

const LANGUAGES: &[Language] = &[
    Language {
        name: "kotlin",
        destinations: &[("", "bindings/uniffi/kotlin/src/main/ffi", None)],
        edit: |source| kotlin::edit_ffi(&source),
    },
    Language {
        name: "swift",
        destinations: &[
            (".swift", "bindings/uniffi/swift/Sources/LinqFFI", None),
            (".h", HEADERS, None),
            // The name that SwiftPM requires.
            (".modulemap", HEADERS, Some("module.modulemap")),
        ],
        edit: |source| source,
    },
];

const HEADERS: &str = "bindings/uniffi/swift/Sources/CLinqFFI";

/// Returns the file name of the native library.
pub(crate) fn file_name() -> String {
    format!(
        "{}linq_ffi{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    )
}

/// Builds the native library of the Kotlin package: small, without symbols, and without the HTTP stack of Swift on
/// Linux.
pub(crate) fn build_release() -> Result<PathBuf> {
    let package = ["build", "--package", "linq-client-uniffi"];
    run(cargo(&[&package[..], &["--profile", "mobile"]].concat()))?;
    Ok(target()?.join("mobile").join(file_name()))
}

/// Returns the generated files of each language.
pub(crate) fn trees() -> Result<Vec<Tree>> {
    let built = build()?;
    LANGUAGES
        .iter()
        .map(|language| language.tree(&built))
        .collect()
}

/// Returns the folders of uniffi's files.
#[cfg(test)]
pub(crate) fn folders() -> Vec<&'static str> {
    LANGUAGES.iter().flat_map(Language::folders).collect()
}

impl Language {
    fn tree(&self, built: &Path) -> Result<Tree> {
        let out = target()?.join("uniffi").join(self.name);
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        let mut generate = Command::new(built.join("linq-bindgen"));
        generate
            .arg("generate")
            .arg(built.join(file_name()))
            .args(["--language", self.name])
            .args(["--config", "bindings/uniffi/bindgen.toml"])
            .arg("--no-format")
            .arg("--out-dir")
            .arg(&out);
        run(generate)?;
        let mut files = Vec::new();
        self.gather(&out, "", &mut files)
            .with_context(|| format!("sources generated for {}", self.name))?;
        Ok(Tree::new(self.folders(), files))
    }

    fn folders(&self) -> Vec<&'static str> {
        let mut folders: Vec<&'static str> = self
            .destinations
            .iter()
            .map(|destination| destination.1)
            .collect();
        folders.dedup();
        folders
    }

    fn gather(&self, from: &Path, below: &str, files: &mut Vec<(String, String)>) -> Result<()> {
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                self.gather(&path, &format!("{below}{name}/"), files)?;
                continue;
            }
            let mut destinations = self.destinations.iter();
            let (_, folder, renamed) = destinations
                .find(|(end, ..)| name.ends_with(end))
                .with_context(|| format!("no destination for {name}"))?;
            let target = format!("{folder}/{below}{}", renamed.unwrap_or(&name));
            files.push((target, (self.edit)(fs::read_to_string(&path)?)));
        }
        Ok(())
    }
}
