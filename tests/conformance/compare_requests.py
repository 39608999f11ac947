"""Compares the requests of linq-python with those of this library.

This library's requests are in `tests/vectors/requests/`, which its own tests check. linq-python's requests for the same
arguments are recorded by a server that accepts everything. Method, path, query, JSON body, content type, authorization
and idempotency key must be equal, except for DIFFERENCES.
"""

import collections
import http.server
import json
import sys
import threading
import urllib.parse

from arguments import ARGUMENTS
from official import NAMES, TESTS, Checks, client, method

BASE = "https://api.linqapp.com/api/partner"
# The generated idempotency key of a dry run.
GENERATED_KEY = "07070707-0707-4707-8707-070707070707"

Request = collections.namedtuple("Request", "method path query json content_type authorization key")


def without_generated_key(ours, theirs):
    """A send without an idempotency key gets a generated one; linq-python delivers twice if a response is lost."""
    if ours.key == GENERATED_KEY and theirs.key is None:
        return ours._replace(key=None)
    for outer in ("message", "poll"):
        content = (ours.json or {}).get(outer, {})
        if content.get("idempotency_key") == GENERATED_KEY:
            content = {name: value for name, value in content.items() if name != "idempotency_key"}
            return ours._replace(json=ours.json | {outer: content})
    return ours


def space_as_plus(ours, theirs):
    """A space in a query is encoded as %20, which every URL parser decodes; `+` is for forms."""
    if decoded(ours.query) == decoded(theirs.query) and ours.query == theirs.query.replace("+", "%20"):
        return ours._replace(query=theirs.query)
    return ours


def plus_and_at_encoded_in_path(ours, theirs):
    """`+` and `@` are encoded as %2B and %40 in a path: some servers decode any `+` as a space."""
    if ours.path != theirs.path and urllib.parse.unquote(ours.path) == theirs.path:
        return ours._replace(path=theirs.path)
    return ours


def no_type_without_body(ours, theirs):
    """A request without a body has no content type."""
    if ours.json is None and ours.content_type is None and theirs.json is None:
        return ours._replace(content_type=theirs.content_type)
    return ours


# Intentional differences, each with its reason. An outdated one is a failure.
DIFFERENCES = [without_generated_key, space_as_plus, plus_and_at_encoded_in_path, no_type_without_body]


def decoded(query):
    return urllib.parse.parse_qsl(query, keep_blank_values=True)


def vector(entry):
    assert entry["url"].startswith(BASE), entry["url"]
    path, _, query = entry["url"].removeprefix(BASE).partition("?")
    key = entry["idempotency_key"]
    # The test of the vectors checks the authorization.
    return Request(entry["method"], path, query, entry["json"], entry["content_type"], "Bearer test", key)


class Recorder(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen = []

    def record(self):
        length = int(self.headers.get("content-length", 0))
        body = self.rfile.read(length)
        path, _, query = self.path.partition("?")
        header = self.headers.get
        self.seen.append(
            Request(
                self.command,
                path,
                query,
                json.loads(body) if body else None,
                header("content-type"),
                header("authorization"),
                header("idempotency-key"),
            )
        )
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = record

    def log_message(self, *_):
        pass


def compare(checks, name, index, ours, theirs, used):
    for difference in DIFFERENCES:
        same = difference(ours, theirs)
        if same != ours:
            used.add(difference)
            ours = same
    for field, own, official in zip(Request._fields, ours, theirs):
        what = f"{name} [{index}] {field}: {own!r}, linq-python: {official!r}"
        checks.expect(own == official, what)


def main():
    checks, used = Checks(), set()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    linq = client(f"http://127.0.0.1:{server.server_port}")
    checks.expect(sorted(ARGUMENTS) == sorted(NAMES), "every operation has arguments")
    for name in NAMES:
        vectors = json.loads((TESTS / "vectors" / "requests" / f"{name}.json").read_text())
        arguments = ARGUMENTS.get(name, [])
        what = f"{name}: {len(vectors)} vectors and {len(arguments)} lists of arguments"
        checks.expect(len(vectors) == len(arguments), what)
        for index, (entry, (positional, named)) in enumerate(zip(vectors, arguments)):
            Recorder.seen.clear()
            method(linq, name)(*positional, **named)
            checks.expect(len(Recorder.seen) == 1, f"{name} [{index}]: {len(Recorder.seen)} requests")
            compare(checks, name, index, vector(entry), Recorder.seen[-1], used)
    for difference in DIFFERENCES:
        what = f"the difference `{difference.__name__}` is outdated"
        checks.expect(difference in used, what)
    server.shutdown()
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
