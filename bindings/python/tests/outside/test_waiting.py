"""Interruption of calls: cancelled tasks, Ctrl-C, signal handlers."""

import asyncio
import signal
import subprocess
import sys
import threading
import time

import linq_client
import pytest
from unresponsive_server import UnresponsiveServer

# The guarantee is 100 ms; the rest is slack for a busy machine. All timeouts are 60 s.
LIMIT, SLACK = 0.1, 1.9


@pytest.fixture
def silent_server():
    with UnresponsiveServer() as silent_server:
        yield silent_server


def test_cancelled_task_closes_its_connection(silent_server, run):
    async def cancel():
        async with linq_client.AsyncLinq(api_key="test", base_url=silent_server.url) as client:
            task = asyncio.ensure_future(client.phone_numbers.list())
            await asyncio.to_thread(silent_server.arrived.wait, 10)
            cancelled_at = time.monotonic()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            waited = time.monotonic() - cancelled_at
            assert await asyncio.to_thread(silent_server.left.wait, 10), "connection still open"
            return waited, silent_server.left_at - cancelled_at

    waited, left = run(cancel())
    assert waited < LIMIT + SLACK and left < LIMIT + SLACK


def test_asyncio_timeout(silent_server, run):
    async def wait():
        async with linq_client.AsyncLinq(api_key="test", base_url=silent_server.url) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.phone_numbers.list(), 0.2)
            assert await asyncio.to_thread(silent_server.left.wait, 10)

    started = time.monotonic()
    run(wait())
    assert time.monotonic() - started < 5


def test_call_after_a_cancelled_call(emulator, run):
    async def both():
        async with linq_client.AsyncLinq(api_key="test", base_url=emulator.url) as client:
            emulator.fault("delay", ms=3000, times=1)
            task = asyncio.ensure_future(client.phone_numbers.list())
            await asyncio.sleep(0.1)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            return await client.phone_numbers.list()

    assert run(both()).phone_numbers


CHILD = """
import signal, sys, time
import linq_client
signal.signal(signal.SIGINT, signal.default_int_handler)  # not set in background jobs
client = linq_client.Linq(api_key="test", base_url=sys.argv[1], max_retries=5)
print("ready", flush=True)
try:
    {call}
except KeyboardInterrupt as interrupt:
    print("interrupted", time.monotonic(), flush=True)
"""
LIST = "client.phone_numbers.list()"


def interrupted(url, call):
    """Returns the seconds that a call in its own process continues after Ctrl-C."""
    command = [sys.executable, "-c", CHILD.format(call=call), url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.5)
        sent_at = time.monotonic()
        child.send_signal(signal.SIGINT)
        too_late = threading.Timer(10, child.kill)
        too_late.start()
        line = child.stdout.readline().split()
        too_late.cancel()
        assert line and line[0] == "interrupted", "not interrupted"
        assert child.wait(10) == 0
        return float(line[1]) - sent_at


def test_ctrl_c_before_the_response(silent_server):
    assert interrupted(silent_server.url, LIST) < LIMIT + SLACK


def test_ctrl_c_during_a_stalled_response():
    with UnresponsiveServer(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{") as stalling:
        assert interrupted(stalling.url, LIST) < LIMIT + SLACK


def test_ctrl_c_while_connecting(full_queue):
    assert interrupted(full_queue, LIST) < LIMIT + SLACK


def test_ctrl_c_during_a_tls_handshake(silent_server):
    secure = silent_server.url.replace("http://127.0.0.1", "https://localhost")
    assert interrupted(secure, LIST) < LIMIT + SLACK


def test_ctrl_c_during_backoff(emulator):
    emulator.fault("status", status=429, code=1007, retry_after=30)
    assert interrupted(emulator.url, LIST) < LIMIT + SLACK
    assert len(emulator.requests()) == 1


def test_ctrl_c_in_an_event_loop(silent_server):
    call = """
    import asyncio
    async def main():
        async with linq_client.AsyncLinq(api_key="test", base_url=sys.argv[1]) as linq:
            await linq.phone_numbers.list()
    asyncio.run(main())"""
    assert interrupted(silent_server.url, call) < LIMIT + SLACK


def test_signal_handler_does_not_end_the_call(emulator):
    """A call continues if the handler returns."""
    emulator.fault("delay", ms=600, times=1)
    client = linq_client.Linq(api_key="test", base_url=emulator.url)
    calls = []
    before = signal.signal(signal.SIGALRM, lambda *_: calls.append(time.monotonic()))
    try:
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        assert client.phone_numbers.list().phone_numbers
    finally:
        signal.signal(signal.SIGALRM, before)
    assert calls and calls[0] - started < 0.2 + LIMIT + SLACK
    assert len(emulator.requests()) == 1


class Alarm(Exception):
    pass


def test_exception_of_a_signal_handler_ends_the_call(silent_server):
    def handle(*_):
        raise Alarm

    client = linq_client.Linq(api_key="test", base_url=silent_server.url)
    before = signal.signal(signal.SIGALRM, handle)
    try:
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(Alarm):
            client.phone_numbers.list()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - started < 0.2 + LIMIT + SLACK
