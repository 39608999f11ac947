"""Webhooks: verification of deliveries, and events."""

from __future__ import annotations

import base64
import copy
import json
import logging
import pickle
import time
from datetime import datetime, timezone
from typing import Any

import pytest
from helpers import VECTORS

from linq_client import APIWebhookValidationError, AsyncLinq, InvalidArgumentError, Linq, webhooks
from linq_client.types import (
    LegacyMessageEvent,
    MessageReceivedWebhookEvent,
    MessageView,
    ParticipantAddedWebhookEvent,
    TextPartResponse,
    UnknownWebhookEvent,
)

KEY = "whsec_c2VjcmV0LWZvci10ZXN0cw=="
ADDED = json.dumps(
    {"event_id": "e1", "event_type": "participant.added", "created_at": "2026-01-01T00:00:00Z",
     "data": {"handle": "+12052499136"}}
)
LEGACY = json.dumps(
    {"event_id": "e2", "event_type": "message.received", "webhook_version": "2025-01-01",
     "data": {"chat_id": "c1", "from": "+15556667777", "is_from_me": False, "is_group": False, "recipient_phone": "+12223334444",
              "message": {"id": "m1", "parts": [{"type": "text", "value": "STOP"}]}}}
)


def test_event_class() -> None:
    event = webhooks.unwrap(ADDED, headers=webhooks.sign(ADDED, key=KEY), key=KEY)
    assert isinstance(event, ParticipantAddedWebhookEvent)
    assert event.data.handle == "+12052499136"
    assert event.created_at is not None
    assert event.created_at.year == 2026
    assert event.trace_id is None


def test_payload_and_header_types() -> None:
    signed = webhooks.sign(ADDED.encode(), key=KEY)

    class Headers:
        def items(self) -> Any:
            return ((name.upper().encode(), value.encode()) for name, value in signed.items())

    for payload in (ADDED, ADDED.encode()):
        for headers in (signed, {name.title(): value for name, value in signed.items()}, Headers()):
            assert webhooks.unwrap(payload, headers=headers, key=KEY).event_id == "e1"  # type: ignore[arg-type]


def test_secret_that_matched() -> None:
    old, new = "whsec_b2xk", KEY
    for index, key in enumerate((old, new)):
        event = webhooks.unwrap(ADDED, headers=webhooks.sign(ADDED, key=key), key=[old, new])
        assert event.secret_index() == index
        assert copy.copy(event).secret_index() == index
        assert event == webhooks.parse_unverified(ADDED)
    assert webhooks.parse_unverified(ADDED).secret_index() is None
    assert pickle.loads(pickle.dumps(event)).secret_index() is None, "only the event is stored"


def test_keys_that_the_official_client_accepts() -> None:
    signed = {name: value for name, value in webhooks.sign(ADDED, key=KEY).items() if not name.startswith("x-")}
    raw = base64.b64decode(KEY.removeprefix("whsec_"))
    for key in (KEY, KEY.removeprefix("whsec_"), raw, KEY.encode(), ["whsec_b2xk", KEY]):
        assert webhooks.unwrap(ADDED, headers=signed, key=key).event_id == "e1"


@pytest.mark.parametrize("key", [KEY, "whsec_-_8-_7-_c2VjcmV0IQ=="])
def test_key_formats(key: str) -> None:
    signed = webhooks.sign(ADDED, key=key)
    for kind in ("webhook-", "x-webhook-"):
        headers = {name: value for name, value in signed.items() if name.startswith(kind)}
        for form in (key, f"v1,{key}", f"v1,{key}".encode()):
            assert webhooks.unwrap(ADDED, headers=headers, key=form).event_id == "e1"
    standard = {name: value for name, value in signed.items() if name.startswith("webhook-")}
    for form in (key.rstrip("="), f"v1,{key.removeprefix('whsec_')}"):
        assert webhooks.unwrap(ADDED, headers=standard, key=form).event_id == "e1"


def test_invalid_keys() -> None:
    for key in json.loads((VECTORS / "webhooks" / "invalid_secrets.json").read_text(encoding="utf-8")):
        with pytest.raises(InvalidArgumentError) as caught:
            webhooks.unwrap(ADDED, headers={}, key=key)
        assert caught.value.path == "key"
    with pytest.raises(InvalidArgumentError, match="webhook_secret: begins and ends with a quotation mark"):
        Linq(api_key="any").with_options(webhook_secret=f"'{KEY}'")


def test_error_mentions_a_key_that_is_not_base64() -> None:
    headers = webhooks.sign(ADDED, key=KEY)
    with pytest.raises(APIWebhookValidationError, match="not base64, so the Standard signature") as caught:
        webhooks.unwrap(ADDED, headers=headers, key="whsec_5ecret!")
    assert caught.value.status_code == 401
    assert "5ecret" not in str(caught.value)


@pytest.mark.parametrize(
    ("payload", "change", "status"),
    [
        (ADDED + " ", {}, 401),
        (ADDED, {"webhook-id": "other"}, 401),
        (ADDED, {"webhook-signature": "v1,AAAA"}, 401),
        (ADDED, {"webhook-timestamp": "soon"}, 401),
    ],
)
def test_forged_delivery_is_rejected(payload: str, change: dict[str, str], status: int) -> None:
    with pytest.raises(APIWebhookValidationError) as caught:
        webhooks.unwrap(payload, headers={**webhooks.sign(ADDED, key=KEY), **change}, key=KEY)
    assert caught.value.status_code == status
    assert KEY not in str(caught.value)


def test_timestamp_tolerance() -> None:
    headers = webhooks.sign(ADDED, key=KEY, timestamp=time.time() - 1000)
    with pytest.raises(APIWebhookValidationError, match="ago"):
        webhooks.unwrap(ADDED, headers=headers, key=KEY)
    assert webhooks.unwrap(ADDED, headers=headers, key=KEY, tolerance=2000).event_id == "e1"


def test_payload_that_is_not_an_event_is_rejected() -> None:
    with pytest.raises(APIWebhookValidationError) as caught:
        webhooks.unwrap("{}", headers=webhooks.sign("{}", key=KEY), key=KEY)
    assert caught.value.status_code == 400


def test_missing_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LINQ_WEBHOOK_SECRET", raising=False)
    headers = webhooks.sign(ADDED, key=KEY)
    with pytest.raises(ValueError, match="without a key"):
        Linq(api_key="any").webhooks.unwrap(ADDED, headers=headers)
    for key in ("", "whsec_", b"", []):
        with pytest.raises(InvalidArgumentError):
            webhooks.unwrap(ADDED, headers=headers, key=key)  # type: ignore[arg-type]
    assert Linq(api_key="any", webhook_secret=KEY).webhooks.unwrap(ADDED, headers=headers).event_id == "e1"
    assert AsyncLinq(api_key="any", webhook_secret=KEY).webhooks.unwrap(ADDED, headers=headers).event_id == "e1"


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (None, "key: must not be None; the signing secret of the webhook subscription is required"),
        (5, "key: must be str or bytes, or an iterable of them"),
    ],
)
def test_key_of_another_type_is_an_invalid_argument(key: Any, reason: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        webhooks.unwrap(ADDED, headers=webhooks.sign(ADDED, key=KEY), key=key)
    assert str(caught.value) == reason
    with pytest.raises(InvalidArgumentError, match="^key: "):
        webhooks.check_headers({}, key=key)


def test_message_view_of_both_payload_versions() -> None:
    newer = json.dumps(
        {"event_id": "e2", "event_type": "message.received", "webhook_version": "2026-02-03",
         "data": {"id": "m1", "direction": "inbound", "parts": [{"type": "text", "value": "STOP"}],
                  "chat": {"id": "c1", "is_group": False, "owner_handle": handle("+12223334444"),
                           "health_status": {"status": "HEALTHY", "updated_at": "2026-01-01T00:00:00Z",
                                             "doc_url": "https://docs.linqapp.com"}},
                  "sender_handle": handle("+15556667777"), "service": "iMessage"}}
    )
    for payload in (LEGACY, newer):
        event = webhooks.parse_unverified(payload)
        assert isinstance(event, MessageReceivedWebhookEvent)
        message = event.message()
        assert (message.message_id, message.chat_id, message.is_group) == ("m1", "c1", False)
        assert (message.direction, message.sender_handle, message.line) == ("inbound", "+15556667777", "+12223334444")
        assert message.parts == [TextPartResponse(value="STOP")]
        assert message.text == "STOP"
        assert message.opts_out
    assert isinstance(webhooks.parse_unverified(LEGACY).data, LegacyMessageEvent)


def handle(number: str) -> dict[str, Any]:
    return {"id": number, "handle": number, "joined_at": "2026-01-01T00:00:00Z", "service": "iMessage"}


def test_unknown_event_type() -> None:
    new = webhooks.parse_unverified('{"event_id": "e1", "event_type": "moon.rose", "data": {"a": {"b": [1]}}}')
    assert type(new) is UnknownWebhookEvent
    assert new.event_type == "moon.rose"
    assert new.data == {"a": {"b": [1]}}
    assert new.problem is None


def test_payload_version_is_detected() -> None:
    legacy = json.loads(LEGACY)
    legacy["data"]["chat"] = {"id": "c1"}
    event = webhooks.parse_unverified(json.dumps(legacy))
    assert isinstance(event, MessageReceivedWebhookEvent)
    again = MessageReceivedWebhookEvent.from_dict(legacy)
    for one in (event, again, pickle.loads(pickle.dumps(event)), copy.copy(event)):
        assert isinstance(one.data, LegacyMessageEvent)
        assert one.message().sender_handle == "+15556667777"
        assert one.message().opts_out


def event_of(event_type: str, data: Any, **envelope: Any) -> Any:
    return webhooks.parse_unverified(json.dumps({"event_id": "e1", "event_type": event_type, "data": data, **envelope}))


def test_known_event_with_incomplete_data() -> None:
    odd = event_of("message.received", {"id": 5, "chat": 7, "parts": [{"type": "text", "value": "Hi"}, 7]})
    assert isinstance(odd, MessageReceivedWebhookEvent)
    assert (odd.data.id, odd.data.chat, odd.data.parts[1]) == (5, 7, 7)
    assert odd.message().text == "Hi"
    assert [str(warning) for warning in odd.warnings()] == [
        "data.id: not a string",
        "data.chat: not an object",
        "data.parts[1]: not an object",
    ]
    assert event_of("participant.added", {}).data.handle is None


@pytest.mark.parametrize("data", [None, [], "x", 5])
def test_known_event_whose_data_is_not_an_object(data: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="linq_client"):
        event = event_of("message.received", data)
    assert type(event) is UnknownWebhookEvent
    assert (event.event_type, event.data) == ("message.received", data)
    assert event.problem == "data: not an object"
    assert "cannot be decoded" in caplog.text and "data: not an object" in caplog.text


def test_absent_nested_attribute_is_none() -> None:
    event = event_of("message.received", {})
    assert event.data.parts == []
    assert event.data.chat.health_status.status is None
    assert event.to_dict()["data"] == {}
    assert repr(event.data) == "MessageEventV2()"


def test_event_id_falls_back_to_the_header() -> None:
    for body in ('{"event_type": "moon.rose", "data": {}}', '{"event_type": "moon.rose", "event_id": null}'):
        event = webhooks.unwrap(body, headers=webhooks.sign(body, key=KEY, webhook_id="msg_7"), key=KEY)
        assert event.event_id == "msg_7"
        assert pickle.loads(pickle.dumps(event)).event_id == "msg_7"
        with pytest.raises(APIWebhookValidationError, match="event_id"):
            webhooks.parse_unverified(body)


def test_chat_id_is_inbound_may_auto_reply() -> None:
    message = {"id": "m1", "direction": "inbound", "parts": [{"type": "text", "value": "Hi"}], "chat": {"id": "c1"}}
    event = event_of("message.received", message)
    assert (event.chat_id(), event.is_inbound(), event.may_auto_reply()) == ("c1", True, True)
    for change in ({"direction": "outbound"}, {"reconciled_at": "2026-01-01T00:00:00Z"}, {"direction": None},
                   {"parts": [{"type": "text", "value": "STOP"}]}):
        assert not event_of("message.received", {**message, **change}).may_auto_reply()
    created = event_of("chat.created", {"id": "c2"})
    assert (created.chat_id(), created.is_inbound(), created.may_auto_reply()) == ("c2", False, False)
    assert event_of("moon.rose", {"chat": {"id": "c3"}}).chat_id() == "c3"
    assert event_of("participant.added", {}).chat_id() is None


def test_message_view_fields() -> None:
    fields = set(MessageView.__annotations__)
    assert len(fields) == 20 + 3 and {"health_status", "zero_retention", "text", "is_inbound", "opts_out"} <= fields
    timestamp = "2026-01-01T00:00:00.123456789Z"
    newer = event_of("message.received", {"id": "m1", "sent_at": timestamp, "reconciled_at": timestamp, "direction": "sideways",
                                          "chat": {"health_status": {"status": "healthy"}}, "effect": 7})
    message = newer.message()
    assert (message.direction, message.is_inbound, message.effect) == ("sideways", False, None)
    assert message.sent_at == message.reconciled_at == datetime(2026, 1, 1, 0, 0, 0, 123456, tzinfo=timezone.utc)
    assert message.health_status.status == "healthy"
    older = event_of("message.received", {"message": {"id": "m1"}, "from": "+1", "received_at": timestamp})
    assert (older.message().direction, older.message().is_inbound, older.message().line) == (None, False, None)
    assert older.message().received_at == message.sent_at


def test_deeply_nested_delivery() -> None:
    body = '{"event_id": "e1", "event_type": "moon.rose", "data": ' + "[" * 50_000 + "]" * 50_000 + "}"
    event = webhooks.unwrap(body, headers=webhooks.sign(body, key=KEY), key=KEY)
    assert event.event_id == "e1"
    repr(event)
    body = "[" * 50_000
    with pytest.raises(APIWebhookValidationError) as caught:
        webhooks.unwrap(body, headers=webhooks.sign(body, key=KEY), key=KEY)
    assert caught.value.status_code == 400


def test_repr_redacts_secrets() -> None:
    event = webhooks.parse_unverified(
        '{"event_id": "e1", "event_type": "new.thing", "data": {"signing_secret": "whsec_hidden", "id": 5}}'
    )
    assert "hidden" not in repr(event)
    assert "'id': 5" in repr(event)


def test_headers_as_pairs() -> None:
    headers: Any = list(webhooks.sign(ADDED, key=KEY).items())
    assert webhooks.unwrap(ADDED, headers=headers, key=KEY).event_id == "e1"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"payload": {}}, "payload"),
        ({"payload": "\ud800"}, "payload"),
        ({"headers": 5}, "headers"),
        ({"headers": ["x"]}, "headers"),
        ({"headers": {"webhook-id": 5}}, "headers[\"webhook-id\"]"),
        ({"key": [5]}, "key"),
        ({"key": "\ud800"}, "key"),
        ({"tolerance": -1}, "tolerance"),
    ],
)
def test_invalid_arguments(change: dict[str, Any], path: str) -> None:
    arguments: dict[str, Any] = {"payload": ADDED, "headers": webhooks.sign(ADDED, key=KEY), "key": KEY, **change}
    with pytest.raises(InvalidArgumentError) as caught:
        webhooks.unwrap(arguments.pop("payload"), **arguments)
    assert caught.value.path == path
