"""The blocking outbox."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from helpers import OURS, THEIRS, UNKNOWN, Lock, Recorder, execute_sql, hello

import linq_client
from linq_client import AuthenticationError, AsyncLinq, InvalidArgumentError, Linq, LinqError, Response, omit
from linq_client.durable import (
    DamagedError,
    LockedError,
    NewerSchemaError,
    Outbox,
    OutboxError,
    ReadOnlyError,
    RunSummary,
    UnreadableEntryError,
    file,
    statement,
    statement_ordered,
)
from linq_client.emulator import Emulator
from linq_client.types import MessageCreateResponse


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(seed=7) as emulator:
        yield emulator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox.db"


@pytest.fixture
def outbox(path: Path) -> Iterator[Outbox]:
    with Outbox(path) as outbox:
        yield outbox


def texts(emulator: Emulator) -> list[str]:
    """Returns the texts that were sent, in order."""
    messages = emulator.control("GET", "/messages")["messages"]
    return [part["value"] for message in messages for part in message["parts"]]


def enqueue(outbox: Outbox, linq: Linq, text: str, to: str = THEIRS) -> int:
    return outbox.enqueue(linq.chats.create, from_=OURS, to=[to], message=hello(text))


def test_entry_from_enqueued_to_sent(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    before = datetime.now(timezone.utc) - timedelta(seconds=1)
    id = outbox.enqueue(linq.messages.create, to=[THEIRS], message=hello("secret"), idempotency_key="order-1042")
    queued = outbox.get(id)
    assert queued
    assert (queued.id, queued.state, queued.operation, queued.idempotency_key) == (id, "queued", "messages.create", "order-1042")
    assert (queued.attempts, queued.attempted_at, queued.finished_at, queued.response) == (0, None, None, None)
    assert before <= queued.created_at <= datetime.now(timezone.utc)
    assert queued.created_at == queued.ready_at
    assert texts(emulator) == []

    assert outbox.run(linq, until_empty=True) == RunSummary(sent=1, failed=0, uncertain=0)
    assert texts(emulator) == ["secret"]
    sent = outbox.get_by_idempotency_key("order-1042")
    assert sent
    assert (sent.id, sent.state, sent.attempts, sent.status_code, sent.code, sent.problem) == (id, "sent", 1, 202, None, None)
    assert sent.attempted_at
    assert sent.finished_at
    assert queued.created_at <= sent.attempted_at <= sent.finished_at
    assert isinstance(sent.response, MessageCreateResponse)
    assert (sent.message_id, sent.chat_id) == (sent.response.message.id, sent.response.chat_id)
    assert sent.trace_id
    assert repr(sent) == "Entry(id=1, operation='messages.create', state='sent', attempts=1)"
    assert (queued.state, outbox.get(99), outbox.get_by_idempotency_key("other")) == ("queued", None, None)


def test_failed_entry_has_the_error(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    emulator.add_fault("status", status=400, code=1004, times=1)
    id = enqueue(outbox, linq, "Hi")
    assert outbox.run(linq, until_empty=True) == RunSummary(0, 1, 0)
    failed = outbox.get(id)
    assert failed
    assert (failed.state, failed.status_code, failed.code, failed.response) == ("failed", 400, 1004, None)
    assert failed.problem
    assert failed.trace_id


def test_every_operation_with_a_key_can_be_enqueued(linq: Linq, async_linq: AsyncLinq, outbox: Outbox) -> None:
    for client in (linq, async_linq):
        outbox.enqueue(client.messages.create, to=[THEIRS], message=hello())
        outbox.enqueue(client.chats.create, from_=OURS, to=[THEIRS], message=hello())
        outbox.enqueue(client.chats.messages.send, UNKNOWN, message=hello())
        outbox.enqueue(client.chats.polls.create, UNKNOWN, poll={"options": [{"text": "Pizza"}, {"text": "Sushi"}]})
        outbox.enqueue(client.payments.create, handle=THEIRS, amount_cents=500, currency="usd")
        outbox.enqueue(client.payment_requests.create, payer_handle=THEIRS, amount=500, currency="usd")
    operations = Counter(entry.operation for entry in outbox.entries())
    assert set(operations.values()) == {2}
    assert len(operations) == 6


@pytest.mark.parametrize(
    "operation",
    [
        lambda linq: linq.chats.messages.with_raw_response.send,
        lambda linq: linq.with_raw_response.messages.create,
        lambda linq: linq.chats.messages.with_streaming_response.send,
        lambda linq: linq.chats.messages,
        lambda linq: linq.chats.create.__func__,
        lambda linq: linq.post,
        lambda linq: lambda: linq.messages.create,
        lambda linq: print,
        lambda linq: None,
    ],
)
@pytest.mark.parametrize("client", ["linq", "async_linq"])
def test_operation_must_be_a_method_of_a_resource(
    operation: Any, client: str, outbox: Outbox, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        outbox.enqueue(operation(request.getfixturevalue(client)))
    assert str(caught.value) == "operation: must be a method of a client's resource, such as `linq.messages.create`"


@pytest.mark.parametrize(
    "call",
    [
        lambda linq: (linq.chats.list_chats,),
        lambda linq: (linq.chats.retrieve, UNKNOWN),
        lambda linq: (linq.chats.messages.list, UNKNOWN),
        lambda linq: (linq.attachments.upload, b"x"),
    ],
)
@pytest.mark.parametrize("client", ["linq", "async_linq"])
def test_operation_must_take_an_idempotency_key(
    call: Any, client: str, outbox: Outbox, request: pytest.FixtureRequest, emulator: Emulator
) -> None:
    operation, *arguments = call(request.getfixturevalue(client))
    with pytest.raises(InvalidArgumentError) as caught:
        outbox.enqueue(operation, *arguments)
    assert str(caught.value) == "operation: does not take an idempotency key"
    assert not outbox.list()
    assert not emulator.requests()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"to": ["555"]}, "to[0]: "),
        ({"message": hello("")}, "message.parts[0].value: "),
        ({"message": {"parts": [{"type": "media", "attachment_id": "file:///no/such/file"}]}}, "message.parts[0].attachment_id: "),
        ({"timeout": 3}, "timeout: must not be set for a stored call"),
        ({"extra_headers": {"x-tenant": omit}}, "extra_headers['x-tenant']: cannot be omitted"),
        ({"extra_query": {"tenant": omit}}, "extra_query['tenant']: cannot be omitted"),
        ({"extra_headers": {"host": "x"}}, "headers"),
    ],
)
def test_invalid_argument_is_named(arguments: dict[str, Any], problem: str, linq: Linq, outbox: Outbox) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        outbox.enqueue(linq.messages.create, **{"to": [THEIRS], "message": hello(), **arguments})
    assert str(caught.value).startswith(problem)
    with pytest.raises(InvalidArgumentError):
        statement(linq.messages.create, **{"to": [THEIRS], "message": hello(), **arguments})
    assert not outbox.list()


def test_arguments_must_match_the_signature(linq: Linq, outbox: Outbox) -> None:
    create: Any = linq.messages.create
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'message'"):
        outbox.enqueue(create, to=[THEIRS])
    with pytest.raises(TypeError, match="unexpected keyword argument 'text'"):
        outbox.enqueue(create, to=[THEIRS], message=hello(), text="Hi")


def test_call_is_enqueued_once_under_its_key(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    def shipped(text: str) -> int:
        return outbox.enqueue(linq.messages.create, to=[THEIRS], message=hello(text), idempotency_key="order-1042")

    id = shipped("shipped")
    assert shipped("shipped") == id
    outbox.run(linq, until_empty=True)
    assert shipped("shipped") == id
    with pytest.raises(InvalidArgumentError, match="^idempotency_key: already used by another call in the outbox$"):
        shipped("delivered")
    assert outbox.run(linq, until_empty=True).sent == 0
    assert texts(emulator) == ["shipped"]


def test_options_of_the_call_are_stored_and_those_of_the_client_are_not(emulator: Emulator, path: Path) -> None:
    with Outbox(path) as outbox, Linq(
        api_key="sk_enqueue", default_headers={"x-enqueue": "1"}, default_query={"enqueue": 1}, timeout=1
    ) as linq:
        outbox.enqueue(
            linq.messages.create,
            to=[THEIRS],
            message=hello(),
            extra_headers={"x-own": "stored"},
            extra_query={"own": "stored"},
            extra_body={"tenant": 7},
        )
    assert not any(name in path.read_bytes() for name in (b"sk_enqueue", b"x-enqueue"))
    emulator.add_fault("delay", ms=30_000, times=1)
    with Outbox(path) as outbox, Linq(
        api_key="k",
        base_url=emulator.url,
        default_headers={"x-own": "default", "x-run": "default"},
        default_query={"own": "default", "run": "default"},
        timeout=0.2,
    ) as linq:
        assert outbox.run(linq, until_empty=True).sent == 1
    for request in emulator.requests():
        assert (request["headers"]["x-own"], request["headers"]["x-run"]) == ("stored", "default")
        assert request["query"] == "own=stored&run=default"
        assert request["body"]["tenant"] == 7
    assert len(emulator.requests()) == 2, "the timeout is that of the client that sends"


def test_entries_of_a_chat_are_sent_in_order(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    emulator.add_fault("drop_response", probability=0.2)
    recipients = ("+15556667777", "+18889990000", "+12052499136")
    for number in range(30):
        enqueue(outbox, linq, f"{number:02}", recipients[number % 3])
    assert outbox.run(linq, until_empty=True, max_backoff=0.02).sent == 30
    sent = texts(emulator)
    for remainder in range(3):
        numbers = [text for text in sent if int(text) % 3 == remainder]
        assert numbers == sorted(numbers)
        assert len(numbers) == 10


def test_ordering_key_sets_the_order(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    for number in range(20):
        to = [f"+1555000{number:04}"]
        outbox.enqueue_ordered("customer-17", linq.chats.create, from_=OURS, to=to, message=hello(f"{number:02}"))
    assert {entry.ordering_key for entry in outbox.entries()} == {"customer-17"}
    outbox.run(linq, until_empty=True)
    assert texts(emulator) == [f"{number:02}" for number in range(20)]


def test_queries(linq: Linq, outbox: Outbox) -> None:
    ids = [enqueue(outbox, linq, f"{number}") for number in range(230)]
    assert outbox.cancel(ids[3])
    assert [entry.id for entry in outbox.list(limit=2)] == ids[:2]
    assert [entry.id for entry in outbox.list("queued", after=ids[1], limit=2)] == [ids[2], ids[4]]
    assert len(outbox.list()) == 100
    assert [entry.id for entry in outbox.entries()] == ids
    assert [entry.id for entry in outbox.entries("cancelled")] == [ids[3]]
    assert outbox.count() == {"queued": 229, "cancelled": 1}
    assert outbox.count()["failed"] == 0
    state: Any = "lost"
    with pytest.raises(InvalidArgumentError, match="^state: must be one of queued, sending, sent, failed, uncertain, cancelled$"):
        outbox.list(state)
    with pytest.raises(InvalidArgumentError, match="^limit: must not be negative$"):
        outbox.list(limit=-1)


def test_changes(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    emulator.add_fault("status", status=400, code=1004, times=1)
    failing = enqueue(outbox, linq, "first")
    outbox.run(linq, until_empty=True)
    replaced, cancelled = enqueue(outbox, linq, "typo"), enqueue(outbox, linq, "too late")
    assert outbox.replace(replaced, linq.chats.create, from_=OURS, to=[THEIRS], message=hello("fixed"))
    with pytest.raises(InvalidArgumentError, match="^to"):
        outbox.replace(replaced, linq.chats.create, from_=OURS, to=[], message=hello("fixed"))
    assert outbox.cancel(cancelled)
    assert outbox.retry(failing)
    assert not outbox.retry(cancelled)
    assert not outbox.cancel(99)
    assert outbox.run(linq, until_empty=True) == RunSummary(2, 0, 0)
    assert sorted(texts(emulator)) == ["first", "fixed"]
    assert not outbox.cancel(replaced)
    assert not outbox.replace(replaced, linq.messages.create, to=[THEIRS], message=hello())
    now = datetime.now(timezone.utc) + timedelta(seconds=1)
    assert outbox.delete_finished(now - timedelta(hours=1)) == 0
    with pytest.raises(InvalidArgumentError, match="^before: must have a time zone$"):
        outbox.delete_finished(datetime.now())
    assert outbox.delete_finished(now) == 3
    assert not list(outbox.entries())


def test_statement_is_part_of_a_transaction(emulator: Emulator, linq: Linq, outbox: Outbox, path: Path) -> None:
    def shipped(text: str) -> tuple[str, list[Any]]:
        return statement(linq.messages.create, to=[THEIRS], message=hello(text), idempotency_key="order-1042")

    orders = ("CREATE TABLE IF NOT EXISTS orders (id)", [])
    assert execute_sql(path, orders, shipped("rolled back"), commit=False)[1] == 1
    assert execute_sql(path, orders, shipped("committed"))[1] == 1
    assert execute_sql(path, shipped("committed")) == [0], "there is an entry with the key"
    ordered = statement_ordered("customer-17", linq.messages.create, to=[THEIRS], message=hello("ordered"))
    execute_sql(path, ordered)
    assert [entry.ordering_key for entry in outbox.entries()][1:] == ["customer-17"]
    assert outbox.run(linq, until_empty=True).sent == 2
    assert sorted(texts(emulator)) == ["committed", "ordered"]


def test_attachment_is_uploaded_before_it_is_sent(emulator: Emulator, linq: Linq, outbox: Outbox, tmp_path: Path) -> None:
    cake = tmp_path / "cake & candles.jpg"
    cake.write_bytes(b"jpg")
    with pytest.raises(FileNotFoundError) as caught:
        file(tmp_path / "missing.jpg")
    assert caught.value.filename == str(tmp_path / "missing.jpg")
    outbox.enqueue(
        linq.messages.create, to=[THEIRS], message={"parts": [{"type": "media", "attachment_id": file(cake)}]}
    )
    assert not emulator.requests()
    assert outbox.run(linq, until_empty=True).sent == 1
    (sent,) = (request for request in emulator.requests() if request["path"] == "/v3/messages")
    assert linq.attachments.download(sent["body"]["message"]["parts"][0]["attachment_id"]) == b"jpg"


def wait_until(condition: Any, timeout: float = 20.0) -> None:
    end = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_run_sends_what_is_enqueued_until_it_is_stopped(emulator: Emulator, linq: Linq, outbox: Outbox, path: Path) -> None:
    summaries: list[RunSummary] = []
    thread = threading.Thread(target=lambda: summaries.append(outbox.run(linq, poll_interval=600)))
    thread.start()
    enqueue(outbox, linq, "first")
    wait_until(lambda: outbox.count()["sent"] == 1)
    execute_sql(path, statement(linq.messages.create, to=[THEIRS], message=hello("second")))
    outbox.wake()
    wait_until(lambda: outbox.count()["sent"] == 2)
    outbox.stop()
    thread.join(20)
    assert summaries == [RunSummary(2, 0, 0)]
    # Only the runs of that time are stopped.
    enqueue(outbox, linq, "third")
    assert outbox.run(linq, until_empty=True).sent == 1
    # Without a run, the next is stopped.
    outbox.stop()
    assert outbox.run(linq) == RunSummary(0, 0, 0)
    assert texts(emulator) == ["first", "second", "third"]


def test_close_stops_runs(linq: Linq, outbox: Outbox) -> None:
    started = threading.Event()
    results: list[object] = []

    def run() -> None:
        started.set()
        results.append(outbox.run(linq))

    thread = threading.Thread(target=run)
    thread.start()
    started.wait()
    time.sleep(0.1)
    outbox.close()
    thread.join(20)
    assert results == [RunSummary(0, 0, 0)]


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def after_first_request(emulator: Emulator, signals: int) -> threading.Thread:
    """Raises SIGINT while the first request is being sent."""

    def interrupt() -> None:
        wait_until(emulator.requests)
        for _ in range(signals):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.3)

    thread = threading.Thread(target=interrupt)
    thread.start()
    return thread


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_finishes_what_is_being_sent(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    emulator.add_fault("delay", ms=1_000)
    for number in range(3):
        enqueue(outbox, linq, f"{number}")
    thread = after_first_request(emulator, 1)
    with pytest.raises(KeyboardInterrupt):
        outbox.run(linq)
    thread.join()
    assert outbox.count() == {"sent": 1, "queued": 2}


@pytest.mark.usefixtures("ctrl_c")
def test_second_ctrl_c_returns_at_once(emulator: Emulator, linq: Linq, outbox: Outbox) -> None:
    emulator.add_fault("delay", ms=3_000)
    id = enqueue(outbox, linq, "Hi")
    thread = after_first_request(emulator, 2)
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        outbox.run(linq)
    assert time.monotonic() - started < 2.5
    thread.join()
    entry = outbox.get(id)
    assert entry
    assert entry.state == "sending"
    wait_until(lambda: outbox.count()["sent"] == 1)
    assert texts(emulator) == ["Hi"]


def test_signal_handler_can_stop_a_run(linq: Linq, outbox: Outbox) -> None:
    before = signal.signal(signal.SIGTERM, lambda *_: outbox.stop())
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM))
    timer.start()
    try:
        assert outbox.run(linq) == RunSummary(0, 0, 0)
    finally:
        signal.signal(signal.SIGTERM, before)
        timer.join()


def test_rejected_api_key_ends_the_run(recorder: Recorder, outbox: Outbox) -> None:
    recorder.respond = lambda _request: (401, {}, b'{"error": {"code": 2004, "message": "no"}, "trace_id": "t1"}')
    with Linq(api_key="wrong", base_url=recorder.url) as linq:
        enqueue(outbox, linq, "Hi")
        with pytest.raises(AuthenticationError) as caught:
            outbox.run(linq, until_empty=True)
    assert (caught.value.status_code, caught.value.code, caught.value.trace_id) == (401, 2004, "t1")
    assert outbox.count() == {"queued": 1}


def test_client_must_be_usable(linq: Linq, async_linq: AsyncLinq, outbox: Outbox) -> None:
    client: Any = async_linq
    with pytest.raises(InvalidArgumentError, match="^client: must be of the class Linq$"):
        outbox.run(client)
    over_python = Linq(api_key="k", transport=lambda _request: Response(200))
    enqueue(outbox, over_python, "Hi")
    with pytest.raises(InvalidArgumentError, match=r"^client: must use the package's own transport: .*`transport=`"):
        outbox.run(over_python)
    linq.close()
    with pytest.raises(RuntimeError, match="^the client is closed$"):
        outbox.run(linq)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"concurrency": 0}, "concurrency: must be at least 1"),
        ({"lease": -1}, "lease: must be a non-negative number of seconds"),
        ({"poll_interval": float("nan")}, "poll_interval: must be a non-negative number of seconds"),
    ],
)
def test_invalid_run_option(options: Any, problem: str, linq: Linq, outbox: Outbox) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        outbox.run(linq, **options)
    assert str(caught.value) == problem


def test_run_options(linq: Linq, emulator: Emulator, outbox: Outbox) -> None:
    unknown: Any = {"forever": True}
    with pytest.raises(TypeError, match="unexpected keyword argument 'forever'"):
        outbox.run(linq, **unknown)
    emulator.add_fault("drop_response")
    id = enqueue(outbox, linq, "Hi")
    summary = outbox.run(
        linq.with_options(max_retries=0),
        until_empty=True,
        concurrency=1,
        poll_interval=float("inf"),
        lease=20,
        upload_lease=20,
        key_lifetime=0,
        uncertain_after=60,
        failures_hold_back=True,
        max_backoff=0,
    )
    assert summary == RunSummary(0, 0, 1)
    entry = outbox.get(id)
    assert entry
    assert entry.problem
    assert entry.problem.startswith("no definite answer")
    enqueue(outbox, linq, "held back")
    assert outbox.run(linq, until_empty=True) == RunSummary(0, 0, 0)


def test_closed_outbox(linq: Linq, outbox: Outbox) -> None:
    outbox.close()
    outbox.close()
    for call in (lambda: enqueue(outbox, linq, "Hi"), lambda: outbox.get(1), outbox.count):
        with pytest.raises(RuntimeError, match="^the outbox is closed$"):
            call()
    outbox.wake()


def test_outbox_cannot_be_used_by_a_forked_child(path: Path, emulator: Emulator) -> None:
    script = """
import os, sys
from linq_client import Linq
from linq_client.durable import Outbox, OutboxError
path, url = sys.argv[1:]
linq = Linq(api_key="k", base_url=url)
outbox = Outbox(path)
hello = {"parts": [{"type": "text", "value": "Hi"}]}
outbox.enqueue(linq.messages.create, to=["+15556667777"], message=hello)
if os.fork() == 0:
    for call in (outbox.count, outbox.wake, lambda: outbox.run(linq)):
        try:
            call()
        except RuntimeError as error:
            print(error, flush=True)
    outbox.close()
    del outbox
    try:
        Outbox(path)
    except OutboxError as error:
        print(error, flush=True)
    os._exit(0)
os.wait()
outbox.close()
if os.fork() == 0:
    with Outbox(path) as outbox:
        print(outbox.run(linq, until_empty=True).sent, flush=True)
    os._exit(0)
os.wait()
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script, path, emulator.url], capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    problem = "the outbox was created by another process: a forked child cannot use it"
    lines = done.stdout.splitlines()
    assert lines[:3] == [problem] * 3
    assert lines[3].startswith("the file was open when this process was forked")
    assert lines[4:] == ["1"]


def test_damaged_file(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(DamagedError, match="^the outbox is damaged, or not a database: ") as caught:
        Outbox(path)
    assert isinstance(caught.value, OutboxError)
    assert isinstance(caught.value, LinqError)
    assert not caught.value.may_have_taken_effect


def test_missing_directory(tmp_path: Path) -> None:
    with pytest.raises(OutboxError, match="^the outbox cannot be used: No such file or directory"):
        Outbox(tmp_path / "missing" / "outbox.db")


def test_locked_file(path: Path, linq: Linq) -> None:
    with Outbox(path, busy_timeout=0.1) as outbox:
        lock = Lock(path)
        with pytest.raises(LockedError, match="^the outbox is locked by another process"):
            enqueue(outbox, linq, "Hi")
        lock.release()
        assert enqueue(outbox, linq, "Hi") == 1


OTHER_LIBRARY = """
import sqlite3, sys, time
from linq_client import Linq
from linq_client.durable import Outbox, OutboxError
path, linq = sys.argv[1], Linq(api_key="k")
Outbox(path).close()
database = sqlite3.connect(path)
database.execute("SELECT 1 FROM linq_outbox")
try:
    Outbox(path)
except OutboxError as error:
    print(error)
database.close()
with Outbox(path), Outbox(path) as outbox:
    database = sqlite3.connect(path)
    database.execute("SELECT 1 FROM linq_outbox")
    time.sleep(1.1)
    try:
        outbox.run(linq, until_empty=True)
    except OutboxError as error:
        print(error)
    database.close()
    print(outbox.count())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="not detected")
def test_file_cannot_be_used_by_two_libraries_in_a_process(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", OTHER_LIBRARY, path], capture_output=True, text=True)
    assert done.stderr == ""
    problem = "the file is open in this process by something else, such as Python's sqlite3"
    *problems, count = done.stdout.splitlines()
    assert [line.startswith(problem) for line in problems] == [True, True]
    assert count == "Counter()"


def test_newer_schema(path: Path) -> None:
    Outbox(path).close()
    execute_sql(path, ("UPDATE linq_outbox_schema SET version = 99", []))
    with pytest.raises(NewerSchemaError, match="schema version 99"):
        Outbox(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the root user can write any file")
def test_read_only_file(path: Path) -> None:
    Outbox(path).close()
    path.chmod(0o400)
    with pytest.raises(ReadOnlyError, match="^the outbox is read-only"):
        Outbox(path)


FULL = """
import resource, sys
from linq_client import Linq
from linq_client.durable import DiskFullError, Outbox
linq = Linq(api_key="k")
with Outbox(sys.argv[1]) as outbox:
    message = {"parts": [{"type": "text", "value": "x" * 5_000}]}
    for number in range(1_000):
        try:
            outbox.enqueue(linq.messages.create, to=["+15556667777"], message=message)
        except DiskFullError as error:
            print(number == outbox.count()["queued"], error)
            break
"""


def test_full_disk(tmp_path: Path) -> None:
    mount = tmp_path / "small"
    mount.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip("cannot mount a small file system")
    try:
        done = subprocess.run([sys.executable, "-c", FULL, mount / "outbox.db"], capture_output=True, text=True)
        assert done.stderr == ""
        assert done.stdout.startswith("True the disk is full")
    finally:
        subprocess.run(["umount", mount], check=True)


def test_unreadable_entry_is_named_without_its_contents(path: Path, linq: Linq, outbox: Outbox) -> None:
    id = enqueue(outbox, linq, "Hi")
    execute_sql(path, ("UPDATE linq_outbox SET call = replace(call, ?, ?)", ['"chats.create"', '"secret"']))
    with pytest.raises(UnreadableEntryError, match=f"^entry {id} of the outbox is damaged") as caught:
        outbox.get(id)
    assert caught.value.entry_id == id
    assert "secret" not in str(caught.value)


AT_EXIT = """
import os, sys
from linq_client import Linq, LinqError
from linq_client.durable import Outbox, statement

class Caller:
    def __init__(self, call):
        self.call, self.error, self.write = call, LinqError, os.write

    def __del__(self, repr=repr, Exception=Exception, type=type):
        try:
            outcome = f"returned {self.call()!r}"
        except self.error as error:
            outcome = f"LinqError {error}"
        except Exception as error:
            outcome = f"bare {type(error).__name__}: {error}"
        self.write(1, outcome.encode() + b"\\n")

path, linq, outbox = sys.argv[1], Linq(api_key="k", base_url="http://127.0.0.1:1"), Outbox(sys.argv[1])
message = {"parts": [{"type": "text", "value": "Hi"}]}
callers = [
    Caller(call)
    for call in (
        lambda o=outbox, l=linq, m=message: o.enqueue(l.messages.create, to=["+15556667777"], message=m),
        lambda o=outbox, l=linq: o.run(l, until_empty=True),
        lambda s=statement, l=linq, m=message: s(l.messages.create, to=["+15556667777"], message=m),
        lambda o=outbox: (o.count(), o.get(1), o.list()),
        lambda c=Outbox, p=path: c(p).close(),
        lambda c=Outbox, p=path: c(p + "/missing"),
        lambda o=outbox: o.close(),
    )
]
"""


def test_call_at_exit_returns_or_raises_a_typed_error(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", AT_EXIT, path], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, ""), "neither a panic nor a traceback"
    outcomes = done.stdout.splitlines()
    assert len(outcomes) == 7
    assert [outcome for outcome in outcomes if outcome.startswith("bare ")] == []


def test_representations_have_no_contents(path: Path, outbox: Outbox) -> None:
    assert repr(outbox) == f"Outbox({str(path)!r})"


def test_package_is_imported_without_the_outbox() -> None:
    script = "import sys, linq_client; linq_client.Linq; print(*(name for name in sys.modules if 'outbox' in name or 'durable' in name))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
    assert linq_client.durable.Outbox is Outbox
