# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime

from ..._native import Model
from .._models.events import Direction, EventReplyTo, PreferredService
from .._models.shared import ChatHandle, HealthStatus, MessageEffect, MessagePart, ServiceType


class MessageView(Model):
    """A message of an event, whichever version of the payload it came in.

    What a version or an event does not have is `None`.
    """

    __slots__ = ()

    message_id: str | None
    """The message's identifier."""

    chat_id: str | None
    """The chat that it is in."""

    is_group: bool | None
    """Whether that is a group."""

    direction: Direction | None
    """Which way it went; absent where the payload does not say."""

    sender: ChatHandle | None
    """Who sent it."""

    sender_handle: str | None
    """The sender's phone number (E.164) or e-mail address, or a short code."""

    line: str | None
    """Your line's phone number."""

    parts: list[MessagePart]
    """What it consists of, in order; empty under zero-day retention."""

    service: ServiceType | None
    """The service that carried it."""

    preferred_service: PreferredService | None
    """The service that it was asked to go over."""

    effect: MessageEffect | None
    """The iMessage effect that it plays."""

    reply_to: EventReplyTo | None
    """The message that it answers."""

    idempotency_key: str | None
    """The key that you sent it with."""

    sent_at: datetime | None
    """When it was sent."""

    received_at: datetime | None
    """When it was received, if it was. Only in version `2025-01-01`."""

    delivered_at: datetime | None
    """When it was delivered; absent before that."""

    read_at: datetime | None
    """When it was read; absent before that."""

    reconciled_at: datetime | None
    """When it was recovered, if it was not delivered live: do not answer it by yourself. Only in version `2026-02-03`.
    """

    health_status: HealthStatus | None
    """How well the conversation goes (beta). Only in version `2026-02-03`."""

    zero_retention: bool | None
    """Whether the line is under zero-day retention. Only in version `2026-02-03`."""

    text: str
    """The texts of its parts, one a line; empty if there are none."""

    is_inbound: bool
    """Whether it came from the other side; false also where the payload does not say."""

    opts_out: bool
    """Whether its sender wants no more messages: the documented words, in a message of their own. Nobody opts out of a
    group."""
