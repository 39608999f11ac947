"""Warnings about values in responses and events that do not match the schema."""

from __future__ import annotations

from typing import NamedTuple


class DecodeWarning(NamedTuple):
    """A value of a response or an event that does not match the schema, by path and problem. The value is not included."""

    path: str
    """Path of the value, such as `messages[3].created_at`."""

    problem: str
    """Description of the problem, such as `not an RFC 3339 date-time`."""

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"
