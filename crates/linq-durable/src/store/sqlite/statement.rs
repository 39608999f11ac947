//! The insertion of an entry, to be executed by the caller.

use super::{row, sql};
use crate::store::{NewEntry, StoreError};
use rusqlite::{
    ToSql,
    types::{ToSqlOutput, Value},
};
use std::{fmt, time::SystemTime};

/// An SQL statement with its parameters, to be executed by any SQLite library.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Statement {
    /// SQL text, with the parameters `?1`, `?2`, ….
    pub sql: &'static str,
    /// Values of the parameters, from `?1` on.
    pub parameters: Vec<Parameter>,
}

/// A parameter of a [`Statement`].
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Parameter {
    /// `NULL`.
    Null,
    /// An `INTEGER`.
    Integer(i64),
    /// A `TEXT`.
    Text(String),
}

/// Returns the statement that inserts an entry exactly as [`Store::insert`](crate::store::Store::insert) does, for a
/// transaction of the caller's own: the message is sent if, and only if, the transaction is committed.
///
/// The tables must exist in the database: open it once with [`SqliteStore::open`](super::SqliteStore::open), which
/// creates them. The statement inserts one row, whose identifier is the last inserted `rowid`; it changes no row if there
/// is an entry with the idempotency key already. How durable the entry is, `PRAGMA synchronous` of the caller's
/// connection decides. The dispatcher finds the entry when it polls next.
///
/// A process that has the store open must not open the file with another copy of SQLite, such as that of Python's
/// `sqlite3`: when one copy closes the file, the operating system drops the locks of both, and [the file can be
/// damaged](https://sqlite.org/howtocorrupt.html#posix_close_bug). Let another process send, or execute the statement
/// with `rusqlite` of the version that this crate uses.
///
/// ```
/// # use linq_durable::store::{NewEntry, SqliteStore, StoreError, insert_statement};
/// # use std::time::SystemTime;
/// # fn enqueue(connection: &mut rusqlite::Connection, entry: &NewEntry) -> Result<(), Box<dyn std::error::Error>> {
/// let transaction = connection.transaction()?;
/// transaction.execute("INSERT INTO orders (id) VALUES (1042)", ())?;
/// let statement = insert_statement(entry, SystemTime::now())?;
/// transaction.execute(statement.sql, rusqlite::params_from_iter(&statement.parameters))?;
/// transaction.commit()?;
/// # Ok(())
/// # }
/// ```
pub fn insert_statement(entry: &NewEntry, now: SystemTime) -> Result<Statement, StoreError> {
    Ok(Statement {
        sql: sql::INSERT,
        parameters: vec![
            Parameter::Text(entry.call.idempotency_key().to_owned()),
            Parameter::Text(entry.ordering_key.clone()),
            Parameter::Integer(row::millis(now)),
            Parameter::Text(row::json(&entry.call)?),
        ],
    })
}

impl ToSql for Parameter {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Null => Ok(ToSqlOutput::Owned(Value::Null)),
            Self::Integer(number) => number.to_sql(),
            Self::Text(text) => text.to_sql(),
        }
    }
}

/// Omits the texts, which contain user content.
impl fmt::Debug for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Integer(number) => f.debug_tuple("Integer").field(number).finish(),
            Self::Text(_) => f.debug_tuple("Text").finish_non_exhaustive(),
        }
    }
}
