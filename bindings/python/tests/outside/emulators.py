"""The emulator's binary, which is independent of the one in the wheel."""

import json
import os
import subprocess
import urllib.request

from repository import ROOT


def binary():
    return os.environ.get("LINQ_EMULATOR", ROOT / "target" / "debug" / "linq-emulator")


class Emulator:
    """An emulator process on a free port. The same seed gives the same responses."""

    def __init__(self, seed=7):
        command = [binary(), "--seed", str(seed)]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(command, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet, text=True)
        self.url = self.process.stdout.readline().strip()

    def control(self, verb, path, **body):
        origin = self.url.removesuffix("/api/partner")
        data = json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(f"{origin}/_emulator{path}", data, headers, method=verb)
        with urllib.request.urlopen(request) as response:
            text = response.read()
        return json.loads(text) if text else None

    def fault(self, kind, **more):
        self.control("POST", "/faults", kind=kind, **more)

    def requests(self, verb=None):
        """Returns the requests that were received."""
        requests = self.control("GET", "/requests")["requests"]
        return [request for request in requests if verb in (None, request["method"])]

    def messages(self):
        return self.control("GET", "/messages")["messages"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
