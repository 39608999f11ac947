"""Webhooks without a client: verifying deliveries, signing them in tests, and deduplicating events.

    from linq_client import webhooks

    store = webhooks.MemoryDedupStore()

    event = webhooks.unwrap(body, headers=request.headers, key=secret)
    outcome = webhooks.deduplicate(store, event.event_id, lambda: handle(event))
"""

from __future__ import annotations

from ._deduplicate import Deduplicated, deduplicate, deduplicate_async
from ._native import Claim, MemoryDedupStore
from ._webhooks import check_headers, parse_unverified, sign, unwrap
from .types._events.message_view import MessageView

__all__ = [
    "Claim",
    "Deduplicated",
    "MemoryDedupStore",
    "MessageView",
    "check_headers",
    "deduplicate",
    "deduplicate_async",
    "parse_unverified",
    "sign",
    "unwrap",
]
