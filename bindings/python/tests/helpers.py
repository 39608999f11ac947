"""Helpers of the tests: phone numbers, a message, a recording server."""

from __future__ import annotations

import http.server
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

OURS = "+12223334444"
THEIRS = "+15556667777"
UNKNOWN = "550e8400-e29b-41d4-a716-446655440000"
SENT = (
    b'{"chat_id":"c","message":{"id":"m1","created_at":"2026-01-01T00:00:00Z","delivery_status":"pending","is_read":false,'
    b'"parts":[],"sent_at":null,"service":null}}'
)
"""The response to a send."""
VECTORS = Path(__file__).parents[3] / "tests" / "vectors"
"""Test vectors shared by all languages."""


def hello(text: str = "Hi") -> dict[str, Any]:
    """Returns a message with one text part."""
    return {"parts": [{"type": "text", "value": text}]}


def execute_sql(path: Path, *statements: tuple[str, list[Any]], commit: bool = True) -> list[int]:
    """Executes statements in one transaction of another process, and returns the numbers of changed rows.

    Python's `sqlite3` must not open a file in a process in which an outbox has it open.
    """
    script = """
import json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(json.dumps([database.execute(*statement).rowcount for statement in json.loads(sys.argv[2])]))
if json.loads(sys.argv[3]):
    database.commit()
"""
    arguments = [path, json.dumps(statements), json.dumps(commit)]
    command = [sys.executable, "-W", "error", "-c", script, *arguments]
    counts: list[int] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return counts


class Lock:
    """Another process that holds the lock of an outbox."""

    def __init__(self, path: Path) -> None:
        script = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("BEGIN IMMEDIATE")
print(flush=True)
sys.stdin.read()
"""
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([sys.executable, "-c", script, path], stdin=pipe, stdout=pipe)
        assert self.process.stdout
        self.process.stdout.readline()

    def release(self) -> None:
        self.process.communicate()


ResponseTuple = tuple[int, dict[str, str], bytes]


class Recorder:
    """A server that returns a configured response and records requests."""

    def __init__(self) -> None:
        self.requests: list[Any] = []
        self.respond: Callable[[Any], ResponseTuple] = lambda _request: (200, {}, b"{}")
        self.hangs_up = False
        recorder = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                self.content = self.rfile.read(int(self.headers.get("content-length") or 0))
                recorder.requests.append(self)
                if recorder.hangs_up:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
                    return
                status, headers, body = recorder.respond(self)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

            def log_message(self, *_: object) -> None: ...

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
