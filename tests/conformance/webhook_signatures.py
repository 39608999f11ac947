#!/usr/bin/env python3
"""Checks webhook signatures with independent implementations.

    webhook_signatures.py BASE_URL [RECEIVER]

BASE_URL is a running emulator's, such as http://127.0.0.1:4010/api/partner. Its deliveries must verify with PyPI's
`standardwebhooks` and, for legacy signatures, with OpenSSL, and both must produce the same signatures. RECEIVER is the
built example of linq-webhook (target/debug/examples/receiver): it must accept deliveries signed by these two, and reject
all others. Needs `standardwebhooks` (a dependency of `linq-python[webhooks]`) and `openssl`.
"""

import base64
import datetime
import http.server
import json
import os
import queue
import subprocess
import sys
import threading
import urllib.error
import urllib.request

from standardwebhooks import Webhook, WebhookVerificationError

PERSON = "+15556667777"
VERSIONS = ("2026-02-03", "2025-01-01")


class Receiver:
    """Records the headers and the raw body of each delivery."""

    def __init__(self):
        deliveries = self.deliveries = queue.Queue()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                deliveries.put(({name.lower(): value for name, value in self.headers.items()}, body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, version):
        return f"http://127.0.0.1:{self.server.server_port}/{version}?version={version}"


class Emulator:
    def __init__(self, base_url):
        self.base_url = base_url.rstrip("/")
        self.control = self.base_url.removesuffix("/api/partner") + "/_emulator"

    def call(self, url, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"authorization": "Bearer any-key", "content-type": "application/json"}
        request = urllib.request.Request(url, data, headers, method=method)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as response:
            return json.loads(response.read() or "null")

    def subscribe(self, url):
        events = self.call(f"{self.base_url}/v3/webhook-events")["events"]
        body = {"target_url": url, "subscribed_events": events}
        return self.call(f"{self.base_url}/v3/webhook-subscriptions", body)

    def unsubscribe(self, id):
        self.call(f"{self.base_url}/v3/webhook-subscriptions/{id}", method="DELETE")

    def inbound(self, text):
        line = self.call(f"{self.base_url}/v3/phone_numbers")["phone_numbers"][0]["phone_number"]
        self.call(f"{self.control}/inbound", {"from": PERSON, "to": line, "text": text})
        self.call(f"{self.control}/settle", {})


def openssl_hmac(key, content):
    """Returns the HMAC-SHA256 that OpenSSL computes; the key is bytes."""
    command = ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", f"hexkey:{key.hex()}", "-binary"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


def rejects(webhook, body, headers):
    try:
        webhook.verify(body, headers, json_parse=False)
    except WebhookVerificationError:
        return True
    return False


def check_standard(secret, headers, body):
    webhook = Webhook(secret)
    assert webhook.verify(body, headers)["event_id"] == headers["webhook-id"]
    assert rejects(webhook, body + b" ", headers), "a changed body"
    assert rejects(webhook, body, headers | {"webhook-id": "another"}), "a changed id"
    other = Webhook("whsec_" + base64.b64encode(b"another secret altogether").decode())
    assert rejects(other, body, headers), "another secret"

    at = datetime.datetime.fromtimestamp(int(headers["webhook-timestamp"]), datetime.timezone.utc)
    assert webhook.sign(headers["webhook-id"], at, body.decode()) == headers["webhook-signature"]

    key = base64.b64decode(secret.removeprefix("whsec_"))
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert headers["webhook-signature"] == "v1," + base64.b64encode(openssl_hmac(key, content)).decode()


def check_legacy(secret, headers, body):
    content = f"{headers['x-webhook-timestamp']}.".encode() + body
    signature = headers["x-webhook-signature"].removeprefix("sha256=")
    assert signature == openssl_hmac(secret.encode(), content).hex()
    assert signature != openssl_hmac(secret.encode(), content + b" ").hex()
    assert headers["x-webhook-event"] == json.loads(body)["event_type"]


def check_receiver(path):
    """Sends deliveries signed by standardwebhooks and OpenSSL to the receiver of linq-webhook."""
    secret = "whsec_" + base64.b64encode(os.urandom(32)).decode()
    webhook, now = Webhook(secret), datetime.datetime.now(datetime.timezone.utc)
    body = json.dumps({"event_id": "e1", "event_type": "call.ended", "data": {"text": "Käsekuchen 🎂"}}, ensure_ascii=False)
    at = str(int(now.timestamp()))
    standard = {"webhook-id": "msg_1", "webhook-timestamp": at, "webhook-signature": webhook.sign("msg_1", now, body)}
    legacy_signature = openssl_hmac(secret.encode(), f"{at}.{body}".encode()).hex()
    legacy = {"X-Webhook-Timestamp": at, "X-Webhook-Signature": legacy_signature}

    environment = os.environ | {"LINQ_WEBHOOK_SECRET": secret}
    command = [path, "127.0.0.1:0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as receiver:
        try:
            url = receiver.stdout.readline().strip()
            cases = [
                (standard, body, 204),
                (legacy, body, 204),
                (standard | legacy, body, 204),
                (standard, body + " ", 401),
                (legacy, body + " ", 401),
                (standard | {"webhook-id": "msg_2"}, body, 401),
                (standard | {"webhook-signature": Webhook("b3RoZXI=").sign("msg_1", now, body)}, body, 401),
                ({}, body, 401),
            ]
            for headers, body, expected in cases:
                assert (status := post(url, headers, body)) == expected, (headers, status)
        finally:
            receiver.terminate()
    print(f"{len(cases)} deliveries signed by standardwebhooks and OpenSSL are accepted or rejected as expected by linq-webhook")
    return len(cases)


def post(url, headers, body):
    request = urllib.request.Request(url, body.encode(), headers, method="POST")
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


def main(base_url):
    emulator, receiver = Emulator(base_url), Receiver()
    subscriptions = {version: emulator.subscribe(receiver.url(version)) for version in VERSIONS}
    by_id = {subscription["id"]: subscription for subscription in subscriptions.values()}
    try:
        for text in ("Hello!", "Käsekuchen 🎂, \"quoted\"\\\n\u2028"):
            emulator.inbound(text)
    finally:
        for id in by_id:
            emulator.unsubscribe(id)

    checked, versions, texts = 0, set(), set()
    while not receiver.deliveries.empty():
        headers, body = receiver.deliveries.get()
        secret = by_id[headers["x-webhook-subscription-id"]]["signing_secret"]
        check_standard(secret, headers, body)
        check_legacy(secret, headers, body)
        event = json.loads(body)
        if event["event_type"] == "message.received":
            versions.add(event["webhook_version"])
            data = event["data"]
            texts.update(part["value"] for part in data.get("parts") or data["message"]["parts"])
        checked += 1
    assert versions == set(VERSIONS), versions
    assert len(texts) == 2, texts
    print(f"{checked} deliveries verify with standardwebhooks and OpenSSL, which produce the same signatures")
    return checked


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    passed = main(sys.argv[1]) + sum(check_receiver(receiver) for receiver in sys.argv[2:])
    print(f"{passed} passed, 0 failed")  # read by `cargo xtask test`; a failure is an exception
