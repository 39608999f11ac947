"""Models."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import datetime, timezone
from typing import Any
from unittest import mock

import linq.types as official
import pytest

from linq_client.types import (
    Chat,
    MediaPartResponse,
    Message,
    MessageFailedWebhookEvent,
    TextPartResponse,
    UnknownPart,
)

MESSAGE = {
    "id": "m1",
    "chat_id": "c1",
    "created_at": "2025-10-23T13:07:55.019-05:00",
    "delivery_status": "teleported",
    "is_delivered": True,
    "from": "+12223334444",
    "sent_at": None,
    "parts": [
        {"type": "text", "value": "H\u00e9 \"\U0001f382\"\n", "text_decorations": [{"range": [0, 2], "style": "bold"}]},
        {
            "type": "media",
            "id": "a1",
            "filename": "f",
            "mime_type": "image/png",
            "size_bytes": 7,
            "url": "https://cdn.linqapp.com/a/f?signature=secret",
        },
        {"type": "hologram", "depth": {"cm": [1, 2.5]}},
    ],
    "brand_new": {"a": [1, None, True, 1.5, 12345678901234567890123]},
}


@pytest.fixture
def message() -> Message:
    return Message.from_json(json.dumps(MESSAGE))


def test_field_types(message: Message) -> None:
    assert message.id == "m1"
    assert message.created_at == datetime(2025, 10, 23, 18, 7, 55, 19000, tzinfo=timezone.utc)
    assert message.created_at.tzinfo is timezone.utc
    assert message.from_ == "+12223334444"
    assert message.is_delivered is True
    assert message.delivery_status == "teleported"


def test_absent_optional_fields_are_none(message: Message) -> None:
    assert message.sent_at is None
    assert message.effect is None


def test_classes_of_parts(message: Message) -> None:
    assert message.parts is not None
    text, media, unknown = message.parts
    assert isinstance(text, TextPartResponse)
    assert text.value == 'H\u00e9 "\U0001f382"\n'
    assert text.type == "text"
    assert text.text_decorations is not None
    assert text.text_decorations[0].range == [0, 2]
    assert isinstance(media, MediaPartResponse)
    assert type(unknown) is UnknownPart
    assert unknown.depth == {"cm": [1, 2.5]}


def test_attribute_values_are_cached(message: Message) -> None:
    assert message.parts is message.parts
    assert message.created_at is message.created_at


def test_unknown_fields_are_attributes(message: Message) -> None:
    assert message.brand_new == MESSAGE["brand_new"]  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="'Message' object has no attribute 'nope'"):
        message.nope  # type: ignore[attr-defined] # noqa: B018


def test_unknown_field_does_not_shadow_a_method() -> None:
    assert callable(Message.from_dict({**MESSAGE, "to_dict": 1}).to_dict)


def test_models_are_read_only(message: Message) -> None:
    with pytest.raises(AttributeError, match="models are read-only"):
        message.id = "m2"
    with pytest.raises(AttributeError, match="models are read-only"):
        del message.id


def test_equality(message: Message) -> None:
    same = {**MESSAGE, "created_at": "2025-10-23T18:07:55.019Z"}
    del same["sent_at"]
    assert message == Message.from_dict(same)
    assert message != Message.from_dict({**MESSAGE, "id": "m2"})
    assert message != Message.from_dict({**MESSAGE, "brand_new": 1})
    assert message != MESSAGE


def test_repr_redacts_secrets(message: Message) -> None:
    shown = repr(message)
    assert shown.startswith("Message(id='m1', ")
    assert "from_='+12223334444'" in shown
    assert "TextPartResponse(value=" in shown
    assert "url='https://cdn.linqapp.com/\u2026'" in shown
    assert "secret" not in shown
    assert "sent_at" not in shown


def test_copy_and_pickle(message: Message) -> None:
    for again in (copy.copy(message), copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert again == message
        assert again is not message
        assert type(again) is Message


def test_to_dict_and_to_json(message: Message) -> None:
    assert message.to_dict(mode="json") == MESSAGE
    assert json.loads(message.to_json()) == MESSAGE
    assert message.to_json(indent=None) == json.dumps(MESSAGE, separators=(",", ":"), ensure_ascii=False)
    as_python = message.to_dict()
    assert as_python["created_at"] == message.created_at
    assert as_python["parts"][0] == MESSAGE["parts"][0]
    assert "from_" in message.to_dict(use_api_names=False)
    assert "sent_at" not in message.to_dict(exclude_none=True)
    assert message.model_dump(mode="json", by_alias=True, exclude_unset=True) == MESSAGE
    assert json.loads(message.model_dump_json(by_alias=True, exclude_unset=True)) == MESSAGE
    with pytest.raises(ValueError, match="mode"):
        message.to_dict(mode="yaml")  # type: ignore[arg-type]


def test_model_dump_matches_the_official_client() -> None:
    timestamp = "2025-10-23T18:07:55.019Z"
    fields = {"id": "m1", "chat_id": "c1", "from": "+1", "created_at": timestamp, "updated_at": timestamp, "sent_at": None}
    fields |= {"delivery_status": "read", "is_delivered": True, "is_from_me": True, "is_read": False}
    ours = Message.from_dict(fields)
    theirs = official.Message.model_validate_json(json.dumps(fields))
    options: list[dict[str, Any]] = [
        {},
        {"exclude_unset": True},
        {"exclude_none": True},
        {"exclude_defaults": True},
        {"by_alias": True},
    ]
    for option in options:
        expected, found = theirs.model_dump(**option), ours.model_dump(**option)
        assert {name: found[name] for name in expected} == expected
        assert all(found[name] is None for name in found.keys() - expected.keys())
        assert json.loads(ours.model_dump_json(**option)).keys() == found.keys()
    assert ours.to_dict() == theirs.to_dict()
    assert ours.to_dict(exclude_unset=False)["from_handle"] is None


def test_subclass_with_own_members(message: Message) -> None:
    class Shouted(Message):
        @property
        def delivery_status(self) -> str:  # type: ignore[override]
            return "LOUD"

        def chat(self) -> str:
            return f"{self.chat_id}!"

    mine = Shouted.from_json(message.to_json())
    assert (mine.delivery_status, mine.chat(), mine.id) == ("LOUD", "c1!", "m1")


def test_subclass_that_creates_models_in_new(message: Message) -> None:
    class Nosy(Message):
        def __new__(cls, **fields: Any) -> Nosy:
            assert TextPartResponse(value="inner").to_dict() == {"type": "text", "value": "inner"}
            return super().__new__(cls, **fields)

    assert Nosy.from_json(message.to_json()) == Nosy.from_json(message.to_json())
    assert Nosy.from_json(message.to_json()).id == "m1"


def test_lone_surrogates_are_replaced() -> None:
    cut = Message.from_json(r'{"id": "cut \ud83d", "parts": [{"type": "text", "value": "\ude00"}], "new": "\ud83d", "\ud83d": 1}')
    assert cut.id == "cut \ufffd"
    assert cut.parts and isinstance(cut.parts[0], TextPartResponse) and cut.parts[0].value == "\ufffd"
    assert cut.to_dict()["new"] == "\ufffd"
    assert cut.to_dict()["\ufffd"] == 1
    assert pickle.loads(pickle.dumps(cut)) == cut


def test_construction_from_fields() -> None:
    made = Message(id="m1", from_="+1", parts=[TextPartResponse(value="Hi")], created_at=datetime(2025, 1, 1, tzinfo=timezone.utc))
    assert made.from_ == "+1"
    assert made.to_dict(mode="json")["from"] == "+1"
    assert made.parts == [TextPartResponse.from_dict({"type": "text", "value": "Hi"})]
    assert made.created_at == datetime(2025, 1, 1, tzinfo=timezone.utc)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a" 1}', '{"a": 1} x', "null", '"a', "[" * 10_000])
def test_from_json_rejects_other_values(text: str) -> None:
    with pytest.raises(ValueError, match="not a JSON object"):
        Chat.from_json(text)


def test_mismatched_values_are_plain_json() -> None:
    odd = Message.from_json('{"id": 5, "created_at": "soon", "parts": {"a": 1}, "is_read": "x", "from_handle": []}')
    assert (odd.id, odd.created_at, odd.parts, odd.is_read, odd.from_handle) == (5, "soon", {"a": 1}, "x", [])
    years = Message.from_json('{"created_at": "-009999-01-01T00:00:00Z"}')
    assert years.created_at == "-009999-01-01T00:00:00Z"


@pytest.mark.parametrize("fields", [{}, {"handles": None, "health_status": None, "display_name": None}])
def test_absent_required_lists_and_objects_are_empty(fields: dict[str, Any]) -> None:
    chat = Chat.from_dict({"id": "c1", **fields})
    assert chat.handles == []
    assert chat.health_status.status is None
    assert chat.display_name is None
    assert repr(chat) == "Chat(id='c1')"
    assert chat.to_dict() == {"id": "c1", **fields}
    assert chat.model_dump()["handles"] is None
    assert chat == Chat.from_dict({"id": "c1"})


def test_part_without_type_is_unknown() -> None:
    message = Message.from_dict({"id": "m1", "parts": [{"value": "Hi"}, {"type": 5, "value": "Hi"}, "Hi"]})
    assert message.parts is not None
    untyped, odd, text = message.parts
    assert type(untyped) is type(odd) is UnknownPart
    assert (untyped.type, untyped.value, odd.type, text) == (None, "Hi", 5, "Hi")


def test_field_aliases() -> None:
    event = MessageFailedWebhookEvent.from_dict(
        {"event_type": "message.failed", "data": {"id": "m1", "chat": {"id": "c1"}, "error": {"code": 3007, "message": "gone"}}}
    )
    assert (event.data.message_id, event.data.chat_id, event.data.code, event.data.reason) == ("m1", "c1", 3007, "gone")


def test_repr_redacts_secrets_in_mismatched_values() -> None:
    odd = Message.from_dict(
        {"id": {"signing_secret": "hidden"}, "parts": {"a": [{"token": "hidden"}]}, "effect": ["https://a.example/?s=hidden"]}
    )
    assert "hidden" not in repr(odd)
    assert "'signing_secret': '\u2026'" in repr(odd)


def test_match_statement(message: Message) -> None:
    match message:
        case Message(id=str(found), parts=[TextPartResponse(value=value), *_]):
            assert (found, value[0]) == ("m1", "H")
        case _:
            pytest.fail("not matched")


def test_copy_keeps_the_subclass() -> None:
    class Mine(Message):
        def shout(self) -> str:
            return self.id.upper()

    mine = Mine.from_dict({"id": "m1"})
    assert mine.shout() == "M1"
    assert type(copy.copy(mine)) is Mine


@pytest.mark.parametrize("depth", [127, 128, 129, 20_000])
def test_deeply_nested_value(depth: int) -> None:
    deep = "[" * depth + '"]}"' + "]" * depth
    text = '{"id": "m1", "deep": ' + deep + ', "last": 1}'
    message = Message.from_json(text)
    assert message.id == "m1"
    assert message.last == 1  # type: ignore[attr-defined]
    value = message.deep  # type: ignore[attr-defined]
    for _ in range(min(depth, 127)):
        (value,) = value
    assert value == ('"]}"'[1:-1] if depth == 127 else "[" * (depth - 127) + '"]}"' + "]" * (depth - 127))
    assert repr(message).startswith("Message(id='m1', deep=[[[")
    assert message.to_dict()["last"] == 1
    assert json.loads(message.to_json())["last"] == 1
    assert pickle.loads(pickle.dumps(message)) == copy.copy(message) == message


def test_huge_integer_is_text() -> None:
    digits = "7" * 5000
    message = Message.from_json('{"id": "m1", "huge": ' + digits + "}")
    assert message.huge == digits  # type: ignore[attr-defined]
    assert digits in repr(message)
    assert message.to_dict()["huge"] == digits


def test_comparison_with_other_types(message: Message) -> None:
    assert message == mock.ANY
    assert message != 5
    assert not message == "m1"
    assert message.__eq__(5) is NotImplemented


def test_repr_redacts_secrets_in_untyped_values() -> None:
    shown = repr(
        UnknownPart.from_dict(
            {
                "url": "https://cdn.example.com/a.jpg?X-Amz-Signature=hidden",
                "more": [{"signing_secret": "hidden", "deep": {"access_token": "hidden", "api_key": ["hidden"]}}],
                "plain": "Is this shown? Yes",
                "count": 3,
            }
        )
    )
    assert "hidden" not in shown
    assert "'https://cdn.example.com/a.jpg?\u2026'" in shown
    assert "Is this shown? Yes" in shown
    assert "count=3" in shown
    assert "'signing_secret': '\u2026'" in shown
