"""Webhooks: whether a delivery is Linq's, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union, cast

from . import _native
from ._call import AsyncResource, SyncResource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from .types import (
        ChatHandle,
        MessageDeliveredWebhookEvent,
        MessageReadWebhookEvent,
        MessageReceivedWebhookEvent,
        MessageSentWebhookEvent,
        UnwrapWebhookEvent,
    )

    _MessageEvent = Union[
        MessageSentWebhookEvent,
        MessageReceivedWebhookEvent,
        MessageReadWebhookEvent,
        MessageDeliveredWebhookEvent,
    ]

Key = Union[str, bytes]


def unwrap(
    payload: str | bytes,
    *,
    headers: Mapping[str, str],
    key: Key | Iterable[Key],
    tolerance: float = 300,
) -> UnwrapWebhookEvent:
    """Checks a delivery and gives its event.

    Args:
        payload: The body as it came. JSON that was read and written again has another signature.
        headers: The headers; how their names are written does not matter.
        key: The subscription's secret, `whsec_…`; or several, while one is being replaced. Bytes are the key itself.
        tolerance: How many seconds the timestamp may be off, either way.

    Raises:
        APIWebhookValidationError: It is not Linq's, or is no event; its `status_code` is what to answer.
        InvalidArgumentError: The key is empty.
    """
    keys = [key] if isinstance(key, (str, bytes)) else list(key)
    return cast("UnwrapWebhookEvent", _native.unwrap(payload, headers, keys, tolerance))


def parse_unverified(payload: str | bytes) -> UnwrapWebhookEvent:
    """Reads an event **without checking who sent it**: for one that was checked earlier, such as from a queue.

    Raises:
        APIWebhookValidationError: It is no event.
    """
    return cast("UnwrapWebhookEvent", _native.parse_unverified(payload))


def sign(
    payload: str | bytes, *, key: Key, webhook_id: str = "msg_test", timestamp: datetime | float | None = None
) -> dict[str, str]:
    """The headers that Linq would send with a body, for testing receivers.

    Args:
        key: The subscription's secret.
        webhook_id: What goes into `webhook-id`.
        timestamp: When it was signed; now, unless told otherwise.
    """
    at = timestamp.timestamp() if timestamp is not None and not isinstance(timestamp, (int, float)) else timestamp
    return _native.sign(payload, key, webhook_id, at)


class WebhooksResource(SyncResource):
    """Whether a delivery is Linq's, and what it says."""

    def unwrap(
        self, payload: str | bytes, *, headers: Mapping[str, str], key: Key | Iterable[Key] | None = None
    ) -> UnwrapWebhookEvent:
        """Checks a delivery and gives its event; nothing is sent.

        Args:
            payload: The body as it came.
            headers: The headers; how their names are written does not matter.
            key: The subscription's secret, or several; else the client's `webhook_secret`.

        Raises:
            APIWebhookValidationError: It is not Linq's, or is no event; its `status_code` is what to answer.
            ValueError: There is no key.
        """
        return unwrap(payload, headers=headers, key=_key(self._client.webhook_secret, key))


class AsyncWebhooksResource(AsyncResource):
    """Whether a delivery is Linq's, and what it says."""

    def unwrap(
        self, payload: str | bytes, *, headers: Mapping[str, str], key: Key | Iterable[Key] | None = None
    ) -> UnwrapWebhookEvent:
        """Checks a delivery and gives its event; nothing is sent, so there is nothing to await.

        Args:
            payload: The body as it came.
            headers: The headers; how their names are written does not matter.
            key: The subscription's secret, or several; else the client's `webhook_secret`.

        Raises:
            APIWebhookValidationError: It is not Linq's, or is no event; its `status_code` is what to answer.
            ValueError: There is no key.
        """
        return unwrap(payload, headers=headers, key=_key(self._client.webhook_secret, key))


def _key(own: str | None, given: Key | Iterable[Key] | None) -> Key | Iterable[Key]:
    if given is not None:
        return given
    if own is None:
        raise ValueError(
            "Cannot verify a webhook without a key on either the client's webhook_secret or passed in as an argument"
        )
    return own


class MessageView:
    """A message of an event, whichever version of the payload it came in. What a version does not have is `None`.

    Attributes:
        message_id: The message's identifier.
        chat_id: The chat that it is in.
        is_group: Whether that is a group.
        direction: `"inbound"` or `"outbound"`; where the payload does not say, as the type of event implies.
        sender: Who sent it.
        sender_handle: The sender's phone number or e-mail address.
        line: Your line's phone number.
        parts: What it consists of, in order; empty under zero-day retention.
        service: The service that carried it.
        sent_at: When it was sent.
    """

    __slots__ = (
        "chat_id",
        "direction",
        "is_group",
        "line",
        "message_id",
        "parts",
        "sender",
        "sender_handle",
        "sent_at",
        "service",
    )

    message_id: str | None
    chat_id: str | None
    is_group: bool | None
    direction: str
    sender: ChatHandle | None
    sender_handle: str | None
    line: str | None
    parts: list[Any]
    service: str | None
    sent_at: datetime | None

    def __init__(self, event: _MessageEvent) -> None:
        data: Any = event.data
        self.service = data.service
        if isinstance(data, _class_of_legacy()):
            self._read_legacy(data)
        else:
            self._read(data)
        if self.sender_handle is None and self.sender is not None:
            self.sender_handle = self.sender.handle
        if not self.direction:
            self.direction = "inbound" if event.event_type == "message.received" else "outbound"

    def _read(self, data: Any) -> None:
        """Version `2026-02-03`."""
        chat = data.chat
        self.message_id = data.id
        self.chat_id = chat.id if chat else None
        self.is_group = chat.is_group if chat else None
        owner = chat.owner_handle if chat else None
        self.line = owner.handle if owner else None
        self.direction = data.direction or ""
        self.sender = data.sender_handle
        self.sender_handle = None
        self.parts = data.parts or []
        self.sent_at = data.sent_at

    def _read_legacy(self, data: Any) -> None:
        """Version `2025-01-01`."""
        message = data.message
        self.message_id = message.id if message else data.message_id
        self.chat_id = data.chat_id
        self.is_group = data.is_group
        is_ours = data.is_from_me
        self.direction = "" if is_ours is None else "outbound" if is_ours else "inbound"
        self.sender = data.from_handle
        self.sender_handle = data.from_
        self.parts = (message.parts if message else None) or []
        self.sent_at = message.sent_at if message else None
        line = self.sender_handle if is_ours else data.recipient_phone
        self.line = line

    @property
    def is_inbound(self) -> bool:
        """Whether it came from somebody else."""
        return self.direction == "inbound"

    @property
    def text(self) -> str:
        """The texts of its parts, one a line."""
        return "\n".join(part.value for part in self.parts if part.type == "text")

    @property
    def opts_out(self) -> bool:
        """Whether its sender wants no more messages: the documented words, in a message of their own. Nobody opts
        out of a group."""
        if not self.is_inbound or self.is_group or len(self.parts) != 1 or self.parts[0].type != "text":
            return False
        return _native.is_opt_out(self.parts[0].value)

    def __repr__(self) -> str:
        return (
            f"MessageView(message_id={self.message_id!r}, chat_id={self.chat_id!r}, direction={self.direction!r}, "
            f"sender_handle={self.sender_handle!r}, parts={self.parts!r})"
        )


def _class_of_legacy() -> type[Any]:
    from .types import LegacyMessageEvent

    return LegacyMessageEvent
