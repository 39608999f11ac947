"""Observers of attempts, and the retry quota."""

from __future__ import annotations

import asyncio
import math
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from helpers import OURS, THEIRS, UNKNOWN, Recorder, hello

from linq_client import (
    APIConnectionError,
    AsyncLinq,
    AttemptFailure,
    AttemptObserver,
    AttemptRequest,
    AttemptResponse,
    DownloadError,
    InternalServerError,
    Linq,
)
from linq_client.emulator import Emulator
from linq_client.httpx import AsyncHttpxTransport, HttpxTransport

SECRETS = ("sk_secret", "tenant_secret", "words of the message", "key-17", "127.0.0.1", THEIRS)
PATH = "/v3/chats/{chat_id}/messages"


class Log(AttemptObserver):
    """An observer that keeps its records."""

    def __init__(self) -> None:
        self.records: list[Any] = []
        self.threads: set[int] = set()

    def on_request(self, request: AttemptRequest) -> None:
        self._add(request)

    def on_response(self, response: AttemptResponse) -> None:
        self._add(response)

    def on_failure(self, failure: AttemptFailure) -> None:
        self._add(failure)

    def _add(self, record: object) -> None:
        self.records.append(record)
        self.threads.add(threading.get_ident())


@pytest.fixture
def own_emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


def options(emulator: Emulator, observer: AttemptObserver) -> Any:
    return {
        "api_key": "sk_secret",
        "base_url": emulator.url,
        "default_headers": {"X-Tenant": "tenant_secret"},
        "observer": observer,
    }


def message() -> Any:
    return {**hello("words of the message"), "idempotency_key": "key-17"}


def check(log: Log, chat_id: str) -> None:
    """Checks the records of a send that got a 503 and then a 202."""
    first, unavailable, second, accepted = log.records
    assert first == AttemptRequest(operation="chats.messages.send", method="POST", path=PATH, attempt=1, delay=0.0)
    assert type(unavailable) is AttemptResponse
    assert (unavailable.attempt, unavailable.status_code, unavailable.error_code) == (1, 503, 3006)
    assert unavailable.trace_id and 0 < unavailable.duration < 20
    assert type(second) is AttemptRequest and second.attempt == 2 and second.delay > 0
    assert unavailable.retry_delay == second.delay
    assert (accepted.operation, accepted.method, accepted.path) == ("chats.messages.send", "POST", PATH)
    assert (accepted.attempt, accepted.status_code, accepted.error_code, accepted.retry_delay) == (2, 202, None, None)
    assert log.threads == {threading.get_ident()}
    text = repr(log.records)
    assert not [secret for secret in (*SECRETS, chat_id) if secret in text]


def unavailable_once(emulator: Emulator) -> None:
    emulator.add_fault("status", status=503, code=3006, times=1)


@pytest.mark.parametrize("over_httpx", [False, True], ids=["native", "httpx"])
def test_observer(own_emulator: Emulator, over_httpx: bool) -> None:
    log = Log()
    if over_httpx:
        linq = Linq(**options(own_emulator, log), transport=HttpxTransport(httpx.Client()))
    else:
        linq = Linq(**options(own_emulator, log))
    with linq:
        chat_id = linq.chats.create(from_=OURS, to=[THEIRS], message=hello()).chat.id
        log.records.clear()
        unavailable_once(own_emulator)
        linq.chats.messages.send(chat_id, message=message())
    check(log, chat_id)


@pytest.mark.parametrize("over_httpx", [False, True], ids=["native", "httpx"])
def test_async_observer_is_called_by_the_event_loop(own_emulator: Emulator, over_httpx: bool) -> None:
    log = Log()

    async def main() -> None:
        if over_httpx:
            linq = AsyncLinq(**options(own_emulator, log), transport=AsyncHttpxTransport(httpx.AsyncClient()))
        else:
            linq = AsyncLinq(**options(own_emulator, log))
        async with linq:
            chat_id = (await linq.chats.create(from_=OURS, to=[THEIRS], message=hello())).chat.id
            log.records.clear()
            unavailable_once(own_emulator)
            await linq.chats.messages.send(chat_id, message=message())
            # Without another turn of the loop: the records came before the result.
            check(log, chat_id)

    asyncio.run(main())


def test_failure_is_observed(closed_port: str) -> None:
    log = Log()
    linq = Linq(api_key="any", base_url=closed_port, observer=log, max_retries=0)
    with pytest.raises(APIConnectionError):
        linq.chats.retrieve(UNKNOWN)
    _, failure = log.records
    assert type(failure) is AttemptFailure
    assert (failure.operation, failure.kind, failure.may_have_been_sent) == ("chats.retrieve", "connect", False)
    assert failure.retry_delay is None


def test_uploads_are_observed(own_emulator: Emulator) -> None:
    log = Log()
    with Linq(**options(own_emulator, log)) as linq:
        linq.attachments.upload(b"\0" * 1000, filename="cake.jpg")
    operations = [record.operation for record in log.records]
    assert operations == ["attachments.create"] * 2 + ["attachments.upload"] * 2


def fail_storage_twice(emulator: Emulator) -> None:
    for fault, fields in (("html", {"status": 503}), ("truncate", {})):
        emulator.add_fault(fault, path="/attachments/partners/*", times=1, **fields)


def check_download(log: Log) -> None:
    """Checks the records of a download whose file the storage returned at the third attempt."""
    retrieve, _, *records = log.records
    assert (retrieve.operation, retrieve.path) == ("attachments.retrieve", "/v3/attachments/{attachment_id}")
    assert {(record.operation, record.method, record.path) for record in records} == {("attachments.download", "GET", "")}
    assert [record.attempt for record in records] == [1, 1, 2, 2, 3, 3]
    _, unavailable, second, truncated, third, received = records
    assert (unavailable.status_code, unavailable.retry_delay) == (503, second.delay)
    assert (truncated.kind, truncated.retry_delay) == ("connection_lost", third.delay)
    assert (received.status_code, received.retry_delay) == (200, None)
    assert log.threads == {threading.get_ident()}
    assert not [secret for secret in (*SECRETS, "cake") if secret in repr(log.records)]


@pytest.mark.parametrize("over_httpx", [False, True], ids=["native", "httpx"])
def test_downloads_are_observed(own_emulator: Emulator, over_httpx: bool) -> None:
    log = Log()
    transport = HttpxTransport(httpx.Client()) if over_httpx else None
    with Linq(**options(own_emulator, log), transport=transport) as linq:
        uploaded = linq.attachments.upload(b"\0" * 1000, filename="cake.jpg")
        log.records.clear()
        fail_storage_twice(own_emulator)
        linq.attachments.download(uploaded.attachment_id)
    check_download(log)


@pytest.mark.parametrize("over_httpx", [False, True], ids=["native", "httpx"])
def test_async_downloads_are_observed(own_emulator: Emulator, over_httpx: bool) -> None:
    log = Log()

    async def main() -> None:
        transport = AsyncHttpxTransport(httpx.AsyncClient()) if over_httpx else None
        async with AsyncLinq(**options(own_emulator, log), transport=transport) as linq:
            uploaded = await linq.attachments.upload(b"\0" * 1000, filename="cake.jpg")
            log.records.clear()
            fail_storage_twice(own_emulator)
            await linq.attachments.download(uploaded.attachment_id)
            check_download(log)

    asyncio.run(main())


class Raising(AttemptObserver):
    def __init__(self, exception: BaseException) -> None:
        self.exception = exception

    def on_request(self, request: AttemptRequest) -> None:
        raise self.exception

    def on_response(self, response: AttemptResponse) -> None:
        raise self.exception


@pytest.fixture
def unraisable(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    unraisable: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", lambda shown: unraisable.append(shown.exc_value))
    return unraisable


def test_exception_of_an_observer_does_not_affect_the_call(own_emulator: Emulator, unraisable: list[Any]) -> None:
    error = ValueError("broken metrics")
    with Linq(**options(own_emulator, Raising(error))) as linq:
        linq.chats.create(from_=OURS, to=[THEIRS], message=hello())
    assert unraisable == [error, error]

    async def main() -> None:
        async with AsyncLinq(**options(own_emulator, Raising(error))) as linq:
            await linq.chats.create(from_=OURS, to=[THEIRS], message=hello())

    asyncio.run(main())
    assert unraisable == [error] * 4


def test_exit_exception_of_an_observer_is_raised(own_emulator: Emulator) -> None:
    with Linq(**options(own_emulator, Raising(KeyboardInterrupt()))) as linq, pytest.raises(KeyboardInterrupt):
        linq.chats.create(from_=OURS, to=[THEIRS], message=hello())

    async def main() -> None:
        async with AsyncLinq(**options(own_emulator, Raising(SystemExit(3)))) as linq:
            await linq.chats.create(from_=OURS, to=[THEIRS], message=hello())

    with pytest.raises(SystemExit):
        asyncio.run(main())


def attempts(linq: Linq, server: Recorder) -> int:
    """Returns the number of attempts of a call that gets a 503."""
    before = len(server.requests)
    with pytest.raises(InternalServerError):
        linq.chats.retrieve(UNKNOWN)
    return len(server.requests) - before


def test_retry_quota(recorder: Recorder) -> None:
    recorder.respond = lambda _request: (503, {"retry-after-ms": "1"}, b"{}")

    def client(retry_quota: float) -> Linq:
        return Linq(api_key="any", base_url=recorder.url, retry_quota=retry_quota)

    limited = client(15)
    # Copies over the same transport share the quota.
    assert [attempts(linq, recorder) for linq in (limited, limited.copy(timeout=9), limited)] == [3, 2, 1]
    assert attempts(client(0), recorder) == 1
    assert attempts(limited.copy(retry_quota=5), recorder) == 2
    unlimited, default = client(math.inf), Linq(api_key="any", base_url=recorder.url)
    assert {attempts(unlimited, recorder) for _ in range(60)} == {3}
    assert [attempts(default, recorder) for _ in range(51)] == [3] * 50 + [1]


def test_retry_quota_of_downloads(recorder: Recorder) -> None:
    recorder.respond = lambda _request: (503, {"retry-after-ms": "1"}, b"")

    def requests(linq: Linq) -> int:
        before = len(recorder.requests)
        with pytest.raises(DownloadError):
            linq.attachments.download(f"{recorder.url}/photo.png")
        return len(recorder.requests) - before

    for transport in (None, HttpxTransport(httpx.Client())):
        linq = Linq(api_key="any", base_url=recorder.url, retry_quota=15, transport=transport)
        assert [requests(linq) for _ in range(3)] == [3, 2, 1]
