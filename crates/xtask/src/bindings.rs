//! The generated part of the bindings: written from core, committed, and checked to be up to date.

use crate::{run::root, uniffi};
use anyhow::{Result, bail};
use linq_codegen::{Api, Tree, kotlin, python, swift};

/// Writes what is not as it should be.
pub(crate) fn write() -> Result<()> {
    for tree in trees()? {
        let written = tree.write(root())?;
        println!(
            "{}: {written} of {} files",
            tree.folders.join(", "),
            tree.files.len()
        );
    }
    Ok(())
}

/// Fails if anything is not as it would be written, and names the first file.
pub(crate) fn check() -> Result<()> {
    for tree in trees()? {
        if let Some(path) = tree.differences(root())?.first() {
            bail!("{path} is not what `cargo xtask bindings` writes");
        }
        println!(
            "{}: {} files as they should be",
            tree.folders.join(", "),
            tree.files.len()
        );
    }
    Ok(())
}

fn trees() -> Result<Vec<Tree>> {
    let api = Api::read();
    let mut trees = vec![python::write(&api), kotlin::write(&api), swift::write(&api)];
    trees.extend(uniffi::trees()?);
    Ok(trees)
}
