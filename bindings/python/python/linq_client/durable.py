"""An outbox: messages that survive a crash, a deployment and a second process, each sent exactly once, and in order within
its chat.

    linq = Linq()
    with Outbox("outbox.db") as outbox:
        outbox.enqueue(
            linq.messages.create,
            to=["+15556667777"],
            message={"parts": [{"type": "text", "value": "Your order has been shipped."}]},
            idempotency_key="order-1042-shipped",
        )
        outbox.run(linq, until_empty=True)
"""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from os import PathLike
from types import TracebackType
from typing import Any, Literal, NamedTuple, ParamSpec, TypedDict, cast

from . import _native
from ._call import await_call
from ._client import AsyncLinq, Linq
from ._exceptions import InvalidArgumentError
from ._native import Entry
from ._outbox_errors import (
    DamagedError,
    DiskFullError,
    LockedError,
    NewerSchemaError,
    OutboxError,
    ReadOnlyError,
    UnreadableEntryError,
)
from ._stored_call import stored_call
from ._typing import Self, Unpack

__all__ = [
    "AsyncOutbox",
    "DamagedError",
    "DiskFullError",
    "Entry",
    "LockedError",
    "NewerSchemaError",
    "Outbox",
    "OutboxError",
    "ReadOnlyError",
    "RunOptions",
    "RunSummary",
    "State",
    "Statement",
    "UnreadableEntryError",
    "file",
    "statement",
    "statement_ordered",
]

P = ParamSpec("P")

State = Literal["queued", "sending", "sent", "failed", "uncertain", "cancelled"]
"""The state of an entry:

- `queued`: to be sent; can be cancelled and replaced
- `sending`: being sent, or waiting for a retry after an attempt that may have taken effect
- `sent`: accepted by the server
- `failed`: rejected for good; nothing was sent to the recipients
- `uncertain`: may or may not have been sent: there was no definite answer in time, or an error after an attempt whose response
  was lost
- `cancelled`: cancelled by the application
"""


class RunOptions(TypedDict, total=False):
    """Options of `run`. Times are in seconds."""

    until_empty: bool
    """Returns when no entry is left to be sent. By default, it waits for further ones, until it is stopped. Entries that wait
    for a retry, or that another process is sending, are waited for; those that a failed entry holds back are not."""
    concurrency: int
    """Maximum number of entries that are sent at the same time, each with another ordering key; 8 by default."""
    poll_interval: float
    """How often entries of other processes are looked for; 1 by default. Those that are enqueued through the same object are
    sent at once."""
    lease: float
    """The time for which a process may work on an entry before another may take it over; 120 by default, at least 1. It
    limits a call with its retries, and determines how long the entries that were being sent wait after a crash. The upload
    of a file has a longer one."""
    upload_lease: float
    """The lease of an entry while a file is being uploaded; 1800 by default."""
    key_lifetime: float
    """How long the server is trusted to honor an idempotency key, counted from the first attempt that may have taken
    effect; 24 hours by default. **Linq does not publish it.** After that, the entry becomes uncertain instead of being
    retried."""
    uncertain_after: float
    """How long a definite answer is waited for, counted from the first attempt that may have taken effect, before the entry
    becomes uncertain; 24 hours by default, and at most `key_lifetime`."""
    failures_hold_back: bool
    """Whether an entry that failed or became uncertain holds back later ones with its ordering key, until it is retried or
    cancelled; off by default."""
    max_backoff: float
    """Maximum delay before an entry is retried; 5 minutes by default. The first is 1 second, and each is twice the one
    before. A longer one that the server asks for is obeyed, up to 24 hours."""


class RunSummary(NamedTuple):
    """The number of entries that a run has finished."""

    sent: int
    """Entries that were sent."""
    failed: int
    """Entries that failed."""
    uncertain: int
    """Entries that became uncertain."""


class Statement(NamedTuple):
    """An SQL statement with its parameters: `connection.execute(*statement(…))`."""

    sql: str
    """SQL text, with the parameters `?1`, `?2`, …."""
    parameters: list[str | int | None]
    """Values of the parameters."""


class _Base:
    def __init__(self, path: str | PathLike[str], *, busy_timeout: float = 30.0) -> None:
        self._path = path
        self._native = _native.Outbox(path, busy_timeout)

    def _enqueue(self, ordering_key: str | None, operation: Any, args: Any, kwargs: Any) -> _native.OutboxCall:
        return self._native.enqueue(*stored_call(operation, args, kwargs), ordering_key)

    def _delete_finished(self, before: datetime) -> _native.OutboxCall:
        if before.utcoffset() is None:
            raise InvalidArgumentError("before", "must have a time zone")
        return self._native.delete_finished(before)

    def wake(self) -> None:
        """Wakes the runs of this object, after another process has added entries. Without it, they are found within the
        `poll_interval`."""
        self._native.wake()

    def stop(self) -> None:
        """Stops the runs of this object, from any thread or a signal handler: they claim no more entries, and return when
        those that are being sent are finished. If there is no run, the next one returns at once."""
        self._native.stop()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self._path)!r})"


class Outbox(_Base):
    """An outbox in a SQLite file: calls are stored before they are sent, and sent exactly once, in order, also if the process
    crashes. It can be shared between threads, and several processes can share the file. A process that forks must open it after
    the fork, not before.

    An outbox belongs to one account: another API key would send its messages from there. The file contains the messages with
    their recipients, and the headers that were set for a call, but not the API key. Its tables, whose names begin with
    `linq_outbox`, can be in the database of your application: see `statement`. While it is open, the process must not open the
    file by another SQLite library, such as Python's `sqlite3`; on Linux, this is detected when a method is called.

    Args:
        path: The file, which must be on a local disk. It is created if it does not exist, readable only by its owner.
        busy_timeout: Maximum seconds to wait for the lock of another connection.

    Raises:
        OutboxError: The file cannot be used; there is a subclass for each cause. So do all methods.
    """

    def __init__(self, path: str | PathLike[str], *, busy_timeout: float = 30.0) -> None:
        super().__init__(path, busy_timeout=busy_timeout)
        self._native.open().run()

    def enqueue(self, operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> int:
        """Stores a call, which `run` sends, and returns the identifier of its entry.

        Entries are sent in order if they are for the same chat, or from the same line to the same recipients. With an
        idempotency key of your own, such as `order-1042-shipped`, a call is enqueued once: for the same call under the same
        key, the identifier of the existing entry is returned, whatever its state.

        Args:
            operation: A method of a client's resource that takes an idempotency key, such as `linq.messages.create`; of
                `Linq` or of `AsyncLinq`. It is not called.
            args: Its arguments, and those of its keywords. `extra_headers`, `extra_query` and `extra_body` are stored with
                it; `timeout` is an option of the client that sends it. So are the client's default headers and query.

        Raises:
            InvalidArgumentError: An argument is invalid, or another call was enqueued under the key; nothing was stored. Its
                `path` names the field.
        """
        return cast(int, self._enqueue(None, operation, args, kwargs).run())

    def enqueue_ordered(
        self, ordering_key: str, operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs
    ) -> int:
        """Stores a call as `enqueue` does. It is sent after all entries with the same ordering key that were enqueued before,
        whatever their chat."""
        return cast(int, self._enqueue(ordering_key, operation, args, kwargs).run())

    def run(self, client: Linq, **options: Unpack[RunOptions]) -> RunSummary:
        """Sends the entries, each with the client's options, retries and within its rate limits: those with one ordering key
        in order, others side by side. Several threads and processes can do so at the same time.

        An entry is retried under its idempotency key until the server has accepted or rejected it, and becomes uncertain if
        that takes too long. Returns when it is stopped, or, with `until_empty`, when no entry is left to be sent.

        On Ctrl-C, and any other exception of a signal handler, it finishes the entries that are being sent, then raises. At
        the second, it raises at once: they are finished by a thread, or after the process has ended, sent again under the
        same key by the next run.

        Raises:
            AuthenticationError: The server rejected the API key (401). No entry fails.
            InvalidArgumentError: An option is invalid, or the client sends over a transport in Python.
            RuntimeError: The client or the outbox is closed.
        """
        return RunSummary(*self._native.run(client._native, _run_options(options)))

    def get(self, id: int) -> Entry | None:
        """Returns an entry; `None` if there is none with this identifier."""
        return cast("Entry | None", self._native.get(id).run())

    def get_by_idempotency_key(self, key: str) -> Entry | None:
        """Returns the entry with an idempotency key; `None` if there is none."""
        return cast("Entry | None", self._native.get_by_idempotency_key(key).run())

    def list(self, state: State | None = None, *, after: int | None = None, limit: int = 100) -> builtins.list[Entry]:
        """Returns up to `limit` entries after the one with the identifier `after`, in the order in which they were enqueued;
        if `state` is given, those in this state."""
        return cast("builtins.list[Entry]", self._native.list(state, after, limit).run())

    def entries(self, state: State | None = None) -> Iterator[Entry]:
        """Yields all entries, in the order in which they were enqueued; if `state` is given, those in this state."""
        after = None
        while page := self.list(state, after=after):
            yield from page
            after = page[-1].id

    def count(self) -> Counter[State]:
        """Returns the number of entries in each state."""
        return Counter(dict(self._native.count().run()))

    def cancel(self, id: int) -> bool:
        """Cancels an entry that is queued, or dismisses one that failed or is uncertain, so that it no longer holds back
        others. Returns false, and changes nothing, if it is in another state."""
        return cast(bool, self._native.cancel(id).run())

    def replace(self, id: int, operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Replaces the call of an entry that is queued. Its idempotency key and its place in the order stay. Returns false,
        and changes nothing, if it is in another state.

        Raises:
            InvalidArgumentError: An argument is invalid; its `path` names the field.
        """
        return cast(bool, self._native.replace(id, *stored_call(operation, args, kwargs)).run())

    def retry(self, id: int) -> bool:
        """Queues an entry again that failed or is uncertain, under the same idempotency key. If it is uncertain and the
        server no longer honors the key, the message may be sent twice. Returns false, and changes nothing, if it is in
        another state."""
        return cast(bool, self._native.retry(id).run())

    def delete_finished(self, before: datetime) -> int:
        """Deletes entries that were finished before this time, which has a time zone, and returns their number. Calls under
        their idempotency keys can be enqueued again then. Failed entries that hold back others are kept."""
        return cast(int, self._delete_finished(before).run())

    def close(self) -> None:
        """Stops the runs of this object, and closes the file when they are over. Later calls raise `RuntimeError`."""
        self._native.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncOutbox(_Base):
    """An outbox for asyncio: see `Outbox`. The file is opened on first use, or by `async with`, and used on another thread.

    Cancelling a task cancels its call, which may have been made nevertheless: an entry may have been stored.
    """

    async def enqueue(self, operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> int:
        """Stores a call, which `run` sends, and returns the identifier of its entry: see `Outbox.enqueue`."""
        return cast(int, await await_call(self._enqueue(None, operation, args, kwargs).start()))

    async def enqueue_ordered(
        self, ordering_key: str, operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs
    ) -> int:
        """Stores a call, to be sent after all entries with the same ordering key: see `Outbox.enqueue_ordered`."""
        return cast(int, await await_call(self._enqueue(ordering_key, operation, args, kwargs).start()))

    async def run(self, client: AsyncLinq, **options: Unpack[RunOptions]) -> RunSummary:
        """Sends the entries: see `Outbox.run`.

        If the task is cancelled, so are the calls in progress. Their entries are sent again under the same key, after their
        lease: by default within 2 minutes, or 30 during an upload. `stop` finishes them instead. An observer of the client is
        called by another thread than that of the event loop.
        """
        return RunSummary(*await await_call(self._native.start_run(client._native, _run_options(options))))

    async def get(self, id: int) -> Entry | None:
        """Returns an entry; `None` if there is none with this identifier."""
        return cast("Entry | None", await await_call(self._native.get(id).start()))

    async def get_by_idempotency_key(self, key: str) -> Entry | None:
        """Returns the entry with an idempotency key; `None` if there is none."""
        return cast("Entry | None", await await_call(self._native.get_by_idempotency_key(key).start()))

    async def list(
        self, state: State | None = None, *, after: int | None = None, limit: int = 100
    ) -> builtins.list[Entry]:
        """Returns up to `limit` entries after the one with the identifier `after`, in the order in which they were enqueued;
        if `state` is given, those in this state."""
        return cast("builtins.list[Entry]", await await_call(self._native.list(state, after, limit).start()))

    async def entries(self, state: State | None = None) -> AsyncIterator[Entry]:
        """Yields all entries, in the order in which they were enqueued; if `state` is given, those in this state."""
        after = None
        while page := await self.list(state, after=after):
            for entry in page:
                yield entry
            after = page[-1].id

    async def count(self) -> Counter[State]:
        """Returns the number of entries in each state."""
        return Counter(dict(await await_call(self._native.count().start())))

    async def cancel(self, id: int) -> bool:
        """Cancels an entry that is queued, or dismisses one that failed or is uncertain: see `Outbox.cancel`."""
        return cast(bool, await await_call(self._native.cancel(id).start()))

    async def replace(self, id: int, operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Replaces the call of an entry that is queued: see `Outbox.replace`."""
        return cast(bool, await await_call(self._native.replace(id, *stored_call(operation, args, kwargs)).start()))

    async def retry(self, id: int) -> bool:
        """Queues an entry again that failed or is uncertain, under the same idempotency key: see `Outbox.retry`."""
        return cast(bool, await await_call(self._native.retry(id).start()))

    async def delete_finished(self, before: datetime) -> int:
        """Deletes entries that were finished before this time, which has a time zone: see `Outbox.delete_finished`."""
        return cast(int, await await_call(self._delete_finished(before).start()))

    async def close(self) -> None:
        """Stops the runs of this object, and closes the file when they are over. Later calls raise `RuntimeError`."""
        import asyncio

        await asyncio.to_thread(self._native.close)

    async def __aenter__(self) -> Self:
        await await_call(self._native.open().start())
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()


def _run_options(options: RunOptions) -> dict[str, Any]:
    for name in options.keys() - RunOptions.__optional_keys__:
        raise TypeError(f"run() got an unexpected keyword argument {name!r}")
    return {"until_empty": False, **options}


def file(path: str | PathLike[str]) -> str:
    """Returns a placeholder for the `attachment_id` of a media part: the file, which is uploaded before the message is sent.

    The path is made absolute. The file must stay where it is, unchanged, until the message is sent; if it cannot be read then,
    the entry fails.

    Raises:
        OSError: The file does not exist.
    """
    return _native.outbox_file(path)


def statement(operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Statement:
    """Returns the SQL that enqueues a call, and its parameters, for a transaction of your own in the same database: the call
    is sent if, and only if, the transaction is committed.

        with sqlite3.connect("app.db") as database:
            database.execute("UPDATE orders SET shipped = 1 WHERE id = 1042")
            database.execute(*statement(linq.messages.create, to=[…], message={…}, idempotency_key="order-1042-shipped"))

    **The process must not have an outbox open in this file.** Python's `sqlite3` and the outbox are two SQLite libraries,
    which in one process do not see each other's locks, and would damage the file. Run the outbox in another process, which
    finds the entry within its `poll_interval`.

    The tables must exist: `Outbox(path).close()` creates them, before `sqlite3` opens the file. The statement inserts a row,
    whose identifier is `lastrowid`; it changes nothing if there is an entry with the idempotency key.

    Raises:
        InvalidArgumentError: An argument is invalid; its `path` names the field.
    """
    return Statement(*_native.outbox_statement(*stored_call(operation, args, kwargs), None))


def statement_ordered(
    ordering_key: str, operation: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs
) -> Statement:
    """Returns the SQL of `statement` for a call with an ordering key: see `Outbox.enqueue_ordered`."""
    return Statement(*_native.outbox_statement(*stored_call(operation, args, kwargs), ordering_key))
