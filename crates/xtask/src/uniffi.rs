//! What uniffi's own generator writes for Swift and Kotlin.

use crate::run::{build, cargo, run, target};
use anyhow::{Context, Result};
use linq_codegen::{Tree, kotlin};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A language, and where in the repository what is written for it goes.
struct Language {
    name: &'static str,
    /// By the ends of names: the folder, and the name there if it is another one.
    places: &'static [(&'static str, &'static str, Option<&'static str>)],
    /// What is done to what uniffi wrote.
    edit: fn(String) -> String,
}

const LANGUAGES: &[Language] = &[
    Language {
        name: "kotlin",
        places: &[("", "bindings/uniffi/kotlin/src/main/ffi", None)],
        edit: |source| kotlin::made_internal(&source),
    },
    Language {
        name: "swift",
        places: &[
            (".swift", "bindings/uniffi/swift/Sources/LinqFFI", None),
            (".h", HEADERS, None),
            // The name that SwiftPM looks for.
            (".modulemap", HEADERS, Some("module.modulemap")),
        ],
        edit: |source| source,
    },
];

const HEADERS: &str = "bindings/uniffi/swift/Sources/linq_clientFFI";

/// The name of the native library's file.
pub(crate) fn file_name() -> String {
    format!(
        "{}linq_client{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    )
}

/// Builds the native library as Kotlin's package has it: small, without symbols, and without the HTTP stack of Swift on
/// Linux.
pub(crate) fn build_to_ship() -> Result<PathBuf> {
    let package = ["build", "--package", "linq-client-uniffi"];
    run(cargo(&[&package[..], &["--profile", "mobile"]].concat()))?;
    Ok(target()?.join("mobile").join(file_name()))
}

/// What belongs into each language's folder.
pub(crate) fn trees() -> Result<Vec<Tree>> {
    let built = build()?;
    LANGUAGES
        .iter()
        .map(|language| language.tree(&built))
        .collect()
}

/// The folders of what uniffi writes.
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
            .with_context(|| format!("what was written for {}", self.name))?;
        Ok(Tree::new(self.folders(), files))
    }

    fn folders(&self) -> Vec<&'static str> {
        let mut folders: Vec<&'static str> = self.places.iter().map(|place| place.1).collect();
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
            let mut places = self.places.iter();
            let (_, folder, renamed) = places
                .find(|(end, ..)| name.ends_with(end))
                .with_context(|| format!("no place for {name}"))?;
            let target = format!("{folder}/{below}{}", renamed.unwrap_or(&name));
            files.push((target, (self.edit)(fs::read_to_string(&path)?)));
        }
        Ok(())
    }
}
