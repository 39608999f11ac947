//! The generated sources of the bindings: written from core, committed, and checked to be up to date.

use crate::{run::root, uniffi};
use anyhow::{Result, bail};
use linq_codegen::{Api, Tree, kotlin, python, swift};

/// Writes the generated files that are not up to date.
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

/// Fails if a generated file is not up to date, and names the first.
pub(crate) fn check() -> Result<()> {
    for tree in trees()? {
        if let Some(path) = tree.differences(root())?.first() {
            bail!("{path} is not up to date; run `cargo xtask bindings`");
        }
        println!(
            "{}: {} files up to date",
            tree.folders.join(", "),
            tree.files.len()
        );
    }
    Ok(())
}

fn trees() -> Result<Vec<Tree>> {
    let mut trees = own_trees();
    trees.extend(uniffi::trees()?);
    Ok(trees)
}

/// Returns the files of our own generator; uniffi's need a build.
fn own_trees() -> Vec<Tree> {
    let api = Api::read();
    vec![python::write(&api), kotlin::write(&api), swift::write(&api)]
}

#[cfg(test)]
mod tests {
    use super::own_trees;
    use crate::{run::root, uniffi};
    use linq_codegen::MARK;
    use std::{
        fs::{self, File},
        io::Read,
        path::Path,
    };

    fn folders() -> Vec<&'static str> {
        let own = own_trees().into_iter().flat_map(|tree| tree.folders);
        own.chain(uniffi::folders()).collect()
    }

    /// Returns the files below a folder, by path from the root, without build outputs and hidden folders.
    fn files(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy();
            if path.is_file() {
                let path = path.strip_prefix(root()).unwrap();
                found.push(path.to_string_lossy().replace('\\', "/"));
            } else if !name.starts_with('.') && name != "target" && name != "__pycache__" {
                found.extend(files(&path));
            }
        }
        found
    }

    fn is_generated(path: &str) -> bool {
        let mut start = Vec::new();
        let file = File::open(root().join(path)).unwrap();
        file.take(100).read_to_end(&mut start).unwrap();
        let first = start.split(|byte| *byte == b'\n').next().unwrap();
        String::from_utf8_lossy(first).ends_with(MARK)
    }

    #[test]
    fn generated_files_are_up_to_date() {
        for tree in own_trees() {
            assert_eq!(tree.differences(root()).unwrap(), [""; 0]);
        }
    }

    #[test]
    fn generated_folders_hold_exactly_the_generated_files() {
        let folders = folders();
        let is_below = |path: &str, folder: &str| Path::new(path).starts_with(folder);
        let (mut generated, mut misplaced, mut handwritten) = (0, Vec::new(), Vec::new());
        for path in files(root()) {
            let is_in_folder = folders.iter().any(|folder| is_below(&path, folder));
            match (is_generated(&path), is_in_folder) {
                (true, true) => generated += 1,
                (true, false) => misplaced.push(path),
                (false, true) => handwritten.push(path),
                (false, false) => {}
            }
        }
        assert_eq!(
            misplaced, [""; 0],
            "generated, outside the generated folders"
        );
        assert_eq!(handwritten, [""; 0], "not generated, in a generated folder");
        assert!(generated > 400, "{generated}");
    }

    #[test]
    fn git_attributes_list_the_generated_folders() {
        let attributes = fs::read_to_string(root().join(".gitattributes")).unwrap();
        let mut named: Vec<&str> = attributes
            .lines()
            .filter_map(|line| line.strip_suffix("/** linguist-generated"))
            .collect();
        named.sort_unstable();
        let mut folders = folders();
        folders.sort_unstable();
        assert_eq!(named, folders);
    }
}
