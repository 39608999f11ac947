"""Error messages of the package, rendered in `tests/vectors/messages.python.txt` for reading.

`BLESS=1` writes the file. The sources are scanned for messages, so that none is missing; those of `linq-core` are in
`messages.rust.txt`.
"""

from __future__ import annotations

import ast
import io
import os
import pickle
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from helpers import OURS, THEIRS, UNKNOWN, VECTORS, Recorder, hello

import linq_client
from linq_client import AsyncLinq, Linq, Request, Response, _native, omit, webhooks
from linq_client import httpx as over_httpx
from linq_client.durable import Outbox, file
from linq_client.emulator import Emulator
from linq_client.text import Text
from linq_client.types import Message
from linq_client.webhooks import MemoryDedupStore, deduplicate

FILE = VECTORS / "messages.python.txt"
PACKAGE = Path(__file__).parents[1]
KEY = "whsec_c2VjcmV0LWZvci10ZXN0cw=="
EVENT = '{"event_id":"e1","event_type":"call.ended","data":{}}'

Case = Callable[[], object]

EXCEPTIONS = {
    "src/asynchronous.rs": {
        "not an async client": "a misuse of the native module",
        "cannot start the async runtime": "a process without threads",
    },
    "src/blocking.rs": {"not a blocking client": "a misuse of the native module"},
    "src/bridge.rs": {
        "created above": "a bug",
        "no file descriptor left for the event loop": "a process without file descriptors",
    },
    "src/dedup.rs": {"Claim(state=": "repr"},
    "src/downloads.rs": {
        "not a blocking client": "a misuse of the native module",
        "not an async client": "a misuse of the native module",
        "the client has no transport": "a misuse of the native module",
        "to: must be a path": "a misuse of the native module",
    },
    "src/durable/entry.rs": {"Entry(id=": "repr"},
    "src/durable/error.rs": {
        "the file is open in this process": "tested in test_outbox.py",
        "the file was open when this process was forked": "tested in test_outbox.py",
    },
    "src/durable/mod.rs": {
        "the outbox was created by another process": "tested in test_outbox.py",
        "the call was made already": "a misuse of the native module",
    },
    "src/durable/run.rs": {"the run has no result": "a bug"},
    "src/errors.rs": {
        "the package cannot be imported": "a broken installation",
        "the interpreter is shutting down": "tested in test_exit.py",
        "{problem}: nothing was sent": "tested in test_exit.py",
        " (os error {number})": "not a message",
        "accepted, but reading the response raised": "tested in test_exit.py",
        "uploaded, but creating the result raised": "a bug",
    },
    "src/file.rs": {"file: must be a path or bytes": "a misuse of the native module"},
    "src/logging.rs": {"": "logs"},
    "src/model/class.rs": {"": "bugs"},
    "src/members.rs": {
        "missing, or not a string": "tested in test_pydantic.py",
        "must be ": "tested in test_pydantic.py",
    },
    "src/model/show.rs": {"": "repr"},
    "src/model/value.rs": {"": "a log"},
    "src/pending.rs": {
        "the call is": "a misuse of the native module",
        "the client has no transport": "a misuse of the native module",
    },
    "src/text.rs": {"the text cannot be serialized": "a bug"},
    "src/uploads.rs": {
        "not a blocking client": "a misuse of the native module",
        "not an async client": "a misuse of the native module",
        "the client has no transport": "a misuse of the native module",
        "file: must be bytes": "a misuse of the native module",
    },
    "src/webhooks.rs": {"the message cannot be serialized": "a bug", "not JSON": "rejected before"},
    "python/linq_client/_base_model.py": {"{}.{}: requires pydantic 2": "tested in test_pydantic.py"},
    "python/linq_client/_pydantic.py": {"Input is invalid: ": "tested in test_pydantic.py"},
    "python/linq_client/httpx.py": {"linq_client.httpx requires httpx": "tested in test_surface.py"},
    "python/linq_client/_call.py": {
        "{}: nothing was sent": "tested in test_exit.py",
    },
}
"""Literals that are not rendered: file, beginning of the literal, reason."""


def client(**options: Any) -> Any:
    """Returns a client whose type accepts invalid arguments."""
    defaults: dict[str, Any] = {"api_key": "sk_secret", "base_url": "http://127.0.0.1:1", "max_retries": 0}
    return Linq(**{**defaults, **options})


def responding(status: int, headers: dict[str, str], content: bytes, **options: Any) -> Any:
    """Returns a client whose calls have this response."""

    def transport(_request: Request) -> Response:
        return Response(status, headers, content)

    return client(transport=transport, **{"base_url": "https://example.com/api", **options})


def send(linq: Any, value: object = "Hi", **options: Any) -> object:
    return linq.chats.messages.send(UNKNOWN, message={"parts": [{"type": "text", "value": value}]}, **options)


def configuration() -> Iterator[Case]:
    package: Any = linq_client
    yield lambda: Linq(base_url="https://example.com")
    yield lambda: client(api_key="").chats.retrieve(UNKNOWN)
    yield lambda: client(api_key="sk\n").chats.retrieve(UNKNOWN)
    yield lambda: client(color="red")
    yield lambda: client(http_client=httpx.Client())
    yield lambda: client().with_options(default_headers={}, set_default_headers={})
    yield lambda: client(base_url="http://example.com").chats.retrieve(UNKNOWN)
    yield lambda: AsyncLinq(api_key="any", max_connections=0)
    yield lambda: client(max_retries=None)
    yield lambda: client(max_retries=-1)
    yield lambda: client(retry_quota=-1)
    yield lambda: client(observer=print)
    yield lambda: client(timeout="soon")
    yield lambda: client(timeout=-1)
    yield lambda: client(connect_timeout=-1)
    yield lambda: client(proxy="socks5://proxy").chats.retrieve(UNKNOWN)
    yield lambda: client(root_certificates=["none"], base_url="https://127.0.0.1:1").chats.retrieve(UNKNOWN)
    yield lambda: client(webhook_secret="whsec_")
    yield lambda: client(webhook_secret=5)
    yield lambda: client(default_headers={"a b": "c"}).chats.retrieve(UNKNOWN)
    yield lambda: client(default_headers={"X-Tenant": 5})
    yield lambda: client(default_query=5)
    closed = client()
    closed.close()
    yield lambda: closed.chats.retrieve(UNKNOWN)
    yield lambda: package.Nothing
    for name in linq_client._REPLACEMENTS:
        yield lambda name=name: getattr(package, name)


def arguments() -> Iterator[Case]:
    linq = client()
    yield lambda: linq.chats.create(from_=OURS, to=[THEIRS, "nobody"], message=hello())
    yield lambda: linq.chats.create(from_=OURS, to=THEIRS, message=hello())
    yield lambda: linq.chats.create(from_=OURS, to=[], message=hello())
    yield lambda: linq.chats.retrieve("")
    yield lambda: linq.chats.retrieve(7)
    yield lambda: send(linq, 7)
    yield lambda: send(linq, "\ud83c")
    yield lambda: send(linq, float("nan"))
    yield lambda: send(linq, datetime(2026, 1, 1))
    yield lambda: send(linq, b"Hi")
    yield lambda: send(linq, {1: 2})
    yield lambda: send(linq, object())
    nested: list[Any] = []
    for _ in range(1_000):
        nested = [nested]
    yield lambda: send(linq, nested)


def options() -> Iterator[Case]:
    linq = client()
    yield lambda: send(linq, extra_headers=5)
    yield lambda: send(linq, extra_headers={5: "a"})
    yield lambda: send(linq, extra_headers={"X-Tenant": 5})
    yield lambda: send(linq, extra_headers={"Authorization": omit})
    yield lambda: send(linq, extra_query=5)
    yield lambda: send(linq, extra_query={5: "a"})
    yield lambda: send(linq, extra_query={"a": [[1]]})
    yield lambda: send(linq, extra_query={"a": "\ud83c"})
    nested: dict[str, Any] = {}
    for _ in range(1_000):
        nested = {"a": nested}
    yield lambda: send(linq, extra_query=nested)
    yield lambda: send(linq, extra_body=5)
    yield lambda: send(linq, timeout=-1)
    yield lambda: send(linq, timeout="soon")


def requests() -> Iterator[Case]:
    linq = client()
    yield lambda: linq.get("https://example.com/v3/chats", cast_to=object)
    yield lambda: linq.get("/v3/chats?a=1&a=2", cast_to=object)
    yield lambda: linq.get("/v3/../chats", cast_to=object)
    yield lambda: linq.get("/v3/chats", cast_to=int)
    yield lambda: linq.get("/v3/chats", cast_to=object, options={"follow_redirects": True})
    yield lambda: linq.get("/v3/chats", cast_to=object, options={"security": {}})
    yield lambda: linq.get("/v3/chats", cast_to=object, options={"color": "red"})
    yield lambda: linq.request("A B", "/v3/chats", cast_to=object)


def responses(recorder: Recorder) -> Iterator[Case]:
    body = b'{"error": {"status": 404, "code": 2001, "message": "Chat not found"}, "trace_id": "trace-1"}'
    yield lambda: responding(404, {}, body).chats.retrieve(UNKNOWN)
    yield lambda: responding(403, {}, b"").chats.retrieve(UNKNOWN)
    yield lambda: responding(200, {"content-type": "text/html"}, b"<html>").chats.retrieve(UNKNOWN)
    yield lambda: responding(200, {}, b"{}").chats.retrieve(UNKNOWN)
    yield lambda: responding(200, {}, b"{}").get("/v3/new", cast_to=list)
    yield lambda: responding(200, {"content-type": "text/html"}, b"<html>").get("/v3/new", cast_to=list)
    yield lambda: responding(200, {}, b"[" * 100_000 + b"]" * 100_000).get("/v3/new", cast_to=object)
    yield lambda: responding(0, {}, b"").chats.retrieve(UNKNOWN)
    yield lambda: client().chats.retrieve(UNKNOWN)
    recorder.respond = lambda _request: (200, {}, b"x" * 2_000)
    yield lambda: client(base_url=recorder.url, max_response_bytes=1_000).chats.retrieve(UNKNOWN)
    recorder.hangs_up = True
    yield lambda: client(base_url=recorder.url).chats.retrieve(UNKNOWN)


def transports(recorder: Recorder) -> Iterator[Case]:
    sender = httpx.Client()
    linq = client(base_url=recorder.url, transport=over_httpx.HttpxTransport(sender), max_response_bytes=1_000)

    def answer(headers: dict[str, str], content: bytes) -> object:
        recorder.respond = lambda _request: (200, headers, content)
        return linq.chats.retrieve(UNKNOWN)

    recorder.hangs_up = False
    yield lambda: answer({}, b"x" * 2_000)
    yield lambda: answer({"content-encoding": "br"}, b"x")
    yield lambda: answer({"content-encoding": "gzip"}, b"not zipped")
    zipped = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    truncated = zipped.compress(b"{}") + zipped.flush(zlib.Z_SYNC_FLUSH)
    yield lambda: answer({"content-encoding": "gzip"}, truncated)
    yield lambda: client(transport=over_httpx.HttpxTransport(sender)).chats.retrieve(UNKNOWN)
    yield lambda: responding(200, {}, b"x" * 2_000, max_response_bytes=1_000).chats.list_chats()

    started = "http11.send_request_headers.started"
    progress = over_httpx._Progress()
    progress.trace(started, {})
    yield lambda: progress.trace(started, {})
    progress.trace("http11.send_request_body.failed", {})
    yield lambda: progress.check_success(Response(200, {}, b""))
    progress.time_out()
    yield progress.check_timeout


def files(tmp_path: Path) -> Iterator[Case]:
    linq = client()
    upload = linq.attachments.upload

    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

    class Generous(io.BytesIO):
        def read(self, _size: Any = None) -> bytes:
            return b"x" * 100_000_000

    os.chdir(tmp_path)
    Path("cake.jpg").write_text("cake")
    yield lambda: upload("missing.jpg")
    yield lambda: upload(".", filename="cake.jpg")
    yield lambda: upload(5)
    yield lambda: upload(Unseekable(b"x"), filename="cake.jpg")
    yield lambda: upload(b"x")
    yield lambda: upload(b"x", filename="cake")
    yield lambda: upload(b"", filename="cake.jpg")
    with Emulator() as emulator:
        uploading = client(base_url=emulator.url).attachments.upload
        yield lambda: uploading(io.StringIO("x"), filename="cake.jpg")
        yield lambda: uploading(Generous(b"x"), filename="cake.jpg")
    over = responding(200, {}, b"").attachments.upload
    yield lambda: over(io.StringIO("x"), filename="cake.jpg")

    class Full(io.BytesIO):
        def write(self, _bytes: Any) -> int:
            return 0

    download = linq.attachments.download
    yield lambda: download("a", to=5)
    yield lambda: download("a", max_bytes=-1)
    yield lambda: download(None)
    yield lambda: download("a", to="missing/cake.jpg")
    with Emulator() as emulator:
        attachments = client(base_url=emulator.url).attachments
        cake = attachments.upload("cake.jpg")
        yield lambda: attachments.download(cake, to=Full())
        yield lambda: attachments.download(cake, max_bytes=3)
        emulator.add_fault("html", path="/attachments/partners/*", status=404)
        yield lambda: attachments.download(cake)


def deliveries() -> Iterator[Case]:
    module: Any = webhooks
    native: Any = _native
    unwrap = module.unwrap
    headers = webhooks.sign(EVENT, key=KEY)
    yield lambda: unwrap(EVENT, headers={}, key=KEY)
    yield lambda: unwrap(EVENT, headers=headers, key="whsec_b3RoZXI=")
    yield lambda: unwrap(EVENT, headers=headers, key=None)
    yield lambda: unwrap(EVENT, headers=headers, key=5)
    yield lambda: unwrap(EVENT, headers=headers, key=[])
    yield lambda: unwrap(EVENT, headers=headers, key=[KEY, 5])
    yield lambda: unwrap(EVENT, headers=headers, key="whsec_")
    yield lambda: unwrap(EVENT, headers=headers, key=KEY, tolerance=-1)
    yield lambda: unwrap(EVENT, headers=5, key=KEY)
    yield lambda: unwrap(EVENT, headers={"webhook-id": 5}, key=KEY)
    yield lambda: unwrap(5, headers=headers, key=KEY)
    yield lambda: module.sign(EVENT, key=KEY, timestamp=-1)
    yield lambda: webhooks.parse_unverified("{")
    yield lambda: webhooks.parse_unverified("[]")
    yield lambda: webhooks.parse_unverified("{}")
    yield lambda: client().webhooks.unwrap(EVENT, headers=headers)
    yield lambda: native.message_view(webhooks.parse_unverified(EVENT))
    yield lambda: MemoryDedupStore(0)

    class Handler:
        """The result of an asynchronous handler."""

        def __await__(self) -> Iterator[None]:
            yield

    yield lambda: deduplicate(MemoryDedupStore(), "e1", Handler)


def models() -> Iterator[Case]:
    package: Any = linq_client
    message: Any = Message.from_json('{"id": "m1"}')
    yield lambda: message.color
    yield lambda: setattr(message, "id", "m2")
    yield lambda: Message.from_json("[]")
    yield lambda: message.model_dump(mode="xml")
    base: Any = type(message).__mro__[-2]
    yield lambda: base.from_json("{}")
    yield lambda: package.types.Nothing
    yield lambda: Text().mention("Ann", "nobody")
    yield lambda: Text().sticker("🎂")
    page = responding(200, {}, b'{"chats": []}').chats.list_chats()
    yield page.get_next_page
    yield lambda: pickle.dumps(page)
    yield lambda: page.has_no_such_attribute


def emulators() -> Iterator[Case]:
    yield lambda: Emulator(port=-1)
    yield lambda: Emulator(seed=1 << 64)
    yield lambda: Emulator(phone_numbers=["nobody"])


def outboxes(folder: Path) -> Iterator[Case]:
    (folder / "damaged.db").write_bytes(b"not a database" * 1_000)
    yield lambda: Outbox(folder / "damaged.db")
    yield lambda: Outbox(folder / "missing" / "outbox.db")
    yield lambda: Outbox(folder / "outbox.db", busy_timeout=-1)
    outbox: Any = Outbox(folder / "outbox.db")
    linq: Any = client()
    create, message = linq.messages.create, hello("secret")
    yield lambda: outbox.enqueue(print, "secret")
    yield lambda: outbox.enqueue(linq.messages.with_raw_response.create, to=[THEIRS], message=message)
    yield lambda: outbox.enqueue(linq.chats.retrieve, UNKNOWN)
    yield lambda: outbox.enqueue(linq.attachments.upload, b"secret")
    yield lambda: outbox.enqueue(create, to=["secret"], message=message)
    yield lambda: outbox.enqueue(create, to=[THEIRS], message=message, timeout=1)
    yield lambda: outbox.enqueue(create, to=[THEIRS], message=message, extra_headers={"x-tenant": omit})
    attachment = {"parts": [{"type": "media", "attachment_id": "file:///missing"}]}
    yield lambda: outbox.enqueue(create, to=[THEIRS], message=attachment)
    outbox.enqueue(create, to=[THEIRS], message=message, idempotency_key="order-1042")
    yield lambda: outbox.enqueue(create, to=[THEIRS], message=hello("other"), idempotency_key="order-1042")
    yield lambda: file("missing.jpg")
    yield lambda: outbox.list("lost")
    yield lambda: outbox.list(limit=-1)
    yield lambda: outbox.delete_finished(datetime(2026, 1, 1))
    yield lambda: outbox.run(linq, forever=True)
    yield lambda: outbox.run(linq, concurrency=0)
    yield lambda: outbox.run(linq, lease=-1)
    yield lambda: outbox.run(client(transport=lambda _request: Response(200)))
    yield lambda: outbox.run(AsyncLinq(api_key="k"))
    outbox.close()
    yield lambda: outbox.count()


def rendered(case: Case) -> str:
    try:
        result = case()
    except Exception as error:
        text = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:PORT", f"{type(error).__name__}: {error}")
        return re.sub(r"(Errno|os error) \d+", r"\1 CODE", text)
    pytest.fail(f"no error, but {result!r}")


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    recorder = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("files"))
        for variable in ("LINQ_API_V3_API_KEY", "LINQ_WEBHOOK_SECRET", "LINQ_API_V3_CUSTOM_HEADERS"):
            patch.delenv(variable, raising=False)
        sections: dict[str, Iterator[Case]] = {
            "Configuration of the client": configuration(),
            "Arguments": arguments(),
            "Options of a call": options(),
            "Requests to any path": requests(),
            "Responses": responses(recorder),
            "Transports": transports(recorder),
            "Files": files(Path.cwd()),
            "Webhooks": deliveries(),
            "Models, texts and pages": models(),
            "Emulator": emulators(),
            "Outbox": outboxes(Path.cwd()),
        }
        lines = [f"# {title}\n" + "".join(f"{rendered(case)}\n" for case in cases) for title, cases in sections.items()]
    recorder.server.shutdown()
    recorder.server.server_close()
    yield "\n".join(lines)


def test_messages_match_the_vector(text: str) -> None:
    if "BLESS" in os.environ:
        FILE.write_text(text, encoding="utf-8")
    assert text == FILE.read_text(encoding="utf-8"), "set BLESS=1 to update the file"


def test_every_message_in_the_sources_is_rendered(text: str) -> None:
    templates = [*python_templates(), *rust_templates()]
    assert len(templates) > 60
    lines = text.splitlines()
    exceptions = [(file, start) for file, starts in EXCEPTIONS.items() for start in starts]
    unused = [it for it in exceptions if not any(template.is_exception(*it) for template in templates)]
    assert not unused
    templates = [template for template in templates if not any(template.is_exception(*it) for it in exceptions)]
    missing = [str(template) for template in templates if not any(template.matches(line) for line in lines)]
    assert not missing, "add these messages to this file, or to EXCEPTIONS:\n" + "\n".join(missing)


class Template(NamedTuple):
    """A message with `{}` for its placeholders."""

    file: str
    line: int
    text: str

    def matches(self, line: str) -> bool:
        fixed = re.split(r"\{[^{}]*\}", self.text)
        return re.search(".*".join(map(re.escape, fixed)), line) is not None

    def is_exception(self, file: str, start: str) -> bool:
        return self.file == file and self.text.startswith(start)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text!r}"


def python_templates() -> Iterator[Template]:
    """Returns the messages in `raise` statements and in calls of exceptions, of modules that are not generated."""
    for path in sorted((PACKAGE / "python/linq_client").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "@generated" in source.partition("\n")[0]:
            continue
        tree = ast.parse(source)
        constants = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if not re.search(r"(Error|Failure|Lost|TooLarge)$", node.func.id):
                continue
            for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
                if isinstance(argument, ast.Name):
                    argument = constants.get(argument.id, argument)
                template = template_of(argument)
                if " " in template.replace("{}", ""):
                    yield Template(str(path.relative_to(PACKAGE)), node.lineno, template)


def template_of(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(template_of(value) for value in node.values)
    if isinstance(node, ast.FormattedValue):
        return "{}"
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


_NOT_A_MESSAGE = ("expect(", "reason =", "text_signature =", "signature =", "doc =", "panic!(")


def rust_templates() -> Iterator[Template]:
    """Returns the string literals with a space, outside of tests and generated sources."""
    tokens = re.compile(r"//[^\n]*|'(?:[^'\\]|\\.)'|\"((?:[^\"\\]|\\.)*)\"", re.DOTALL)
    for path in sorted((PACKAGE / "src").rglob("*.rs")):
        if "generated" in path.parts:
            continue
        source = re.split(r"#\[cfg\(test\)\]\nmod \w+ \{", path.read_text(encoding="utf-8"))[0]
        for match in tokens.finditer(source):
            literal = match[1]
            if not literal or " " not in literal or source[: match.start()].rstrip().endswith(_NOT_A_MESSAGE):
                continue
            unescaped = re.sub(r"\\\n\s*", "", literal).replace('\\"', '"')
            line = source.count("\n", 0, match.start()) + 1
            yield Template(str(path.relative_to(PACKAGE)), line, unescaped)
