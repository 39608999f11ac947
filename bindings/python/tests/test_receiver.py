"""Resource limits of the FastAPI example."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

import linq_client
from linq_client import webhooks

SECRET = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
EVENT = json.dumps({"event_id": "e1", "event_type": "participant.added", "data": {}}).encode()


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Any:
    pytest.importorskip("fastapi")
    monkeypatch.setenv("LINQ_WEBHOOK_SECRET", SECRET)
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "examples"))
    sys.modules.pop("webhooks_fastapi", None)
    return importlib.import_module("webhooks_fastapi")


async def deliver(sample: Any, headers: dict[str, str], chunks: AsyncIterator[bytes]) -> tuple[int, int]:
    """Delivers a body in chunks. Returns the status and the number of chunks that were read."""
    read, statuses = 0, []

    async def receive() -> dict[str, Any]:
        nonlocal read
        async for chunk in chunks:
            read += 1
            return {"type": "http.request", "body": chunk, "more_body": True}
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        statuses.append(message.get("status"))

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/linq",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }
    await sample.app(scope, receive, send)
    return statuses[0], read


async def of(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


async def never() -> AsyncIterator[bytes]:
    yield EVENT[:5]
    await asyncio.sleep(3600)


def signed(**options: Any) -> dict[str, str]:
    return webhooks.sign(EVENT, webhook_id="e1", key=SECRET, **options)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"webhook-id": "e1"},
        {**signed(), "webhook-signature": "v1"},
        {**signed(), "webhook-timestamp": "now"},
        signed(timestamp=1_000_000_000),
        {"x-webhook-signature": "00"},
    ],
)
def test_body_is_not_read_without_signature_headers(sample: Any, headers: dict[str, str]) -> None:
    headers = {name: value for name, value in headers.items() if not name.startswith("x-") or len(headers) == 1}
    status, read = asyncio.run(deliver(sample, headers, of(EVENT)))
    assert status in (400, 401)
    assert read == 0


def test_signed_delivery_is_accepted(sample: Any) -> None:
    assert asyncio.run(deliver(sample, signed(), of(EVENT[:7], EVENT[7:])))[0] == 204


def test_event_is_acknowledged_after_it_is_handled(sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    async def status() -> int:
        return (await deliver(sample, signed(), of(EVENT)))[0]

    async def main() -> None:
        begun = asyncio.Event()
        outcome: Any = asyncio.get_running_loop().create_future()

        async def handle(_: Any) -> None:
            begun.set()
            await outcome

        monkeypatch.setattr(sample, "handle", handle)
        first = asyncio.create_task(status())
        await begun.wait()
        assert await status() == 503
        outcome.set_exception(KeyError("no luck"))
        with pytest.raises(KeyError):  # which a server turns into a 500
            await first
        outcome = asyncio.get_running_loop().create_future()
        outcome.set_result(None)
        assert await status() == 204
        outcome = None  # which cannot be awaited
        assert await status() == 204

    asyncio.run(asyncio.wait_for(main(), 5))


def test_large_body_is_rejected_early(sample: Any) -> None:
    status, read = asyncio.run(deliver(sample, signed(), of(*[b"x" * 65536] * 100)))
    assert status == 413
    assert read == 17
    assert sample.buffered == 0


def test_body_timeout(sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "MAX_BODY_SECONDS", 0.1)
    assert asyncio.run(asyncio.wait_for(deliver(sample, signed(), never()), 5))[0] == 408
    assert sample.buffered == 0


def test_total_buffered_bytes_are_limited(sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "MAX_BUFFERED_BYTES", 1000)
    monkeypatch.setattr(sample, "MAX_BODY_SECONDS", 0.2)

    async def half() -> AsyncIterator[bytes]:
        yield b"x" * 90
        await asyncio.sleep(3600)

    async def main() -> list[int]:
        deliveries = (deliver(sample, signed(), half()) for _ in range(20))
        return [status for status, _ in await asyncio.gather(*deliveries)]

    statuses = asyncio.run(asyncio.wait_for(main(), 5))
    assert (statuses.count(408), statuses.count(503)) == (11, 9)
    assert sample.buffered == 0


def test_check_headers() -> None:
    webhooks.check_headers(signed(), key=SECRET)
    webhooks.check_headers(signed(), key=["whsec_b3RoZXI=", SECRET])
    webhooks.check_headers(signed(timestamp=1_000_000_000), key=SECRET, tolerance=1e10)
    with pytest.raises(linq_client.APIWebhookValidationError) as caught:
        webhooks.check_headers({}, key=SECRET)
    assert caught.value.status_code in (400, 401)
    for problem in ({"key": ""}, {"key": SECRET, "tolerance": -1}):
        with pytest.raises(linq_client.InvalidArgumentError):
            webhooks.check_headers(signed(), **problem)  # type: ignore[arg-type]
