"""Custom requests and extra arguments, compared with the official client."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any
from urllib.parse import parse_qsl

import httpx
import linq as official
import pytest
from helpers import UNKNOWN, Recorder

from linq_client import (
    APIResponseValidationError,
    InternalServerError,
    InvalidArgumentError,
    Linq,
    NoneType,
    RequestOptions,
    omit,
)
from linq_client.types import Chat


@pytest.fixture
def recording(recorder: Recorder) -> Linq:
    recorder.respond = lambda _request: (200, {"x-foo": "bar"}, b'{"a": 1}')
    return Linq(api_key="any", base_url=recorder.url)


def test_sample_of_the_official_readme(recording: Linq, recorder: Recorder) -> None:
    response = recording.post("/foo", cast_to=httpx.Response, body={"my_param": True})
    assert isinstance(response, httpx.Response)
    assert response.headers.get("x-foo") == "bar"
    assert response.json() == {"a": 1}
    assert response.request.url == recorder.url + "/foo"
    assert json.loads(recorder.requests[0].content) == {"my_param": True}


@pytest.mark.parametrize("kind", [5, int, "text", tuple[int], list[int], dict[str, int]])
def test_unsupported_cast_to_is_rejected(
    recording: Linq, recorder: Recorder, kind: Any
) -> None:
    with pytest.raises(TypeError, match="cast_to"):
        recording.post("/v3/x", cast_to=kind, body={})
    assert not recorder.requests


def test_response_of_another_type_is_a_validation_error(recording: Linq) -> None:
    with pytest.raises(APIResponseValidationError):
        recording.get("/v3/x", cast_to=list[Chat])
    assert recording.get("/v3/x", cast_to=NoneType) is None


def test_httpx_is_not_imported() -> None:
    script = "import sys; from linq_client._cast import check_cast; check_cast(dict); print('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "False"


def test_options(recording: Linq, recorder: Recorder) -> None:
    recorder.respond = lambda _request: (500, {}, b"")
    with pytest.raises(InternalServerError):
        recording.get("/v3/x", options={"max_retries": 0})
    assert len(recorder.requests) == 1
    recorder.respond = lambda _request: (200, {}, b"{}")
    options: RequestOptions = {
        "headers": {"X-A": "1"}, "params": {"q": "1"}, "extra_json": {"b": 2}, "idempotency_key": "k-1", "timeout": 5,
    }
    recording.post("/v3/x", body={"a": 1}, options=options)
    request = recorder.requests[-1]
    assert (request.path, request.headers["X-A"], request.headers["Idempotency-Key"]) == ("/v3/x?q=1", "1", "k-1")
    assert json.loads(request.content) == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"retries": 0}, "options.retries"),
        ({"extra_headers": {}}, "options.extra_headers"),
        ({"follow_redirects": True}, "options.follow_redirects"),
        ({"security": {}}, "options.security"),
        ({"max_retries": -1}, "max_retries"),
        ({"headers": {"X-Tenant": 7}}, 'headers["X-Tenant"]'),
        ({"headers": {"X-Tenant": None}}, 'headers["X-Tenant"]'),
        ({"headers": {"Authorization": omit}}, 'headers["Authorization"]'),
        ({"headers": 5}, "headers"),
        ({"headers": {1: "a"}}, "headers"),
        ({"params": {"a": ["x", {}]}}, 'query["a"]'),
        ({"params": {"a": "\ud800"}}, 'query["a"]'),
        ({"extra_json": {"a": {"b": float("nan")}}}, "extra_body.a.b"),
        ({"extra_json": {"a": {"\ud800": 1}}}, "extra_body.a"),
    ],
)
def test_invalid_options(recording: Linq, recorder: Recorder, options: Any, path: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        recording.post("/v3/x", body={}, options=options)
    assert caught.value.path == path
    assert not recorder.requests


def test_options_without_effect_are_accepted(recording: Linq) -> None:
    options: Any = {"security": {"bearer_auth": True}, "follow_redirects": False}
    assert recording.get("/v3/x", options=options) == {"a": 1}


def test_relative_paths_queries_and_urls(recording: Linq, recorder: Recorder) -> None:
    for path in ("/v3/x?a=1&b=%20c", "v3/x?a=1&b=%20c", f"{recorder.url}/v3/x?a=1&b=%20c"):
        recording.get(path, options={"params": {"d": 2}})
        found = recorder.requests[-1].path
        assert found.startswith("/v3/x?")
        assert parse_qsl(found.partition("?")[2]) == [("a", "1"), ("b", " c"), ("d", "2")]


@pytest.mark.parametrize(
    "path",
    ["https://evil.example/v3/x", "{base}.evil.example/v3/x", "{base}@evil.example/x", "/v3/../x", "/v3/x#y", "//evil.example/x", "/v3/x?a=1&a=2"],
)
def test_paths_outside_the_base_url_are_rejected(recording: Linq, recorder: Recorder, path: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        recording.get(path.replace("{base}", recorder.url))
    assert caught.value.path == "path"
    assert not recorder.requests


QUERIES: list[dict[str, object]] = [
    {"f": {"a": 1, "b": {"c": True}}},
    {"empty": "", "none": None, "zero": 0, "no": False},
    {"list": ["a", 1, None, True], "nothing": []},
    {"q": None},
    {"q": "2"},
]


@pytest.mark.parametrize("query", QUERIES)
def test_query_matches_the_official_client(recorder: Recorder, query: dict[str, object]) -> None:
    recorder.respond = lambda _request: (200, {}, b'{"phone_numbers": []}')
    for module in (Linq, official.LinqAPIV3):
        client: Any = module(api_key="any", base_url=recorder.url, default_query={"q": "1", "n": {"x": "y"}})
        client.phone_numbers.list(extra_query=query)
    ours, theirs = (request.path.partition("?")[2] for request in recorder.requests)
    assert sorted(parse_qsl(ours, keep_blank_values=True)) == sorted(parse_qsl(theirs, keep_blank_values=True))


def test_precedence_of_query_parameters(recorder: Recorder) -> None:
    queries: list[list[tuple[str, str]]] = []

    def respond(request: Any) -> tuple[int, dict[str, str], bytes]:
        queries.append(sorted(parse_qsl(request.path.partition("?")[2])))
        return 200, {}, b'{"chats": []}'

    recorder.respond = respond
    defaults: Any = {"limit": 9, "from": "+19998887777", "z": 1}
    for module in (Linq, official.LinqAPIV3):
        client: Any = module(api_key="any", base_url=recorder.url, default_query=defaults)
        client.chats.list_chats(limit=5)
        client.with_options(default_query={"limit": 7}).chats.list_chats(from_="+12223334444")
        client.chats.list_chats(limit=5, extra_query={"limit": 6})
    assert queries[:3] == queries[3:]
    assert ("limit", "5") in queries[0]


def test_headers_match_the_official_client(recorder: Recorder) -> None:
    recorder.respond = lambda _request: (200, {}, b'{"phone_numbers": []}')
    for client in (
        Linq(api_key="any", base_url=recorder.url, default_headers={"X-Mine": "1", "X-Other": "2"}),
        official.LinqAPIV3(api_key="any", base_url=recorder.url, default_headers={"X-Mine": "1", "X-Other": "2"}),
    ):
        headers: Any = {"X-Mine": omit if isinstance(client, Linq) else official.omit, "X-Bytes": b"7"}
        client.phone_numbers.list(extra_headers=headers)
    for request in recorder.requests:
        assert request.headers["X-Mine"] is None
        assert request.headers["X-Other"] == "2"
        assert request.headers["X-Bytes"] == "7"
    linq = Linq(api_key="any", base_url=recorder.url, default_headers={"X-Mine": "1"})
    linq.phone_numbers.list(extra_headers={"x-mine": omit})
    assert recorder.requests[-1].headers["X-Mine"] is None
    linq.with_options(default_headers={"X-Mine": omit}).phone_numbers.list()
    assert recorder.requests[-1].headers["X-Mine"] is None


def test_extra_query_replaces_an_argument(recorder: Recorder) -> None:
    recorder.respond = lambda _request: (200, {}, b'{"messages": [], "next_cursor": null}')
    Linq(api_key="any", base_url=recorder.url).chats.messages.list(UNKNOWN, limit=5, extra_query={"limit": 7})
    assert recorder.requests[-1].path.endswith("?limit=7")
