"""Fixtures of the conformance tests against linq-python: the emulator's binary, a recording server."""

import asyncio
import socket
import sys
import time

import pytest
from repository import TESTS

# Arguments and scenarios shared with the conformance tests of linq-core.
sys.path.insert(0, str(TESTS / "conformance"))

from emulators import Emulator  # noqa: E402
from recorder import Recorder  # noqa: E402


@pytest.fixture
def emulator():
    with Emulator() as emulator:
        yield emulator


@pytest.fixture(scope="module")
def recorder():
    with Recorder() as recorder:
        yield recorder


@pytest.fixture
def run():
    """Runs coroutines on one event loop for the whole test."""
    loop = asyncio.new_event_loop()
    yield loop.run_until_complete
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


@pytest.fixture
def full_queue():
    """The URL of a listener whose backlog is full, so that connecting hangs."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        queue = []
        for _ in range(3):
            waiting = socket.socket()
            waiting.setblocking(False)
            waiting.connect_ex(address)
            queue.append(waiting)
        time.sleep(0.1)
        yield f"http://127.0.0.1:{address[1]}"
        for waiting in queue:
            waiting.close()
