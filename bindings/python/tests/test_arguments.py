"""Serialization and validation of arguments."""

from __future__ import annotations

import dataclasses
import enum
import json
import uuid
from collections import OrderedDict, UserDict
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from helpers import OURS, THEIRS, UNKNOWN, Recorder, hello

from linq_client import InvalidArgumentError, Linq, LinqError, Text, omit
from linq_client.types import TextPartResponse


class Kind(enum.Enum):
    TEXT = "text"


class Level(enum.IntEnum):
    HIGH = 3


@dataclasses.dataclass
class Part:
    value: str
    type: Kind = Kind.TEXT


class Dumped:
    def model_dump(self, **options: Any) -> dict[str, Any]:
        assert options == {"exclude_unset": True, "by_alias": True}
        return {"type": "text", "value": "dumped"}


@pytest.fixture
def recording(recorder: Recorder) -> Linq:
    recorder.respond = lambda _request: (200, {}, b'{"x": 1}')
    return Linq(api_key="any", base_url=recorder.url)


def sent(recording: Linq, recorder: Recorder, body: Any) -> Any:
    recording.post("/v3/anything", body=body)
    return json.loads(recorder.requests[-1].content)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"a": omit, "b": None}, {"b": None}),
        ((1, [2.5, True], {3}), [1, [2.5, True], [3]]),
        (OrderedDict(z=1, type="t"), {"type": "t", "z": 1}),
        (UserDict(a=1), {"a": 1}),
        (Part("x"), {"value": "x", "type": "text"}),
        (Dumped(), {"type": "text", "value": "dumped"}),
        (TextPartResponse(value="x"), {"type": "text", "value": "x"}),
        (Level.HIGH, 3),
        (uuid.UUID(UNKNOWN), UNKNOWN),
        (Decimal("1.10"), "1.10"),
        (datetime(2025, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-5))), "2025-01-02T03:04:05-05:00"),
        ((number for number in range(3)), [0, 1, 2]),
        (10**30, 10**30),
        ("\u00e9\U0001f382\"\\\n", "\u00e9\U0001f382\"\\\n"),
        (Text("Hi ").bold("\U0001f382"), {
            "type": "text",
            "value": "Hi \U0001f382",
            "text_decorations": [{"range": [3, 5], "style": "bold"}],
        }),
    ],
)
def test_serialization_of_python_values(recording: Linq, recorder: Recorder, given: Any, expected: Any) -> None:
    assert sent(recording, recorder, {"value": given}) == {"value": expected}


def test_type_is_serialized_first(recording: Linq, recorder: Recorder) -> None:
    recording.post("/v3/anything", body={"value": "Hi", "type": "text"})
    assert recorder.requests[-1].content == b'{"type":"text","value":"Hi"}'


class Loop(dict[str, Any]):
    def __init__(self) -> None:
        self["self"] = self


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (datetime(2025, 1, 1), "must have a time zone"),
        (float("nan"), "not a finite number"),
        (float("inf"), "not a finite number"),
        (b"bytes", "must be str, not bytes"),
        (object(), "values of type `object` cannot be serialized as JSON"),
        ("\ud800", "contains a lone surrogate"),
        ({1: 2}, "keys must be str"),
        (Loop(), "nested too deeply"),
        (int, "values of type `type` cannot be serialized as JSON"),
    ],
)
def test_values_without_json_form_are_invalid_arguments(linq: Linq, value: Any, reason: str) -> None:
    message = {"parts": [{"type": "text", "value": "Hi"}, {"type": "media", "url": value}]}
    with pytest.raises(InvalidArgumentError, match=reason) as caught:
        linq.chats.messages.send(UNKNOWN, message=message)  # type: ignore[arg-type]
    assert caught.value.path.startswith("message.parts[1].url")
    assert isinstance(caught.value, (LinqError, ValueError))
    assert not caught.value.may_have_taken_effect


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda linq: linq.chats.create(from_="555", to=[THEIRS], message=hello()), "from"),
        (lambda linq: linq.chats.create(from_=OURS, to=THEIRS, message=hello()), "to"),
        (lambda linq: linq.chats.create(from_=OURS, to=[THEIRS, "x"], message=hello()), "to[1]"),
        (lambda linq: linq.chats.messages.send(UNKNOWN, message=hello("")), "message.parts[0].value"),
        (lambda linq: linq.chats.messages.send(UNKNOWN, message={"parts": [{"type": "media", "url": 5}]}), "message.parts[0].url"),
        (
            lambda linq: linq.chats.messages.send(UNKNOWN, message={"parts": [{"type": "text", "value": "Hi", "new": [2**70]}]}),
            "message.parts[0].new[0]",
        ),
        (lambda linq: linq.chats.messages.send(UNKNOWN, message={"parts": [], "new": {"n": -(2**70)}}), "message.new.n"),
        (lambda linq: linq.chats.retrieve("../x"), "chat_id"),
        (lambda linq: linq.get("/v3/../chats"), "path"),
        (lambda linq: linq.chats.retrieve(UNKNOWN, timeout=-1), "timeout"),
        (lambda linq: linq.chats.retrieve(UNKNOWN, timeout="soon"), "timeout"),
        (lambda linq: linq.chats.retrieve(UNKNOWN, extra_headers={"a b": "c"}), 'headers["a b"]'),
    ],
)
def test_path_of_invalid_argument(linq: Linq, call: Any, path: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        call(linq)
    assert caught.value.path == path


def test_single_recipient_instead_of_a_list(linq: Linq) -> None:
    with pytest.raises(InvalidArgumentError, match="^to: .*expected a list"):
        linq.chats.create(from_=OURS, to=THEIRS, message=hello())  # type: ignore[arg-type]


def test_extra_headers_query_and_body(recorder: Recorder) -> None:
    recorder.respond = lambda _request: (202, {}, b'{"message": "m", "status": "accepted", "trace_id": "t"}')
    linq = Linq(api_key="any", base_url=recorder.url, default_headers={"X-Mine": "1"}, default_query={"q": "1"})
    linq.chats.participants.add(
        UNKNOWN,
        handle=THEIRS,
        extra_headers={"X-More": "2", "X-None": omit},
        extra_query={"flag": True, "list": ["a", 1], "none": None, "q": 2},
        extra_body={"role": "admin"},
        timeout=None,
    )
    request = recorder.requests[-1]
    assert request.path == f"/v3/chats/{UNKNOWN}/participants?flag=true&list=a%2C1&q=2"
    assert json.loads(request.content) == {"handle": THEIRS, "role": "admin"}
    assert request.headers["X-Mine"] == "1"
    assert request.headers["X-More"] == "2"
    assert request.headers["X-None"] is None
    assert request.headers["Authorization"] == "Bearer any"
    assert request.headers["User-Agent"].startswith("linq-client-python/")
