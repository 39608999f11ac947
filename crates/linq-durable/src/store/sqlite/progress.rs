//! Updates, claims and edits, within a transaction.

use super::{StoreError, row, sql};
use crate::{
    entry::{Entry, EntryId, State},
    store::{Advanced, ClaimRequest, Claimed, Edit, Fence, Progress, Update},
};
use rusqlite::{Connection, OptionalExtension, Params};
use std::time::SystemTime;

/// Applies an update; returns false if it is stale.
pub(super) fn apply(
    connection: &Connection,
    update: &Update,
    now: SystemTime,
) -> Result<bool, StoreError> {
    let id = update.id.get();
    let Ok(fence) = i64::try_from(update.fence.0) else {
        return Ok(false);
    };
    match &update.progress {
        Progress::Prepared { call, lease_until } => {
            let values = (id, fence, row::json(call)?, row::millis(*lease_until));
            execute(connection, sql::PREPARED, values)
        }
        Progress::Retry {
            at,
            attempted_at,
            outcome,
        } => {
            let attempted_at = attempted_at.map(row::millis);
            let outcome = row::json(outcome)?;
            let values = (id, fence, row::millis(*at), attempted_at, outcome);
            execute(connection, sql::RETRY, values)
        }
        Progress::Finished {
            state,
            outcome,
            holds_back,
        } => {
            let (now_millis, outcome) = (row::millis(now), row::json(outcome)?);
            let values = (id, fence, state.name(), now_millis, outcome, holds_back);
            let ordering_key = returning(connection, sql::FINISHED, values)?;
            promote(connection, ordering_key, now)
        }
    }
}

/// Changes an entry; returns false if its state does not allow it.
pub(super) fn edit(
    connection: &Connection,
    id: EntryId,
    edit: &Edit,
    now: SystemTime,
) -> Result<bool, StoreError> {
    let id = id.get();
    let ordering_key = match edit {
        Edit::Replace(call) => return execute(connection, sql::REPLACE, (id, row::json(call)?)),
        Edit::Cancel => returning(connection, sql::CANCEL, (id, row::millis(now)))?,
        Edit::Retry => {
            let ordering_key = returning(connection, sql::RETRY_FINISHED, [id])?;
            execute(connection, sql::POSTPONE_LATER, (&ordering_key, id))?;
            ordering_key
        }
    };
    promote(connection, ordering_key, now)
}

/// Claims ready entries. One that cannot be read, since a newer version wrote it or it is damaged, must not keep the
/// others from being sent: it is left as it is until the lease would end, when a newer version may claim it.
pub(super) fn claim(
    connection: &Connection,
    request: &ClaimRequest,
    now: SystemTime,
) -> Result<Vec<Claimed>, StoreError> {
    let lease_until = row::millis(now).saturating_add(row::duration_millis(request.lease));
    let (mut claimed, mut unreadable) = (Vec::new(), Vec::new());
    for (sql, time) in [
        (sql::READY, row::millis(now)),
        (sql::READY_FAR, horizon(request, now)),
    ] {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([time])?;
        while claimed.len() < request.limit
            && let Some(row) = rows.next()?
        {
            match row::read(row) {
                Ok(entry) => claimed.push((entry, row::fence(row)?)),
                Err(_) => unreadable.push(row::id(row)?),
            }
        }
    }
    for id in unreadable {
        #[cfg(feature = "tracing")]
        tracing::error!(target: "linq", entry = id.get(), "entry cannot be read, and is not sent");
        execute(connection, sql::POSTPONE, (id.get(), lease_until))?;
    }
    let claim = |(mut entry, fence): (Entry, i64)| {
        let (state_before, attempted_before) = (entry.state, entry.attempted_at);
        let fence = fence.saturating_add(1);
        entry.state = State::Sending;
        entry.ready_at = Some(row::time(lease_until));
        entry.attempts = entry.attempts.saturating_add(1);
        // Not in the future, if the clock was set back.
        let now = row::time(row::millis(now));
        entry.attempted_at = Some(attempted_before.map_or(now, |at| at.min(now)));
        let values = (
            entry.id.get(),
            entry.state.name(),
            lease_until,
            entry.attempts,
            entry.attempted_at.map(row::millis),
            fence,
        );
        execute(connection, sql::CLAIM, values)?;
        Ok(Claimed {
            entry,
            fence: Fence(fence.unsigned_abs()),
            state_before,
            attempted_before,
        })
    };
    claimed.into_iter().map(claim).collect()
}

/// Returns the result of a claim if it would claim nothing.
pub(super) fn idle(
    connection: &Connection,
    request: &ClaimRequest,
    now: SystemTime,
) -> Result<Option<Advanced>, StoreError> {
    let mut statement = connection.prepare_cached(sql::READY_RANGE)?;
    let (first, last): (Option<i64>, Option<i64>) =
        statement.query_row((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let is_ready = first.is_some_and(|first| first <= row::millis(now))
        || last.is_some_and(|last| last > horizon(request, now));
    if is_ready {
        return Ok(None);
    }
    Ok(Some(Advanced {
        next_ready_at: next_ready_at(connection, &[])?,
        ..Advanced::default()
    }))
}

/// Returns the earliest time at which an entry other than the claimed ones becomes ready.
pub(super) fn next_ready_at(
    connection: &Connection,
    claimed: &[Claimed],
) -> Result<Option<SystemTime>, StoreError> {
    let mut statement = connection.prepare_cached(sql::READY_ANY)?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let id = row::id(row)?;
        let is_claimed = claimed.iter().any(|claimed| claimed.entry.id == id);
        // One that cannot be read is not waited for.
        if let (false, Ok(entry)) = (is_claimed, row::read(row)) {
            return Ok(entry.ready_at);
        }
    }
    Ok(None)
}

fn horizon(request: &ClaimRequest, now: SystemTime) -> i64 {
    row::millis(now).saturating_add(row::duration_millis(request.horizon))
}

fn promote(
    connection: &Connection,
    ordering_key: Option<String>,
    now: SystemTime,
) -> Result<bool, StoreError> {
    let Some(ordering_key) = ordering_key else {
        return Ok(false);
    };
    execute(connection, sql::PROMOTE, (ordering_key, row::millis(now)))?;
    Ok(true)
}

/// Returns whether a row was changed.
fn execute(connection: &Connection, sql: &str, values: impl Params) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached(sql)?.execute(values)? > 0)
}

fn returning(
    connection: &Connection,
    sql: &str,
    values: impl Params,
) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(values, |row| row.get(0)).optional()?)
}
