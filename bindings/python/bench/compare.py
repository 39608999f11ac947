"""linq-client beside linq-python 0.65.0: the same emulator, the same machine, one run.

    python bench/compare.py [--quick]

Needs both packages: `pip install linq-client 'linq-python[webhooks]==0.65.0'`. Each figure is the median of several
rounds, in which the two take turns; what counts is the ratio.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import importlib.util
import json
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import linq
import linq_client
from linq_client import webhooks

FROM = "+12223334444"
SECRET = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
OURS, THEIRS = "linq-client", "linq-python"
MESSAGE = {"parts": [{"type": "text", "value": "Hi"}]}


class Emulator:
    """One of its own process, so that it takes no time from either client's interpreter."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "linq_client.emulator", "--seed", "7"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


def control(url: str, method: str, fault: dict[str, object] | None) -> None:
    """Orders a fault from the emulator, or ends all."""
    faults = url.removesuffix("/api/partner") + "/_emulator/faults"
    data = None if fault is None else json.dumps(fault).encode()
    request = urllib.request.Request(faults, data, {"content-type": "application/json"}, method=method)
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).close()


def in_turn(rounds: int, runs: dict[str, Callable[[], float]]) -> dict[str, float]:
    """The median of each, in rounds that give every one its turn."""
    seen: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            seen[name].append(run())
    return {name: statistics.median(times) for name, times in seen.items()}


def timed(times: int, work: Callable[[], object]) -> Callable[[], float]:
    """Seconds for one piece of work, over so many."""

    def run() -> float:
        start = time.perf_counter()
        for _ in range(times):
            work()
        return (time.perf_counter() - start) / times

    work()
    return run


def reading(messages: list[object]) -> int:
    """What a program does with a page."""
    read = 0
    for message in messages:
        assert message.id and message.created_at.year  # type: ignore[attr-defined]
        read += len(message.parts[0].value)  # type: ignore[attr-defined]
    return read


def sync_clients(url: str) -> dict[str, object]:
    return {
        THEIRS: linq.LinqAPIV3(api_key="any", base_url=url),
        OURS: linq_client.LinqAPIV3(api_key="any", base_url=url),
    }


def measure_call(url: str, rounds: int) -> dict[str, float]:
    clients = sync_clients(url)
    chat = clients[OURS].chats.create(from_=FROM, to=["+15556667777"], message=MESSAGE).chat.id
    return in_turn(rounds, {name: timed(200, lambda c=c: c.chats.retrieve(chat).id) for name, c in clients.items()})


def measure_page(url: str, rounds: int) -> dict[str, float]:
    clients = sync_clients(url)
    chat = clients[OURS].chats.create(from_=FROM, to=["+15556667778"], message=MESSAGE).chat.id
    for number in range(100):
        part = {"type": "text", "value": f"Message {number}"}
        clients[OURS].chats.messages.send(chat, message={"parts": [part]})

    # From here on the page is on hand: to make it takes the emulator longer than it takes us to read it.
    reply = clients[OURS].chats.messages.with_raw_response.list(chat, limit=100).content.decode()
    control(url, "POST", {"kind": "reply", "body": reply, "method": "GET", "path": "/v3/chats/*/messages"})

    def page(client: object) -> int:
        messages = client.chats.messages.list(chat, limit=100).messages
        assert len(messages) == 100
        return reading(messages)

    try:
        return in_turn(rounds, {name: timed(20, lambda c=c: page(c)) for name, c in clients.items()})
    finally:
        control(url, "DELETE", None)


def measure_throughput(url: str, rounds: int, at_once: int = 50, calls: int = 2000) -> dict[str, float]:
    """Seconds a call with so many under way."""
    sync = sync_clients(url)[OURS]
    chat = sync.chats.create(from_=FROM, to=["+15556667779"], message=MESSAGE).chat.id

    async def run(make: Callable[..., object], calls: int) -> float:
        async with make(api_key="any", base_url=url) as client:
            left = iter(range(calls))

            async def worker() -> None:
                for _ in left:
                    await client.chats.retrieve(chat)

            await client.chats.retrieve(chat)
            start = time.perf_counter()
            await asyncio.gather(*(worker() for _ in range(at_once)))
            return (time.perf_counter() - start) / calls

    return in_turn(
        rounds,
        {
            THEIRS: lambda: asyncio.run(run(linq.AsyncLinqAPIV3, calls // 4)),
            OURS: lambda: asyncio.run(run(linq_client.AsyncLinqAPIV3, calls)),
        },
    )


def measure_unwrap(rounds: int) -> dict[str, float]:
    event = {
        "api_version": "v3",
        "webhook_version": "2026-02-03",
        "event_type": "message.received",
        "event_id": "0b7e6cf6-5f3a-4f0f-9d6c-0f3e1f0c7a11",
        "created_at": "2026-11-21T12:00:00.000Z",
        "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
        "partner_id": "p1",
        "data": {
            "id": "69a37c7d-af4f-4b5e-af42-e28e98ce873a",
            "direction": "inbound",
            "chat": {"id": "550e8400-e29b-41d4-a716-446655440000", "is_group": False},
            "sender_handle": {
                "id": "1f0c7a52-3a53-4a3e-8e0f-3c1f9d6f7a22",
                "handle": "+15556667777",
                "service": "iMessage",
                "joined_at": "2026-11-21T12:00:00.000Z",
                "is_me": False,
                "status": "active",
            },
            "parts": [{"type": "text", "value": "Hello! How much is the cake, and can I have it on Friday?"}],
            "service": "iMessage",
            "sent_at": "2026-11-21T12:00:00.000Z",
        },
    }
    body = json.dumps(event)
    headers = webhooks.sign(body, key=SECRET, webhook_id=event["event_id"])
    clients = sync_clients("http://127.0.0.1:1")

    # linq-python takes this event for one of another type, so there is no part of it that both could read.
    def unwrap(client: object) -> str:
        return client.webhooks.unwrap(body, headers=headers, key=SECRET).event_id

    return in_turn(rounds, {name: timed(500, lambda c=c: unwrap(c)) for name, c in clients.items()})


IMPORT = """
import sys, time
start = time.perf_counter()
import {module}
{module}.LinqAPIV3(api_key="any", base_url="http://127.0.0.1:1")
took = time.perf_counter() - start
status = dict(line.split(":", 1) for line in open("/proc/self/status")) if sys.platform == "linux" else {{}}
print(took, int(status.get("VmRSS", "0 kB").split()[0]))
"""


def measure_import(rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds to import and make a client, and the process's KiB afterwards. Byte code is there already."""
    for module in ("linq", "linq_client"):
        found = importlib.util.find_spec(module)
        assert found is not None and found.origin is not None
        compileall.compile_dir(Path(found.origin).parent, quiet=2)

    memory: dict[str, float] = {}

    def fresh(name: str, module: str) -> float:
        program = IMPORT.format(module=module)
        took, kib = subprocess.check_output([sys.executable, "-c", program], text=True).split()
        memory[name] = float(kib)
        return float(took)

    took = in_turn(rounds, {THEIRS: lambda: fresh(THEIRS, "linq"), OURS: lambda: fresh(OURS, "linq_client")})
    return took, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    rounds = 3 if parser.parse_args().quick else 9
    emulator = Emulator()
    try:
        call = measure_call(emulator.url, rounds)
        page = measure_page(emulator.url, rounds)
        async_call = measure_throughput(emulator.url, min(rounds, 5))
    finally:
        emulator.stop()
    unwrap = measure_unwrap(rounds)
    imported, memory = measure_import(rounds)

    rows = [
        ("a blocking call", call, 1e6, "µs", 8),
        ("a page of 100 messages, read", page, 1e6, "µs", 25),
        ("an async call, 50 at a time", async_call, 1e6, "µs", 15),
        ("`webhooks.unwrap`", unwrap, 1e6, "µs", 20),
        ("import, and a client", imported, 1e3, "ms", 10),
        ("memory after that", memory, 1 / 1024, "MiB", None),
    ]
    print(f"| | {THEIRS} 0.65.0 | {OURS} {linq_client.__version__} | times | aim |")
    print("|---|---|---|---|---|")
    for what, seen, scale, unit, aim in rows:
        theirs, ours = seen[THEIRS] * scale, seen[OURS] * scale
        aimed = f"{aim}" if aim else ""
        print(f"| {what} | {theirs:.4g} {unit} | {ours:.4g} {unit} | {theirs / ours:.1f} | {aimed} |")


if __name__ == "__main__":
    main()
