"""Proxies of the environment."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from typing import Any

import pytest
from raw_server import RawRequest, RawServer

from linq_client import AsyncLinq, InvalidArgumentError, Linq

UNREACHABLE = "10.255.255.1"
"""The host of the storage, which only the proxy reaches."""


def api(request: RawRequest, connection: socket.socket) -> bool:
    body = {
        "attachment_id": "a1",
        "download_url": f"http://{UNREACHABLE}/file",
        "expires_at": "2036-10-09T12:49:56Z",
        "http_method": "PUT",
        "required_headers": {"Content-Type": "image/jpeg"},
        "upload_url": f"http://{UNREACHABLE}/upload?X-Amz-Signature=s",
    }
    content = json.dumps(body).encode()
    head = f"HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
    connection.sendall(head.encode() + content)
    return True


def upload(kind: type[Any], **options: Any) -> Any:
    linq = kind(api_key="k", allow_http=True, max_retries=0, connect_timeout=5, timeout=10, **options)
    result = linq.attachments.upload(b"x" * 10, filename="a.jpg")
    return asyncio.run(result) if kind is AsyncLinq else result


@pytest.fixture
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.usefixtures("without_proxies")
@pytest.mark.parametrize("kind", [Linq, AsyncLinq])
@pytest.mark.parametrize(
    ("host", "no_proxy", "calls_through_proxy"),
    [("127.0.0.1", "", 0), ("0.0.0.0", "0.0.0.0", 0), ("0.0.0.0", "", 1)],
    ids=["loopback", "NO_PROXY", "proxy"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="0.0.0.0 is not this machine everywhere")
def test_proxy_is_chosen_per_host(
    monkeypatch: pytest.MonkeyPatch, kind: type[Any], host: str, no_proxy: str, calls_through_proxy: int
) -> None:
    proxied: list[str] = []

    def proxy(request: RawRequest, connection: socket.socket) -> bool:
        target = request.path
        if request.method == "CONNECT":
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            target = f"http://{target}"
        elif UNREACHABLE in target or request.method == "PUT":
            connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
        else:
            api(request, connection)
        if target.startswith("http://"):
            proxied.append(target.split("/")[2].split(":")[0])
        return True

    gateway, front = RawServer(api), RawServer(proxy)
    monkeypatch.setenv("HTTP_PROXY", front.url)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    uploaded = upload(kind, base_url=f"http://{host}:{gateway.port}")
    assert uploaded.attachment_id == "a1"
    assert proxied == ["0.0.0.0"] * calls_through_proxy + [UNREACHABLE]


@pytest.mark.usefixtures("without_proxies")
@pytest.mark.parametrize("kind", [Linq, AsyncLinq])
@pytest.mark.parametrize("url", ["http://user:hunter2@127.0.0.1:99999", "http://user:hunter2@127.0.0.1:x", "socks5://127.0.0.1:1"])
def test_invalid_proxies(monkeypatch: pytest.MonkeyPatch, kind: type[Any], url: str) -> None:
    with pytest.raises(InvalidArgumentError, match="^proxy: ") as given:
        list_numbers(kind(api_key="k", proxy=url))
    monkeypatch.setenv("https_proxy", url)
    with pytest.raises(InvalidArgumentError, match="^https_proxy: ") as found:
        list_numbers(kind(api_key="k"))
    assert "hunter2" not in f"{given.value!r} {found.value!r}"
    gateway = RawServer(api)
    with pytest.raises(Exception, match="https_proxy") as failed:
        upload(kind, base_url=gateway.url)
    assert "hunter2" not in repr(failed.value)


def list_numbers(linq: Any) -> Any:
    result = linq.phone_numbers.list()
    return asyncio.run(result) if isinstance(linq, AsyncLinq) else result
