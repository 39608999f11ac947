"""Deduplication of webhook events, which are delivered at least once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from typing import Literal, TypeAlias

from ._native import MemoryDedupStore

# A union, since `stubtest` mistakes an alias of several literals for one.
Deduplicated: TypeAlias = Literal["handled", "duplicate"] | Literal["running"]


def deduplicate(store: MemoryDedupStore, event_id: str, handler: Callable[[], object]) -> Deduplicated:
    """Handles an event, unless it has been handled or is being handled.

    Args:
        store: Store of the claims of this process.
        event_id: Identifier of the event.
        handler: Called for the first delivery. If it raises, the claim is released, so that the next delivery is handled:
            respond with a 5xx status, and Linq redelivers the event.

    Returns:
        `"handled"`, or `"duplicate"` if it had been handled before: respond with a 2xx status. `"running"` if an earlier
        delivery is being handled and may still fail: respond with 503, and Linq redelivers the event.
    """
    with _claimed(store, event_id) as outcome:
        if outcome == "handled" and isinstance(handler(), Awaitable):
            raise TypeError("handler: must not return an awaitable; use deduplicate_async")
    return outcome


async def deduplicate_async(
    store: MemoryDedupStore, event_id: str, handler: Callable[[], Awaitable[object]]
) -> Deduplicated:
    """Same as `deduplicate`, with an asynchronous handler. Cancellation releases the claim too."""
    with _claimed(store, event_id) as outcome:
        if outcome == "handled":
            await handler()
    return outcome


@contextmanager
def _claimed(store: MemoryDedupStore, event_id: str) -> Generator[Deduplicated]:
    """Claims an event for a block, and finishes or releases the claim after it. Yields the outcome if the block succeeds."""
    claim = store.claim(event_id)
    if claim.token is None:
        yield "running" if claim.state == "running" else "duplicate"
        return
    try:
        yield "handled"
    except BaseException:
        store.release(event_id, claim.token)
        raise
    store.finish(event_id)
