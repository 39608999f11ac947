"""Calls of `AsyncLinq`."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import time
import warnings
from pathlib import Path
from typing import Any

import pytest
from helpers import UNKNOWN, Recorder, hello

import linq_client
from linq_client import AsyncAPIResponse, AsyncLinq, Linq
from linq_client.emulator import Emulator
from linq_client.pagination import AsyncListMessagesPagination
from linq_client.types import Chat


def test_calls_pages_and_raw_responses(linq: Linq, async_linq: AsyncLinq, chat_id: str) -> None:
    async def main() -> None:
        chat = await async_linq.chats.retrieve(chat_id)
        assert type(chat) is Chat
        assert chat == linq.chats.retrieve(chat_id)
        for number in range(4):
            await async_linq.chats.messages.send(chat_id, message=hello(str(number)))
        page = await async_linq.chats.messages.list(chat_id, limit=2)
        assert type(page) is AsyncListMessagesPagination
        assert [message.id async for message in page] == [
            message.id async for message in async_linq.chats.messages.list(chat_id, limit=2)
        ]
        assert [len(later.messages) async for later in page.iter_pages()] == [2, 2, 1]
        assert len((await page.get_next_page()).messages) == 2
        response = await async_linq.chats.with_raw_response.retrieve(chat_id)
        assert type(response) is AsyncAPIResponse
        assert await response.parse() == linq.chats.retrieve(chat_id)
        assert await response.json() == (await response.parse(to=dict))
        raw_page = await async_linq.chats.messages.with_raw_response.list(chat_id, limit=2)
        assert (await raw_page.parse()).has_next_page()
        async with async_linq.chats.with_streaming_response.retrieve(chat_id) as streamed:
            assert b"".join([chunk async for chunk in streamed.iter_bytes(10)]) == await streamed.read()
        assert (await async_linq.get(f"/v3/chats/{chat_id}", cast_to=Chat)).id == chat_id
        with pytest.raises(linq_client.NotFoundError):
            await async_linq.chats.retrieve(UNKNOWN)
        with pytest.raises(linq_client.InvalidArgumentError):
            await async_linq.chats.retrieve("..")

    asyncio.run(main())


def test_concurrent_calls(async_linq: AsyncLinq, chat_id: str) -> None:
    async def main() -> None:
        chats = await asyncio.gather(*(async_linq.chats.retrieve(chat_id) for _ in range(200)))
        assert {chat.id for chat in chats} == {chat_id}

    asyncio.run(main())


def test_client_is_shared_between_loops_and_threads(async_linq: AsyncLinq, chat_id: str) -> None:
    found: list[str] = []

    async def main() -> None:
        found.append((await async_linq.chats.retrieve(chat_id)).id)

    for _ in range(3):
        asyncio.run(main())
    threads = [threading.Thread(target=lambda: asyncio.run(main())) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [chat_id] * 8


def test_cancelled_task_cancels_its_call(recorder: Recorder) -> None:
    arrived, left = threading.Event(), threading.Event()

    def respond(request: Any) -> Any:
        arrived.set()
        request.connection.settimeout(10)
        # The client closes the connection.
        if request.connection.recv(1) == b"":
            left.set()
        return 200, {}, b"{}"

    recorder.respond = respond

    async def main() -> None:
        linq = AsyncLinq(api_key="any", base_url=recorder.url)
        call = asyncio.ensure_future(linq.chats.retrieve(UNKNOWN))
        await asyncio.to_thread(arrived.wait, 10)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert await asyncio.to_thread(left.wait, 10)

    asyncio.run(main())


def test_result_for_a_closed_loop_is_dropped(recorder: Recorder) -> None:
    go = threading.Event()

    def respond(_request: Any) -> Any:
        go.wait(10)
        return 200, {}, b"{}"

    recorder.respond = respond

    async def main() -> None:
        linq = AsyncLinq(api_key="any", base_url=recorder.url)
        linq._native.start("chats.retrieve", {"chat_id": UNKNOWN})
        await asyncio.sleep(0.05)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(main())
        go.set()
        gc.collect()
    assert len(recorder.requests) == 1

    async def again() -> str:
        async with AsyncLinq(api_key="any", base_url=recorder.url) as linq:
            return (await linq.chats.retrieve(UNKNOWN)).id

    recorder.respond = lambda _request: (200, {}, b'{"id": "c1"}')
    assert asyncio.run(again()) == "c1"


class NoReaders(asyncio.SelectorEventLoop):
    """A loop without `add_reader`, such as the default loop of Windows."""

    def add_reader(self, *_: Any) -> Any:
        raise NotImplementedError


def test_loop_without_add_reader(async_linq: AsyncLinq, chat_id: str) -> None:
    loop = NoReaders()
    # Its own waker uses `_add_reader`.
    try:
        async def main() -> None:
            chats = await asyncio.gather(*(async_linq.chats.retrieve(chat_id) for _ in range(20)))
            assert {chat.id for chat in chats} == {chat_id}

        loop.run_until_complete(main())
    finally:
        loop.close()


def test_call_without_running_loop_is_an_error(async_linq: AsyncLinq) -> None:
    with pytest.raises(RuntimeError, match="no running event loop"):
        async_linq._native.start("chats.retrieve", {"chat_id": UNKNOWN})


def test_closed_client_rejects_calls(emulator: Emulator) -> None:
    async def main() -> None:
        async with AsyncLinq(api_key="any", base_url=emulator.url) as linq:
            await linq.chats.list_chats()
        with pytest.raises(RuntimeError, match="closed"):
            await linq.chats.list_chats()

    asyncio.run(main())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_clients_in_a_forked_child(linq: Linq, async_linq: AsyncLinq, chat_id: str) -> None:
    async def main() -> str:
        return (await async_linq.chats.retrieve(chat_id)).id

    def both() -> bool:
        return linq.chats.retrieve(chat_id).id == asyncio.run(main()) == chat_id

    assert both()
    child = os.fork()
    if child == 0:
        os._exit(0 if both() else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert both()


def test_upload(async_linq: AsyncLinq, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"x" * 200_000)
    progress: list[tuple[int, int, threading.Thread]] = []

    async def main() -> None:
        def report(sent: int, total: int) -> None:
            progress.append((sent, total, threading.current_thread()))

        uploaded = await async_linq.attachments.upload(photo, progress=report)
        assert (uploaded.filename, uploaded.size_bytes) == ("photo.png", 200_000)
        with photo.open("rb") as opened:
            assert (await async_linq.attachments.upload(opened)).filename == "photo.png"
        with pytest.raises(FileNotFoundError) as caught:
            await async_linq.attachments.upload(tmp_path / "missing.png")
        assert str(tmp_path / "missing.png") in str(caught.value)

    asyncio.run(main())
    assert progress[-1][:2] == (200_000, 200_000)
    assert {thread for _, _, thread in progress} == {threading.main_thread()}


def test_deprecated_method_warns(async_linq: AsyncLinq) -> None:
    async def main() -> None:
        with pytest.deprecated_call(match="phone_numbers.list"):
            await async_linq.phonenumbers.list()

    asyncio.run(main())


def test_raw_requests_and_retries(async_linq: AsyncLinq, emulator: Emulator) -> None:
    async def main() -> None:
        emulator.add_fault("status", status=503, code=3002, times=1)
        assert (await async_linq.phone_numbers.with_raw_response.list()).retries_taken == 1
        assert "phone_numbers" in await async_linq.get("v3/phone_numbers", options={"max_retries": 0})
        with pytest.raises(TypeError, match="cast_to"):
            await async_linq.get("/v3/phone_numbers", cast_to=int)

    asyncio.run(main())


@pytest.mark.parametrize("raised", [StopIteration(1), StopAsyncIteration(), KeyError("mine"), asyncio.CancelledError()])
def test_exception_of_progress_ends_the_upload(async_linq: AsyncLinq, raised: BaseException) -> None:
    def progress(_sent: int, _total: int) -> None:
        raise raised

    async def main() -> BaseException | None:
        upload = async_linq.attachments.upload(b"x" * 300_000, filename="a.jpg", progress=progress)
        (result,) = await asyncio.wait_for(asyncio.gather(upload, return_exceptions=True), 10)
        return result if isinstance(result, BaseException) else None

    error = asyncio.run(main())
    if isinstance(raised, StopIteration):
        # A coroutine cannot raise it (PEP 479).
        assert isinstance(error, RuntimeError)
        error = error.__cause__
    assert type(error) is type(raised)


def test_progress_after_the_loop_is_closed_is_ignored(
    linq: Linq, async_linq: AsyncLinq, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    unraisable: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", lambda shown: unraisable.append(shown.exc_value))
    uploaded = linq.attachments.upload(b"x" * 1_000, filename="a.jpg")
    emulator.add_fault("drip", ms=20, path="/attachments/partners/*", times=1)
    reports: list[int] = []

    async def main() -> asyncio.Future[bytes]:
        started = asyncio.Event()

        def progress(received: int, _total: int | None) -> None:
            reports.append(received)
            started.set()

        download = asyncio.ensure_future(async_linq.attachments.download(uploaded, progress=progress))
        await started.wait()
        return download

    loop = asyncio.new_event_loop()
    download = loop.run_until_complete(main())
    loop.close()
    before = list(reports)
    time.sleep(0.2)
    assert (unraisable, reports) == ([], before)
    assert not download.done()


class RejectsResults(asyncio.SelectorEventLoop):
    """A loop whose futures reject results while `rejects` is set."""

    rejects = False

    def create_future(self) -> asyncio.Future[Any]:
        future: asyncio.Future[Any] = Rejecting(loop=self) if self.rejects else super().create_future()
        return future


class Rejecting(asyncio.Future):  # type: ignore[type-arg]
    def set_result(self, _result: Any) -> None:
        raise ValueError("no result here")

    def set_exception(self, _exception: Any) -> None:
        raise TypeError("no exception here")


def test_rejected_result_does_not_affect_others(
    async_linq: AsyncLinq, chat_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    unraisable: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", lambda shown: unraisable.append(shown.exc_value))
    loop = RejectsResults()

    async def main() -> None:
        taken: list[Any] = []
        for index, chat in enumerate([chat_id] * 20 + [UNKNOWN] * 2):
            loop.rejects = index % 2 == 0
            call = async_linq._native.start("chats.retrieve", {"chat_id": chat})
            if not loop.rejects:
                taken.append(call.future)
        loop.rejects = False
        *chats, error = await asyncio.wait_for(asyncio.gather(*taken, return_exceptions=True), 10)
        assert {chat.id for chat in chats} == {chat_id}
        assert isinstance(error, linq_client.NotFoundError)
        while len(unraisable) < 11:
            await asyncio.sleep(0.01)

    try:
        loop.run_until_complete(asyncio.wait_for(main(), 20))
    finally:
        loop.close()
    assert {str(error) for error in unraisable} == {"no result here", "no exception here"}


def test_exception_rejected_by_a_future_becomes_a_cause(async_linq: AsyncLinq) -> None:
    class Picky(asyncio.Future):  # type: ignore[type-arg]
        def set_exception(self, exception: Any) -> None:
            if isinstance(exception, linq_client.LinqError):
                raise TypeError("no exception here")
            super().set_exception(exception)

    class Loop(asyncio.SelectorEventLoop):
        def create_future(self) -> asyncio.Future[Any]:
            return Picky(loop=self)

    async def main() -> None:
        with pytest.raises(RuntimeError) as caught:
            await async_linq._native.start("chats.retrieve", {"chat_id": UNKNOWN}).future
        assert isinstance(caught.value.__cause__, linq_client.NotFoundError)

    loop = Loop()
    try:
        loop.run_until_complete(asyncio.wait_for(main(), 10))
    finally:
        loop.close()


def test_max_connections(recorder: Recorder) -> None:
    lock, active, most = threading.Lock(), 0, 0

    def respond(_request: Any) -> Any:
        nonlocal active, most
        with lock:
            active += 1
            most = max(most, active)
        go.wait(0.1)
        with lock:
            active -= 1
        return 200, {}, b'{"phone_numbers":[]}'

    go = threading.Event()
    recorder.respond = respond

    async def main() -> None:
        linq = AsyncLinq(api_key="any", base_url=recorder.url, max_connections=4)
        await asyncio.gather(*(linq.phone_numbers.list() for _ in range(20)))
        assert most == 4
        more = linq.with_options(max_connections=8)
        await asyncio.gather(*(more.phone_numbers.list() for _ in range(20)))
        assert most == 8
        alone = AsyncLinq(api_key="any", base_url=recorder.url, max_connections=1, max_retries=0)
        holder = asyncio.ensure_future(alone.phone_numbers.list())
        while not active:
            await asyncio.sleep(0.001)
        with pytest.raises(linq_client.APITimeoutError) as caught:
            await alone.chats.typing.start(UNKNOWN, timeout=0.01)
        assert not caught.value.may_have_taken_effect, "the request waited for a connection"
        await holder

    asyncio.run(main())
    with pytest.raises(linq_client.InvalidArgumentError, match="max_connections: must be at least 1"):
        AsyncLinq(api_key="any", max_connections=0)
