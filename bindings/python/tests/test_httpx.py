"""Transports over httpx: limits and failures."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from helpers import SENT, UNKNOWN, Recorder, hello
from raw_server import RawRequest, RawServer

import linq_client
from linq_client import AsyncLinq, Linq, LinqError, Request, Response, ResponseTooLarge
from linq_client.httpx import AsyncHttpxTransport, HttpxTransport

LIST = b'{"phone_numbers":[]}'
MEBIBYTE = 1 << 20
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""A context without certificates, which are slow to load."""


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Returns a function that calls an operation over httpx."""

    def sync_call(operation: Callable[[Any], Any], *, httpx_options: Any = None, **options: Any) -> Any:
        with httpx.Client(verify=NO_TLS, **(httpx_options or {})) as sender:
            return operation(Linq(api_key="k", transport=HttpxTransport(sender), **options))

    def async_call(operation: Callable[[Any], Any], *, httpx_options: Any = None, **options: Any) -> Any:
        async def main() -> Any:
            async with httpx.AsyncClient(verify=NO_TLS, **(httpx_options or {})) as sender:
                return await operation(AsyncLinq(api_key="k", transport=AsyncHttpxTransport(sender), **options))

        return asyncio.run(main())

    return sync_call if request.param == "sync" else async_call


def list_numbers(linq: Any) -> Any:
    return linq.phone_numbers.list()


def send(linq: Any) -> Any:
    return linq.chats.messages.send(UNKNOWN, message=hello())


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[RawRequest, socket.socket], bool]], RawServer]]:
    servers: list[RawServer] = []

    def start(respond: Callable[[RawRequest, socket.socket], bool]) -> RawServer:
        servers.append(RawServer(respond))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.mark.parametrize("part", ["head", "body"])
@pytest.mark.parametrize("is_reused", [False, True])
def test_timeout_of_a_slow_response(call: Any, serve: Any, part: str, is_reused: bool) -> None:
    left = threading.Event()
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n"

    def respond(request: RawRequest, connection: socket.socket) -> bool:
        if request.path.endswith("/contact_card") or "contact" in request.path:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            return True
        start = 20 if part == "head" else len(whole)
        connection.sendall(whole[:start])
        try:
            for byte in (whole + LIST)[start:]:
                connection.sendall(bytes([byte]))
                time.sleep(0.15)
            while connection.recv(1000):
                pass
        except OSError:
            pass
        left.set()
        return False

    server = serve(respond)

    def operation(linq: Any) -> Any:
        if not is_reused:
            return list_numbers(linq)
        first = linq.get("/v3/contact")
        if isinstance(linq, Linq):
            return list_numbers(linq)

        async def both() -> Any:
            await first
            return await list_numbers(linq)

        return both()

    began = time.monotonic()
    with pytest.raises(linq_client.APITimeoutError):
        call(operation, base_url=server.url, timeout=0.4, max_retries=0)
    assert 0.35 < time.monotonic() - began < 0.8
    # httpx cannot be interrupted while it reads a head on a reused connection.
    assert left.wait(0.5 if part == "body" or not is_reused else 10), "the connection is closed"
    for thread in threading.enumerate():
        if thread.name == "linq-client-httpx":
            thread.join(0.5)
            assert not thread.is_alive()
    assert server.connections == 1


def test_deadline_of_a_slow_response(call: Any, serve: Any) -> None:
    def respond(_request: RawRequest, connection: socket.socket) -> bool:
        for byte in b"HTTP/1.1 200 OK\r\n":
            connection.sendall(bytes([byte]))
            time.sleep(0.1)
        return False

    began = time.monotonic()
    with pytest.raises(linq_client.APITimeoutError):
        call(list_numbers, base_url=serve(respond).url, timeout=60, deadline=0.4)
    assert time.monotonic() - began < 0.8


def test_timeout_while_connecting_is_not_sent(call: Any) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        address = full.getsockname()
        with socket.create_connection(address):
            others = [socket.socket() for _ in range(3)]
            for other in others:  # the queue is full: no more connections come about
                other.setblocking(False)
                other.connect_ex(address)
            with pytest.raises(linq_client.APITimeoutError) as caught:
                call(send, base_url=f"http://127.0.0.1:{address[1]}", timeout=0.3, max_retries=0)
            for other in others:
                other.close()
    assert not caught.value.may_have_taken_effect


def test_timeout_of_the_connection_pool_is_not_sent(serve: Any) -> None:
    def respond(_request: RawRequest, connection: socket.socket) -> bool:
        time.sleep(1)
        return False

    server = serve(respond)

    async def main() -> list[Any]:
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(limits=limits) as sender:
            linq = AsyncLinq(
                api_key="k", transport=AsyncHttpxTransport(sender), base_url=server.url, timeout=0.4, max_retries=0
            )
            return await asyncio.gather(send(linq), send(linq), return_exceptions=True)

    effects = [error.may_have_taken_effect for error in asyncio.run(main())]
    assert sorted(effects) == [False, True]


def bomb(size: int) -> bytes:
    return gzip.compress(b" " * size, 9)


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ({"content-encoding": "gzip"}, bomb(64 * MEBIBYTE)),
        ({}, LIST + b" " * (40 * MEBIBYTE)),
    ],
)
def test_response_too_large(
    call: Any, recorder: Recorder, headers: dict[str, str], content: bytes
) -> None:
    recorder.respond = lambda _request: (202, headers, content)
    with pytest.raises(linq_client.APIConnectionError, match="larger") as caught:
        call(send, base_url=recorder.url, max_retries=0)
    assert isinstance(caught.value.__cause__, ResponseTooLarge)
    assert caught.value.may_have_taken_effect
    assert caught.value.idempotency_key


def test_max_response_bytes_option(call: Any, recorder: Recorder) -> None:
    recorder.respond = lambda _request: (200, {"content-encoding": "gzip"}, gzip.compress(LIST))
    call(list_numbers, base_url=recorder.url, max_response_bytes=len(LIST))
    with pytest.raises(linq_client.APIConnectionError, match="more than 19 bytes"):
        call(list_numbers, base_url=recorder.url, max_response_bytes=len(LIST) - 1, max_retries=0)
    for options in ({"max_response_bytes": 0}, {"max_response_bytes": -1}):
        with pytest.raises(linq_client.InvalidArgumentError, match="max_response_bytes: must be at least 1"):
            Linq(api_key="k", **options)


def test_max_response_bytes_of_custom_transports(recorder: Recorder) -> None:
    content = LIST + b" " * 1000
    recorder.respond = lambda _request: (200, {"content-encoding": "gzip"}, gzip.compress(content))
    options: Any = {"api_key": "k", "base_url": recorder.url, "max_response_bytes": 500, "max_retries": 0}
    over_python = Linq(transport=lambda _request: Response(200, {}, content), **options)

    async def main() -> None:
        await AsyncLinq(**options).phone_numbers.list()

    for made in (lambda: asyncio.run(main()), Linq(**options).phone_numbers.list, over_python.phone_numbers.list):
        with pytest.raises(linq_client.APIConnectionError, match="larger"):
            made()


@pytest.mark.parametrize(
    ("encoding", "content"),
    [("gzip", SENT), ("gzip", gzip.compress(SENT)[:-9]), ("br", SENT), ("gzip, gzip", gzip.compress(SENT))],
)
def test_invalid_content_encoding_may_have_taken_effect(
    call: Any, recorder: Recorder, encoding: str, content: bytes
) -> None:
    recorder.respond = lambda _request: (202, {"content-encoding": encoding}, content)
    with pytest.raises(linq_client.APIConnectionError) as caught:
        call(send, base_url=recorder.url, max_retries=0)
    assert caught.value.may_have_taken_effect


def test_httpx_does_not_retry(recorder: Recorder) -> None:
    seen: list[Any] = []

    class Repeats(httpx.BaseTransport):
        """Sends a request twice, as HTTP/2 does after GOAWAY."""

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            for _ in range(2):
                seen.append(request)
                request.extensions["trace"]("http2.send_request_headers.started", {"request": request})
            return httpx.Response(202, content=SENT)

    with httpx.Client(transport=Repeats()) as sender:
        linq = Linq(api_key="k", transport=HttpxTransport(sender), max_retries=0)
        with pytest.raises(linq_client.APIConnectionError) as caught:
            send(linq)
    assert caught.value.may_have_taken_effect
    assert len(seen) == 2


def test_mock_transport_of_httpx(call: Any) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            raise KeyError("mine")
        return httpx.Response(202, content=gzip.compress(SENT), headers={"content-encoding": "gzip"})

    options = {"transport": httpx.MockTransport(handle)}
    assert call(send, httpx_options=options).message.id == "m1"
    with pytest.raises(KeyError, match="mine"):
        call(list_numbers, httpx_options=options)


def test_repr_of_requests_redacts_paths() -> None:
    secret = Request("PUT", "https://user:pw@storage.example/bucket/+15556667777?X-Amz-Signature=s3cret", None, b"text")
    assert repr(secret) == "<Request('PUT', 'https://storage.example/\u2026')>"
    assert repr(Request("GET", "https://api.example?from=%2B15556667777")) == "<Request('GET', 'https://api.example/\u2026')>"
    assert repr(Request("", "")) == "<Request('', '')>"
    with pytest.raises(LinqError) as caught:
        Linq(api_key="k", base_url="http://127.0.0.1:1", max_retries=0).chats.list_chats(from_="+15556667777")
    shown = repr(caught.value) + str(caught.value) + repr(caught.value.request)  # type: ignore[attr-defined]
    assert "5556667777" not in shown
