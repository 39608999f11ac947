"""Validates every event of the emulator with linq-python's types.

    validate_events.py BASE_URL

`webhooks.unwrap` of linq-python 0.65.0 selects a class by the payload's shape, so each event is validated by the class of its type.
"""

import http.server
import importlib
import inspect
import json
import queue
import sys
import threading
import urllib.request

from linq import BaseModel
from official import SPEC, Checks, client

VERSIONS = ("2026-02-03", "2025-01-01")
# The payloads of these events differ in the old version, for which linq-python has no types.
VERSIONED_PAYLOADS = ("message.sent", "message.received", "message.read", "message.delivered")


def type_of(event_type):
    """Returns the class of an event by its module, or `None` if linq-python has none."""
    try:
        module = importlib.import_module(f"linq.types.{event_type.replace('.', '_')}_webhook_event")
    except ModuleNotFoundError:
        return None
    classes = [found for _, found in inspect.getmembers(module, inspect.isclass)]
    own = [found for found in classes if found.__module__ == module.__name__]
    return next(found for found in own if found.__name__.endswith("WebhookEvent"))


class Receiver(http.server.BaseHTTPRequestHandler):
    deliveries = queue.Queue()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        self.deliveries.put(json.loads(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def trigger(base_url, event_type):
    origin = base_url.removesuffix("/api/partner")
    body = json.dumps({"event_type": event_type}).encode()
    request = urllib.request.Request(f"{origin}/_emulator/events", body, {"content-type": "application/json"})
    urllib.request.urlopen(request).close()


def receive(event_type):
    """Returns the next event of this type; skips others, such as that of the subscription's creation."""
    try:
        while (event := Receiver.deliveries.get(timeout=10))["event_type"] != event_type:
            pass
    except queue.Empty:
        return None
    return event


def validate(checks, event):
    event_type, version = event["event_type"], event["webhook_version"]
    if version == "2025-01-01" and event_type in VERSIONED_PAYLOADS:
        return
    found = type_of(event_type)
    if found is None:
        is_unpublished = SPEC["webhook_events"][event_type].startswith("any")
        checks.expect(is_unpublished, f"linq-python has no type for {event_type}")
        return
    assert issubclass(found, BaseModel)
    try:
        found.model_validate(event)
    except ValueError as error:
        checks.expect(False, f"{event_type} of {version}: {error}")
    else:
        checks.expect(True, event_type)


def main():
    base_url, checks = sys.argv[1], Checks()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    linq = client(base_url)
    types = SPEC["enums"]["WebhookEventType"]
    for version in VERSIONS:
        target = f"http://127.0.0.1:{server.server_port}/?version={version}"
        subscription = linq.webhook_subscriptions.create(target_url=target, subscribed_events=types)
        for event_type in types:
            if (event_type, version) == ("message.edited", "2025-01-01"):
                continue  # not delivered to subscriptions of the old version
            trigger(base_url, event_type)
            event = receive(event_type)
            what = f"{event_type} of {version} was delivered as {event and event['webhook_version']}"
            checks.expect(event and event["webhook_version"] == version, what)
            if event:
                validate(checks, event)
        linq.webhook_subscriptions.delete(subscription.id)
    server.shutdown()
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
