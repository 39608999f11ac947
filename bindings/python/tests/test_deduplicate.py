"""Handling each event once."""

from __future__ import annotations

import asyncio
import threading

import pytest

from linq_client import InvalidArgumentError, webhooks
from linq_client.webhooks import MemoryDedupStore, deduplicate, deduplicate_async


def test_event_that_fails_is_handled_when_it_comes_again() -> None:
    store, calls = MemoryDedupStore(), []

    def fail() -> None:
        assert deduplicate(store, "e1", lambda: calls.append("second")) == "running"
        raise KeyError("no luck")

    with pytest.raises(KeyError):
        deduplicate(store, "e1", fail)
    assert deduplicate(store, "e1", lambda: calls.append("third")) == "handled"
    assert deduplicate(store, "e1", lambda: calls.append("fourth")) == "duplicate"
    assert calls == ["third"]


def test_async_event_that_fails_is_handled_when_it_comes_again() -> None:
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


def test_coroutine_of_a_blocking_call_is_an_error_and_not_handled() -> None:
    store = MemoryDedupStore()
    loop = asyncio.new_event_loop()
    with pytest.raises(TypeError, match="deduplicate_async"):
        deduplicate(store, "e1", loop.create_future)
    loop.close()
    assert store.claim("e1").state == "first"


def test_late_release_leaves_the_claim_of_another_worker() -> None:
    store = MemoryDedupStore(capacity=1)
    lapsed = first(store, "e1")
    first(store, "e2")  # there is room for one
    token = first(store, "e1")
    store.release("e1", lapsed)
    assert store.claim("e1").state == "running"
    store.finish("e1")  # by the worker whose claim lapsed
    store.release("e1", token)
    assert store.claim("e1").state == "done"


def test_one_of_many_threads_is_the_first() -> None:
    store, claims = MemoryDedupStore(), []
    threads = [threading.Thread(target=lambda: claims.append(store.claim("e1").state)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claims) == ["first"] + ["running"] * 19


def test_claim_shows_its_state() -> None:
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
