"""Webhooks, without a client: checking deliveries, making them in tests, and handling each event once.

    from linq_client import webhooks

    event = webhooks.unwrap(body, headers=request.headers, key=secret)
    if isinstance(event, MessageReceivedWebhookEvent) and store.is_first(event.event_id):
        print(event.message().text)
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from ._webhooks import check_headers, parse_unverified, sign, unwrap
from .types._events.message_view import MessageView

__all__ = ["MemoryDedupStore", "MessageView", "check_headers", "parse_unverified", "sign", "unwrap"]


class MemoryDedupStore:
    """Which events were handled, in this process: delivery is at least once.

    Args:
        capacity: How many to remember; the oldest are forgotten first.
    """

    def __init__(self, capacity: int = 10_000) -> None:
        self._capacity = capacity
        self._lock = Lock()
        self._events: OrderedDict[str, None] = OrderedDict()

    def is_first(self, event_id: str) -> bool:
        """Whether this is the first time that the event is asked for; it counts as handled from then on."""
        with self._lock:
            if event_id in self._events:
                return False
            self._events[event_id] = None
            while len(self._events) > self._capacity:
                self._events.popitem(last=False)
            return True

    def forget(self, event_id: str) -> None:
        """Gives an event back that could not be handled, so that its next delivery is."""
        with self._lock:
            self._events.pop(event_id, None)
