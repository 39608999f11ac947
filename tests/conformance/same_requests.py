"""The official client and ours send the same.

What ours sends is on disk, in `tests/vectors/requests/`: its own tests see to that. What linq-python sends for the same
arguments is recorded here, by a server that takes everything. Method, path and query to the byte, JSON body, content
type, authorization and idempotency key have to be the same, but for DIFFERENCES.
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
# What ours makes up in a dry run.
MADE_UP = "07070707-0707-4707-8707-070707070707"

Request = collections.namedtuple("Request", "method path query json content_type authorization key")


def without_made_up_key(ours, theirs):
    """A send without an idempotency key gets one: linq-python delivers a message twice where a reply is lost."""
    if ours.key == MADE_UP and theirs.key is None:
        return ours._replace(key=None)
    for outer in ("message", "poll"):
        content = (ours.json or {}).get(outer, {})
        if content.get("idempotency_key") == MADE_UP:
            content = {name: value for name, value in content.items() if name != "idempotency_key"}
            return ours._replace(json=ours.json | {outer: content})
    return ours


def space_as_plus(ours, theirs):
    """A space in a query goes out as %20, which every reader of URLs understands; only forms may write `+`."""
    if decoded(ours.query) == decoded(theirs.query) and ours.query == theirs.query.replace("+", "%20"):
        return ours._replace(query=theirs.query)
    return ours


def plus_and_at_encoded_in_path(ours, theirs):
    """`+` and `@` go out as %2B and %40 in a path too: there are servers that read a `+` as a space wherever it is."""
    if ours.path != theirs.path and urllib.parse.unquote(ours.path) == theirs.path:
        return ours._replace(path=theirs.path)
    return ours


def no_type_without_body(ours, theirs):
    """A request without a body has no content type: there is no content."""
    if ours.json is None and ours.content_type is None and theirs.json is None:
        return ours._replace(content_type=theirs.content_type)
    return ours


# Where ours differs on purpose, each with its reason. One that does not come up any more is a failure.
DIFFERENCES = [without_made_up_key, space_as_plus, plus_and_at_encoded_in_path, no_type_without_body]


def decoded(query):
    return urllib.parse.parse_qsl(query, keep_blank_values=True)


def vector(entry):
    assert entry["url"].startswith(BASE), entry["url"]
    path, _, query = entry["url"].removeprefix(BASE).partition("?")
    key = entry["idempotency_key"]
    # The vectors' own test has looked at the authorization.
    return Request(entry["method"], path, query, entry["json"], entry["content_type"], "Bearer test", key)


class Recorder(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen = []

    def take(self):
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

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = take

    def log_message(self, *_):
        pass


def compare(checks, name, index, ours, theirs, used):
    for difference in DIFFERENCES:
        same = difference(ours, theirs)
        if same != ours:
            used.add(difference)
            ours = same
    for field, mine, yours in zip(Request._fields, ours, theirs):
        what = f"{name} [{index}] {field}: ours {mine!r}, linq-python's {yours!r}"
        checks.expect(mine == yours, what)


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
        what = f"the difference `{difference.__name__}` does not come up any more"
        checks.expect(difference in used, what)
    server.shutdown()
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
