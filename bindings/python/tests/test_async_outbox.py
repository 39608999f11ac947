"""The outbox for asyncio."""

from __future__ import annotations

import asyncio
import gc
import time
import warnings
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from helpers import OURS, THEIRS, UNKNOWN, Lock, Recorder, execute_sql, hello

from linq_client import AsyncLinq, AuthenticationError, InvalidArgumentError, Linq, Response
from linq_client.durable import AsyncOutbox, DamagedError, Outbox, RunSummary
from linq_client.emulator import Emulator


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(seed=7) as emulator:
        yield emulator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox.db"


def texts(emulator: Emulator) -> list[str]:
    messages = emulator.control("GET", "/messages")["messages"]
    return [part["value"] for message in messages for part in message["parts"]]


def enqueue(outbox: AsyncOutbox, linq: AsyncLinq, text: str) -> Any:
    return outbox.enqueue(linq.chats.create, from_=OURS, to=[THEIRS], message=hello(text))


async def until(condition: Any) -> None:
    for _ in range(2_000):
        if await condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError


def test_every_method(emulator: Emulator, async_linq: AsyncLinq, path: Path) -> None:
    async def main() -> None:
        emulator.add_fault("status", status=400, code=1004, times=1)
        linq = async_linq
        async with AsyncOutbox(path) as outbox:
            failing = await enqueue(outbox, linq, "first")
            assert await outbox.run(linq, until_empty=True) == RunSummary(0, 1, 0)
            replaced = await outbox.enqueue_ordered(
                "customer-17", linq.messages.create, to=[THEIRS], message=hello("typo"), idempotency_key="k1"
            )
            cancelled = await enqueue(outbox, linq, "too late")
            assert await outbox.replace(replaced, linq.messages.create, to=[THEIRS], message=hello("fixed"))
            assert await outbox.cancel(cancelled)
            assert await outbox.retry(failing)
            assert await outbox.count() == {"queued": 2, "cancelled": 1}
            assert await outbox.run(linq, until_empty=True) == RunSummary(2, 0, 0)
            assert sorted(texts(emulator)) == ["first", "fixed"]
            assert [entry.id for entry in await outbox.list("sent", after=failing, limit=5)] == [replaced]
            assert [entry.id async for entry in outbox.entries()] == [failing, replaced, cancelled]
            entry = await outbox.get(replaced)
            assert entry
            assert (entry.state, entry.ordering_key, entry.response.chat_id) == ("sent", "customer-17", entry.chat_id)
            by_key = await outbox.get_by_idempotency_key("k1")
            assert by_key
            assert by_key.id == replaced
            with pytest.raises(InvalidArgumentError, match="^before: must have a time zone$"):
                await outbox.delete_finished(datetime.now())
            assert await outbox.delete_finished(datetime.now(timezone.utc) + timedelta(seconds=1)) == 3
            outbox.wake()
        with pytest.raises(RuntimeError, match="^the outbox is closed$"):
            await outbox.count()
        assert repr(outbox) == f"AsyncOutbox({str(path)!r})"

    asyncio.run(main())


def test_many_calls_at_once(emulator: Emulator, async_linq: AsyncLinq, path: Path) -> None:
    async def main() -> None:
        outbox = AsyncOutbox(path)  # opened by the first call
        ids = await asyncio.gather(*(enqueue(outbox, async_linq, f"{number}") for number in range(200)))
        assert sorted(ids) == list(range(1, 201))
        runs = [outbox.run(async_linq, until_empty=True) for _ in range(3)]
        assert sum(summary.sent for summary in await asyncio.gather(*runs)) == 200
        await outbox.close()

    asyncio.run(main())
    assert sorted(map(int, texts(emulator))) == list(range(200))


def test_enqueue_leaves_no_coroutine_behind(emulator: Emulator, async_linq: AsyncLinq, path: Path) -> None:
    async def main() -> None:
        async with AsyncOutbox(path) as outbox:
            await enqueue(outbox, async_linq, "Hi")
            for operation, arguments in ((async_linq.chats.retrieve, (UNKNOWN,)), (async_linq.chats.messages.list, (UNKNOWN,))):
                call: Any = operation
                with pytest.raises(InvalidArgumentError, match="^operation: does not take an idempotency key$"):
                    await outbox.enqueue(call, *arguments)
            with pytest.raises(InvalidArgumentError, match=r"^to\[0\]: "):
                await outbox.enqueue(async_linq.messages.create, to=["555"], message=hello())

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.run(main())
        gc.collect()
    assert not [warning for warning in caught if "never awaited" in str(warning.message)]
    assert not emulator.requests()


def test_run_is_stopped(async_linq: AsyncLinq, emulator: Emulator, path: Path) -> None:
    async def main() -> None:
        emulator.add_fault("delay", ms=500)
        async with AsyncOutbox(path) as outbox:
            run = asyncio.create_task(outbox.run(async_linq))
            for text in ("first", "second"):
                await enqueue(outbox, async_linq, text)

            async def is_sending() -> bool:
                return (await outbox.count())["sending"] > 0

            await until(is_sending)
            outbox.stop()
            assert await run == RunSummary(1, 0, 0)
            assert await outbox.count() == {"sent": 1, "queued": 1}

    asyncio.run(main())


def test_run_is_cancelled_with_its_task(async_linq: AsyncLinq, emulator: Emulator, path: Path) -> None:
    async def main() -> None:
        emulator.add_fault("delay", ms=5_000, times=1)
        async with AsyncOutbox(path) as outbox:
            await enqueue(outbox, async_linq, "Hi")
            run = asyncio.create_task(outbox.run(async_linq, lease=20))

            async def is_sending() -> bool:
                return bool(emulator.requests())

            await until(is_sending)
            run.cancel()
            with pytest.raises(asyncio.CancelledError):
                await run
            assert await outbox.count() == {"sending": 1}
            outbox.stop()  # no run is left, so this stops the next
            assert await outbox.run(async_linq) == RunSummary(0, 0, 0)
            # As if the lease had ended.
            execute_sql(path, ("UPDATE linq_outbox SET ready_at = 0", []))
            assert await outbox.run(async_linq, until_empty=True) == RunSummary(1, 0, 0)
        assert texts(emulator) == ["Hi"]

    asyncio.run(main())


def test_event_loop_runs_while_the_file_is_locked(async_linq: AsyncLinq, path: Path) -> None:
    async def main() -> None:
        async with AsyncOutbox(path) as outbox:
            lock = Lock(path)
            waiting = asyncio.create_task(enqueue(outbox, async_linq, "Hi"))
            started, ticks = time.monotonic(), 0
            while time.monotonic() - started < 0.5:
                await asyncio.sleep(0.01)
                ticks += 1
            assert ticks > 10
            assert not waiting.done()
            lock.release()
            assert await waiting == 1

    asyncio.run(main())


def test_errors(recorder: Recorder, async_linq: AsyncLinq, path: Path) -> None:
    recorder.respond = lambda _request: (401, {}, b'{"error": {"code": 2004}}')

    async def main() -> None:
        async with AsyncOutbox(path) as outbox, AsyncLinq(api_key="wrong", base_url=recorder.url) as linq:
            await enqueue(outbox, linq, "Hi")
            with pytest.raises(AuthenticationError):
                await outbox.run(linq, until_empty=True)

            async def transport(_request: object) -> Response:
                return Response(200)

            with pytest.raises(InvalidArgumentError, match="^client: must use the package's own transport"):
                await outbox.run(AsyncLinq(api_key="k", transport=transport))
            blocking: Any = Linq(api_key="k")
            with pytest.raises(InvalidArgumentError, match="^client: must be of the class AsyncLinq$"):
                await outbox.run(blocking)
            await linq.close()
            with pytest.raises(RuntimeError, match="^the client is closed$"):
                await outbox.run(linq)
        damaged = path.with_name("damaged.db")
        damaged.write_bytes(b"no database" * 1000)
        with pytest.raises(DamagedError):
            async with AsyncOutbox(damaged):
                pass
        with pytest.raises(DamagedError):
            await AsyncOutbox(damaged).run(async_linq)

    asyncio.run(main())


def test_blocking_and_async_outbox_share_a_file(linq: Linq, async_linq: AsyncLinq, emulator: Emulator, path: Path) -> None:
    async def main() -> None:
        with Outbox(path) as blocking:
            blocking.enqueue(async_linq.messages.create, to=[THEIRS], message=hello("async"))
            async with AsyncOutbox(path) as outbox:
                await outbox.enqueue(linq.messages.create, to=[THEIRS], message=hello("blocking"))
                assert (await outbox.run(async_linq, until_empty=True)).sent == 2
        assert sorted(texts(emulator)) == ["async", "blocking"]

    asyncio.run(main())
