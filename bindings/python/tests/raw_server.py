"""A server that sends raw bytes."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from typing import NamedTuple


class RawRequest(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class RawServer:
    """Calls `respond(request, connection)` for each request. Closes the connection when it returns `False`."""

    def __init__(self, respond: Callable[[RawRequest, socket.socket], bool]) -> None:
        self.respond = respond
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.connections = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                while (request := read_request(connection)) and self.respond(request, connection):
                    pass
            except OSError:
                pass

    def close(self) -> None:
        self.listener.close()


def read_request(connection: socket.socket, reads_body: bool = True) -> RawRequest | None:
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(65536)
        if not chunk:
            return None
        received += chunk
    head, body = received.split(b"\r\n\r\n", 1)
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", 0))
    while reads_body and len(body) < length:
        chunk = connection.recv(65536)
        if not chunk:
            return None
        body += chunk
    return RawRequest(method, path, headers, body)


def reset(connection: socket.socket) -> None:
    """Closes a connection with RST."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
