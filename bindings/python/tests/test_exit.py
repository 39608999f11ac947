"""Calls at interpreter shutdown, without file descriptors, and after the package was removed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from helpers import SENT, UNKNOWN, Recorder, hello

import linq_client
from linq_client.types.chats import MessageSendResponse

CALLER = """
import asyncio, os, sys
from linq_client import LinqError

class Caller:
    def __init__(self, call, name=""):
        self.call, self.name, self.error, self.write = call, name, LinqError, os.write

    def __del__(self, repr=repr, Exception=Exception, type=type):
        try:
            outcome = f"returned {self.call()!r}"
        except self.error as error:
            outcome = f"LinqError {error.may_have_taken_effect} {error}"
        except Exception as error:
            outcome = f"bare {type(error).__name__}: {error}"
        self.write(1, (self.name + outcome).encode() + b"\\n")
"""

AT_EXIT = CALLER + """
import linq_client
from linq_client import AsyncLinq, Linq
from linq_client.httpx import HttpxTransport

async def first_page(linq, chat):
    return await linq.chats.messages.list(chat)

url, chat, earlier = sys.argv[1:4]
linq = Linq(api_key="k", base_url=url)
over_python = Linq(api_key="k", base_url=url, transport=lambda request: linq_client.Response(200, {}, b"{}"))
async_linq = AsyncLinq(api_key="k", base_url=url)
if earlier == "called":
    linq.chats.typing.start(chat)
    over_python.chats.typing.start(chat)
    asyncio.run(async_linq.chats.typing.start(chat))
calls = [
    lambda c=linq, i=chat: c.chats.typing.start(i),
    lambda c=linq, i=chat: c.chats.messages.list(i),
    lambda c=linq, i=chat: c.chats.messages.with_raw_response.send(i, message={"parts": [{"type": "text", "value": "Hi"}]}),
    lambda c=linq: c.post("/v3/x?a=1"),
    lambda c=linq: c.attachments.upload(b"x", filename="a.txt"),
    lambda c=over_python, i=chat: c.chats.typing.start(i),
    lambda c=over_python: c.attachments.upload(b"x", filename="a.txt"),
    lambda c=async_linq, i=chat: c.chats.typing.start(i).send(None),
    lambda c=async_linq, i=chat, f=first_page: f(c, i).send(None),
    lambda c=async_linq: c.post("/v3/x?a=1").send(None),
    lambda c=async_linq: c.attachments.upload(b"x", filename="a.txt").send(None),
]
callers = [Caller(call) for call in calls]
"""


@pytest.mark.parametrize("earlier", ["called", "not called"])
def test_call_at_exit_is_a_typed_error(recorder: Recorder, earlier: str) -> None:
    recorder.respond = lambda _request: (204, {}, b"")
    done = _python(AT_EXIT, recorder.url, UNKNOWN, earlier)
    assert done.returncode == 0
    assert done.stderr == "", "neither a panic nor a traceback"
    outcomes = done.stdout.splitlines()
    assert len(outcomes) == 11
    assert set(outcomes) == {"LinqError False the interpreter is shutting down: nothing was sent"}
    assert len(recorder.requests) == (2 if earlier == "called" else 0)


# Local operations that enter the native module; none of them sends a request.
LOCAL_AT_EXIT = CALLER + """
import copy
from linq_client import Linq, Text, types, webhooks
from linq_client.emulator import Emulator
from linq_client.types import TextPartResponse, UnknownWebhookEvent

KEY = "whsec_c2VjcmV0LWZvci10ZXN0cw=="
ADDED = (
    '{"event_id": "e1", "event_type": "participant.added", "created_at": "2026-01-01T00:00:00Z",'
    ' "data": {"handle": "+12052499136"}}'
)
MISFIT = '{"event_id": "e1", "event_type": "participant.added", "created_at": "2026-01-01T00:00:00Z", "data": 3}'
RECEIVED = (
    '{"event_id": "e2", "event_type": "message.received", "created_at": "2026-01-01T00:00:00Z", "data": {"chat_id": "c1",'
    ' "from": "+1", "is_from_me": false, "is_group": false, "recipient_phone": "+1",'
    ' "message": {"id": "m1", "parts": [{"type": "text", "value": "Hi"}]}}}'
)
signed = webhooks.sign(ADDED, key=KEY)
store, text = webhooks.MemoryDedupStore(), Text("Hi ")
calls = {
    "unwrap": lambda w=webhooks, s=signed, p=ADDED, k=KEY: w.unwrap(p, headers=s, key=k),
    "unwrap of a forgery": lambda w=webhooks, s=signed, p=ADDED, k=KEY: w.unwrap(p + " ", headers=s, key=k),
    "unwrap without headers": lambda w=webhooks, p=ADDED, k=KEY: w.unwrap(p, headers={}, key=k),
    "unwrap without a key": lambda w=webhooks, s=signed, p=ADDED: w.unwrap(p, headers=s, key=""),
    "unwrap under bytes": lambda w=webhooks, s=signed, p=ADDED: w.unwrap(p, headers=s, key=b"secret-for-tests"),
    "check_headers": lambda w=webhooks, s=signed, k=KEY: w.check_headers(s, key=k),
    "check_headers without any": lambda w=webhooks, k=KEY: w.check_headers({}, key=k),
    "parse_unverified": lambda w=webhooks, p=ADDED: w.parse_unverified(p),
    "parse_unverified of a misfit": lambda w=webhooks, p=MISFIT: w.parse_unverified(p).problem,
    "parse_unverified of an array": lambda w=webhooks: w.parse_unverified("[]"),
    "message": lambda w=webhooks, p=RECEIVED: w.parse_unverified(p).message().text,
    "created_at": lambda w=webhooks, p=ADDED: w.parse_unverified(p).created_at,
    "sign": lambda w=webhooks, p=ADDED, k=KEY: w.sign(p, key=k),
    "sign under bytes": lambda w=webhooks, p=ADDED: w.sign(p, key=b"secret-for-tests"),
    "sign without a key": lambda w=webhooks, p=ADDED: w.sign(p, key=""),
    "MemoryDedupStore": lambda w=webhooks: w.MemoryDedupStore(),
    "claim": lambda s=store: s.claim("e1").token,
    "release": lambda s=store: s.release("e1", 0),
    "finish": lambda s=store: s.finish("e1"),
    "deduplicate": lambda w=webhooks, s=store: w.deduplicate(s, "e2", dict),
    "bold": lambda t=text: t.bold("x"),
    "mention": lambda t=text: t.mention("Ann", "Ann"),
    "sticker": lambda t=text: t.sticker("x", attachment_id="a"),
    "part": lambda t=text: t.animated("x", "shake").part(),
    "model": lambda c=TextPartResponse: c(type="text", value="Hi"),
    "client": lambda c=Linq: c(api_key="k"),
    "client with headers": lambda c=Linq: c(api_key="k", default_headers={"A": "b"}, default_query={"q": 1}),
    "client without a key": lambda c=Linq: c(),
    "client of a wrong URL": lambda c=Linq: c(api_key="k", base_url="x"),
    "client of a wrong secret": lambda c=Linq: c(api_key="k", webhook_secret="whsec_ "),
    "emulator": lambda e=Emulator: e().stop(),
}
if sys.argv[1] != "without a client":
    linq = Linq(api_key="k", base_url="http://127.0.0.1:1", webhook_secret=KEY)
    calls |= {
        "resource": lambda c=linq, s=signed, p=ADDED: c.webhooks.unwrap(p, headers=s),
        "with_options": lambda c=linq: c.with_options(timeout=3),
        "another transport": lambda c=linq: c.with_options(max_response_bytes=3),
        "base_url": lambda c=linq: c.base_url,
        "is_closed": lambda c=linq: c.is_closed(),
        "close": lambda c=linq: c.close(),
    }
if sys.argv[1] == "with models":
    event, misfit = webhooks.parse_unverified(RECEIVED), webhooks.parse_unverified(MISFIT)
    part = TextPartResponse.from_dict({"type": "text", "value": "Hi"})
    calls |= {
        "message of an event": lambda e=event: e.message().text,
        "chat_id": lambda e=event: e.chat_id(),
        "is_inbound": lambda e=event: e.is_inbound(),
        "may_auto_reply": lambda e=event: e.may_auto_reply(),
        "warnings": lambda e=event: e.warnings(),
        "problem": lambda e=misfit: e.problem,
        "created_at of an event": lambda e=event: e.created_at,
        "data": lambda e=event: e.data,
        "constructor": lambda c=TextPartResponse: c(type="text", value="Hi"),
        "from_json": lambda c=UnknownWebhookEvent: c.from_json('{"created_at": "2026-01-01T00:00:00Z"}').created_at,
        "to_dict": lambda p=part: p.to_dict(),
        "to_json": lambda p=part: p.to_json(),
        "model_dump": lambda e=event: e.model_dump(mode="json"),
        "equality": lambda p=part: p == p,
        "copy": lambda p=part, c=copy.copy: c(p),
        "deepcopy": lambda p=part, c=copy.deepcopy: c(p),
    }
callers = [Caller(call, name + ": ") for name, call in calls.items()]
"""


@pytest.mark.parametrize(("earlier", "calls"), [("without a client", 31), ("with a client", 37), ("with models", 53)])
def test_local_call_at_exit_returns_or_raises_a_typed_error(earlier: str, calls: int) -> None:
    done = _python(LOCAL_AT_EXIT, earlier)
    assert (done.returncode, done.stderr) == (0, ""), "neither a panic nor a traceback"
    outcomes = done.stdout.splitlines()
    assert len(outcomes) == calls
    assert [outcome for outcome in outcomes if ": bare " in outcome] == []


def test_call_in_atexit_works(recorder: Recorder) -> None:
    recorder.respond = lambda _request: (200, {}, SENT)
    script = """
import atexit, sys
from linq_client import Linq
linq = Linq(api_key="k", base_url=sys.argv[1])
atexit.register(lambda: print(linq.chats.messages.send(sys.argv[2], message={"parts": []}).message.id))
"""
    done = _python(script.replace('"parts": []', '"parts": [{"type": "text", "value": "Hi"}]'), recorder.url, UNKNOWN)
    assert (done.stdout.strip(), done.stderr) == ("m1", "")


REMOVED = """
import json, shutil, sys
sys.path.insert(0, sys.argv[1])
import linq_client
assert linq_client.__file__.startswith(sys.argv[1])
from linq_client import Linq, LinqError, Response

def transport(request):
    shutil.rmtree(sys.argv[1])
    return Response(int(sys.argv[4]), {"content-type": "application/json"}, sys.argv[5].encode())

linq = Linq(api_key="k", base_url="http://127.0.0.1:1", transport=transport, max_retries=0)
try:
    result = eval(sys.argv[3])
except LinqError as error:
    print(type(error).__name__, error.may_have_taken_effect, getattr(error, "idempotency_key", None) is not None)
else:
    print(type(result).__name__)
"""
SEND = 'linq.chats.messages.send(sys.argv[2], message={"parts": [{"type": "text", "value": "Hi"}]})'


@pytest.mark.parametrize(
    ("call", "status", "body", "outcome"),
    [
        (SEND, 202, SENT.decode(), "MessageSendResponse"),
        (SEND + ".message.created_at", 202, SENT.decode(), "datetime"),
        (SEND, 202, "{}", "APIResponseValidationError True True"),
        (SEND, 400, '{"error": {"code": 1004}}', "BadRequestError False False"),
        (SEND, 500, "<html>", "InternalServerError True True"),
        (SEND.replace("send(", "with_raw_response.send(") + ".parse()", 202, SENT.decode(), "MessageSendResponse"),
        ("linq.chats.messages.list(sys.argv[2])", 200, '{"messages": []}', "SyncListMessagesPagination"),
        ('linq.post("/v3/x", cast_to=dict)', 200, "{}", "dict"),
        ('linq.attachments.upload(b"x", filename="a.txt")', 404, "{}", "NotFoundError False False"),
    ],
)
def test_response_is_read_after_the_package_is_removed(call: str, status: int, body: str, outcome: str, tmp_path: Path) -> None:
    import shutil

    package = tmp_path / "copy"
    installed = Path(linq_client.__file__).parent
    shutil.copytree(installed, package / "linq_client", ignore=shutil.ignore_patterns("_native*", "__pycache__"))
    (native,) = (path for path in installed.glob("_native*") if path.suffix != ".pyi")
    (package / "linq_client" / native.name).symlink_to(native)
    done = _python(REMOVED, str(package), UNKNOWN, call, str(status), body)
    assert (done.stdout.strip(), done.stderr) == (outcome, "")


LIMITED = """
import asyncio, collections, resource, sys
from linq_client import AsyncLinq, LinqError
resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
linq = AsyncLinq(api_key="k", base_url=sys.argv[1], max_retries=0, timeout=30)

async def call(number):
    text = f"text {number}"
    try:
        await linq.chats.messages.send(sys.argv[2], message={"parts": [{"type": "text", "value": text}]})
    except LinqError as error:
        return text, f"LinqError {error.may_have_taken_effect}"
    except BaseException as error:
        return text, f"bare {type(error).__name__}"
    return text, "sent"

async def main():
    for text, outcome in await asyncio.gather(*map(call, range(2000))):
        print(text, outcome, sep=": ")

asyncio.run(main())
"""


def test_calls_without_file_descriptors_end_in_typed_errors(recorder: Recorder) -> None:
    import json

    recorder.respond = lambda _request: (202, {}, SENT)
    done = _python(LIMITED, recorder.url, UNKNOWN)
    assert done.returncode == 0, done.stderr
    arrived = {json.loads(request.content)["message"]["parts"][0]["value"] for request in recorder.requests}
    outcomes = [line.split(": ") for line in done.stdout.splitlines()]
    assert len(outcomes) == 2000
    for text, outcome in outcomes:
        assert outcome in ("sent", "LinqError True", "LinqError False"), outcome
        if text in arrived:
            assert outcome != "LinqError False", f"{text} has arrived"


def _python(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("raised", [MemoryError("none left"), OSError(24, "too many open files"), KeyboardInterrupt()])
def test_error_while_reading_a_response_is_typed(recorder: Recorder, monkeypatch: pytest.MonkeyPatch, raised: BaseException) -> None:
    def fail(_self: object) -> None:
        raise raised

    recorder.respond = lambda _request: (202, {"x-trace-id": "t1"}, SENT)
    monkeypatch.setattr(MessageSendResponse, "__init__", fail, raising=False)
    linq = linq_client.Linq(api_key="k", base_url=recorder.url)
    if isinstance(raised, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            linq.chats.messages.send(UNKNOWN, message=hello())
        return
    with pytest.raises(linq_client.APIResponseValidationError, match="accepted, but reading the response raised") as caught:
        linq.chats.messages.send(UNKNOWN, message=hello())
    error = caught.value
    assert error.may_have_taken_effect
    assert error.idempotency_key
    assert (error.trace_id, error.response.content, error.__cause__) == ("t1", SENT, raised)
    assert str(raised) not in str(error)
    raw = linq.chats.messages.with_raw_response.send(UNKNOWN, message=hello())
    with pytest.raises(linq_client.APIResponseValidationError):
        raw.parse()
