//! Detection of other SQLite libraries that have the file open in this process, such as that of Python's `sqlite3`.
//!
//! SQLite's locks are those of a process: two copies of the library in one process do not see each other's, so that both
//! write at the same time, and the file is damaged. See <https://sqlite.org/howtocorrupt.html>, section 2.2.1.

use super::{SqliteOutbox, error::Failure};
use linq_durable::store::{SqliteOptions, SqliteStore};
use std::{
    collections::BTreeMap,
    path::Path,
    process,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Device and number of an inode.
type Inode = (u64, u64);

/// The connections of this library by file, in this process and in those that it was forked from.
static OPENED: Mutex<BTreeMap<Inode, Connections>> = Mutex::new(BTreeMap::new());

struct Connections {
    /// Process that opened them.
    process: u32,
    open: usize,
    /// Maximum number of descriptors: SQLite keeps that of a closed connection while others are open.
    descriptors: usize,
}

fn opened() -> MutexGuard<'static, BTreeMap<Inode, Connections>> {
    OPENED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An outbox in an open file. The connection is closed with the last clone.
#[derive(Clone)]
pub(super) struct OpenFile {
    pub(super) outbox: SqliteOutbox,
    // Dropped after the outbox.
    _counted: Option<Arc<Counted>>,
}

/// A connection that is counted.
struct Counted(Inode);

impl Counted {
    fn new(inode: Inode, opened: &mut BTreeMap<Inode, Connections>) -> Arc<Self> {
        let connections = opened.entry(inode).or_insert_with(|| Connections {
            process: process::id(),
            open: 0,
            descriptors: 0,
        });
        connections.open += 1;
        connections.descriptors += 1;
        Arc::new(Self(inode))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut opened = opened();
        if let Some(connections) = opened.get_mut(&self.0) {
            connections.open -= 1;
            if connections.open == 0 {
                opened.remove(&self.0);
            }
        }
    }
}

/// Opens a file, unless another library has it open, or it was open when this process was forked: SQLite remembers locks
/// that belong to the parent process.
pub(super) fn open(path: &Path, options: &SqliteOptions) -> Result<OpenFile, Failure> {
    let mut opened = opened();
    let existing = inode(path);
    let mut counted = None;
    if let Some(inode) = existing {
        let inherited = opened.get(&inode);
        if inherited.is_some_and(|connections| connections.process != process::id()) {
            return Err(Failure::OpenBeforeFork);
        }
        check_inode(inode, &opened)?;
        counted = Some(Counted::new(inode, &mut opened));
    }
    // A new file is counted before another thread can check it.
    let new = existing.is_none().then_some(opened);
    let outbox = SqliteOutbox::new(SqliteStore::open_with(path, options)?);
    if let (Some(mut opened), Some(inode)) = (new, inode(path)) {
        counted = Some(Counted::new(inode, &mut opened));
    }
    Ok(OpenFile {
        outbox,
        _counted: counted,
    })
}

/// Fails if another library has the file open too.
pub(super) fn check(path: &Path) -> Result<(), Failure> {
    let opened = opened();
    inode(path).map_or(Ok(()), |inode| check_inode(inode, &opened))
}

fn check_inode(inode: Inode, opened: &BTreeMap<Inode, Connections>) -> Result<(), Failure> {
    let own = opened
        .get(&inode)
        .map_or(0, |connections| connections.descriptors);
    if descriptors(inode) > own {
        return Err(Failure::OpenElsewhere);
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn inode(path: &Path) -> Option<Inode> {
    use std::os::unix::fs::MetadataExt as _;
    let metadata = path.metadata().ok()?;
    Some((metadata.dev(), metadata.ino()))
}

/// Returns the number of descriptors of a file in this process.
#[cfg(target_os = "linux")]
fn descriptors(of: Inode) -> usize {
    let folder = std::fs::read_dir("/proc/self/fd").into_iter().flatten();
    let files = folder.flatten().map(|descriptor| inode(&descriptor.path()));
    files.filter(|file| *file == Some(of)).count()
}

#[cfg(not(target_os = "linux"))]
fn inode(_: &Path) -> Option<Inode> {
    None
}

#[cfg(not(target_os = "linux"))]
fn descriptors(_: Inode) -> usize {
    0
}
