"""Fixtures: an emulator and its clients, and misbehaving servers."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterator

import pytest
from helpers import OURS, Recorder, hello

from linq_client import AsyncLinq, Linq
from linq_client.emulator import Emulator


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def linq(emulator: Emulator) -> Iterator[Linq]:
    with Linq(api_key="any", base_url=emulator.url) as client:
        yield client


@pytest.fixture
def async_linq(emulator: Emulator) -> AsyncLinq:
    return AsyncLinq(api_key="any", base_url=emulator.url)


@pytest.fixture
def chat_id(linq: Linq) -> str:
    """A new chat with one message."""
    theirs = f"+1555{next(_numbers):07}"
    return linq.chats.create(from_=OURS, to=[theirs], message=hello()).chat.id


_numbers = itertools.count()


@pytest.fixture
def closed_port() -> str:
    """The URL of a port without a listener."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    recorder = Recorder()
    yield recorder
    recorder.server.shutdown()
    recorder.server.server_close()
