# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Any, Literal

from .envelope import WebhookEnvelope


class CallInitiatedWebhookEvent(WebhookEnvelope):
    """`call.initiated`: A call was started."""

    __slots__ = ()

    event_type: Literal["call.initiated"]
    """What it is about."""

    data: Any
    """What happened, as it came: its form is not published."""


class CallRingingWebhookEvent(WebhookEnvelope):
    """`call.ringing`: A call is ringing."""

    __slots__ = ()

    event_type: Literal["call.ringing"]
    """What it is about."""

    data: Any
    """What happened, as it came: its form is not published."""


class CallAnsweredWebhookEvent(WebhookEnvelope):
    """`call.answered`: A call was answered."""

    __slots__ = ()

    event_type: Literal["call.answered"]
    """What it is about."""

    data: Any
    """What happened, as it came: its form is not published."""


class CallEndedWebhookEvent(WebhookEnvelope):
    """`call.ended`: A call ended."""

    __slots__ = ()

    event_type: Literal["call.ended"]
    """What it is about."""

    data: Any
    """What happened, as it came: its form is not published."""


class CallFailedWebhookEvent(WebhookEnvelope):
    """`call.failed`: A call failed."""

    __slots__ = ()

    event_type: Literal["call.failed"]
    """What it is about."""

    data: Any
    """What happened, as it came: its form is not published."""


class CallDeclinedWebhookEvent(WebhookEnvelope):
    """`call.declined`: A call was declined."""

    __slots__ = ()

    event_type: Literal["call.declined"]
    """What it is about."""

    data: Any
    """What happened, as it came: its form is not published."""


class CallNoAnswerWebhookEvent(WebhookEnvelope):
    """`call.no_answer`: A call went unanswered."""

    __slots__ = ()

    event_type: Literal["call.no_answer"]
    """What it is about."""

    data: Any
    """What happened, as it came: its form is not published."""
