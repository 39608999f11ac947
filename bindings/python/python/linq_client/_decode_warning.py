"""What did not fit in a response or an event."""

from __future__ import annotations

from typing import NamedTuple


class DecodeWarning(NamedTuple):
    """A value of a response or an event that does not fit its type. Where it was and what is wrong, never the value."""

    path: str
    """Where it is, such as `messages[3].created_at`."""

    problem: str
    """What is wrong with it, such as `not an RFC 3339 date-time`."""

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"
