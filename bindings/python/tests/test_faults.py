"""Fault injection over sockets, against httpx: a request that was received is never reported as not sent.

`tests/vectors/README.md` describes the shared tables and the invariants.
"""

from __future__ import annotations

import asyncio
import collections
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from helpers import UNKNOWN, VECTORS
from raw_server import RawRequest, RawServer, read_request, reset

from linq_client import AsyncLinq, Linq, LinqError
from linq_client.httpx import AsyncHttpxTransport, HttpxTransport

TABLES = json.loads((VECTORS / "faults.json").read_text())
HEADS = [
    b"".join(part["text"].encode("latin-1") * part.get("times", 1) for part in row)
    for row in json.loads((VECTORS / "malformed_heads.json").read_text())
]

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""A context without certificates, which are slow to load."""

Outcome = Any
"""The result of a call, or its exception."""
Call = Callable[[Any], Any]


def run_sync(calls: list[Call], parallel: int, **options: Any) -> list[Outcome]:
    def outcome(call: Call) -> Outcome:
        try:
            return call(linq)
        except BaseException as error:
            return error

    with httpx.Client(verify=NO_TLS) as sender, ThreadPoolExecutor(parallel) as threads:
        linq = Linq(api_key="k", transport=HttpxTransport(sender), **options)
        return list(threads.map(outcome, calls))


def run_async(calls: list[Call], parallel: int, **options: Any) -> list[Outcome]:
    async def main() -> list[Outcome]:
        permits = asyncio.Semaphore(parallel)
        async with httpx.AsyncClient(verify=NO_TLS) as sender:
            linq = AsyncLinq(api_key="k", transport=AsyncHttpxTransport(sender), **options)

            async def one(call: Call) -> Outcome:
                async with permits:
                    return await call(linq)

            return await asyncio.gather(*map(one, calls), return_exceptions=True)

    return asyncio.run(main())


def in_parallel(function: Callable[[Any], Any], rows: list[Any]) -> list[Any]:
    with ThreadPoolExecutor(16) as threads:
        return list(threads.map(function, rows))


@pytest.fixture(params=[run_sync, run_async], ids=["sync", "async"])
def run(request: pytest.FixtureRequest) -> Callable[..., list[Outcome]]:
    runner: Callable[..., list[Outcome]] = request.param
    return runner


def test_malformed_head_may_have_taken_effect(run: Callable[..., list[Outcome]]) -> None:
    seen: collections.Counter[int] = collections.Counter()
    lock = threading.Lock()

    def respond(request: RawRequest, connection: socket.socket) -> bool:
        index = int(request.headers["x-index"])
        with lock:
            seen[index] += 1
        connection.sendall(HEADS[index])
        time.sleep(0.05)
        return False

    def add(index: int) -> Call:
        return lambda linq: linq.chats.participants.add(
            UNKNOWN, handle="+12052499136", extra_headers={"x-index": str(index)}
        )

    server = RawServer(respond)
    outcomes = run([add(index) for index in range(len(HEADS))], 16, base_url=server.url, timeout=1, max_retries=0)
    server.close()
    assert len(HEADS) == 331
    for index, outcome in enumerate(outcomes):
        if isinstance(outcome, BaseException):
            assert isinstance(outcome, LinqError), (HEADS[index][:80], outcome)
            assert outcome.may_have_taken_effect, (HEADS[index][:80], outcome)
    assert set(seen.values()) == {1}
    assert sum(not isinstance(outcome, BaseException) for outcome in outcomes) > 50


class FaultServer:
    """A server that injects the faults of a row, which the call names in a header."""

    def __init__(self) -> None:
        self.attempts: collections.Counter[int] = collections.Counter()
        self.executed: collections.Counter[int] = collections.Counter()
        self.asked: collections.Counter[int] = collections.Counter()
        self.rows: list[Any] = []
        self._keys: set[str] = set()
        self._lock = threading.Lock()
        self.server = RawServer(self._respond)

    def _respond(self, request: RawRequest, connection: socket.socket) -> bool:
        index = int(request.headers["x-row"])
        row = self.rows[index]
        if request.method == "GET":
            return self._play(TABLES["faults"][row["warm_up"]], "list", connection)
        with self._lock:
            attempt = self.attempts[index]
            self.attempts[index] += 1
            assert attempt < len(row["faults"]), "more attempts than 2 retries make"
            fault = TABLES["faults"][row["faults"][attempt]]
            self.asked[index] += fault["asks_to_retry"]
            key = json.loads(request.body)["message"]["idempotency_key"] if row["call"] == "send" else None
            if fault["executes"] and key not in self._keys:
                self.executed[index] += 1
                if key:
                    self._keys.add(key)
        return self._play(fault, row["call"], connection)

    def _play(self, fault: Any, call: str, connection: socket.socket) -> bool:
        time.sleep(fault["delay_ms"] / 1000)
        body = '{"phone_numbers":[]}'
        response = fault["response"].get(call) or f"HTTP/1.1 200 X\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        if call == "list" or fault["response"][call]:
            connection.sendall(response.encode("latin-1"))
        if fault["then"] == "reset":
            reset(connection)
        return bool(fault["then"] == "keep")

    def check(self, outcomes: list[Outcome]) -> None:
        for index, (row, outcome) in enumerate(zip(self.rows, outcomes, strict=True)):
            executed, shown = self.executed[index], (index, row, outcome)
            if not isinstance(outcome, BaseException):
                assert executed, shown
            else:
                assert isinstance(outcome, LinqError), shown
                assert outcome.may_have_taken_effect or not executed, shown
            assert executed <= (1 if row["call"] == "send" else 1 + self.asked[index]), shown


@pytest.fixture
def faults() -> Iterator[FaultServer]:
    faults = FaultServer()
    yield faults
    faults.server.close()


def call_of(row: Any, index: int) -> Call:
    headers = {"x-row": str(index)}
    if row["call"] == "send":
        message = {"parts": [{"type": "text", "value": "Hi"}]}
        return lambda linq: linq.chats.messages.send(UNKNOWN, message=message, extra_headers=headers)
    if row["call"] == "react":
        return lambda linq: linq.messages.add_reaction("m1", operation="add", type="love", extra_headers=headers)
    return lambda linq: linq.chats.share_contact_card(UNKNOWN, extra_headers=headers)


@pytest.mark.parametrize("table", ["stale_connections", "two_addresses", "random"])
def test_error_after_an_effect_is_never_not_sent(
    run: Callable[..., list[Outcome]], faults: FaultServer, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults.rows = TABLES[table]
    host = "localhost" if table == "two_addresses" else "127.0.0.1"
    base_url = f"http://{host}:{faults.server.port}"
    if table == "two_addresses":
        _with_two_addresses(monkeypatch)
    calls = [call_of(row, index) for index, row in enumerate(faults.rows)]
    if table == "random":
        assert len(calls) == 400
        outcomes = run(calls, 64, base_url=base_url, timeout=0.3, max_retries=2)
    else:
        # Each row has its own client, and so its own connections.
        calls = [_after_warm_up(call, index) if "warm_up" in faults.rows[index] else call for index, call in enumerate(calls)]
        outcomes = in_parallel(lambda call: run([call], 1, base_url=base_url, timeout=1, max_retries=2)[0], calls)
    faults.check(outcomes)


def _after_warm_up(call: Call, index: int) -> Call:
    def both(linq: Any) -> Any:
        first = linq.phone_numbers.list(extra_headers={"x-row": str(index)})
        if isinstance(linq, Linq):
            time.sleep(0.05)
            return call(linq)

        async def later() -> Any:
            await first
            await asyncio.sleep(0.05)
            return await call(linq)

        return later()

    return both


def _with_two_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes `localhost` both ::1, where nothing listens, and 127.0.0.1."""
    resolve = socket.getaddrinfo

    def both(host: Any, port: Any, *arguments: Any, **options: Any) -> Any:
        if host not in ("localhost", b"localhost"):
            return resolve(host, port, *arguments, **options)
        tcp = (socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
        return [(socket.AF_INET6, *tcp, ("::1", int(port), 0, 0)), (socket.AF_INET, *tcp, ("127.0.0.1", int(port)))]

    monkeypatch.setattr(socket, "getaddrinfo", both)


class Storage:
    """The API's part of an upload, and a storage that injects a fault into the first PUT."""

    def __init__(self, fault: Any) -> None:
        self.fault = fault
        self.created = 0
        self.stored: set[str] = set()
        self.deleted: set[str] = set()
        self.listener = RawServer(lambda _request, _connection: False)
        self.listener._serve = self._serve  # type: ignore[method-assign]

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                while self._respond(connection):
                    pass
            except OSError:
                pass

    def _respond(self, connection: socket.socket) -> bool:
        request = read_request(connection, reads_body=False)
        if request is None:
            return False
        length, received = int(request.headers.get("content-length", 0)), len(request.body)
        fault = None
        if request.method == "PUT":
            fault, self.fault = self.fault, None
        wanted = length if fault is None or fault["body_bytes"] is None else fault["body_bytes"]
        while received < wanted:
            chunk = connection.recv(min(65536, wanted - received))
            if not chunk:
                return False
            received += len(chunk)
        if request.method != "PUT":
            if request.method == "DELETE":
                self.deleted.add(request.path.rpartition("/")[2])
            return self._create(connection)
        if received == length and (fault is None or fault["stores"]):
            self.stored.add(request.path.partition("?")[0].rpartition("/")[2])
        if fault is None:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            return True
        connection.sendall(fault["response"].encode("latin-1"))
        if fault["then"] == "reset":
            reset(connection)
        return bool(fault["then"] == "keep")

    def _create(self, connection: socket.socket) -> bool:
        self.created += 1
        created = {
            "attachment_id": f"a{self.created}",
            "download_url": "http://x/f",
            "expires_at": "2036-10-09T12:49:56Z",
            "http_method": "PUT",
            "required_headers": {"Content-Type": "image/jpeg"},
            "upload_url": f"{self.listener.url}/up/a{self.created}?X-Amz-Signature=s",
        }
        body = json.dumps(created).encode()
        connection.sendall(b"HTTP/1.1 201 X\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        return True


def test_upload_faults(run: Callable[..., list[Outcome]]) -> None:
    content = b"x" * 1_500_000

    def upload(fault: Any) -> None:
        storage = Storage(fault)
        call: Call = lambda linq: linq.attachments.upload(content, filename="a.jpg", timeout=1)  # noqa: E731
        (outcome,) = run([call], 1, base_url=storage.listener.url, timeout=1, max_retries=2)
        storage.listener.close()
        if isinstance(outcome, BaseException):
            assert isinstance(outcome, LinqError), (fault, outcome)
        else:
            assert outcome.attachment_id in storage.stored - storage.deleted, fault

    in_parallel(upload, TABLES["uploads"])
