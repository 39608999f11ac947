"""Tolerant decoding: mismatched values affect nothing else, in known inputs, shared vectors, and at random."""

import copy
import json
import random
from datetime import datetime

import linq_client
import pytest
from arguments import ARGUMENTS
from linq_client import types, webhooks
from official import method
from repository import TESTS

VECTORS = TESTS / "vectors"
KEY = "whsec_c2VjcmV0LWZvci10ZXN0cw=="


@pytest.fixture(scope="module")
def client(recorder):
    with linq_client.Linq(api_key="test", base_url=recorder.url, max_retries=2) as client:
        yield client


@pytest.fixture
def call(recorder, client):
    """Calls an operation with a given response."""

    def call(name, body, status=200):
        recorder.response, recorder.status = body if isinstance(body, bytes) else json.dumps(body).encode(), status
        recorder.seen.clear()
        positional, named = ARGUMENTS[name][0]
        try:
            return method(client, name)(*positional, **named)
        finally:
            recorder.status = 200

    return call


def unwrap(body):
    body = body if isinstance(body, bytes) else json.dumps(body).encode()
    return webhooks.unwrap(body, headers=webhooks.sign(body, key=KEY), key=KEY)


def case(name):
    return (VECTORS / "cases" / f"{name}.json").read_bytes()


# --- Inputs that failed in November 2026.


@pytest.mark.parametrize(
    ("name", "sender", "text"),
    [
        ("no-health", "+15550109876", "Good morning"),
        ("full", "+15550002000", "hi"),
        ("minimal-handle", "+15551234567", "Hello"),
        ("parts-null", "+15550002000", ""),
        ("card-without-layout", "+15550002000", ""),
    ],
)
def test_published_and_captured_messages_are_typed(name, sender, text):
    event = unwrap(case(f"event.message.received.{name}"))
    assert type(event) is types.MessageReceivedWebhookEvent
    message = event.message()
    assert (message.sender_handle, message.text) == (sender, text)
    assert message.chat_id is not None and message.chat_id == event.chat_id() == event.data.chat.id
    assert event.is_inbound() and event.may_auto_reply()
    assert event.warnings() == []


def test_fields_of_captured_messages_are_read():
    assert unwrap(case("event.message.received.no-health")).message().health_status is None
    full = unwrap(case("event.message.received.full"))
    assert full.message().health_status.status == full.data.chat.health_status.status == "healthy"
    assert full.created_at.isoformat() == "2026-05-08T16:21:12.793119+00:00"
    assert unwrap(case("event.message.received.parts-null")).data.parts == []
    card = unwrap(case("event.message.received.card-without-layout"))
    (part,) = card.data.parts
    assert type(part) is types.IMessageAppPartResponse and part.app.name == "Puzzle Box"
    assert card.message().parts[0].app.name == "Puzzle Box"


def test_other_published_events_are_typed():
    created = unwrap(case("event.chat.created.no-health"))
    assert type(created) is types.ChatCreatedWebhookEvent
    assert len(created.data.handles) == 2
    assert created.chat_id() == created.data.id == "911fdc14-3d3a-57ff-995e-9e425bfc0c2a"
    line = unwrap(case("event.phone_number.status_updated.no-reputation"))
    assert type(line) is types.PhoneNumberStatusUpdatedWebhookEvent
    assert (line.data.previous_status, line.data.new_status, line.data.new_reputation) == ("ACTIVE", "FLAGGED", None)


def test_responses_with_few_fields_are_successes(call):
    page = call("chats.messages.list", case("response.messages.list.deleted-attachment"))
    assert len(page.messages) == 3 and page.next_cursor is None
    assert all(type(message.parts[0]) is types.MediaPartResponse for message in page.messages[1:])
    sent = call("chats.messages.send", case("response.messages.send.few-fields"), 202)
    assert (sent.message.id, sent.message.delivery_status) == ("46ca891a-06dd-52b8-8b39-d6614b829fa0", "pending")
    created = call("webhook_subscriptions.create", case("response.webhook_subscriptions.create.no-times"), 201)
    assert created.signing_secret and created.created_at is None
    assert created.signing_secret not in repr(created) + str(created)


@pytest.mark.parametrize(("name", "status", "code"), [("413.5001", 413, 5001), ("400.2011", 400, 2011)])
def test_error_is_final_by_its_status(call, recorder, name, status, code):
    with pytest.raises(linq_client.APIStatusError) as caught:
        call("chats.send_voicememo", case(f"error.{name}"), status)
    assert (caught.value.status_code, caught.value.code) == (status, code)
    assert len(recorder.seen) == 1


# --- Responses that cannot be decoded.


@pytest.mark.parametrize("body", [b"{}", b'{"message": {"id": 5}}', b"[]", b"null"])
def test_accepted_send_without_identity_may_have_taken_effect(call, recorder, body):
    with pytest.raises(linq_client.APIResponseValidationError, match="response could not be decoded") as caught:
        call("chats.messages.send", body, 202)
    error = caught.value
    assert error.may_have_taken_effect and error.response.content == body and error.status_code == 202
    assert error.idempotency_key == recorder.only().json["message"]["idempotency_key"]
    assert error.idempotency_key not in str(error)


def test_page_without_its_list_is_not_an_empty_page(call):
    with pytest.raises(linq_client.APIResponseValidationError, match="chats: missing"):
        call("chats.list_chats", {})
    assert call("chats.list_chats", {"chats": None}).chats == []
    assert [chat.id for chat in call("chats.list_chats", {"items": [{"id": "c1"}]})] == ["c1"]


def test_html_response_is_an_error(call, recorder):
    with pytest.raises(linq_client.APIResponseValidationError, match=f"with invalid JSON from {recorder.url}/v3/chats"):
        call("chats.retrieve", b"<html>Welcome</html>")
    with pytest.raises(linq_client.APIResponseValidationError):
        call("messages.delete", b"<html>Welcome</html>")


def test_update_of_a_deleted_message_returns_none(call):
    assert call("messages.update", b"", 204) is None
    with pytest.raises(linq_client.APIResponseValidationError):
        call("chats.update", b"", 204)


def test_item_without_identity_is_plain_json(call, caplog):
    with caplog.at_level("WARNING", logger="linq_client"):
        page = call("chats.list_chats", {"chats": [{"id": "c1"}, {"name": "odd"}, 7, {"id": "c2"}]})
        assert [chat.id if isinstance(chat, types.Chat) else chat for chat in page] == ["c1", {"name": "odd"}, 7, "c2"]
    assert "without its identifier" in caplog.text and "odd" not in caplog.text


def test_warnings_of_mismatched_values(client, call):
    raw = call_raw(client, call, "chats.retrieve", {"id": "c1", "created_at": "soon", "handles": [{"handle": 5}]})
    assert raw.parse().created_at == "soon"
    assert [str(warning) for warning in raw.warnings()] == [
        "created_at: not an RFC 3339 date-time",
        "handles[0].handle: not a string",
    ]
    assert raw.warnings()[0].path == "created_at"
    assert call_raw(client, call, "chats.retrieve", {"id": "c1"}).warnings() == []


def call_raw(client, call, name, body):
    call(name, body)
    positional, named = ARGUMENTS[name][0]
    return method(client.with_raw_response, name)(*positional, **named)


def test_strict_response_validation(recorder):
    document = json.loads((VECTORS / "responses" / "chats.retrieve.json").read_text())
    with linq_client.Linq(api_key="test", base_url=recorder.url, _strict_response_validation=True) as strict:
        recorder.response = json.dumps(document).encode()
        assert strict.chats.retrieve("c1").id == document["id"]
        recorder.response = json.dumps({**document, "created_at": "soon"}).encode()
        for client in (strict, strict.with_options(timeout=5)):
            with pytest.raises(linq_client.APIResponseValidationError, match="created_at: not an RFC 3339"):
                client.chats.retrieve("c1")
        assert strict.with_options(_strict_response_validation=False).chats.retrieve("c1").created_at == "soon"
    recorder.seen.clear()


# --- Vectors shared with Swift and Kotlin.

MALFORMED = json.loads((VECTORS / "mutated.json").read_text())


@pytest.mark.parametrize("vector", MALFORMED, ids=[vector.get("operation") or vector["event_type"] for vector in MALFORMED])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_malformed_vectors_match_rust(call, vector):
    ours = call(vector["operation"], vector["body"]) if "operation" in vector else unwrap(vector["body"])
    assert missing(vector["reads_as"], ours) == []


def missing(theirs, ours, path=""):
    """Returns where Python lacks a value that Rust has. Items that Rust skips are plain JSON in Python."""
    if isinstance(theirs, dict):
        return [
            found
            for name, value in theirs.items()
            if value not in (None, [], {}) and name != "skipped"
            for found in missing(value, attribute(ours, name), f"{path}.{name}")
        ]
    if isinstance(theirs, list):
        rest = iter(ours if isinstance(ours, list) else [])
        return [
            f"{path}[{index}]"
            for index, value in enumerate(theirs)
            if not any(not missing(value, item, path) for item in rest)
        ]
    if isinstance(ours, datetime):
        theirs = datetime.fromisoformat(theirs[:26].rstrip("Z") + "+00:00")
    return [] if theirs == ours else [path]


def attribute(value, name):
    if isinstance(value, dict):
        return value.get(name)
    return getattr(value, name, getattr(value, f"{name}_", None))


# --- Random values, except identities, removed, set to null or replaced.

ENVELOPE = ("api_version", "created_at", "partner_id", "trace_id")
IDENTITIES = dict(line.split(": ") for line in (VECTORS / "identities.txt").read_text().splitlines() if ": " in line)


class Recorded:
    """A documented response or event."""

    def __init__(self, name, body, may_be_malformed):
        self.name, self.body = name, body
        self.places = [place for place in places(body) if may_be_malformed(place)]

    @classmethod
    def response(cls, name):
        body = json.loads((VECTORS / "responses" / f"{name}.json").read_text())
        identities = IDENTITIES[name].split(", ")

        def is_part(place):
            """Returns whether a value is an identity or contains one, up to the enclosing list."""
            place = ".".join("[]" if isinstance(step, int) else step for step in place).replace(".[]", "[]")
            below = (path.removeprefix(place) for path in identities if path.startswith(place))
            return any(rest == "" or (rest.startswith(".") and "[" not in rest) for rest in below)

        return cls(name, body, lambda place: not is_part(place))

    @classmethod
    def event(cls, body):
        def may_be_malformed(place):
            return place[0] in ENVELOPE or (place[0] == "data" and len(place) > 1)

        return cls(body["event_type"], body, may_be_malformed)

    def with_malformed(self, malformed):
        body = copy.deepcopy(self.body)
        # From the end, so that indexes in lists stay valid.
        for place in sorted(malformed, key=lambda place: [str(step).zfill(9) for step in place], reverse=True):
            change = malformed[place]
            *above, last = place
            parent = body
            for step in above:
                parent = parent[step]
            if change == "remove":
                del parent[last]
            else:
                parent[last] = None if change == "null" else of_another_type(parent[last])
        return body


def places(value, place=()):
    found = [place] if place else []
    if isinstance(value, dict):
        return found + [inner for name in value for inner in places(value[name], (*place, name))]
    # A list of numbers, such as a range, is one value.
    if isinstance(value, list) and not all(isinstance(item, (int, float)) for item in value):
        return found + [inner for index, item in enumerate(value) for inner in places(item, (*place, index))]
    return found


def of_another_type(value):
    if isinstance(value, bool):
        return [True]
    if isinstance(value, list):
        return {"a": 1}
    return "5ecret" if isinstance(value, (int, float)) else -7


RECORDED = [Recorded.response(path.stem) for path in sorted((VECTORS / "responses").glob("*.json"))]
SAMPLES = json.loads((VECTORS / "webhooks" / "event_samples.json").read_text())
RECORDED += [Recorded.event(sample["event"]) for sample in SAMPLES]
RECORDED = [recorded for recorded in RECORDED if recorded.places]

# Found by the random test.
REGRESSIONS = [
    ("chats.retrieve", {("handles",): "null"}),
    ("chats.retrieve", {("health_status",): "remove"}),
    ("chats.list_chats", {("chats", 0, "handles", 0): "other", ("chats", 0, "health_status", "status"): "null"}),
    ("chats.messages.list", {("messages", 0, "parts", 0, "type"): "other"}),
    ("message.received", {("data", "chat"): "remove", ("data", "parts"): "null", ("data", "id"): "other"}),
    ("reaction.added", {("data", "from_handle"): "null"}),
]


@pytest.mark.parametrize(("name", "malformed"), REGRESSIONS, ids=str)
def test_known_mismatched_values_affect_nothing_else(call, name, malformed):
    for recorded in RECORDED:
        if recorded.name == name and malformed.keys() <= set(recorded.places):
            return assert_untouched_is_same(call, recorded, malformed)
    pytest.fail("the regression has no recorded response")


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_mismatched_values_affect_nothing_else(call, seed):
    rng = random.Random(seed)
    for _ in range(100):
        recorded = rng.choice(RECORDED)
        count = min(rng.choice((1, 1, 2, 5, 30)), len(recorded.places))
        chosen = rng.sample(recorded.places, count)
        malformed = {place: rng.choice(("remove", "null", "other")) for place in chosen}
        assert_untouched_is_same(call, recorded, outermost(malformed))


def outermost(malformed):
    """Removes paths below other malformed paths."""
    return {
        place: change
        for place, change in malformed.items()
        if not any(place[: len(other)] == other for other in malformed if other != place)
    }


def assert_untouched_is_same(call, recorded, malformed):
    read = unwrap if "event_type" in recorded.body else lambda body: call(recorded.name, body)
    found = changes(read(recorded.body), read(recorded.with_malformed(malformed)), (), malformed)
    assert found == [], f"{recorded.name}: {malformed}"


def changes(before, after, place, malformed):
    """Returns the other paths whose values have changed."""
    if isinstance(before, linq_client.BaseModel):
        if (*place, "type") in malformed and type(after) is types.UnknownPart:
            return []  # unchanged
        if type(before) is not type(after):
            # An object without fields is an empty one.
            return [place]
        fields = before.model_dump()
        return [
            found
            for name in fields
            if (*place, name.rstrip("_")) not in malformed
            for found in changes(getattr(before, name), getattr(after, name), (*place, name.rstrip("_")), malformed)
        ]
    if isinstance(before, dict):
        return [
            found
            for name in before
            if (*place, name) not in malformed
            for found in changes(before[name], after.get(name), (*place, name), malformed)
        ]
    if isinstance(before, list):
        left = [index for index in range(len(before)) if malformed.get((*place, index)) != "remove"]
        if not isinstance(after, list) or len(after) != len(left):
            return [place]
        return [
            found
            for index, item in zip(left, after)
            if (*place, index) not in malformed
            for found in changes(before[index], item, (*place, index), malformed)
        ]
    return [] if before == after and type(before) is type(after) else [place]
