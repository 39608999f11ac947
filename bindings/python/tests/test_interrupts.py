"""Exceptions during a call, of signal handlers and of callbacks."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections.abc import Iterator

import pytest
from helpers import UNKNOWN

import linq_client
from linq_client import AsyncLinq, Linq, Request, Response
from linq_client.emulator import Emulator

LARGE = b"x" * 30_000_000


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class CtrlC(logging.Handler):
    """A handler that raises SIGINT while the line of that number is logged."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.left = line

    def emit(self, _record: logging.LogRecord) -> None:
        self.left -= 1
        if self.left == 0:
            signal.raise_signal(signal.SIGINT)


@pytest.fixture
def handler(request: pytest.FixtureRequest) -> Iterator[CtrlC]:
    logger = logging.getLogger("linq_client")
    before, handler = logger.level, CtrlC(request.param)
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(before)


@pytest.mark.parametrize("handler", [1, 2], indirect=True)
def test_ctrl_c_while_a_line_is_logged(linq: Linq, chat_id: str, handler: CtrlC) -> None:
    handler.left += 3  # `chat_id` has logged three lines
    with pytest.raises(KeyboardInterrupt):
        for _ in range(3):
            linq.chats.retrieve(chat_id)


@pytest.mark.parametrize("handler", [1, 2], indirect=True)
def test_ctrl_c_while_a_line_is_logged_over_a_transport(handler: CtrlC) -> None:
    def transport(_request: Request) -> Response:
        return Response(500)

    linq = Linq(api_key="any", transport=transport, max_retries=0)
    with pytest.raises(KeyboardInterrupt):
        linq.chats.retrieve(UNKNOWN)
    assert handler.left <= 0  # later lines are logged too


def test_ctrl_c_while_the_log_level_is_read(linq: Linq, chat_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("linq_client")
    monkeypatch.setattr(logger, "getEffectiveLevel", lambda: signal.raise_signal(signal.SIGINT), raising=False)
    with pytest.raises(KeyboardInterrupt):
        linq.chats.retrieve(chat_id)


class RaisingProgress:
    """A `progress` function that raises on its first call."""

    def __init__(self, problem: Exception | None) -> None:
        self.problem = problem
        self.calls: list[int] = []

    def __call__(self, sent: int, total: int) -> None:
        self.calls.append(sent)
        assert total == len(LARGE)
        if self.problem is None:
            signal.raise_signal(signal.SIGINT)
        else:
            raise self.problem


@pytest.mark.parametrize("problem", [None, KeyError("mine")])
def test_exception_of_progress_ends_the_upload(emulator: Emulator, linq: Linq, problem: Exception | None) -> None:
    progress = RaisingProgress(problem)
    emulator.control("DELETE", "/requests")
    with pytest.raises(KeyboardInterrupt if problem is None else KeyError) as caught:
        linq.attachments.upload(LARGE, filename="a.png", progress=progress)
    assert problem is None or caught.value is problem
    assert len(progress.calls) == 1
    assert progress.calls[0] < len(LARGE)
    assert not [it for it in emulator.requests() if it["method"] == "PUT" and (it["status"] or 500) < 300]
    assert linq.phone_numbers.list().phone_numbers  # the client still works


def test_exception_of_progress_ends_an_upload_on_another_thread(linq: Linq) -> None:
    progress, caught = RaisingProgress(KeyError("mine")), []

    def work() -> None:
        try:
            linq.attachments.upload(LARGE, filename="a.png", progress=progress)
        except KeyError as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert caught == [progress.problem]


def test_exception_of_progress_ends_an_async_upload(async_linq: AsyncLinq) -> None:
    progress = RaisingProgress(KeyError("mine"))

    async def main() -> None:
        with pytest.raises(KeyError) as caught:
            await async_linq.attachments.upload(LARGE, filename="a.png", progress=progress)
        assert caught.value is progress.problem
        assert (await async_linq.phone_numbers.list()).phone_numbers

    asyncio.run(main())
    assert len(progress.calls) == 1


def test_exception_of_progress_ends_an_upload_over_a_transport(emulator: Emulator) -> None:
    httpx = pytest.importorskip("httpx")
    from linq_client.httpx import HttpxTransport

    progress = RaisingProgress(KeyError("mine"))
    with httpx.Client() as sender:
        linq = linq_client.Linq(api_key="any", base_url=emulator.url, transport=HttpxTransport(sender))
        with pytest.raises(KeyError):
            linq.attachments.upload(LARGE, filename="a.png", progress=progress)
