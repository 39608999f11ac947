"""Calls of `Linq`: results, errors, pages, raw responses, options."""

from __future__ import annotations

import asyncio
import copy
import json
import logging
import math
import os
import pickle
import re
import subprocess
import sys
import threading
import time
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from helpers import OURS, THEIRS, UNKNOWN, VECTORS, ResponseTuple, Recorder, hello

import linq_client
from linq_client import (
    APIConnectionError,
    APIError,
    APIResponse,
    APIResponseValidationError,
    APITimeoutError,
    Linq,
    RateLimits,
    Response,
)
from linq_client.emulator import Emulator
from linq_client.pagination import SyncListMessagesPagination
from linq_client.types import Chat, Message


def test_call_returns_a_model(linq: Linq, chat_id: str) -> None:
    chat = linq.chats.retrieve(chat_id)
    assert type(chat) is Chat
    assert chat.id == chat_id


def test_call_without_content_returns_none(linq: Linq, chat_id: str) -> None:
    assert linq.chats.typing.start(chat_id) is None  # type: ignore[func-returns-value]


def test_messages_of_a_line_are_paced() -> None:
    limits = RateLimits(messages_per_line=4, window=0.5)
    with Emulator() as own, Linq(
        api_key="any", base_url=own.url, rate_limits=limits, rate_limit_line=OURS, max_retries=0
    ) as linq:
        own.add_fault("rate_limit", after=4, window_ms=500, retry_after=1)
        started = time.monotonic()
        for number in range(3):
            chat = linq.chats.create(from_=OURS, to=[f"+1555666{number:04}"], message=hello()).chat
            linq.chats.messages.send(chat.id, message=hello())
        took = time.monotonic() - started
        assert 1.5 <= took < 10  # the window and its margin of a second
        assert {request["status"] for request in own.requests()} <= {200, 201, 202}
        hurried = linq.with_options(deadline=0.1)
        with pytest.raises(linq_client.LinqError, match="rate limit"):
            for _ in range(4):
                hurried.chats.messages.send(chat.id, message=hello())
        other_line = hurried.with_options(rate_limit_line="+13334445555")
        with pytest.raises(linq_client.RateLimitError):  # of the emulator: the call was not delayed
            for _ in range(4):
                other_line.chats.messages.send(chat.id, message=hello())


def test_rate_limits_are_a_bool_or_limits() -> None:
    for limits in (True, False, RateLimits(), RateLimits(messages_per_line=60), RateLimits(60, published=False)):
        Linq(api_key="any", rate_limits=limits).close()
    for limits, path in (
        (RateLimits(messages_per_line=0), "rate_limits.messages_per_line"),
        (RateLimits(messages_per_line=1, window=90_000), "rate_limits.messages_per_line"),
        (RateLimits(window=-1), "rate_limits.window"),
    ):
        with pytest.raises(linq_client.InvalidArgumentError) as caught:
            Linq(api_key="any", rate_limits=limits)
        assert caught.value.path == path
    with pytest.raises(linq_client.InvalidArgumentError) as caught:
        Linq(api_key="any", rate_limit_line="OURS")
    assert caught.value.path == "rate_limit_line"


def test_attributes_of_a_status_error(linq: Linq, chat_id: str) -> None:
    with pytest.raises(linq_client.ConflictError) as caught:
        linq.chats.participants.add(chat_id, handle="+12052499136")
    error = caught.value
    assert (error.status_code, error.code, error.retry_after) == (409, 1006, None)
    assert error.doc_url == "https://docs.linqapp.com/error/codes/1xxx/1006/"
    assert error.trace_id == error.response.headers["X-Trace-Id"]
    assert isinstance(error.body, dict)
    assert error.body["code"] == 1006
    assert error.response.json()["error"] == error.body  # type: ignore[index]
    assert error.request.method == "POST"
    assert error.request.url.endswith(f"/v3/chats/{chat_id}/participants")
    assert not error.may_have_taken_effect
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert (str(again), again.code, again.trace_id) == (str(error), error.code, error.trace_id)
        assert again.response.content == error.response.content


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, linq_client.BadRequestError),
        (401, linq_client.AuthenticationError),
        (403, linq_client.PermissionDeniedError),
        (404, linq_client.NotFoundError),
        (409, linq_client.ConflictError),
        (418, linq_client.APIStatusError),
        (422, linq_client.UnprocessableEntityError),
        (429, linq_client.RateLimitError),
        (502, linq_client.InternalServerError),
    ],
)
def test_error_class_by_status(recorder: Recorder, status: int, kind: type[APIError]) -> None:
    recorder.respond = lambda _request: (status, {"Retry-After": "7"}, b"<h1>No</h1>")
    linq = Linq(api_key="any", base_url=recorder.url, max_retries=0)
    with pytest.raises(kind) as caught:
        linq.chats.retrieve(UNKNOWN)
    assert type(caught.value) is kind
    assert caught.value.body == "<h1>No</h1>"
    assert caught.value.retry_after == 7


@pytest.mark.parametrize(("status", "code"), [(413, 5001), (400, 2011)])
def test_observed_client_errors_are_not_retried(recorder: Recorder, status: int, code: int) -> None:
    body = (VECTORS / "cases" / f"error.{status}.{code}.json").read_bytes()
    recorder.respond = lambda _request: (status, {}, body)
    with pytest.raises(linq_client.APIStatusError) as caught:
        Linq(api_key="any", base_url=recorder.url).chats.messages.send(UNKNOWN, message=hello())
    assert (caught.value.status_code, caught.value.code) == (status, code)
    assert caught.value.body == json.loads(body)["error"]
    assert not caught.value.may_have_taken_effect
    assert len(recorder.requests) == 1


@pytest.mark.parametrize("wait", ["1e300", "99999999999999999999"])
def test_long_retry_after_is_not_retried(recorder: Recorder, wait: str) -> None:
    linq = Linq(api_key="any", base_url=recorder.url)
    body = b'{"error": {"status": 429, "code": 1007, "retry_after": %s}}' % wait.encode()
    for headers, content in (({"Retry-After": wait}, b"{}"), ({"Retry-After-Ms": wait}, b"{}"), ({}, body)):
        recorder.requests.clear()
        recorder.respond = lambda _request, headers=headers, content=content: (429, headers, content)  # type: ignore[misc]
        with pytest.raises(linq_client.RateLimitError) as caught:
            linq.chats.retrieve(UNKNOWN)
        assert caught.value.retry_after == 2**32 - 1
        assert len(recorder.requests) == 1


def test_undecodable_response(recorder: Recorder) -> None:
    recorder.respond = lambda _request: (200, {"X-Trace-ID": "t"}, b'{"id": 5}')
    linq = Linq(api_key="any", base_url=recorder.url)
    with pytest.raises(APIResponseValidationError) as caught:
        linq.chats.retrieve(UNKNOWN)
    assert caught.value.may_have_taken_effect
    assert caught.value.body == {"id": 5}
    assert caught.value.trace_id == "t"
    assert "id" in str(caught.value)


def test_connection_refused(closed_port: str) -> None:
    linq = Linq(api_key="any", base_url=closed_port, max_retries=0)
    with pytest.raises(APIConnectionError) as caught:
        linq.chats.retrieve(UNKNOWN)
    assert not caught.value.may_have_taken_effect


def test_lost_response_may_have_taken_effect(emulator: Emulator, linq: Linq, chat_id: str) -> None:
    emulator.control("POST", "/faults", {"kind": "drop_response", "times": 2, "path": "/v3/chats/*/messages"})
    with pytest.raises(APIConnectionError) as caught:
        linq.with_options(max_retries=1).chats.messages.send(chat_id, message=hello("once"))
    assert caught.value.may_have_taken_effect
    sent = [message for message in linq.chats.messages.list(chat_id) if message.parts[0].value == "once"]  # type: ignore[index,union-attr]
    assert len(sent) == 1


def test_timeout(recorder: Recorder) -> None:
    stuck = threading.Event()

    def respond(_request: Any) -> Any:
        stuck.wait(30)
        return 200, {}, b"{}"

    recorder.respond = respond
    linq = Linq(api_key="any", base_url=recorder.url, max_retries=0)
    with pytest.raises(APITimeoutError):
        linq.chats.retrieve(UNKNOWN, timeout=0.1)
    stuck.set()


def test_pagination(linq: Linq, chat_id: str) -> None:
    for number in range(4):
        linq.chats.messages.send(chat_id, message=hello(str(number)))
    page = linq.chats.messages.list(chat_id, limit=2)
    assert type(page) is SyncListMessagesPagination
    assert [type(message) for message in page.messages] == [Message, Message]
    assert page.has_next_page()
    assert page.next_page_info().params == {"cursor": page.next_cursor}  # type: ignore[union-attr]
    assert [len(later.messages) for later in page.iter_pages()] == [2, 2, 1]
    everything = list(page)
    assert len({message.id for message in everything}) == 5
    last = page.get_next_page().get_next_page()
    assert not last.has_next_page()
    with pytest.raises(RuntimeError, match="No next page expected"):
        last.get_next_page()
    assert "messages=[Message(" in repr(page)
    assert page.to_dict(mode="json")["next_cursor"] == page.next_cursor


def test_repeated_cursor_ends_the_list(recorder: Recorder) -> None:
    chat = b'{"id": "c", "created_at": "2025-01-01T00:00:00Z", "display_name": null, "handles": [], "is_archived": false, "is_group": false, "updated_at": "2025-01-01T00:00:00Z", "health_status": {"doc_url": "d", "status": "HEALTHY", "updated_at": "2025-01-01T00:00:00Z"}}'
    cursors = {"/v3/chats": b'"a"', "/v3/chats?cursor=a": b'"b"', "/v3/chats?cursor=b": b'"a"'}
    recorder.respond = lambda request: (200, {}, b'{"chats": [' + chat + b'], "next_cursor": ' + cursors[request.path] + b"}")
    linq = Linq(api_key="any", base_url=recorder.url)
    assert len(list(linq.chats.list_chats())) == 3
    assert len(list(linq.chats.list_chats(cursor="a"))) == 2


def test_list_continues_after_an_empty_page(recorder: Recorder) -> None:
    pages = {"/v3/chats": ("1", "a"), "/v3/chats?cursor=a": (None, "b"), "/v3/chats?cursor=b": ("2", "")}

    def respond(request: Any) -> Any:
        chat, cursor = pages[request.path]
        return 200, {}, json.dumps({"chats": [{"id": chat}] if chat else [], "next_cursor": cursor}).encode()

    recorder.respond = respond
    linq = Linq(api_key="any", base_url=recorder.url)
    assert [chat.id for chat in linq.chats.list_chats()] == ["1", "2"]
    assert [page.has_next_page() for page in linq.chats.list_chats().iter_pages()] == [True, True, False]

    async def ids() -> list[str]:
        return [chat.id async for chat in linq_client.AsyncLinq(api_key="any", base_url=recorder.url).chats.list_chats()]

    assert asyncio.run(ids()) == ["1", "2"]


def test_raw_response(linq: Linq, chat_id: str) -> None:
    response = linq.chats.with_raw_response.retrieve(chat_id)
    assert type(response) is APIResponse
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    assert response.parse() == linq.chats.retrieve(chat_id)
    assert response.parse(to=dict)["id"] == chat_id
    assert response.json() == response.parse().to_dict(mode="json")
    assert b"".join(response.iter_bytes(10)) == response.content == response.read()
    assert "".join(response.iter_text(7)) == response.text()
    assert response.elapsed > timedelta(0)
    assert (response.method, response.http_request.url) == ("GET", response.url)
    with linq.chats.with_streaming_response.retrieve(chat_id) as streamed:
        assert streamed.parse().id == chat_id
    page = linq.with_raw_response.chats.list_chats(limit=1).parse()
    assert page.chats[0].id


def test_retries_taken(linq: Linq, chat_id: str, emulator: Emulator) -> None:
    assert linq.chats.with_raw_response.retrieve(chat_id).retries_taken == 0
    emulator.add_fault("status", status=503, code=3002, times=1)
    assert linq.chats.with_raw_response.retrieve(chat_id).retries_taken == 1


def test_deprecated_method_warns(linq: Linq) -> None:
    with pytest.deprecated_call(match="phone_numbers.list"):
        assert linq.phonenumbers.list().phone_numbers


def test_custom_requests(linq: Linq, chat_id: str) -> None:
    chats: Any = linq.get("/v3/chats", options={"params": {"limit": 1}})
    assert len(chats["chats"]) == 1
    assert linq.get(f"/v3/chats/{chat_id}", cast_to=Chat) == linq.chats.retrieve(chat_id)
    assert linq.get("/v3/chats", cast_to=Response).status_code == 200
    assert linq.get("/v3/chats", cast_to=dict[str, object]).keys() == {"chats", "next_cursor"}
    assert linq.get("/v3/chats", cast_to=str).startswith("{")
    assert linq.get("/v3/chats", cast_to=None) is None
    sent = linq.post(f"/v3/chats/{chat_id}/messages", body={"message": hello()}, cast_to=object)
    assert sent["message"]["parts"][0]["value"] == "Hi"
    with pytest.raises(APIResponseValidationError):
        linq.get("/v3/chats", cast_to=list[Chat])
    with pytest.raises(linq_client.NotFoundError):
        linq.delete("/v3/nowhere")


def test_with_options(linq: Linq, chat_id: str) -> None:
    other = linq.with_options(timeout=None, max_retries=math.inf, default_headers={"X-A": "1"})  # type: ignore[arg-type]
    assert (other.timeout, linq.timeout) == (None, 60)
    assert other.default_headers == {"X-A": "1"}
    assert other.copy(set_default_headers={"X-B": "2"}).default_headers == {"X-B": "2"}
    assert other.chats.retrieve(chat_id).id == chat_id
    assert linq.with_options(api_key="another").api_key == "another"
    with pytest.raises(ValueError, match="mutually exclusive"):
        linq.copy(default_query={}, set_default_query={})
    with pytest.raises(TypeError, match="transport="):
        linq.copy(http_client=object())  # type: ignore[arg-type]


class Tenants(Linq):
    """A subclass with its own attributes, in the dictionary and in slots."""

    __slots__ = ("__region", "zone")

    def __init__(self, tenant: str, *, base_url: str) -> None:
        super().__init__(api_key="any", base_url=base_url)
        self.tenant = tenant
        self.__region = "eu"

    @property
    def region(self) -> str:
        return self.__region

    @cached_property
    def title(self) -> str:
        return f"{self.tenant} with {self.max_retries} retries"


class AsyncTenants(linq_client.AsyncLinq):
    def __init__(self, tenant: str) -> None:
        super().__init__(api_key="any")
        self.tenant = tenant


def test_copy_of_a_subclass(recorder: Recorder) -> None:
    seen: list[str | None] = []

    def respond(request: Any) -> ResponseTuple:
        seen.append(request.headers["X-A"])
        return 200, {}, b'{"phone_numbers": []}'

    recorder.respond = respond
    mine = Tenants("acme", base_url=recorder.url)
    assert mine.title == "acme with 2 retries"
    mine.phone_numbers.list()
    copied = mine.with_options(max_retries=0, default_headers={"X-A": "1"})
    assert type(copied) is Tenants
    assert (copied.tenant, copied.region, copied.title) == ("acme", "eu", "acme with 0 retries")
    assert not hasattr(copied, "zone")
    copied.phone_numbers.list()
    mine.phone_numbers.list()
    assert seen == [None, "1", None]
    copied.tenant = "other"
    assert (mine.tenant, mine.with_options(api_key="another").tenant) == ("acme", "acme")


def test_copy_of_an_async_subclass() -> None:
    mine = AsyncTenants("acme")
    assert mine.chats is not mine.copy(timeout=5).chats
    assert mine.copy(timeout=5).tenant == mine.copy(base_url="http://127.0.0.1:9").tenant == "acme"


def test_environment_variables(monkeypatch: pytest.MonkeyPatch, recorder: Recorder) -> None:
    monkeypatch.delenv("LINQ_API_V3_API_KEY", raising=False)
    with pytest.raises(linq_client.LinqApiv3Error, match="LINQ_API_V3_API_KEY"):
        Linq()
    monkeypatch.setenv("LINQ_API_V3_API_KEY", "from-environment")
    monkeypatch.setenv("LINQ_API_V3_BASE_URL", recorder.url)
    monkeypatch.setenv("LINQ_API_V3_CUSTOM_HEADERS", "X-A: 1\nX-B:2\n")
    monkeypatch.setenv("LINQ_WEBHOOK_SECRET", "whsec_c2VjcmV0")
    linq = Linq()
    linq.get("/v3/x")
    headers = recorder.requests[-1].headers
    assert (headers["Authorization"], headers["X-A"], headers["X-B"]) == ("Bearer from-environment", "1", "2")
    assert linq.webhook_secret == "whsec_c2VjcmV0"
    for line in ("X-B", "X B: 2", "Content-Length: 1", "Idempotency-Key: k"):
        monkeypatch.setenv("LINQ_API_V3_CUSTOM_HEADERS", f"X-A: 1\n{line}")
        with pytest.raises(linq_client.InvalidArgumentError, match=r"^LINQ_API_V3_CUSTOM_HEADERS\[1\]: "):
            Linq()


def test_api_key_with_spaces(recorder: Recorder) -> None:
    Linq(api_key="My API Key", base_url=recorder.url).get("/v3/x")
    assert recorder.requests[-1].headers["Authorization"] == "Bearer My API Key"


@pytest.mark.parametrize("end", ["", "/", "/v3", "/v3/"])
def test_version_after_the_partner_path_is_removed(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    base = f"{recorder.url}/api/partner"
    monkeypatch.setenv("LINQ_API_V3_BASE_URL", base + end)
    for linq in (Linq(api_key="any"), Linq(api_key="any", base_url=base + end), linq_client.AsyncLinq(api_key="any").copy()):
        assert linq.base_url == base
    for path in ("/v3/x", f"{base}/v3/x"):
        Linq(api_key="any").get(path)
        assert recorder.requests[-1].path == "/api/partner/v3/x"


def test_version_of_another_base_url_is_kept(recorder: Recorder) -> None:
    Linq(api_key="any", base_url=f"{recorder.url}/v3").get("/v3/x")
    assert recorder.requests[-1].path == "/v3/v3/x"


def test_empty_forwarding_number_is_sent(recorder: Recorder, emulator: Emulator, linq: Linq) -> None:
    recorder.respond = lambda _request: (200, {}, b'{"id": "l1", "phone_number": "+12223334444"}')
    Linq(api_key="any", base_url=recorder.url).phone_numbers.update(UNKNOWN, forwarding_number="")
    assert json.loads(recorder.requests[-1].content) == {"forwarding_number": ""}
    line = linq.phone_numbers.list().phone_numbers[0].id
    assert linq.phone_numbers.update(line, forwarding_number="+15556667777").forwarding_number == "+15556667777"
    assert linq.phone_numbers.update(line, forwarding_number="").forwarding_number is None


@pytest.mark.parametrize(
    ("options", "path"),
    [({"api_key": "a\nb"}, "api_key"), ({"api_key": "key "}, "api_key"), ({"api_key": "k\u00e9y"}, "api_key"),
     ({"webhook_secret": '"whsec_c2VjcmV0"'}, "webhook_secret"), ({"api_key": ""}, "api_key"), ({"base_url": "http://example.com"}, "base_url"), ({"proxy": "x"}, "proxy"), ({"max_retries": -1}, "max_retries")],
)
def test_invalid_client_options(options: dict[str, Any], path: str) -> None:
    with pytest.raises(linq_client.InvalidArgumentError) as caught:
        Linq(**{"api_key": "any", **options})
    assert caught.value.path == path


def test_http_client_is_rejected() -> None:
    with pytest.raises(TypeError, match="transport="):
        Linq(api_key="any", http_client=object())  # type: ignore[arg-type]


def test_closed_client_rejects_calls(emulator: Emulator) -> None:
    with Linq(api_key="any", base_url=emulator.url) as linq:
        copied = linq.with_options(timeout=1)
        linq.chats.list_chats()
    assert linq.is_closed()
    for client in (linq, copied):
        with pytest.raises(RuntimeError, match="closed"):
            client.chats.list_chats()


def test_copies_are_closed_together(emulator: Emulator) -> None:
    linq = Linq(api_key="any", base_url=emulator.url)
    copied = linq.with_options(api_key="another")
    copied.chats.list_chats()
    linq.close()
    assert copied.is_closed()
    with pytest.raises(RuntimeError, match="closed"):
        copied.chats.list_chats()
    assert linq.with_options(api_key="third").is_closed()
    with Linq(api_key="any", base_url=emulator.url) as other:
        other.with_options(proxy="http://127.0.0.1:9", connect_timeout=1, allow_http=True, root_certificates=[]).close()
        assert other.is_closed()


def test_log_level_of_the_program_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    script = """
import logging, linq_client
linq = linq_client.Linq(api_key="any")
logger = logging.getLogger("linq_client")
assert logger.level == logging.DEBUG
logger.setLevel(logging.ERROR)
linq.with_options(timeout=1)
linq_client.Linq(api_key="any")
print(logger.level)
"""
    monkeypatch.setenv("LINQ_API_V3_LOG", "debug")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(logging.ERROR)


@pytest.mark.parametrize("body", [b"[" * 100_000, b"7" * 5000])
def test_error_with_unparsable_body(recorder: Recorder, body: bytes) -> None:
    recorder.respond = lambda _request: (500, {}, body)
    linq = Linq(api_key="any", base_url=recorder.url, max_retries=0)
    with pytest.raises(linq_client.InternalServerError) as caught:
        linq.chats.retrieve(UNKNOWN)
    assert caught.value.body == body.decode()
    with pytest.raises(ValueError):
        caught.value.response.json()


def test_deeply_nested_response(recorder: Recorder, linq: Linq, chat_id: str) -> None:
    chat = linq.chats.with_raw_response.retrieve(chat_id).content
    deep = chat[:-1] + b', "deep": ' + b"[" * 1000 + b"]" * 1000 + b"}"
    recorder.respond = lambda _request: (200, {}, deep)
    assert Linq(api_key="any", base_url=recorder.url).chats.retrieve(chat_id).id == chat_id


def test_copy_of_a_page(linq: Linq, chat_id: str) -> None:
    linq.chats.messages.send(chat_id, message=hello())
    page = linq.chats.messages.list(chat_id, limit=1)
    for again in (copy.copy(page), copy.deepcopy(page)):
        assert again.has_next_page()
        assert again.get_next_page().messages
        assert len(list(again)) == 2


def test_repr_of_a_client_redacts_secrets() -> None:
    linq = Linq(api_key="sk_secret", webhook_secret="whsec_secret")
    assert "secret" not in repr(linq)


def test_calls_are_logged_without_secrets(linq: Linq, chat_id: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="linq_client"):
        linq.chats.retrieve(chat_id)
        with pytest.raises(linq_client.NotFoundError):
            linq.chats.retrieve(UNKNOWN)
    name = "chats.retrieve (GET /v3/chats/{chat_id})"
    lines = [(record.levelname, re.sub(r"trace_id=[\w-]+|duration=.*s$", "…", record.getMessage())) for record in caplog.records]
    assert lines == [
        ("DEBUG", f"{name}: sending attempt=1 after=0ns"),
        ("DEBUG", f"{name}: accepted attempt=1 status=200 …"),
        ("INFO", f"{name}: done status=200 attempts=1 …"),
        ("DEBUG", f"{name}: sending attempt=1 after=0ns"),
        ("DEBUG", f"{name}: error response attempt=1 status=404 code=2001 …"),
        ("INFO", f"{name}: done status=404 attempts=1 …"),
    ]
    caplog.clear()
    linq.chats.retrieve(chat_id)
    assert not caplog.records


def logged(level: str, script: str, url: str) -> str:
    environment = {**os.environ, "LINQ_API_V3_LOG": level, "LINQ_API_V3_BASE_URL": url}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    return done.stderr


def test_logging_by_environment_variable(emulator: Emulator) -> None:
    script = "import linq_client; linq_client.Linq(api_key='any').chats.list_chats()"
    assert "chats.list_chats (GET /v3/chats): accepted" in logged("debug", script, emulator.url)
    (line,) = logged("info", script, emulator.url).splitlines()
    assert re.fullmatch(
        r"\[.* - linq_client:\d+ - INFO\] chats\.list_chats \(GET /v3/chats\): done status=200 attempts=1 duration=.*s", line
    )
    assert logged("", script, emulator.url) == ""


def test_each_call_is_one_line_at_level_info(emulator: Emulator, closed_port: str) -> None:
    script = f"""
import asyncio, linq_client
linq = linq_client.Linq(api_key="sk_secret")
for call in (lambda: linq.chats.retrieve("{UNKNOWN}"), lambda: linq.get("/v3/chats", options={{"params": {{"to": "+1555"}}}})):
    try:
        call()
    except linq_client.APIStatusError:
        pass
async def main():
    async with linq_client.AsyncLinq(api_key="sk_secret") as linq:
        await linq.phone_numbers.list()
        try:
            await linq.with_options(base_url="{closed_port}", max_retries=0).phone_numbers.list()
        except linq_client.APIConnectionError:
            pass
asyncio.run(main())
"""
    output = logged("info", script, emulator.url)
    done = [line.split("] ", 1)[1] for line in output.splitlines() if ": done " in line]
    assert [re.sub(r"duration=\S+", "duration", line) for line in done] == [
        "chats.retrieve (GET /v3/chats/{chat_id}): done status=404 attempts=1 duration",
        "request: done status=200 attempts=1 duration",
        "phone_numbers.list (GET /v3/phone_numbers): done status=200 attempts=1 duration",
        "phone_numbers.list (GET /v3/phone_numbers): done failure=Connect attempts=1 duration",
    ]
    others = [line for line in output.splitlines() if ": done " not in line]
    assert len(others) == 1 and "WARNING" in others[0] and "no response" in others[0]
    assert "secret" not in output and "+1555" not in output


def test_import_loads_few_modules() -> None:
    script = "import sys, linq_client; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    for heavy in ("asyncio", "logging", "inspect", "dataclasses", "typing_extensions", "httpx", "linq_client._native"):
        assert heavy not in loaded


def test_upload(emulator: Emulator, linq: Linq, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"x" * 200_000)
    progress: list[tuple[int, int]] = []
    uploaded = linq.attachments.upload(photo, progress=lambda sent, total: progress.append((sent, total)))
    assert (uploaded.filename, uploaded.content_type, uploaded.size_bytes) == ("photo.png", "image/png", 200_000)
    assert progress[-1] == (200_000, 200_000)
    assert progress == sorted(progress)
    with photo.open("rb") as opened:
        opened.seek(100_000)
        assert linq.attachments.upload(opened).size_bytes == 100_000
    assert linq.attachments.upload(b"abc", filename="a.txt").content_type == "text/plain"
    assert linq.attachments.upload(bytearray(b"abc"), filename="a", content_type="image/gif").content_type == "image/gif"
    assert linq.attachments.retrieve(uploaded.attachment_id).status == "complete"
    assert uploaded.download_url not in repr(uploaded)


def test_upload_of_invalid_files(linq: Linq, tmp_path: Path) -> None:
    missing = tmp_path / "missing.png"
    with pytest.raises(FileNotFoundError) as not_found:
        linq.attachments.upload(missing)
    assert str(not_found.value) == f"[Errno 2] No such file or directory: {str(missing)!r}"
    assert not_found.value.filename == str(missing)
    with pytest.raises(IsADirectoryError, match=re.escape(str(tmp_path))):
        linq.attachments.upload(tmp_path, content_type="image/png")
    with pytest.raises(linq_client.InvalidArgumentError) as caught:
        linq.attachments.upload(b"abc", filename="a")
    assert caught.value.path == "content_type"
    with pytest.raises(TypeError, match="must be a path, bytes, or a file object"):
        linq.attachments.upload(5)  # type: ignore[arg-type]
    text = tmp_path / "a.txt"
    text.write_text("abc")
    with text.open() as opened, pytest.raises(TypeError, match="must be open in binary mode"):
        linq.attachments.upload(opened)  # type: ignore[arg-type]


def test_client_is_shared_between_threads(linq: Linq, chat_id: str) -> None:
    seen: list[str] = []

    def work() -> None:
        for _ in range(10):
            seen.append(linq.chats.retrieve(chat_id).id)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [chat_id] * 80


def test_emulator_command_line() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "linq_client.emulator", "--phone-number", OURS, "--api-key", "only"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        linq = Linq(api_key="only", base_url=process.stdout.readline().strip())
        assert [line.phone_number for line in linq.phone_numbers.list().phone_numbers] == [OURS]
        assert linq.chats.create(from_=OURS, to=[THEIRS], message=hello()).chat.id
        with pytest.raises(linq_client.AuthenticationError):
            linq.with_options(api_key="other").chats.list_chats()
    finally:
        process.terminate()
    assert process.wait(10) == 0
    process.stdout.close()


@pytest.mark.parametrize(("status", "has_key"), [(None, True), (500, True), (200, True), (400, False)])
@pytest.mark.parametrize("own", [None, "key-1"])
def test_idempotency_key_of_errors_that_may_have_taken_effect(
    recorder: Recorder, status: int | None, has_key: bool, own: str | None
) -> None:
    recorder.hangs_up = status is None
    recorder.respond = lambda _request: (status or 0, {}, b"{}")
    message: Any = {**hello(), "idempotency_key": own} if own else hello()
    with Linq(api_key="key", base_url=recorder.url, max_retries=0) as client, pytest.raises(APIError) as caught:
        client.chats.messages.send("c1", message=message)
    sent = json.loads(recorder.requests[0].content)["message"]["idempotency_key"]
    error = caught.value
    assert error.may_have_taken_effect is has_key
    assert error.idempotency_key == (sent if has_key else None)
    assert own in (None, sent)
    assert sent not in str(error) and sent not in repr(error)
    assert pickle.loads(pickle.dumps(error)).idempotency_key == error.idempotency_key


def test_raw_response_has_the_idempotency_key(linq: Linq, chat_id: str) -> None:
    message: Any = {**hello(), "idempotency_key": "key-1"}
    assert linq.chats.messages.with_raw_response.send(chat_id, message=message).idempotency_key == "key-1"
    assert linq.chats.with_raw_response.retrieve(chat_id).idempotency_key is None
