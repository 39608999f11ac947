use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Files that belong into folders which hold nothing else.
#[derive(Debug, Default)]
pub struct Tree {
    /// The folders, from the root of the repository.
    pub folders: Vec<&'static str>,
    /// Every file: its path from the root of the repository, and what is in it.
    pub files: BTreeMap<String, String>,
}

impl Tree {
    /// Writes every file that is not as it should be, and removes those that should not be there.
    /// Gives the number of files written or removed.
    pub fn write(&self, root: &Path) -> io::Result<usize> {
        let stale = self.differences(root)?;
        for path in &stale {
            let target = root.join(path);
            match self.files.get(path) {
                Some(text) => {
                    fs::create_dir_all(target.parent().unwrap_or(root))?;
                    fs::write(target, text)?;
                }
                None => fs::remove_file(target)?,
            }
        }
        Ok(stale.len())
    }

    /// The paths of files that are missing, differ, or should not be there; in their order.
    pub fn differences(&self, root: &Path) -> io::Result<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        for (path, text) in &self.files {
            let there = fs::read_to_string(root.join(path));
            if there.is_err() || there.is_ok_and(|there| there != *text) {
                found.push(path.clone());
            }
        }
        for folder in &self.folders {
            for path in files_below(&root.join(folder))? {
                let path = path.strip_prefix(root).unwrap_or(&path);
                let path = path.to_string_lossy().replace('\\', "/");
                if !self.files.contains_key(&path) {
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

/// Every file in a folder and its folders, but for what Python leaves behind when it runs.
fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.exists() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            found.push(path);
        } else if path.file_name().is_some_and(|name| name != "__pycache__") {
            found.extend(files_below(&path)?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::Tree;
    use std::fs;

    #[test]
    fn what_is_missing_changed_or_stale_is_named_and_put_right() {
        let root = tempfile::tempdir().unwrap();
        let files = [("made/a.py", "a"), ("made/b/c.py", "c"), ("made/d.py", "d")];
        let tree = Tree {
            folders: vec!["made"],
            files: files
                .map(|(path, text)| (path.to_owned(), text.to_owned()))
                .into(),
        };
        assert_eq!(tree.write(root.path()).unwrap(), 3);
        assert!(tree.differences(root.path()).unwrap().is_empty());

        fs::write(root.path().join("made/b/c.py"), "edited").unwrap();
        fs::remove_file(root.path().join("made/d.py")).unwrap();
        fs::write(root.path().join("made/stale.py"), "").unwrap();
        fs::create_dir(root.path().join("made/__pycache__")).unwrap();
        fs::write(root.path().join("made/__pycache__/a.pyc"), "").unwrap();
        fs::write(root.path().join("elsewhere.py"), "").unwrap();
        let found = tree.differences(root.path()).unwrap();
        assert_eq!(found, ["made/b/c.py", "made/d.py", "made/stale.py"]);

        assert_eq!(tree.write(root.path()).unwrap(), 3);
        assert!(tree.differences(root.path()).unwrap().is_empty());
        assert!(root.path().join("elsewhere.py").exists());
    }
}
