"""Who waits can stop waiting: a task that is cancelled, Ctrl-C in the middle of anything."""

import asyncio
import signal
import subprocess
import sys
import threading
import time

import linq_client
import pytest
from silent import Silent

# The promise is 100 ms; the rest is for a busy machine. Every timeout is a minute.
PROMISE, SLACK = 0.1, 1.9


@pytest.fixture
def silent():
    with Silent() as silent:
        yield silent


def test_a_cancelled_task_closes_its_connection(silent, run):
    async def cancel():
        async with linq_client.AsyncLinq(api_key="test", base_url=silent.url) as client:
            task = asyncio.ensure_future(client.phone_numbers.list())
            await asyncio.to_thread(silent.arrived.wait, 10)
            cancelled_at = time.monotonic()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            waited = time.monotonic() - cancelled_at
            assert await asyncio.to_thread(silent.left.wait, 10), "the server still waits"
            return waited, silent.left_at - cancelled_at

    waited, left = run(cancel())
    assert waited < PROMISE + SLACK and left < PROMISE + SLACK


def test_a_timeout_of_asyncio(silent, run):
    async def wait():
        async with linq_client.AsyncLinq(api_key="test", base_url=silent.url) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.phone_numbers.list(), 0.2)
            assert await asyncio.to_thread(silent.left.wait, 10)

    started = time.monotonic()
    run(wait())
    assert time.monotonic() - started < 5


def test_after_a_cancelled_call_the_next_one_works(emulator, run):
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
signal.signal(signal.SIGINT, signal.default_int_handler)  # jobs in the background are started without
client = linq_client.Linq(api_key="test", base_url=sys.argv[1], max_retries=5)
print("ready", flush=True)
try:
    {call}
except KeyboardInterrupt as interrupt:
    print("interrupted", time.monotonic(), flush=True)
"""
LIST = "client.phone_numbers.list()"


def interrupted(url, call):
    """How long a call goes on after Ctrl-C, in a process of its own."""
    command = [sys.executable, "-c", CHILD.format(call=call), url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.5)
        sent_at = time.monotonic()
        child.send_signal(signal.SIGINT)
        too_late = threading.Timer(10, child.kill)
        too_late.start()
        said = child.stdout.readline().split()
        too_late.cancel()
        assert said and said[0] == "interrupted", "it goes on as if nothing had happened"
        assert child.wait(10) == 0
        return float(said[1]) - sent_at


def test_ctrl_c_while_the_reply_does_not_come(silent):
    assert interrupted(silent.url, LIST) < PROMISE + SLACK


def test_ctrl_c_while_the_reply_stalls():
    with Silent(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{") as stalling:
        assert interrupted(stalling.url, LIST) < PROMISE + SLACK


def test_ctrl_c_while_connecting(full_queue):
    assert interrupted(full_queue, LIST) < PROMISE + SLACK


def test_ctrl_c_during_a_handshake(silent):
    secure = silent.url.replace("http://127.0.0.1", "https://localhost")
    assert interrupted(secure, LIST) < PROMISE + SLACK


def test_ctrl_c_in_a_pause(emulator):
    emulator.fault("status", status=429, code=1007, retry_after=30)
    assert interrupted(emulator.url, LIST) < PROMISE + SLACK
    assert len(emulator.requests()) == 1


def test_ctrl_c_in_an_event_loop(silent):
    call = """
    import asyncio
    async def main():
        async with linq_client.AsyncLinq(api_key="test", base_url=sys.argv[1]) as linq:
            await linq.phone_numbers.list()
    asyncio.run(main())"""
    assert interrupted(silent.url, call) < PROMISE + SLACK


def test_a_signal_with_a_handler_does_not_end_the_call(emulator):
    """Only what a handler raises ends a call: one that returns lets it go on."""
    emulator.fault("delay", ms=600, times=1)
    client = linq_client.Linq(api_key="test", base_url=emulator.url)
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(time.monotonic()))
    try:
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        assert client.phone_numbers.list().phone_numbers
    finally:
        signal.signal(signal.SIGALRM, before)
    assert rung and rung[0] - started < 0.2 + PROMISE + SLACK
    assert len(emulator.requests()) == 1


class Alarm(Exception):
    pass


def test_what_a_handler_raises_comes_out(silent):
    def ring(*_):
        raise Alarm

    client = linq_client.Linq(api_key="test", base_url=silent.url)
    before = signal.signal(signal.SIGALRM, ring)
    try:
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(Alarm):
            client.phone_numbers.list()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - started < 0.2 + PROMISE + SLACK
