"""Clients shared between threads, forks and event loops."""

import asyncio
import copy
import os
import pickle
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import linq_client
import pytest

LINE, FRIEND = "+12223334444", "+15556667777"
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.fixture
def client(emulator):
    with linq_client.Linq(api_key="test", base_url=emulator.url) as client:
        yield client


def text(value):
    return {"parts": [{"type": "text", "value": value}]}


def test_threads_share_a_client(client, emulator):
    chat = client.chats.create(from_=LINE, to=[FRIEND], message=text("first")).chat.id

    def send(number):
        return client.chats.messages.send(chat, message=text(f"{number}")).message.id

    with ThreadPoolExecutor(16) as pool:
        ids = list(pool.map(send, range(200)))
    assert len(set(ids)) == 200 and len(emulator.messages()) == 201


def test_other_threads_run_while_a_call_waits(client, emulator):
    """The GIL is released during a call."""
    emulator.fault("delay", ms=500)
    counted, over = 0, threading.Event()
    thread = threading.Thread(target=lambda: (client.phone_numbers.list(), over.set()))
    thread.start()
    while not over.wait(0.005):
        counted += 1
    thread.join()
    assert counted > 20


def test_event_loops_share_a_client(emulator):
    client = linq_client.AsyncLinq(api_key="test", base_url=emulator.url)

    async def several():
        pages = await asyncio.gather(*(client.phone_numbers.list() for _ in range(20)))
        return [len(page.phone_numbers) for page in pages]

    # Sequentially, and concurrently on several threads.
    assert asyncio.run(several()) == asyncio.run(several()) == [3] * 20
    with ThreadPoolExecutor(4) as pool:
        found = [future.result() for future in [pool.submit(asyncio.run, several()) for _ in range(8)]]
    assert found == [[3] * 20] * 8


def test_client_after_a_closed_loop(emulator):
    client = linq_client.AsyncLinq(api_key="test", base_url=emulator.url)
    emulator.fault("delay", ms=300, times=1)

    async def leave_it():
        asyncio.ensure_future(client.phone_numbers.list())
        await asyncio.sleep(0.1)

    asyncio.run(leave_it())
    time.sleep(0.5)

    async def call():
        return await client.phone_numbers.list()

    assert asyncio.run(call()).phone_numbers


def in_a_fork(work):
    """Returns the text that `work` returns in a forked child."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            result = work()
        except BaseException as error:
            result = repr(error)
        os.write(writing, result.encode())
        os._exit(0)
    os.close(writing)
    deadline = time.monotonic() + 20
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if time.monotonic() > deadline:
            os.kill(child, 9)
            os.waitpid(child, 0)
            raise AssertionError("the child hangs")
        time.sleep(0.01)
    with os.fdopen(reading) as pipe:
        return pipe.read()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_client_in_a_forked_child(client, emulator):
    """Parent and child do not share a connection."""
    client.phone_numbers.list()

    def work():
        return str([len(client.phone_numbers.list().phone_numbers) for _ in range(5)])

    assert in_a_fork(work) == "[3, 3, 3, 3, 3]"
    assert client.phone_numbers.list().phone_numbers
    assert len(emulator.requests()) == 7


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_async_client_in_a_forked_child(emulator):
    client = linq_client.AsyncLinq(api_key="test", base_url=emulator.url)

    async def call():
        pages = await asyncio.gather(*(client.phone_numbers.list() for _ in range(5)))
        return str([len(page.phone_numbers) for page in pages])

    assert asyncio.run(call()) == "[3, 3, 3, 3, 3]"
    assert in_a_fork(lambda: asyncio.run(call())) == "[3, 3, 3, 3, 3]"
    assert asyncio.run(call()) == "[3, 3, 3, 3, 3]"


def test_pickled_models_in_a_spawned_process(client):
    page = client.phone_numbers.list()
    chat = client.chats.create(from_=LINE, to=[FRIEND], message=text("hi"))
    for model in (page, chat, chat.chat, page.phone_numbers[0]):
        for copied in (pickle.loads(pickle.dumps(model)), copy.copy(model), copy.deepcopy(model)):
            assert type(copied) is type(model) and copied == model and copied.to_dict() == model.to_dict()
    code = "import pickle, sys; print(pickle.load(sys.stdin.buffer).chat.id)"
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(chat), capture_output=True, check=True)
    assert done.stdout.decode().strip() == chat.chat.id


def test_exit_during_calls(emulator):
    """A process can exit during calls."""
    emulator.fault("delay", ms=20000)
    code = """
import asyncio, sys, threading, linq_client
async def main():
    client = linq_client.AsyncLinq(api_key="test", base_url=sys.argv[1])
    asyncio.ensure_future(client.phone_numbers.list())
    await asyncio.sleep(0.2)
client = linq_client.Linq(api_key="test", base_url=sys.argv[1])
threading.Thread(target=client.phone_numbers.list, daemon=True).start()
asyncio.run(main())
"""
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, emulator.url], timeout=15, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - started < 5
