"""Calls when the interpreter ends, and with the package gone: typed errors, and nothing lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from helpers import SENT, UNKNOWN, Recorder, hello

import linq_client
from linq_client.types.chats import MessageSendResponse

AT_EXIT = """
import asyncio, os, sys
import linq_client
from linq_client import AsyncLinq, Linq, LinqError
from linq_client.httpx import HttpxTransport

class Caller:
    def __init__(self, call):
        self.call, self.error, self.write = call, LinqError, os.write

    def __del__(self, repr=repr, Exception=Exception, type=type):
        try:
            outcome = f"returned {self.call()!r}"
        except self.error as error:
            outcome = f"LinqError {error.may_have_taken_effect} {error}"
        except Exception as error:
            outcome = f"bare {type(error).__name__}: {error}"
        self.write(1, outcome.encode() + b"\\n")

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
    recorder.answer = lambda _request: (204, {}, b"")
    done = _python(AT_EXIT, recorder.url, UNKNOWN, earlier)
    assert done.returncode == 0
    assert done.stderr == "", "neither a panic nor a traceback"
    outcomes = done.stdout.splitlines()
    assert len(outcomes) == 11
    assert set(outcomes) == {"LinqError False the interpreter is shutting down: nothing was sent"}
    assert len(recorder.requests) == (2 if earlier == "called" else 0)


def test_call_in_atexit_works(recorder: Recorder) -> None:
    recorder.answer = lambda _request: (200, {}, SENT)
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
def test_package_that_is_removed_loses_no_response(call: str, status: int, body: str, outcome: str, tmp_path: Path) -> None:
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

    recorder.answer = lambda _request: (202, {}, SENT)
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
def test_error_in_reading_is_typed(recorder: Recorder, monkeypatch: pytest.MonkeyPatch, raised: BaseException) -> None:
    def fail(_self: object) -> None:
        raise raised

    recorder.answer = lambda _request: (202, {"x-trace-id": "t1"}, SENT)
    monkeypatch.setattr(MessageSendResponse, "__init__", fail, raising=False)
    linq = linq_client.Linq(api_key="k", base_url=recorder.url)
    if isinstance(raised, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            linq.chats.messages.send(UNKNOWN, message=hello())
        return
    with pytest.raises(linq_client.APIResponseValidationError, match="accepted, response not read") as caught:
        linq.chats.messages.send(UNKNOWN, message=hello())
    error = caught.value
    assert error.may_have_taken_effect
    assert error.idempotency_key
    assert (error.trace_id, error.response.content, error.__cause__) == ("t1", SENT, raised)
    assert str(raised) not in str(error)
    raw = linq.chats.messages.with_raw_response.send(UNKNOWN, message=hello())
    with pytest.raises(linq_client.APIResponseValidationError):
        raw.parse()
