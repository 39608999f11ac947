"""Exceptions of the outbox."""

from __future__ import annotations

from ._exceptions import LinqApiv3Error

__all__ = [
    "DamagedError",
    "DiskFullError",
    "LockedError",
    "NewerSchemaError",
    "OutboxError",
    "ReadOnlyError",
    "UnreadableEntryError",
]


class OutboxError(LinqApiv3Error):
    """The file of an outbox cannot be used. The call has changed nothing.

    If `run` raises it, no entry is lost: those that were being sent are sent again under the same key.
    """


class DiskFullError(OutboxError):
    """The disk is full."""


class ReadOnlyError(OutboxError):
    """The file or its directory cannot be written."""


class DamagedError(OutboxError):
    """The file is damaged, or not a database."""


class LockedError(OutboxError):
    """Another process held the lock of the file for too long."""


class NewerSchemaError(OutboxError):
    """The file was written by a newer version of this package."""


class UnreadableEntryError(OutboxError):
    """An entry is damaged, or was written by a newer version of this package. It stays as it is, and can be cancelled.

    Attributes:
        entry_id: Identifier of the entry.
    """

    entry_id: int


_CLASSES: dict[str, type[OutboxError]] = {
    error.__name__: error
    for error in (
        DamagedError,
        DiskFullError,
        LockedError,
        NewerSchemaError,
        OutboxError,
        ReadOnlyError,
        UnreadableEntryError,
    )
}


def from_native(class_name: str, message: str, entry_id: int | None) -> OutboxError:
    """Returns the exception for an error of the native module."""
    error = _CLASSES[class_name](message)
    if isinstance(error, UnreadableEntryError) and entry_id is not None:
        error.entry_id = entry_id
    return error
