# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Any

from ... import _native
from ..._decode_warning import DecodeWarning
from ..._native import Model


class WebhookEnvelope(Model):
    """What every webhook event has besides its type and its data."""

    __slots__ = ()

    event_id: str
    """The same on every delivery of this event: go by it to pass over repeats."""

    created_at: datetime | None
    """When the event came into being."""

    trace_id: str | None
    """Ties the event to the call that caused it."""

    partner_id: str | None
    """Your account with Linq."""

    api_version: str | None
    """The version of the API, such as `v3`."""

    webhook_version: str | None
    """The version of the payload, such as `2026-02-03`: what the subscription's URL asked for with `?version=`."""

    def chat_id(self) -> str | None:
        """Returns the chat that the event is about, of any type of event that has one."""
        return _native.chat_id(self)

    def is_inbound(self) -> bool:
        """Returns whether this is a message from the other side; false also where the payload does not say."""
        return _native.is_inbound(self)

    def may_auto_reply(self) -> bool:
        """Returns whether an automatic answer is in order: to an inbound message that was delivered live and does not
        opt out."""
        return _native.may_auto_reply(self)

    def warnings(self) -> list[DecodeWarning]:
        """Returns the values of the payload that do not fit their types, at most 100: attributes have them as plain
        JSON."""
        return [DecodeWarning(*warning) for warning in _native.warnings(self)]


class UnknownWebhookEvent(WebhookEnvelope):
    """An event of a type that this version does not know, or whose data is not an object: all of it is kept.

    So `event_type` alone does not tell what an event has: `isinstance` or `match` by class does.
    """

    __slots__ = ()

    event_type: str
    """What it is about, which may be a type that has a class of its own: then its data is not what that says."""

    data: Any
    """What happened, verbatim."""

    @property
    def problem(self) -> str | None:
        """Why the data of a known type is not understood; `None` if the type is not known."""
        return _native.problem(self)
