# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from ..._native import Model
from .shared import WebhookEventType


class WebhookEventListResponse(Model):
    """Every kind of event that can be subscribed to."""

    __slots__ = ()

    doc_url: str
    """The page that explains them."""

    events: list[WebhookEventType]
    """The kinds."""
