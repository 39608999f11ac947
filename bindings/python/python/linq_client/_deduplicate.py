"""Handling an event once, though it is delivered at least once."""

from __future__ import annotations

from collections.abc import Awaitable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ._native import MemoryDedupStore

# A union, as `stubtest` takes an alias of several literals for one.
Deduplicated: TypeAlias = Literal["handled", "duplicate"] | Literal["running"]


def deduplicate(store: MemoryDedupStore, event_id: str, handler: Callable[[], object]) -> Deduplicated:
    """Handles an event unless it has been handled, or is being handled, already.

    Args:
        store: The claims of this process.
        event_id: The event.
        handler: Called for the first delivery. If it raises, the claim is released, so that the next one is handled: answer
            with a 5xx status, and Linq delivers the event again.

    Returns:
        `"handled"`, or `"duplicate"` if it had been handled before: answer with a 2xx status. `"running"` if an earlier
        delivery is being handled, which may yet fail: answer with 503, and Linq delivers the event again.
    """
    with _claimed(store, event_id) as outcome:
        if outcome == "handled" and isinstance(handler(), Awaitable):
            raise TypeError("handler: must not return an awaitable; deduplicate_async awaits it")
    return outcome


async def deduplicate_async(
    store: MemoryDedupStore, event_id: str, handler: Callable[[], Awaitable[object]]
) -> Deduplicated:
    """Does what `deduplicate` does, and awaits the handler. The claim is released if that is cancelled, too."""
    with _claimed(store, event_id) as outcome:
        if outcome == "handled":
            await handler()
    return outcome


@contextmanager
def _claimed(store: MemoryDedupStore, event_id: str) -> Generator[Deduplicated]:
    """Ends the claim with the block. Yields the outcome if the block, which has to handle `"handled"`, succeeds."""
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
