//! Conversions between entries and rows.

use super::StoreError;
use crate::entry::{Entry, EntryId, Outcome, State};
use rusqlite::{Row, types::FromSql};
use std::{
    error::Error,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Reads a row of `sql::select!`. An error is [`StoreError::Unreadable`].
pub(super) fn read(row: &Row<'_>) -> Result<Entry, StoreError> {
    let id = id(row)?;
    read_columns(row, id).map_err(|source| StoreError::Unreadable { id, source })
}

pub(super) fn id(row: &Row<'_>) -> rusqlite::Result<EntryId> {
    row.get(0).map(EntryId::new)
}

/// Returns the fence of a row of `sql::select!`.
pub(super) fn fence(row: &Row<'_>) -> rusqlite::Result<i64> {
    row.get(10)
}

fn read_columns(row: &Row<'_>, id: EntryId) -> Result<Entry, Box<dyn Error + Send + Sync>> {
    let state = text(row, 3)?;
    let outcome: Option<String> = row.get(9)?;
    Ok(Entry {
        id,
        call: serde_json::from_str(text(row, 1)?)?,
        ordering_key: text(row, 2)?.to_owned(),
        state: parse_state(state).ok_or_else(|| format!("unknown state {state:?}"))?,
        attempts: row.get(4)?,
        created_at: time(row.get(5)?),
        ready_at: optional(row, 6)?.map(time),
        attempted_at: optional(row, 7)?.map(time),
        finished_at: optional(row, 8)?.map(time),
        outcome: match outcome {
            Some(json) => serde_json::from_str(&json)?,
            None => Outcome::default(),
        },
    })
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<&'a str> {
    Ok(row.get_ref(column)?.as_str()?)
}

fn optional<T: FromSql>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    row.get(column)
}

pub(super) fn parse_state(name: &str) -> Option<State> {
    State::ALL.into_iter().find(|state| state.name() == name)
}

/// Returns milliseconds since the epoch, rounded down; the nearest possible number for times beyond.
pub(super) fn millis(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => duration_millis(since),
        Err(before) => {
            let before = before.duration().as_nanos().div_ceil(1_000_000);
            i64::try_from(before).map_or(i64::MIN, |millis| -millis)
        }
    }
}

pub(super) fn duration_millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Returns the time; the epoch for those that the platform cannot represent.
pub(super) fn time(millis: i64) -> SystemTime {
    let distance = Duration::from_millis(millis.unsigned_abs());
    let time = if millis < 0 {
        UNIX_EPOCH.checked_sub(distance)
    } else {
        UNIX_EPOCH.checked_add(distance)
    };
    time.unwrap_or(UNIX_EPOCH)
}

/// Returns the JSON of a call or an outcome.
pub(super) fn json<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Other(error.into()))
}
