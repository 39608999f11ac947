mod error;
mod open_files;
mod progress;
mod row;
mod schema;
mod sql;
mod statement;
#[cfg(test)]
mod tests;

pub use statement::{Parameter, Statement, insert_statement};

use super::{Advanced, ClaimRequest, Edit, Inserted, Lookup, NewEntry, Store, StoreError, Update};
use crate::entry::{Entry, EntryId, State};
use open_files::OpenFiles;
use rusqlite::{
    Connection, ErrorCode, MAIN_DB, OpenFlags, Params, TransactionBehavior, ffi, params_from_iter,
};
use std::{
    fmt,
    fs::OpenOptions,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant, SystemTime},
};

/// A store in a SQLite file, which several processes can share, and which can be the application's own database: the
/// names of its tables and indexes begin with `linq_outbox`.
///
/// Every change is flushed to the disk before its method returns. Times are kept in milliseconds. The file must be on a
/// local disk, since SQLite's locks and write-ahead log do not work over a network.
pub struct SqliteStore {
    connection: Mutex<Connection>,
    path: PathBuf,
    files: OpenFiles,
}

/// Options of a [`SqliteStore`].
#[derive(Clone, Debug)]
#[must_use]
pub struct SqliteOptions {
    busy_timeout: Duration,
}

impl SqliteOptions {
    /// Sets the maximum time to wait for the lock of another connection, after which a method fails with
    /// [`StoreError::Locked`]. Default: 30 s.
    pub fn busy_timeout(mut self, timeout: Duration) -> Self {
        self.busy_timeout = timeout;
        self
    }
}

impl Default for SqliteOptions {
    fn default() -> Self {
        Self {
            busy_timeout: Duration::from_secs(30),
        }
    }
}

impl SqliteStore {
    /// Opens a file, as [`open_with`](Self::open_with) does with the default options.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_with(path, &SqliteOptions::default())
    }

    /// Opens a file. It is created if it does not exist, readable only by its owner. The tables are created, or migrated to
    /// the schema of this version, in one transaction; other tables are left alone. The file is set to the journal mode
    /// `WAL`, which stays.
    ///
    /// # Errors
    ///
    /// [`StoreError::NewerSchema`], [`ReadOnly`](StoreError::ReadOnly), [`Damaged`](StoreError::Damaged) and the others,
    /// as they are described there. The file is left as it is.
    pub fn open_with(path: impl AsRef<Path>, options: &SqliteOptions) -> Result<Self, StoreError> {
        // Absolute, since SQLite has special meanings for an empty path and for `:memory:`.
        let path = std::path::absolute(path).map_err(error::from_io)?;
        create(&path).map_err(error::from_io)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(&path, flags)?;
        if connection.is_readonly(MAIN_DB)? {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_READONLY), None);
            return Err(error.into());
        }
        configure(&connection, options)?;
        schema::migrate(&mut connection, schema::MIGRATIONS)?;
        Ok(Self {
            connection: Mutex::new(connection),
            files: OpenFiles::of(&path)?,
            path,
        })
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // A panic cannot leave a transaction open: it is rolled back when it is dropped.
        (self.connection.lock()).unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a change, in the files that others have too.
    fn change<T>(
        &self,
        change: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.connection();
        self.files.check()?;
        let result = change(&mut connection)?;
        self.files.check()?;
        Ok(result)
    }
}

impl Store for SqliteStore {
    fn insert(&self, entry: &NewEntry, now: SystemTime) -> Result<Inserted, StoreError> {
        let Statement { sql, parameters } = insert_statement(entry, now)?;
        let existing = Lookup::IdempotencyKey(entry.call.idempotency_key());
        self.change(|connection| {
            loop {
                let mut statement = connection.prepare_cached(sql)?;
                if statement.execute(params_from_iter(&parameters))? > 0 {
                    let id = EntryId::new(connection.last_insert_rowid());
                    return Ok(Inserted::New(id));
                }
                // Another process may just have deleted it.
                if let Some(entry) = get(connection, existing)? {
                    return Ok(Inserted::Existing(Box::new(entry)));
                }
            }
        })
    }

    fn advance(
        &self,
        updates: &[Update],
        claim: Option<&ClaimRequest>,
        now: SystemTime,
    ) -> Result<Advanced, StoreError> {
        self.change(|connection| {
            // The lock is not taken if there is nothing to change.
            if updates.is_empty() {
                let idle = match claim {
                    Some(request) => progress::idle(connection, request, now)?,
                    None => Some(Advanced::default()),
                };
                if let Some(advanced) = idle {
                    return Ok(advanced);
                }
            }
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let applied = updates.iter();
            let applied = applied.map(|update| progress::apply(&transaction, update, now));
            let mut advanced = Advanced {
                applied: applied.collect::<Result<_, _>>()?,
                ..Advanced::default()
            };
            if let Some(request) = claim {
                advanced.claimed = progress::claim(&transaction, request, now)?;
                advanced.next_ready_at = progress::next_ready_at(&transaction, &advanced.claimed)?;
            }
            transaction.commit()?;
            Ok(advanced)
        })
    }

    fn get(&self, key: Lookup<'_>) -> Result<Option<Entry>, StoreError> {
        get(&self.connection(), key)
    }

    fn list(
        &self,
        state: Option<State>,
        after: Option<EntryId>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let after = after.map_or(i64::MIN, EntryId::get);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        match state {
            Some(state) => {
                let values = (after, limit, state.name());
                entries(&self.connection(), sql::LIST_STATE, values)
            }
            None => entries(&self.connection(), sql::LIST, (after, limit)),
        }
    }

    fn count(&self) -> Result<Vec<(State, u64)>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(sql::COUNT)?;
        let mut rows = statement.query(())?;
        let mut counts = Vec::new();
        while let Some(row) = rows.next()? {
            let count: i64 = row.get(1)?;
            // Only a damaged row has another state; reading it reports it.
            let state = row.get_ref(0)?.as_str().ok().and_then(row::parse_state);
            counts.extend(state.map(|state| (state, count.unsigned_abs())));
        }
        counts.sort_by_key(|(state, _)| State::ALL.iter().position(|other| other == state));
        Ok(counts)
    }

    fn edit(&self, id: EntryId, edit: &Edit, now: SystemTime) -> Result<bool, StoreError> {
        self.change(|connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let is_changed = progress::edit(&transaction, id, edit, now)?;
            transaction.commit()?;
            Ok(is_changed)
        })
    }

    fn delete_finished(&self, before: SystemTime, limit: usize) -> Result<u64, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.change(|connection| {
            let mut statement = connection.prepare_cached(sql::DELETE_FINISHED)?;
            Ok(statement.execute((row::millis(before), limit))? as u64)
        })
    }
}

/// Creates the file if it does not exist. SQLite gives its other files the same permissions.
fn create(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn configure(connection: &Connection, options: &SqliteOptions) -> Result<(), StoreError> {
    // SQLite counts milliseconds in an i32.
    let busy_timeout = options.busy_timeout.min(Duration::from_millis(1 << 30));
    connection.busy_timeout(busy_timeout)?;
    connection.set_prepared_statement_cache_capacity(32);
    let start = Instant::now();
    let set_journal_mode = || connection.pragma_update(None, "journal_mode", "wal");
    loop {
        match set_journal_mode() {
            // For this lock, SQLite does not always wait.
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && start.elapsed() < busy_timeout =>
            {
                thread::sleep(Duration::from_millis(5));
            }
            result => break result?,
        }
    }
    connection.pragma_update(None, "synchronous", "full")?;
    // On macOS, only this reaches the disk itself.
    connection.pragma_update(None, "fullfsync", true)?;
    Ok(())
}

fn get(connection: &Connection, key: Lookup<'_>) -> Result<Option<Entry>, StoreError> {
    let found = match key {
        Lookup::Id(id) => entries(connection, sql::GET, [id.get()]),
        Lookup::IdempotencyKey(key) => entries(connection, sql::GET_BY_KEY, [key]),
    };
    Ok(found?.pop())
}

fn entries(
    connection: &Connection,
    sql: &str,
    values: impl Params,
) -> Result<Vec<Entry>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(row::read(row)?);
    }
    Ok(entries)
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
