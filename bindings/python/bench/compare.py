"""linq-python beside linq-client: one run, one machine, one server, the rounds of both in turn.

    pip install linq-python[webhooks]==0.65.0 and a release wheel of linq-client; then
    python compare.py [--quick] [--all-cores]

The server is the emulator out of the wheel, in a process of its own. The page of messages is one that it has recorded:
to write 100 messages takes it longer than to read them takes us. Prints a table in Markdown: medians, and how many times
as fast, or as small, ours is. A socket without any library asks for the same replies in the same rounds and reads nothing
out of them: no client can be much faster. Client and server take turns on one core, where the system lets us say so:
with `--all-cores`, an idle core has to wake up for each request and for its reply, which on virtual machines takes longer
than all the rest, and differs from moment to moment.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import linq
import linq_client
from linq_client import webhooks

LINE, FRIEND = "+12223334444", "+15556667777"
BODY = Path(__file__).parents[3] / "tests" / "suite" / "benches" / "message_received.json"
SECRET = "whsec_YS1rZXktb2YtZXhhY3RseS0zMi1ieXRlcy1sZW5ndGg="
CONCURRENT = 50
BOTH = (linq, linq_client)


class Server:
    """The emulator in a process of its own, with a chat of 100 messages."""

    def __enter__(self) -> Server:
        self.start()
        try:
            self.fill()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self) -> None:
        command = [sys.executable, "-m", "linq_client.emulator"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip()

    def fill(self) -> None:
        client = linq_client.Linq(api_key="any-key", base_url=self.url)
        self.chat = client.chats.create(from_=LINE, to=[FRIEND], message=text("Message 0")).chat.id
        for number in range(1, 100):
            client.chats.messages.send(self.chat, message=text(f"Message {number}, of an ordinary length, to be read"))
        page = client.chats.messages.with_raw_response.list(self.chat, limit=100).text()
        recorded: dict[str, object] = {"kind": "reply", "method": "GET", "path": "/v3/chats/*/messages", "body": page}
        self.control("POST", "/faults", recorded)

    def control(self, verb: str, path: str, body: dict[str, object] | None = None) -> None:
        url = self.url.removesuffix("/api/partner") + "/_emulator" + path
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(url, json.dumps(body or {}).encode(), headers, method=verb)
        urllib.request.urlopen(request).close()

    def forget_requests(self) -> None:
        """Its log of requests would grow for as long as we measure."""
        self.control("DELETE", "/requests")

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()


def text(value: str) -> Any:
    return {"parts": [{"type": "text", "value": value}]}


def client(library: ModuleType, server: Server) -> Any:
    return library.LinqAPIV3(api_key="any-key", base_url=server.url)


def timed(work: Callable[[], object], times: int) -> float:
    """Microseconds for one of so many."""
    gc.collect()
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times * 1e6


def in_turn(works: list[Callable[[], object]], rounds: int, times: int, between: Callable[[], None]) -> list[float]:
    """The median of each, round by round in turn, so that a busy moment hits all."""
    for work in works:
        timed(work, max(times // 10, 3))
    found: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, results in zip(works, found):
            results.append(timed(work, times))
            between()
    return [statistics.median(results) for results in found]


def call(library: ModuleType, server: Server) -> Callable[[], object]:
    opened = client(library, server)
    return lambda: opened.chats.retrieve(server.chat).id


def page(library: ModuleType, server: Server) -> Callable[[], object]:
    opened = client(library, server)

    def read() -> None:
        messages = opened.chats.messages.list(server.chat, limit=100).messages
        read = [(message.id, message.parts[0].value, message.created_at) for message in messages]
        assert len(read) == 100

    return read


def bare(server: Server, path: str) -> Callable[[], object]:
    """The same reply over a socket, of which nothing is read but its length."""
    url = urllib.parse.urlsplit(server.url)
    assert url.hostname and url.port
    connection = socket.create_connection((url.hostname, url.port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    head = f"GET {url.path}{path} HTTP/1.1\r\nhost: {url.netloc}\r\nauthorization: Bearer any-key\r\n\r\n"

    def ask() -> None:
        connection.sendall(head.encode())
        head_of_reply, _, body = connection.recv(1 << 17).partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head_of_reply)
        assert length
        left = int(length[1]) - len(body)
        while left > 0:
            left -= len(connection.recv(left))

    return ask


def many(library: ModuleType, server: Server, calls: int) -> Callable[[], object]:
    """So many calls, 50 at any time."""

    async def all_of_them() -> None:
        async with library.AsyncLinqAPIV3(api_key="any-key", base_url=server.url) as opened:

            async def some() -> None:
                for _ in range(calls // CONCURRENT):
                    await opened.chats.retrieve(server.chat)

            await asyncio.gather(*(some() for _ in range(CONCURRENT)))

    return lambda: asyncio.run(all_of_them())


def unwrap(library: ModuleType) -> Callable[[], object]:
    body = BODY.read_text(encoding="utf-8")
    headers = webhooks.sign(body, key=SECRET)
    opened = library.LinqAPIV3(api_key="any-key", webhook_secret=SECRET)

    def read() -> None:
        event = opened.webhooks.unwrap(body, headers=headers)
        assert event.data.id

    return read


def fresh(code: str) -> float:
    """What a new interpreter prints: a number."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    return float(done.stdout)


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}


def to_import(library: ModuleType, more: str = "") -> float:
    """Milliseconds for `from … import LinqAPIV3` in a new interpreter."""
    name = library.__name__
    code = f"import time; start = time.perf_counter()\nfrom {name} import LinqAPIV3\n{more}\n"
    return fresh(code + "print((time.perf_counter() - start) * 1e3)")


def memory(library: ModuleType) -> float:
    """Megabytes that a process has which did nothing but import."""
    code = f"from {library.__name__} import LinqAPIV3\n"
    return fresh(code + "print(int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6)")


def several(measure: Callable[[ModuleType], float], rounds: int) -> list[float]:
    found = [[measure(library) for library in BOTH] for _ in range(rounds)]
    return [statistics.median(row[which] for row in found) for which in range(len(BOTH))]


def row(what: str, unit: str, found: list[float], more_is_better: bool = False) -> str:
    theirs, ours = found[:2]
    digits = 0 if min(found) >= 100 else 1
    shown = [f"{number:,.{digits}f} {unit}" for number in found] + [""]
    times = ours / theirs if more_is_better else theirs / ours
    return f"| {what} | {shown[0]} | {shown[1]} | {times:,.1f} | {shown[2]} |"


def table(server: Server, rounds: int, scale: float) -> list[str]:
    def scaled(times: int) -> int:
        return max(int(times * scale), 5)

    calls = max(int(2000 * scale) // CONCURRENT, 1) * CONCURRENT
    clean = server.forget_requests
    chat = f"/v3/chats/{server.chat}"
    calls_in_turn = [call(library, server) for library in BOTH] + [bare(server, chat)]
    sync = in_turn(calls_in_turn, rounds, scaled(300), clean)
    pages_in_turn = [page(library, server) for library in BOTH] + [bare(server, f"{chat}/messages?limit=100")]
    pages = in_turn(pages_in_turn, rounds, scaled(40), clean)
    bulk = in_turn([many(library, server, calls) for library in BOTH], max(rounds // 2, 3), 1, clean)
    events = in_turn([unwrap(library) for library in BOTH], rounds, scaled(500), lambda: None)
    return [
        f"| what | linq-python {linq.__version__} | linq-client {linq_client.__version__} | times | a bare socket |",
        "|---|---|---|---|---|",
        row("one call, `chats.retrieve`", "µs", sync),
        row("a page of 100 messages, read", "µs", pages),
        row(f"calls at {CONCURRENT} concurrent, asyncio", "/s", [calls / took * 1e6 for took in bulk], True),
        row("`webhooks.unwrap` of a `message.received`", "µs", events),
        row("import", "ms", several(to_import, rounds)),
        row("import and make a client", "ms", several(lambda library: to_import(library, MAKE), rounds)),
        row("memory after import", "MB", several(memory, 3)),
    ]


MAKE = "LinqAPIV3(api_key='any-key').chats"


def main() -> None:
    options = argparse.ArgumentParser(description="linq-python beside linq-client")
    options.add_argument("--quick", action="store_true", help="to see that it works: the figures mean little")
    options.add_argument("--all-cores", action="store_true", help="with the waking of idle cores")
    given = options.parse_args()
    quick: bool = given.quick
    if not given.all_cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with Server() as server:
        print("\n".join(table(server, rounds=3 if quick else 11, scale=0.05 if quick else 1.0)))


if __name__ == "__main__":
    main()
