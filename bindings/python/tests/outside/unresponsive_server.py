"""A server that accepts connections and does not respond. It records when the client disconnects."""

import socket
import threading
import time


class UnresponsiveServer:
    def __init__(self, content=b""):
        self.content = content
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.arrived, self.left = threading.Event(), threading.Event()
        self.left_at = None

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.listen, args=(connection,), daemon=True).start()

    def listen(self, connection):
        with connection:
            connection.recv(65536)
            connection.sendall(self.content)
            self.arrived.set()
            try:
                while connection.recv(65536):
                    pass
            except ConnectionError:
                pass
            self.left_at = time.monotonic()
            self.left.set()

    def __enter__(self):
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()
