"""Benchmarks linq-python and linq-client in one run, in alternating rounds on one server.

    pip install linq-python[webhooks]==0.65.0 and a release wheel of linq-client; then
    python compare.py [--quick] [--all-cores]

The server is the emulator of the wheel, in its own process. The page of messages is a recorded response, since serializing
100 messages would take longer than reading them. Prints a Markdown table of medians and ratios. A raw socket, which requests
the same responses and does not parse them, is the lower bound. Client and server share one core, if the system supports CPU
affinity: with `--all-cores`, an idle core has to wake up for each request and response, which on virtual machines takes
longer than everything else, and varies.
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
    """An emulator process with a chat of 100 messages."""

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
        recorded: dict[str, object] = {"kind": "response", "method": "GET", "path": "/v3/chats/*/messages", "body": page}
        self.control("POST", "/faults", recorded)

    def control(self, verb: str, path: str, body: dict[str, object] | None = None) -> None:
        url = self.url.removesuffix("/api/partner") + "/_emulator" + path
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(url, json.dumps(body or {}).encode(), headers, method=verb)
        urllib.request.urlopen(request).close()

    def forget_requests(self) -> None:
        """Clears the log of requests, which would grow during the run."""
        self.control("DELETE", "/requests")

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()


def text(value: str) -> Any:
    return {"parts": [{"type": "text", "value": value}]}


def client(library: ModuleType, server: Server) -> Any:
    return library.LinqAPIV3(api_key="any-key", base_url=server.url)


def timed(work: Callable[[], object], times: int) -> float:
    """Returns the mean time of one call, in microseconds."""
    gc.collect()
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times * 1e6


def interleaved(functions: list[Callable[[], object]], rounds: int, times: int, between: Callable[[], None]) -> list[float]:
    """Returns the median of each function, in alternating rounds, so that noise affects all."""
    for work in functions:
        timed(work, max(times // 10, 3))
    found: list[list[float]] = [[] for _ in functions]
    for _ in range(rounds):
        for work, results in zip(functions, found):
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


def raw_socket(server: Server, path: str) -> Callable[[], object]:
    """Requests the same response over a raw socket, and parses only its length."""
    url = urllib.parse.urlsplit(server.url)
    assert url.hostname and url.port
    connection = socket.create_connection((url.hostname, url.port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    head = f"GET {url.path}{path} HTTP/1.1\r\nhost: {url.netloc}\r\nauthorization: Bearer any-key\r\n\r\n"

    def request_once() -> None:
        connection.sendall(head.encode())
        response_head, _, body = connection.recv(1 << 17).partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", response_head)
        assert length
        left = int(length[1]) - len(body)
        while left > 0:
            left -= len(connection.recv(left))

    return request_once


def concurrent_calls(library: ModuleType, server: Server, calls: int) -> Callable[[], object]:
    """Makes calls with a concurrency of 50."""

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


def run_interpreter(code: str) -> float:
    """Returns the number that a new interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    return float(done.stdout)


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}


def import_time(library: ModuleType, more: str = "") -> float:
    """Returns the time of `from … import LinqAPIV3` in a new interpreter, in milliseconds."""
    name = library.__name__
    code = f"import time; start = time.perf_counter()\nfrom {name} import LinqAPIV3\n{more}\n"
    return run_interpreter(code + "print((time.perf_counter() - start) * 1e3)")


def memory(library: ModuleType) -> float:
    """Returns the resident memory after the import, in megabytes."""
    code = f"from {library.__name__} import LinqAPIV3\n"
    return run_interpreter(code + "print(int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6)")


def medians(measure: Callable[[ModuleType], float], rounds: int) -> list[float]:
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
    between = server.forget_requests
    chat = f"/v3/chats/{server.chat}"
    call_functions = [call(library, server) for library in BOTH] + [raw_socket(server, chat)]
    sync = interleaved(call_functions, rounds, scaled(300), between)
    page_functions = [page(library, server) for library in BOTH] + [raw_socket(server, f"{chat}/messages?limit=100")]
    pages = interleaved(page_functions, rounds, scaled(40), between)
    bulk = interleaved([concurrent_calls(library, server, calls) for library in BOTH], max(rounds // 2, 3), 1, between)
    events = interleaved([unwrap(library) for library in BOTH], rounds, scaled(500), lambda: None)
    return [
        f"| benchmark | linq-python {linq.__version__} | linq-client {linq_client.__version__} | ratio | raw socket |",
        "|---|---|---|---|---|",
        row("one call, `chats.retrieve`", "µs", sync),
        row("a page of 100 messages, read", "µs", pages),
        row(f"calls at {CONCURRENT} concurrent, asyncio", "/s", [calls / took * 1e6 for took in bulk], True),
        row("`webhooks.unwrap` of a `message.received`", "µs", events),
        row("import", "ms", medians(import_time, rounds)),
        row("import and make a client", "ms", medians(lambda library: import_time(library, MAKE), rounds)),
        row("memory after import", "MB", medians(memory, 3)),
    ]


MAKE = "LinqAPIV3(api_key='any-key').chats"


def main() -> None:
    options = argparse.ArgumentParser(description="Benchmarks linq-python and linq-client.")
    options.add_argument("--quick", action="store_true", help="smoke test with few rounds; results are not meaningful")
    options.add_argument("--all-cores", action="store_true", help="do not pin client and server to one core")
    arguments = options.parse_args()
    quick: bool = arguments.quick
    if not arguments.all_cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with Server() as server:
        print("\n".join(table(server, rounds=3 if quick else 11, scale=0.05 if quick else 1.0)))


if __name__ == "__main__":
    main()
