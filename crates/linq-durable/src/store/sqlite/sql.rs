//! The statements.

/// Not `ON CONFLICT DO NOTHING`, which writes to the file nonetheless: it takes an identifier.
pub(super) const INSERT: &str = "
INSERT INTO linq_outbox (idempotency_key, ordering_key, state, holds_back, created_at, ready_at, call)
SELECT ?1, ?2, 'queued', 1, ?3, CASE
    WHEN EXISTS (SELECT 1 FROM linq_outbox WHERE ordering_key = ?2 AND holds_back = 1) THEN NULL
    ELSE ?3
END, ?4
WHERE NOT EXISTS (SELECT 1 FROM linq_outbox WHERE idempotency_key = ?1)";

/// The columns that `row::read` reads.
macro_rules! select {
    ($($rest:literal)*) => {
        concat!(
            "SELECT id, call, ordering_key, state, attempts, created_at, ready_at, attempted_at, finished_at, \
            outcome, fence FROM linq_outbox ",
            $($rest)*
        )
    };
}

pub(super) const GET: &str = select!("WHERE id = ?1");
pub(super) const GET_BY_KEY: &str = select!("WHERE idempotency_key = ?1");
pub(super) const LIST: &str = select!("WHERE id > ?1 ORDER BY id LIMIT ?2");
pub(super) const LIST_STATE: &str = select!("WHERE state = ?3 AND id > ?1 ORDER BY id LIMIT ?2");
pub(super) const COUNT: &str = "SELECT state, count(*) FROM linq_outbox GROUP BY state";

/// Ready entries, and those that would be ready only because the clock was set back.
pub(super) const READY: &str = select!("WHERE ready_at <= ?1 ORDER BY ready_at, id");
pub(super) const READY_FAR: &str = select!("WHERE ready_at > ?1 ORDER BY ready_at, id");
pub(super) const READY_ANY: &str = select!("WHERE ready_at IS NOT NULL ORDER BY ready_at, id");
pub(super) const READY_RANGE: &str = "
SELECT (SELECT min(ready_at) FROM linq_outbox WHERE ready_at IS NOT NULL),
    (SELECT max(ready_at) FROM linq_outbox WHERE ready_at IS NOT NULL)";

pub(super) const CLAIM: &str = "
UPDATE linq_outbox SET state = ?2, ready_at = ?3, attempts = ?4, attempted_at = ?5, fence = ?6
WHERE id = ?1";
pub(super) const POSTPONE: &str = "UPDATE linq_outbox SET ready_at = ?2 WHERE id = ?1";

/// Updates of a claimed entry; without a row if the fence is stale.
pub(super) const PREPARED: &str = "
UPDATE linq_outbox SET call = ?3, ready_at = ?4
WHERE id = ?1 AND fence = ?2 AND state = 'sending'";
/// The next claim increments the fence again; until then, no update of this claim is valid.
pub(super) const RETRY: &str = "
UPDATE linq_outbox SET ready_at = ?3, attempted_at = ?4, outcome = ?5, fence = fence + 1,
    state = CASE WHEN ?4 IS NULL THEN 'queued' ELSE state END
WHERE id = ?1 AND fence = ?2 AND state = 'sending'";
pub(super) const FINISHED: &str = "
UPDATE linq_outbox SET state = ?3, ready_at = NULL, finished_at = ?4, outcome = ?5, holds_back = ?6
WHERE id = ?1 AND fence = ?2 AND state = 'sending'
RETURNING ordering_key";

/// Makes the first entry that is waiting ready, unless another one with its ordering key is ready or being sent.
pub(super) const PROMOTE: &str = "
UPDATE linq_outbox SET ready_at = ?2
WHERE id = (SELECT min(id) FROM linq_outbox WHERE ordering_key = ?1 AND holds_back = 1)
    AND state IN ('queued', 'sending')
    AND NOT EXISTS (SELECT 1 FROM linq_outbox WHERE ordering_key = ?1 AND ready_at IS NOT NULL)";

pub(super) const CANCEL: &str = "
UPDATE linq_outbox SET state = 'cancelled', ready_at = NULL, finished_at = ?2, holds_back = 0
WHERE id = ?1 AND state IN ('queued', 'failed', 'uncertain')
RETURNING ordering_key";
pub(super) const REPLACE: &str =
    "UPDATE linq_outbox SET call = ?2 WHERE id = ?1 AND state = 'queued'";
pub(super) const RETRY_FINISHED: &str = "
UPDATE linq_outbox SET state = CASE state WHEN 'uncertain' THEN 'sending' ELSE 'queued' END,
    finished_at = NULL, attempted_at = NULL, attempts = 0, fence = fence + 1, holds_back = 1
WHERE id = ?1 AND state IN ('failed', 'uncertain')
RETURNING ordering_key";
/// Makes a later entry that has not been tried wait for the one that is retried.
pub(super) const POSTPONE_LATER: &str = "
UPDATE linq_outbox SET ready_at = NULL
WHERE ordering_key = ?1 AND ready_at IS NOT NULL AND id > ?2 AND state = 'queued' AND attempts = 0";

pub(super) const DELETE_FINISHED: &str = "
DELETE FROM linq_outbox WHERE id IN (
    SELECT id FROM linq_outbox WHERE holds_back = 0 AND finished_at < ?1
    ORDER BY finished_at, id LIMIT ?2
)";
