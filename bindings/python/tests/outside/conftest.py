"""The proof from outside: the package beside linq-python, on a real emulator or a server that records."""

import asyncio
import socket
import sys
import time

import pytest
from repository import TESTS

# The scripts that hold linq-core against linq-python: the same arguments and the same story.
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
    """Waits for a coroutine, all of a test on one event loop."""
    loop = asyncio.new_event_loop()
    yield loop.run_until_complete
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


@pytest.fixture
def full_queue():
    """Nobody gets a connection here."""
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
