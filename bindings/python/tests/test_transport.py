"""Custom transports."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from helpers import UNKNOWN, Recorder, hello

import linq_client
from linq_client import AsyncLinq, ConnectFailure, ConnectTimeoutFailure, ConnectionLost, Linq, Request, Response, TimeoutFailure, TransportFailure
from linq_client.emulator import Emulator
from linq_client.httpx import AsyncHttpxTransport, HttpxTransport

ACCEPTED = b'{"message": "m", "status": "accepted", "trace_id": "t"}'


class Script:
    """A transport with prepared outcomes, which records requests."""

    def __init__(self, *outcomes: Response | Exception) -> None:
        self.outcomes = list(outcomes)
        self.requests: list[Request] = []

    def __call__(self, request: Request) -> Response:
        self.requests.append(request)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def client(script: Script) -> Linq:
    return Linq(api_key="sk_secret", base_url="https://example.com/api", transport=script)


def test_lone_surrogates_in_a_page_are_replaced() -> None:
    body = (
        rb'{"messages": [{"id": "m1", "chat_id": "c1", "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",'
        rb' "is_delivered": true, "is_from_me": true, "is_read": false, "delivery_status": "read",'
        rb' "parts": [{"type": "text", "value": "cut \ud83d"}]}]}'
    )
    page = client(Script(Response(200, {}, body))).chats.messages.list(UNKNOWN)
    (message,) = page.messages
    assert message.parts and message.parts[0].to_dict() == {"type": "text", "value": "cut \ufffd"}


def test_request_is_complete() -> None:
    script = Script(Response(202, {"X-Trace-ID": "t"}, ACCEPTED))
    response = client(script).chats.participants.add(UNKNOWN, handle="+12052499136", timeout=7)
    assert response.status == "accepted"
    (request,) = script.requests
    assert (request.method, request.url) == ("POST", f"https://example.com/api/v3/chats/{UNKNOWN}/participants")
    assert json.loads(request.content) == {"handle": "+12052499136"}
    assert request.headers["Authorization"] == "Bearer sk_secret"
    assert request.headers["content-type"] == "application/json"
    assert request.timeout == 7
    assert "secret" not in repr(request) + repr(request.headers)


def test_request_that_was_not_sent_is_retried() -> None:
    script = Script(ConnectFailure("refused"), Response(503, {"Retry-After": "0"}), Response(202, {}, ACCEPTED))
    assert client(script).chats.participants.add(UNKNOWN, handle="+12052499136").status == "accepted"
    assert len(script.requests) == 3


def test_retries_have_the_same_idempotency_key() -> None:
    script = Script(ConnectionLost("cut"), TimeoutFailure("slow"), ConnectionLost("cut"))
    with pytest.raises(linq_client.APIConnectionError) as caught:
        client(script).chats.messages.send(UNKNOWN, message=hello())  # type: ignore[arg-type]
    keys = {json.loads(request.content)["message"]["idempotency_key"] for request in script.requests}
    assert len(script.requests) == 3
    assert len(keys) == 1
    assert caught.value.may_have_taken_effect
    assert isinstance(caught.value.__cause__, ConnectionLost)


def test_call_that_is_not_idempotent_is_not_retried() -> None:
    script = Script(ConnectionLost("cut"))
    with pytest.raises(linq_client.APIConnectionError):
        client(script).webhook_subscriptions.create(
            target_url="https://example.com", subscribed_events=["message.received"]
        )
    assert len(script.requests) == 1


def test_timeout() -> None:
    with pytest.raises(linq_client.APITimeoutError):
        client(Script(TimeoutFailure("slow"))).with_options(max_retries=0).chats.retrieve(UNKNOWN)


def test_connect_timeout_is_not_sent() -> None:
    for transport in (Script(ConnectTimeoutFailure("slow")), HttpxTransport(Slow())):
        linq = Linq(api_key="any", transport=transport, max_retries=0)
        with pytest.raises(linq_client.APITimeoutError) as caught:
            linq.chats.participants.add(UNKNOWN, handle="+12052499136")
        assert not caught.value.may_have_taken_effect
        assert isinstance(caught.value.__cause__, ConnectTimeoutFailure)


class Slow(httpx.Client):
    """A client of httpx that cannot connect."""

    def send(self, request: httpx.Request, **_: object) -> httpx.Response:  # type: ignore[override]
        raise httpx.ConnectTimeout("slow", request=request)


def test_response_headers_outside_ascii() -> None:
    script = Script(Response(202, {"X-Name": "J\u00fcrgen", "X-Cake": "\U0001f382"}, ACCEPTED))
    raw = client(script).chats.participants.with_raw_response.add(UNKNOWN, handle="+12052499136")
    assert raw.headers["X-Name"] == "J\u00fcrgen"
    assert raw.headers["X-Cake"].encode("latin-1").decode() == "\U0001f382"


def test_other_exceptions_propagate() -> None:
    problem = KeyError("mine")
    with pytest.raises(KeyError) as caught:
        client(Script(problem)).chats.retrieve(UNKNOWN)
    assert caught.value is problem


def test_custom_requests_and_raw_responses() -> None:
    script = Script(Response(200, {}, b'{"a": 1}'), Response(202, [("X-A", "1"), ("x-a", "2")], ACCEPTED))
    linq = client(script)
    assert linq.get("/v3/x") == {"a": 1}
    raw = linq.chats.participants.with_raw_response.add(UNKNOWN, handle="+12052499136")
    assert raw.headers["X-A"] == "1, 2"
    assert raw.parse().status == "accepted"


@pytest.mark.parametrize("failure", [ConnectFailure, TimeoutFailure, ConnectionLost])
def test_async_transport(failure: Callable[[str], TransportFailure]) -> None:
    outcomes: list[Response | Exception] = [failure("x"), Response(202, {}, ACCEPTED)]

    async def transport(_request: Request) -> Response:
        await asyncio.sleep(0)
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def main() -> None:
        linq = AsyncLinq(api_key="any", transport=transport)
        assert (await linq.chats.participants.add(UNKNOWN, handle="+12052499136")).status == "accepted"

    asyncio.run(main())


def test_httpx_transport(emulator: Emulator, linq: Linq, chat_id: str, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"x" * 1000)
    with httpx.Client() as sender:
        over_httpx = Linq(api_key="any", base_url=emulator.url, transport=HttpxTransport(sender))
        assert over_httpx.chats.retrieve(chat_id) == linq.chats.retrieve(chat_id)
        assert len(list(over_httpx.chats.messages.list(chat_id))) == 1
        progress: list[tuple[int, int]] = []
        uploaded = over_httpx.attachments.upload(photo, progress=lambda *args: progress.append(args))
        assert (uploaded.filename, uploaded.size_bytes) == ("photo.png", 1000)
        assert progress == [(1000, 1000)]
        with pytest.raises(linq_client.NotFoundError):
            over_httpx.chats.retrieve(UNKNOWN)


def test_async_httpx_transport(emulator: Emulator, linq: Linq, chat_id: str) -> None:
    async def main() -> None:
        async with httpx.AsyncClient() as sender:
            over_httpx = AsyncLinq(api_key="any", base_url=emulator.url, transport=AsyncHttpxTransport(sender))
            assert await over_httpx.chats.retrieve(chat_id) == linq.chats.retrieve(chat_id)
            assert (await over_httpx.attachments.upload(b"abc", filename="a.txt")).size_bytes == 3

    asyncio.run(main())


def test_errors_of_httpx(recorder: Recorder, closed_port: str) -> None:
    with httpx.Client() as sender:
        linq = Linq(api_key="any", base_url=closed_port, transport=HttpxTransport(sender), max_retries=0)
        with pytest.raises(linq_client.APIConnectionError) as caught:
            linq.chats.retrieve(UNKNOWN)
        assert not caught.value.may_have_taken_effect
        assert isinstance(caught.value.__cause__, ConnectFailure)
        assert isinstance(caught.value.__cause__.__cause__, httpx.ConnectError)
        recorder.hangs_up = True
        lost = linq.with_options(base_url=recorder.url)
        with pytest.raises(linq_client.APIConnectionError) as caught:
            lost.chats.typing.start(UNKNOWN)
        assert caught.value.may_have_taken_effect
        with pytest.raises(linq_client.APIConnectionError) as caught:
            lost.chats.retrieve(UNKNOWN)
        assert not caught.value.may_have_taken_effect, "a read has no effect"
