"""Deduplication of webhook events."""

from __future__ import annotations

import asyncio
import threading

import pytest

from linq_client import InvalidArgumentError, webhooks
from linq_client.webhooks import MemoryDedupStore, deduplicate, deduplicate_async


def test_failed_event_is_handled_on_redelivery() -> None:
    store, calls = MemoryDedupStore(), []

    def fail() -> None:
        assert deduplicate(store, "e1", lambda: calls.append("second")) == "running"
        raise KeyError("no luck")

    with pytest.raises(KeyError):
        deduplicate(store, "e1", fail)
    assert deduplicate(store, "e1", lambda: calls.append("third")) == "handled"
    assert deduplicate(store, "e1", lambda: calls.append("fourth")) == "duplicate"
    assert calls == ["third"]


def test_failed_async_event_is_handled_on_redelivery() -> None:
    store, calls = MemoryDedupStore(), []

    async def handle(name: str) -> None:
        await asyncio.sleep(0)
        calls.append(name)

    async def fail() -> None:
        assert await deduplicate_async(store, "e1", lambda: handle("second")) == "running"
        raise KeyError("no luck")

    async def main() -> None:
        with pytest.raises(KeyError):
            await deduplicate_async(store, "e1", fail)
        assert await deduplicate_async(store, "e1", lambda: handle("third")) == "handled"
        assert await deduplicate_async(store, "e1", lambda: handle("fourth")) == "duplicate"

    asyncio.run(main())
    assert calls == ["third"]


def test_cancelled_handler_releases_its_claim() -> None:
    async def main() -> None:
        store = MemoryDedupStore()
        first = asyncio.create_task(deduplicate_async(store, "e1", lambda: asyncio.sleep(3600)))
        await asyncio.sleep(0)
        assert store.claim("e1").state == "running"
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        assert await deduplicate_async(store, "e1", lambda: asyncio.sleep(0)) == "handled"

    asyncio.run(main())


def test_awaitable_from_a_blocking_handler_is_an_error() -> None:
    store = MemoryDedupStore()
    loop = asyncio.new_event_loop()
    with pytest.raises(TypeError, match="deduplicate_async"):
        deduplicate(store, "e1", loop.create_future)
    loop.close()
    assert store.claim("e1").state == "first"


def test_late_release_leaves_the_claim_of_another_worker() -> None:
    store = MemoryDedupStore(capacity=1)
    expired = first(store, "e1")
    first(store, "e2")  # evicts e1
    token = first(store, "e1")
    store.release("e1", expired)
    assert store.claim("e1").state == "running"
    store.finish("e1")  # by the worker whose claim expired
    store.release("e1", token)
    assert store.claim("e1").state == "done"


def test_concurrent_claims() -> None:
    store, claims = MemoryDedupStore(), []
    threads = [threading.Thread(target=lambda: claims.append(store.claim("e1").state)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claims) == ["first"] + ["running"] * 19


def test_repr_of_a_claim() -> None:
    store = MemoryDedupStore()
    claim = store.claim("e1")
    assert isinstance(claim, webhooks.Claim)
    assert repr(claim) == f"Claim(state='first', token={claim.token})"
    assert repr(store.claim("e1")) == "Claim(state='running', token=None)"


def test_capacity_must_be_positive() -> None:
    with pytest.raises(InvalidArgumentError, match="capacity"):
        MemoryDedupStore(capacity=0)


def first(store: MemoryDedupStore, event_id: str) -> int:
    claim = store.claim(event_id)
    assert claim.state == "first"
    assert claim.token is not None
    return claim.token
