# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ... import _native
from .._models.events import LegacyMessageEvent, MessageEditedData, MessageEventV2, MessageFailedData
from .envelope import WebhookEnvelope

if TYPE_CHECKING:
    from .message_view import MessageView


class MessageSentWebhookEvent(WebhookEnvelope):
    """`message.sent`: A message of yours was sent."""

    __slots__ = ()

    event_type: Literal["message.sent"]
    """What it is about."""

    data: MessageEventV2 | LegacyMessageEvent
    """What happened: the version of the payload decides the class. `message()` reads both."""

    def message(self) -> MessageView:
        """The message, in whichever version of the payload it came."""
        view: MessageView = _native.message_view(self)
        return view


class MessageReceivedWebhookEvent(WebhookEnvelope):
    """`message.received`: A message arrived."""

    __slots__ = ()

    event_type: Literal["message.received"]
    """What it is about."""

    data: MessageEventV2 | LegacyMessageEvent
    """What happened: the version of the payload decides the class. `message()` reads both."""

    def message(self) -> MessageView:
        """The message, in whichever version of the payload it came."""
        view: MessageView = _native.message_view(self)
        return view


class MessageReadWebhookEvent(WebhookEnvelope):
    """`message.read`: A message of yours was read. One-to-one chats only, never SMS."""

    __slots__ = ()

    event_type: Literal["message.read"]
    """What it is about."""

    data: MessageEventV2 | LegacyMessageEvent
    """What happened: the version of the payload decides the class. `message()` reads both."""

    def message(self) -> MessageView:
        """The message, in whichever version of the payload it came."""
        view: MessageView = _native.message_view(self)
        return view


class MessageDeliveredWebhookEvent(WebhookEnvelope):
    """`message.delivered`: A message of yours arrived. One-to-one chats only, never SMS."""

    __slots__ = ()

    event_type: Literal["message.delivered"]
    """What it is about."""

    data: MessageEventV2 | LegacyMessageEvent
    """What happened: the version of the payload decides the class. `message()` reads both."""

    def message(self) -> MessageView:
        """The message, in whichever version of the payload it came."""
        view: MessageView = _native.message_view(self)
        return view


class MessageFailedWebhookEvent(WebhookEnvelope):
    """`message.failed`: A message of yours could not be sent. Rarely, it is delivered after all."""

    __slots__ = ()

    event_type: Literal["message.failed"]
    """What it is about."""

    data: MessageFailedData
    """What happened."""


class MessageEditedWebhookEvent(WebhookEnvelope):
    """`message.edited`: A text part was edited. Only for subscriptions of version 2026-02-03."""

    __slots__ = ()

    event_type: Literal["message.edited"]
    """What it is about."""

    data: MessageEditedData
    """What happened."""
