"""Models have the methods of linq-python's models, and are types of pydantic, FastAPI and MCP servers."""

from __future__ import annotations

import copy
import inspect
import json
import subprocess
import sys
import warnings
from typing import Annotated, Any, get_type_hints

import linq.types as official
import pydantic
import pydantic_core
import pytest
from fastapi import Body, FastAPI
from fastapi.encoders import jsonable_encoder
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

import linq_client
from linq_client import BaseModel, Linq, types
from linq_client.pagination import SyncListChatsPagination
from linq_client.types import Chat, Message, MessageContentParam, MessagePart, TextPartResponse, UnwrapWebhookEvent

CREATED = "2025-10-23T18:07:55.019Z"
MESSAGE: dict[str, Any] = {
    "id": "m1",
    "chat_id": "c1",
    "from": "+12223334444",
    "created_at": CREATED,
    "updated_at": CREATED,
    "sent_at": None,
    "delivery_status": "read",
    "is_delivered": True,
    "is_from_me": True,
    "is_read": False,
    "parts": [{"type": "text", "value": "Hi", "reactions": None, "text_decorations": None}],
}
OURS = Message.from_dict(MESSAGE)
VALID = official.Message.model_validate_json(json.dumps(MESSAGE))


class Envelope(pydantic.BaseModel):
    message: Message
    parts: list[MessagePart] = []
    other: Message | str = ""


def common(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Compares all fields that linq-python has; it has no newer ones."""
    for name, value in theirs.items():
        if isinstance(value, dict) and isinstance(ours[name], dict):
            common(ours[name], value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for mine, other in zip(ours[name], value, strict=True):
                common(mine, other)
        else:
            assert ours[name] == value, name
    assert all(ours[name] is None for name in ours.keys() - theirs.keys())


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"mode": "json"},
        {"by_alias": True},
        {"exclude_unset": True},
        {"exclude_none": True},
        {"exclude_defaults": True},
        {"include": {"id", "from_"}},
        {"include": {"id": True, "parts": {0: {"value"}}}, "exclude_none": True},
        {"include": {"parts": {"__all__": {"type": True}}}},
        {"exclude": {"parts": {-1: {"value"}}, "id": True}},
        {"exclude": {"from_", "parts"}, "by_alias": True},
        {"include": {"parts": {0}}},
    ],
)
def test_dumps_match_linq_python(options: dict[str, Any]) -> None:
    ours, theirs = OURS.model_dump(**options), VALID.model_dump(**options)
    if options.get("mode") == "json":
        theirs = {name: value.replace("000Z", "Z") if isinstance(value, str) else value for name, value in theirs.items()}
    common(ours, theirs)
    text = {name: value for name, value in options.items() if name != "mode"}
    found = json.loads(OURS.model_dump_json(**text))
    assert found.keys() == ours.keys()


def test_fields_match_linq_python() -> None:
    assert OURS.model_fields_set == VALID.model_fields_set
    assert OURS.model_extra == VALID.model_extra == {}
    extended = {**MESSAGE, "brand_new": {"a": 1}}
    assert Message.from_dict(extended).model_extra == {"brand_new": {"a": 1}}
    assert official.Message.model_validate_json(json.dumps(extended)).model_extra == {"brand_new": {"a": 1}}
    theirs, ours = official.Message.model_fields, Message.model_fields
    assert theirs.keys() <= ours.keys()
    for name, field in theirs.items():
        assert ours[name].alias == field.alias, name
        assert ours[name].is_required() == field.is_required(), name
        assert ours[name].get_default() == field.get_default(), name
    assert OURS.model_fields.keys() == ours.keys()  # type: ignore[misc, unused-ignore]


def test_iteration_matches_linq_python() -> None:
    common({**dict(OURS), "parts": None}, {**dict(VALID), "parts": None})
    assert dict(OURS)["parts"] == OURS.parts
    assert dict(Message.from_dict({"id": "m1", "new": 1}))["new"] == 1


@pytest.mark.parametrize("name", ["dict", "json", "copy"])
def test_deprecated_methods(name: str) -> None:
    with pytest.warns(DeprecationWarning, match="deprecated"):
        ours = getattr(OURS, name)()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = getattr(VALID, name)()
    if name == "dict":
        common(ours, theirs)
    elif name == "json":
        assert json.loads(ours).keys() >= json.loads(theirs).keys()
    else:
        assert ours == OURS and ours is not OURS


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_copy_of_some_fields() -> None:
    some = OURS.copy(include={"id", "from_"}, update={"chat_id": "c2"})
    assert some.model_dump(exclude_unset=True) == {"id": "m1", "from_": MESSAGE["from"], "chat_id": "c2"}
    assert "id" not in OURS.copy(exclude={"id"}).model_fields_set


def test_model_copy_matches_linq_python() -> None:
    update = {"from_": "+1", "is_read": True, "brand_new": [1]}
    ours, theirs = OURS.model_copy(update=update), VALID.model_copy(update=update)
    common(ours.model_dump(exclude_unset=True), theirs.model_dump(exclude_unset=True))
    assert ours.model_fields_set | {"brand_new"} == theirs.model_fields_set | {"brand_new"}
    assert (ours.from_, ours.is_read, ours.model_extra, OURS.from_) == ("+1", True, {"brand_new": [1]}, MESSAGE["from"])
    assert ours.to_dict()["from"] == "+1"
    assert OURS.model_copy(deep=True) == OURS
    digits = 123456789012345678901234567890
    assert Message.from_dict({"id": "m1", "big": digits}).model_copy(update={"id": "m2"}).model_extra == {"big": digits}
    with pytest.raises(linq_client.InvalidArgumentError, match="sent_at"):
        OURS.model_copy(update={"sent_at": object()})


def test_model_copy_of_a_page_continues_the_list(linq: Linq, chat_id: str) -> None:
    page = linq.chats.list_chats(limit=1)
    changed = page.model_copy(update={"chats": []})
    assert (changed.chats, changed.next_cursor) == ([], page.next_cursor)
    assert copy.copy(page).has_next_page() == changed.has_next_page()


def test_model_construct_matches_linq_python() -> None:
    fields = {**MESSAGE, "from_": MESSAGE["from"]}
    del fields["from"]
    ours, theirs = Message.model_construct(**fields), official.Message.model_construct(**MESSAGE)
    assert ours == Message.construct(**fields) == OURS
    assert theirs.model_fields_set == ours.model_fields_set
    assert type(ours.parts and ours.parts[0]) is TextPartResponse
    assert Message.model_construct(id="m1").chat_id is None
    assert Message.model_construct().id is None  # as in linq-python


def test_json_schema_matches_linq_python() -> None:
    def without_docs(schema: Any) -> Any:
        if isinstance(schema, list):
            return [without_docs(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        return {name: without_docs(value) for name, value in schema.items() if name != "description"}

    ours, theirs = without_docs(Chat.model_json_schema()), without_docs(official.Chat.model_json_schema())
    assert ours["required"].sort() == theirs["required"].sort()
    assert (ours["title"], ours["type"], ours["additionalProperties"]) == (theirs["title"], theirs["type"], True)
    assert theirs["properties"].keys() <= ours["properties"].keys()
    for name, field in theirs["properties"].items():
        if "enum" not in json.dumps(field) and name != "service":
            assert ours["properties"][name] == field, name
    message = Message.model_json_schema()
    assert message["properties"]["from"] == official.Message.model_json_schema()["properties"]["from"]
    assert "from_" in Message.model_json_schema(by_alias=False)["properties"]
    # Unknown values are accepted.
    assert {"type": "string"} in message["properties"]["delivery_status"]["anyOf"]


def test_validation() -> None:
    assert Message.model_validate(OURS) is OURS
    assert Message.model_validate(MESSAGE) == OURS
    assert Message.model_validate_json(json.dumps(MESSAGE)) == OURS
    assert Message.model_validate(OURS.model_dump()) == OURS
    assert Message.model_validate({"id": "m1", "delivery_status": "teleported"}).delivery_status == "teleported"
    for invalid, error_type, location in [
        ({}, "missing", ("id",)),
        ({"id": 5}, "invalid_value", ("id",)),
        ({"id": "m1", "parts": [{"type": "text", "value": 7}]}, "invalid_value", ("parts", 0, "value")),
        ({"id": "m1", "is_read": "maybe"}, "invalid_value", ("is_read",)),
        (5, "model_type", ()),
        (Chat.from_dict({"id": "c1"}), "model_type", ()),
    ]:
        with pytest.raises(pydantic.ValidationError) as caught:
            Message.model_validate(invalid)
        assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [(error_type, location)]


def test_fields_of_pydantic_models() -> None:
    parts = [TextPartResponse(value="Hi"), {"type": "hologram"}]
    envelope = Envelope.model_validate({"message": MESSAGE, "parts": parts, "other": OURS})
    assert envelope.message == OURS
    assert [type(part).__name__ for part in envelope.parts] == ["TextPartResponse", "UnknownPart"]
    assert envelope.other is OURS
    assert Envelope(message=OURS).message is OURS
    again = Envelope.model_validate_json(envelope.model_dump_json())
    assert again == envelope
    assert envelope.model_dump()["message"] == OURS.model_dump()
    assert json.loads(envelope.model_dump_json(by_alias=True, exclude_unset=True))["message"] == MESSAGE
    assert envelope.model_dump(include={"message": {"id"}}) == {"message": {"id": "m1"}}
    assert Envelope(message=OURS, other="text").model_dump()["other"] == "text"
    with pytest.raises(pydantic.ValidationError) as caught:
        Envelope.model_validate({"message": {"id": 5}})
    assert caught.value.errors()[0]["loc"] == ("message", "id")
    schema = Envelope.model_json_schema()
    assert schema["properties"]["message"] == {"$ref": "#/$defs/Message"}
    assert "TextPartResponse" in schema["$defs"]


def test_events_in_pydantic() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(UnwrapWebhookEvent)
    event = adapter.validate_python({"event_id": "e1", "event_type": "call.ended", "data": {}})
    assert type(event).__name__ == "CallEndedWebhookEvent"
    assert type(adapter.validate_python({"event_id": "e1", "event_type": "new", "data": 1})).__name__ == "UnknownWebhookEvent"
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({"event_type": "call.ended"})


def test_conversion_by_pydantic_core() -> None:
    assert json.loads(pydantic_core.to_json({"found": [OURS]}))["found"][0]["from"] == MESSAGE["from"]
    assert pydantic_core.to_jsonable_python(OURS) == OURS.model_dump(mode="json", by_alias=True)
    assert jsonable_encoder(OURS)["id"] == "m1"


def every_model() -> list[Any]:
    found = (getattr(types, name) for name in types.__all__)
    return sorted({kind for kind in found if inspect.isclass(kind) and issubclass(kind, BaseModel)}, key=lambda kind: str(kind))


@pytest.mark.parametrize("kind", every_model(), ids=lambda kind: kind.__name__)
def test_every_model_has_a_schema(kind: Any) -> None:
    schema = kind.model_json_schema()
    assert schema["type"] == "object" and schema["title"] == kind.__name__
    written = kind.model_json_schema(mode="serialization")
    assert written["properties"].keys() == schema["properties"].keys()
    assert all("null" in str(field) or field.get("default", ...) is None for field in written["properties"].values())
    assert kind.model_fields.keys() == {name for name in get_type_hints(kind)}
    assert not set(kind.model_fields) & set(dir(BaseModel))
    assert get_type_hints(kind)


def test_pages_in_pydantic(linq: Linq, chat_id: str) -> None:
    page = linq.chats.list_chats()
    adapter = TypeAdapter(SyncListChatsPagination[Chat])
    assert adapter.validate_python(page) is page
    assert adapter.dump_python(page, mode="json")["chats"][0]["id"]
    assert "Chat" in adapter.json_schema()["$defs"]


def test_request_types_in_pydantic() -> None:
    adapter = TypeAdapter(MessageContentParam)
    content = {"parts": [{"type": "text", "value": "Hi"}], "effect": {"type": "screen", "name": "confetti"}}
    assert json.loads(adapter.dump_json(adapter.validate_python(content))) == content
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({"parts": 5})
    for name in types.__all__:
        kind = getattr(types, name)
        if name.endswith(("Params", "Param")):
            TypeAdapter(kind)


def test_fastapi(linq: Linq, chat_id: str) -> None:
    def returned(chat_id: str) -> Chat:
        return linq.chats.retrieve(chat_id)

    async def declared(chat_id: str) -> Any:
        return linq.chats.messages.list(chat_id).messages

    # FastAPI takes classes other than pydantic's for query parameters.
    def received(message: Annotated[Message, Body()], content: MessageContentParam) -> str:
        return f"{message.id} {len(list(content['parts']))}"

    app = FastAPI()
    app.get("/returned/{chat_id}")(returned)
    app.get("/declared/{chat_id}", response_model=list[Message], response_model_exclude_none=True)(declared)
    app.post("/received")(received)
    client = TestClient(app)
    chat = client.get(f"/returned/{chat_id}").json()
    assert chat == linq.chats.retrieve(chat_id).model_dump(mode="json", by_alias=True)
    (message,) = client.get(f"/declared/{chat_id}").json()
    assert message["parts"][0]["value"] == "Hi" and None not in message.values()
    body = {"message": MESSAGE, "content": {"parts": [{"type": "text", "value": "x"}]}}
    assert client.post("/received", json=body).json() == "m1 1"
    invalid = client.post("/received", json={**body, "message": {"id": 5}})
    assert (invalid.status_code, invalid.json()["detail"][0]["loc"]) == (422, ["body", "message", "id"])
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert {"Chat", "Message-Input", "Message-Output", "MessageContentParam"} <= schemas.keys()


def test_models_without_pydantic(tmp_path: Any) -> None:
    script = """
import sys
sys.modules["pydantic"] = sys.modules["pydantic_core"] = sys.modules["typing_extensions"] = None
from linq_client.types import Message, MessageContentParam, TextPartResponse
message = Message.model_construct(id="m1", parts=[TextPartResponse(value="Hi")])
assert message.model_copy(update={"id": "m2"}).model_dump(include={"id"}) == {"id": "m2"}
assert dict(message)["id"] == "m1" and message.model_fields_set == {"id", "parts"} and message.model_extra == {}
assert not hasattr(Message, "model_fields") and not hasattr(message, "__pydantic_serializer__")
try:
    Message.model_json_schema()
except ImportError:
    print("fine")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "fine\n", done.stderr


def test_pydantic_is_not_imported_by_itself(linq: Linq) -> None:
    script = f"""
import sys
from linq_client import Linq
Linq(api_key="any", base_url={linq.base_url!r}).phone_numbers.list().phone_numbers[0].to_dict()
print(*(name for name in ("pydantic", "pydantic_core", "typing_extensions") if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"typing_extensions"}
