//! Detection of files that were deleted or replaced while they are open.
//!
//! SQLite goes on with the deleted ones, and what is committed to them is lost. Another copy of SQLite in this process
//! deletes the write-ahead log when it closes the file, since [the locks are those of the
//! process](https://sqlite.org/howtocorrupt.html#posix_close_bug).

use super::{StoreError, error};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Device and number of an inode.
type Identity = (u64, u64);

pub(super) struct OpenFiles(Vec<(PathBuf, Identity)>);

impl OpenFiles {
    /// Returns the files of a database, after the first access to it.
    pub(super) fn of(database: &Path) -> Result<Self, StoreError> {
        // SQLite's other files are next to the target of a symbolic link.
        let database = fs::canonicalize(database).map_err(error::from_io)?;
        let mut files = Vec::new();
        for suffix in ["", "-wal", "-shm"] {
            let mut path = database.clone().into_os_string();
            path.push(suffix);
            let path = PathBuf::from(path);
            match identity(&path) {
                Ok(identity) => files.extend(identity.map(|identity| (path, identity))),
                // SQLite shares what another store of this process has open.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    return Err(StoreError::Replaced);
                }
                Err(error) => return Err(error::from_io(error)),
            }
        }
        Ok(Self(files))
    }

    pub(super) fn check(&self) -> Result<(), StoreError> {
        let is_open_file = |(path, open): &(PathBuf, Identity)| match identity(path) {
            Ok(identity) => identity == Some(*open),
            // Only the directory has become unreadable.
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        };
        if self.0.iter().all(is_open_file) {
            Ok(())
        } else {
            Err(StoreError::Replaced)
        }
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Option<Identity>> {
    use std::os::unix::fs::MetadataExt as _;
    let metadata = path.metadata()?;
    Ok(Some((metadata.dev(), metadata.ino())))
}

/// Returns `None`: Windows does not delete or replace open files.
#[cfg(not(unix))]
fn identity(_: &Path) -> io::Result<Option<Identity>> {
    Ok(None)
}
