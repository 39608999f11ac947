"""A server that accepts and records all requests."""

import http.server
import json
import threading

from compare_requests import Request


class Recorder:
    """Responds to each request with `response`, which is JSON text or a callable that returns it for a request."""

    def __init__(self):
        self.seen, self.response, self.status = [], b"{}", 200
        recorder = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def take(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                request = as_request(self, body)
                recorder.seen.append(request)
                response = recorder.response(request) if callable(recorder.response) else recorder.response
                self.send_response(recorder.status)
                self.send_header("content-type", "application/json")
                if recorder.status != 204:
                    self.send_header("content-length", str(len(response)))
                self.end_headers()
                self.wfile.write(response)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = take

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def only(self):
        """Returns the only request since the last call."""
        (request,) = self.seen
        self.seen.clear()
        return request

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def as_request(handler, body):
    path, _, query = handler.path.partition("?")
    header = handler.headers.get
    return Request(
        handler.command,
        path,
        query,
        json.loads(body) if body else None,
        header("content-type"),
        header("authorization"),
        header("idempotency-key"),
    )
