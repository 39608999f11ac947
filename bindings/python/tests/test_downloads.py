"""Attachment downloads: blocking, async, and over httpx."""

from __future__ import annotations

import asyncio
import io
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from raw_server import RawRequest, RawServer

import linq_client
from linq_client import AsyncLinq, DownloadError, Linq
from linq_client.emulator import Emulator
from linq_client.httpx import AsyncHttpxTransport, HttpxTransport

CONTENT = bytes(range(256)) * 1_000
FILE = "/attachments/partners/*"

Run = Callable[..., Any]
"""Runs an operation with a client, which takes options."""


def run_sync(operation: Callable[[Any], Any], **options: Any) -> Any:
    with Linq(api_key="sk_secret", **options) as linq:
        return operation(linq)


def run_async(operation: Callable[[Any], Any], **options: Any) -> Any:
    async def main() -> Any:
        async with AsyncLinq(api_key="sk_secret", **options) as linq:
            return await operation(linq)

    return asyncio.run(main())


def run_httpx(operation: Callable[[Any], Any], **options: Any) -> Any:
    with httpx.Client(headers={"x-client": "c"}, cookies={"a": "b"}) as sender:
        return run_sync(operation, transport=HttpxTransport(sender), **options)


def run_async_httpx(operation: Callable[[Any], Any], **options: Any) -> Any:
    async def main() -> Any:
        async with httpx.AsyncClient(headers={"x-client": "c"}, cookies={"a": "b"}) as sender:
            return await operation(AsyncLinq(api_key="sk_secret", transport=AsyncHttpxTransport(sender), **options))

    return asyncio.run(main())


@pytest.fixture(params=[run_sync, run_async, run_httpx, run_async_httpx], ids=["sync", "async", "httpx", "async-httpx"])
def run(request: pytest.FixtureRequest, emulator: Emulator) -> Run:
    def with_emulator(operation: Callable[[Any], Any], **options: Any) -> Any:
        return request.param(operation, **{"base_url": emulator.url, **options})

    return with_emulator


@pytest.fixture(autouse=True)
def faults(emulator: Emulator) -> Iterator[None]:
    yield
    emulator.control("DELETE", "/faults")


@pytest.fixture
def uploaded(emulator: Emulator) -> Any:
    with Linq(api_key="k", base_url=emulator.url) as linq:
        return linq.attachments.upload(CONTENT, filename="photo.png")


def test_download_to_bytes_path_and_file_object(run: Run, uploaded: Any, tmp_path: Path) -> None:
    for source in (uploaded.attachment_id, uploaded.download_url, uploaded):
        assert run(lambda linq, source=source: linq.attachments.download(source)) == CONTENT
    path = tmp_path / "photo.png"
    path.write_bytes(b"replaced")
    for to in (path, str(path)):
        assert run(lambda linq, to=to: linq.attachments.download(uploaded, to=to)) == len(CONTENT)
        assert path.read_bytes() == CONTENT
    assert os.listdir(tmp_path) == ["photo.png"]
    with path.open("wb") as opened:
        opened.write(b"before")
        assert run(lambda linq: linq.attachments.download(uploaded, to=opened)) == len(CONTENT)
    assert path.read_bytes() == b"before" + CONTENT


def test_progress(run: Run, uploaded: Any) -> None:
    seen: list[tuple[int, int | None]] = []
    run(lambda linq: linq.attachments.download(uploaded, progress=lambda *report: seen.append(report)))
    assert seen == sorted(seen)
    assert seen[-1] == (len(CONTENT), len(CONTENT))


def test_exception_of_progress_ends_the_download(run: Run, uploaded: Any) -> None:
    def progress(_received: int, _total: int | None) -> None:
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        run(lambda linq: linq.attachments.download(uploaded, progress=progress))


def test_interrupted_download_is_retried(run: Run, emulator: Emulator, uploaded: Any, tmp_path: Path) -> None:
    for fault in ("truncate", "close"):
        emulator.add_fault(fault, path=FILE, times=1)
        assert run(lambda linq: linq.attachments.download(uploaded)) == CONTENT
    emulator.add_fault("truncate", path=FILE, times=1)
    buffer = io.BytesIO()
    run(lambda linq: linq.attachments.download(uploaded, to=buffer))
    assert buffer.getvalue() == CONTENT


def test_failure_leaves_the_target_untouched(run: Run, emulator: Emulator, uploaded: Any, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"kept")
    emulator.add_fault("truncate", path=FILE)
    with pytest.raises(linq_client.APIConnectionError) as caught:
        run(lambda linq: linq.attachments.download(uploaded, to=path), max_retries=1)
    assert not caught.value.may_have_taken_effect
    assert path.read_bytes() == b"kept"
    assert os.listdir(tmp_path) == ["photo.png"]
    buffer = io.BytesIO()
    with pytest.raises(linq_client.APIConnectionError):
        run(lambda linq: linq.attachments.download(uploaded, to=buffer), max_retries=0)
    assert buffer.getvalue() == b""


def test_limit(run: Run, emulator: Emulator, uploaded: Any) -> None:
    size = len(CONTENT)
    assert len(run(lambda linq: linq.attachments.download(uploaded, max_bytes=size))) == size
    with pytest.raises(DownloadError, match=f"the file is larger than the allowed {size - 1} bytes") as caught:
        run(lambda linq: linq.attachments.download(uploaded, max_bytes=size - 1))
    assert caught.value.status_code is None
    emulator.add_fault("large_body", path=FILE, bytes=1 << 40)
    with pytest.raises(DownloadError, match="larger than the allowed 1000000 bytes"):
        run(lambda linq: linq.attachments.download(uploaded, max_bytes=1_000_000))
    with pytest.raises(linq_client.InvalidArgumentError, match="max_bytes"):
        run(lambda linq: linq.attachments.download(uploaded, max_bytes=-1))


def test_limit_may_exceed_that_of_responses(run: Run, uploaded: Any) -> None:
    content = run(lambda linq: linq.attachments.download(uploaded), max_response_bytes=100_000)
    assert content == CONTENT


def test_expired_url_is_renewed(run: Run, emulator: Emulator, uploaded: Any) -> None:
    for status in (403, 404):
        emulator.add_fault("html", path=FILE, status=status, times=1)
        assert run(lambda linq: linq.attachments.download(uploaded)) == CONTENT
    emulator.add_fault("html", path=FILE, status=403)
    with pytest.raises(DownloadError, match="the storage did not return the file: HTTP 403") as caught:
        run(lambda linq: linq.attachments.download(uploaded.download_url))
    assert caught.value.status_code == 403


@pytest.fixture
def storage() -> Iterator[RawServer]:
    server = RawServer(lambda _request, _connection: False)
    yield server
    server.close()


def test_redirect_is_followed_without_the_token(run: Run, storage: RawServer) -> None:
    received: list[RawRequest] = []

    def respond(request: RawRequest, connection: socket.socket) -> bool:
        received.append(request)
        if request.path.startswith("/v3/"):
            body = f'{{"id": "a1", "download_url": "{storage.url}/a?X-Amz-Signature=s3cret"}}'.encode()
            head = b"200 OK\r\ncontent-type: application/json\r\nset-cookie: api=1"
        elif request.path.startswith("/a"):
            body, head = b"", b"302 Found\r\nlocation: /b"
        else:
            body, head = b"file", b"200 OK"
        connection.sendall(b"HTTP/1.1 " + head + b"\r\ncontent-length: %d\r\n\r\n" % len(body) + body)
        return True

    storage.respond = respond
    headers = {"x-other": "header_secret"}
    content = run(lambda linq: linq.attachments.download("a1", extra_headers=headers), base_url=storage.url)
    assert content == b"file"
    retrieved, *files = received
    assert retrieved.headers["authorization"] == "Bearer sk_secret"
    assert retrieved.headers["x-other"] == "header_secret"
    assert [request.path for request in files] == ["/a?X-Amz-Signature=s3cret", "/b"]
    for request in files:
        assert set(request.headers) == {"accept", "accept-encoding", "host"}
        assert request.headers["accept-encoding"] == "identity"


def test_stalled_download_times_out(run: Run, emulator: Emulator, uploaded: Any) -> None:
    emulator.add_fault("drip", path=FILE, ms=30_000)
    with pytest.raises(linq_client.APITimeoutError):
        run(lambda linq: linq.attachments.download(uploaded, timeout=0.3, max_bytes=300_000), max_retries=0, timeout=3)


def test_invalid_arguments(run: Run, uploaded: Any, tmp_path: Path) -> None:
    with pytest.raises(linq_client.InvalidArgumentError, match=r"url: must start with https://"):
        run(lambda linq: linq.attachments.download("http://cdn.example/a"), base_url="https://api.example")
    with pytest.raises(linq_client.InvalidArgumentError, match="source: must have"):
        run(lambda linq: linq.attachments.download(object()))
    with pytest.raises(FileNotFoundError):
        run(lambda linq: linq.attachments.download(uploaded, to=tmp_path / "missing" / "photo.png"))
    with pytest.raises(IsADirectoryError):
        run(lambda linq: linq.attachments.download(uploaded, to=tmp_path))
    with pytest.raises(TypeError, match="to: must be a path, or a file object"):
        run(lambda linq: linq.attachments.download(uploaded, to=5))


def test_text_file_is_rejected(run: Run, uploaded: Any, tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("w") as opened, pytest.raises(TypeError):
        run(lambda linq: linq.attachments.download(uploaded, to=opened))
