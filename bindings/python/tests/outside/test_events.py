"""All webhook events in both payload versions, delivered by the emulator, compared with linq-python."""

import asyncio
import copy
import http.server
import json
import pickle
import queue
import threading

import linq_client
import linq_client.types
import pytest
import validate_events
from emulators import Emulator
from official import SPEC, OBSERVED, documented
from differences import differences

TYPES = SPEC["enums"]["WebhookEventType"]
# Edits are not delivered to subscriptions of the old version.
CASES = [(kind, version) for version in validate_events.VERSIONS for kind in TYPES]
CASES.remove(("message.edited", "2025-01-01"))
each_event = pytest.mark.parametrize(("kind", "version"), CASES, ids=[f"{kind}-{version}" for kind, version in CASES])


class Receiver(http.server.BaseHTTPRequestHandler):
    deliveries = queue.Queue()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        self.deliveries.put((dict(self.headers.items()), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def deliveries():
    """Returns the secret, headers and body of each event."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = {}
    with Emulator() as emulator:
        client = linq_client.Linq(api_key="test", base_url=emulator.url)
        for version in validate_events.VERSIONS:
            target = f"http://127.0.0.1:{server.server_port}/?version={version}"
            subscription = client.webhook_subscriptions.create(target_url=target, subscribed_events=TYPES)
            for kind in [kind for kind, its in CASES if its == version]:
                emulator.control("POST", "/events", event_type=kind)
                found[kind, version] = (subscription.signing_secret, *next_of(kind))
            client.webhook_subscriptions.delete(subscription.id)
    server.shutdown()
    return found


def next_of(kind):
    """Returns the next delivery of the type. Skips others, such as that a subscription was created."""
    while True:
        headers, body = Receiver.deliveries.get(timeout=10)
        if json.loads(body)["event_type"] == kind:
            return headers, body


def unwrapped(delivery):
    secret, headers, body = delivery
    client = linq_client.Linq(api_key="test", webhook_secret=secret)
    return client.webhooks.unwrap(body, headers=headers)


def class_name(kind):
    """Returns the class name in linq-python, or one by the same rule."""
    official = validate_events.type_of(kind)
    words = kind.replace(".", "_").split("_")
    return official.__name__ if official else "".join(map(str.capitalize, words)) + "WebhookEvent"


@each_event
def test_event_class(deliveries, kind, version):
    event = unwrapped(deliveries[kind, version])
    assert type(event).__name__ == class_name(kind)
    assert event.event_type == kind
    assert type(event) is getattr(linq_client.types, class_name(kind))


@each_event
def test_events_round_trip(deliveries, kind, version):
    _, headers, body = deliveries[kind, version]
    event = unwrapped(deliveries[kind, version])
    assert event.to_dict(mode="json") == {"event_id": headers["webhook-id"]} | json.loads(body)
    for copied in (pickle.loads(pickle.dumps(event)), copy.copy(event), copy.deepcopy(event)):
        assert type(copied) is type(event) and copied == event


def is_typed(kind, version):
    """Returns whether linq-python has a type: not for calls, and not for messages of the old version."""
    return validate_events.type_of(kind) and not (version == "2025-01-01" and kind in validate_events.VERSIONED_PAYLOADS)


TYPED = [case for case in CASES if is_typed(*case)]


@pytest.mark.parametrize(("kind", "version"), TYPED, ids=["-".join(case) for case in TYPED])
def test_values_match_linq_python(deliveries, kind, version):
    _, _, body = deliveries[kind, version]
    theirs = validate_events.type_of(kind)
    expected = theirs.construct(**json.loads(body)) if OBSERVED else theirs.model_validate_json(body)
    assert not differences(expected, unwrapped(deliveries[kind, version]))


def test_number_of_typed_events():
    assert len(TYPED) > 130


@pytest.mark.parametrize("version", validate_events.VERSIONS)
@pytest.mark.parametrize("kind", validate_events.VERSIONED_PAYLOADS)
def test_message_view_of_both_payload_versions(deliveries, kind, version):
    message = unwrapped(deliveries[kind, version]).message()
    assert message.chat_id and (not documented() or message.parts)


def test_payload_types_and_explicit_key(deliveries):
    secret, headers, body = deliveries["message.received", "2026-02-03"]
    client = linq_client.Linq(api_key="test")
    for payload in (body, body.decode()):
        assert client.webhooks.unwrap(payload, headers=headers, key=secret).event_type == "message.received"

    async def call():
        async with linq_client.AsyncLinq(api_key="test") as client:
            return client.webhooks.unwrap(body, headers=headers, key=secret)

    assert asyncio.run(call()).event_type == "message.received"


@pytest.mark.parametrize("what", ["body", "header", "key", "no headers"])
def test_tampered_delivery_is_rejected(deliveries, what):
    secret, headers, body = deliveries["message.received", "2026-02-03"]
    if what == "body":
        body = body.replace(b"{", b"{ ", 1)
    elif what == "header":
        # Both kinds of signature are on a delivery.
        headers = {name: value[:-3] + "abc" if "signature" in name.lower() else value for name, value in headers.items()}
    elif what == "key":
        secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
    else:
        headers = {}
    client = linq_client.Linq(api_key="test")
    with pytest.raises(linq_client.APIWebhookValidationError) as caught:
        client.webhooks.unwrap(body, headers=headers, key=secret)
    assert secret not in str(caught.value)


def test_unknown_event_type():
    with Emulator() as emulator:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = linq_client.Linq(api_key="test", base_url=emulator.url)
        target = f"http://127.0.0.1:{server.server_port}/"
        subscription = client.webhook_subscriptions.create(target_url=target, subscribed_events=["message.sent"])
        emulator.control("POST", "/events", event_type="chat.mood_changed", data={"mood": "sunny"})
        event = unwrapped((subscription.signing_secret, *next_of("chat.mood_changed")))
        server.shutdown()
    assert type(event).__name__ == "UnknownWebhookEvent"
    assert event.event_type == "chat.mood_changed" and event.to_dict(mode="json")["data"] == {"mood": "sunny"}
