"""A server that takes everything and remembers it."""

import http.server
import json
import threading

from same_requests import Request


class Recorder:
    """Answers each request with `reply`, a JSON text, or with what a callable makes of the request."""

    def __init__(self):
        self.seen, self.reply, self.status = [], b"{}", 200
        recorder = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def take(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                request = as_request(self, body)
                recorder.seen.append(request)
                reply = recorder.reply(request) if callable(recorder.reply) else recorder.reply
                self.send_response(recorder.status)
                self.send_header("content-type", "application/json")
                if recorder.status != 204:
                    self.send_header("content-length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = take

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def only(self):
        """The one request since last asked."""
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
