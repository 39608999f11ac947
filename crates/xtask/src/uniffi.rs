//! What uniffi's own generator writes for Swift and Kotlin.

use crate::run::{cargo, run, target};
use anyhow::{Context, Result};
use linq_bindings::{Tree, kotlin};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A language, and where in the repository what is written for it goes.
struct Language {
    name: &'static str,
    library: Library,
    /// By the ends of names: the folder, and the name there if it is another one.
    places: &'static [(&'static str, &'static str, Option<&'static str>)],
    /// What is done to what uniffi wrote.
    edit: fn(String) -> String,
}

const LANGUAGES: &[Language] = &[
    Language {
        name: "kotlin",
        library: Library::Kotlin,
        places: &[("", "bindings/uniffi/kotlin/src/main/ffi", None)],
        edit: |source| kotlin::made_internal(&source),
    },
    Language {
        name: "swift",
        library: Library::Swift,
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

/// The library of a language.
#[derive(Clone, Copy)]
pub(crate) enum Library {
    /// With the HTTP stack of servers.
    Swift,
    /// Without one, which Kotlin never uses.
    Kotlin,
}

impl Library {
    /// Builds it for tests, and returns its path.
    pub(crate) fn build(self) -> Result<PathBuf> {
        self.built("dev", "debug")
    }

    /// Builds it as it ships inside apps: small, and without symbols.
    pub(crate) fn build_to_ship(self) -> Result<PathBuf> {
        self.built("mobile", "mobile")
    }

    fn built(self, profile: &str, folder: &str) -> Result<PathBuf> {
        let package = [
            "build",
            "--package",
            "linq-client-uniffi",
            "--profile",
            profile,
        ];
        let features: &[&str] = match self {
            Self::Swift => &["--features", "transport"],
            Self::Kotlin => &[],
        };
        run(cargo(&[&package[..], features].concat()))?;
        let name = format!(
            "{}linq_client{}",
            std::env::consts::DLL_PREFIX,
            std::env::consts::DLL_SUFFIX
        );
        Ok(target()?.join(folder).join(name))
    }
}

/// What belongs into each language's folder.
pub(crate) fn trees() -> Result<Vec<Tree>> {
    run(cargo(&["build", "--package", "linq-bindgen"]))?;
    let generator = target()?.join("debug/linq-bindgen");
    LANGUAGES
        .iter()
        .map(|language| language.tree(&generator))
        .collect()
}

impl Language {
    fn tree(&self, generator: &Path) -> Result<Tree> {
        let library = self.library.build()?;
        let out = target()?.join("uniffi").join(self.name);
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        let mut generate = Command::new(generator);
        generate
            .arg("generate")
            .arg(library)
            .args(["--language", self.name])
            .args(["--config", "bindings/uniffi/bindgen.toml"])
            .arg("--no-format")
            .arg("--out-dir")
            .arg(&out);
        run(generate)?;
        let mut folders: Vec<&'static str> = self.places.iter().map(|place| place.1).collect();
        folders.dedup();
        let mut tree = Tree {
            folders,
            ..Tree::default()
        };
        self.gather(&out, "", &mut tree)
            .with_context(|| format!("what was written for {}", self.name))?;
        Ok(tree)
    }

    fn gather(&self, from: &Path, below: &str, tree: &mut Tree) -> Result<()> {
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                self.gather(&path, &format!("{below}{name}/"), tree)?;
                continue;
            }
            let mut places = self.places.iter();
            let (_, folder, renamed) = places
                .find(|(end, ..)| name.ends_with(end))
                .with_context(|| format!("no place for {name}"))?;
            let target = format!("{folder}/{below}{}", renamed.unwrap_or(&name));
            tree.files
                .insert(target, (self.edit)(fs::read_to_string(&path)?));
        }
        Ok(())
    }
}
