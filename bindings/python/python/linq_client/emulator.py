"""An emulator of the API on loopback, for tests and demos: all operations with state, signed webhooks, fault injection.

    with Emulator() as emulator:
        linq = Linq(base_url=emulator.url, api_key=emulator.api_key)

`python -m linq_client.emulator` runs one from a shell; the first line of output is the base URL.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Any, NoReturn

from . import _native
from ._exceptions import InvalidArgumentError
from ._typing import Self

__all__ = ["Emulator"]


class Emulator:
    """A running emulator, on a thread of this process. It runs until `stop()`, or until the process ends.

    Args:
        port: Port on 127.0.0.1; 0, the default, for a free one.
        storage_port: Port of uploads and downloads; 0, the default, for a free one.
        seed: Seed of ids, secrets, dates and random faults, which makes them reproducible.
        api_key: The only bearer token that is accepted; any by default.
        phone_numbers: Phone numbers of the account, E.164; three by default.
        enforce_limits: Enforces the documented rate limits; off by default.
        observed_shapes: Sends responses and events as servers have been observed to send them, with fields left out; off by
            default. `control("PUT", "/observed_shapes", {"enabled": True})` enables it later.

    Raises:
        InvalidArgumentError: A number is out of range; `path` names it.
        RuntimeError: The port is in use, or a phone number is invalid.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        storage_port: int = 0,
        seed: int | None = None,
        api_key: str | None = None,
        phone_numbers: Sequence[str] = (),
        enforce_limits: bool = False,
        observed_shapes: bool = False,
    ) -> None:
        for name, number, limit in (("port", port, 1 << 16), ("storage_port", storage_port, 1 << 16), ("seed", seed, 1 << 64)):
            if number is not None and not 0 <= number < limit:
                raise InvalidArgumentError(name, f"must be between 0 and {limit - 1}")
        self._native = _native.Emulator(
            port=port,
            storage_port=storage_port,
            seed=seed,
            api_key=api_key,
            phone_numbers=list(phone_numbers),
            enforce_limits=enforce_limits,
            observed_shapes=observed_shapes,
        )
        self.api_key: str = api_key or "emulator"
        """An API key that the emulator accepts."""

    @property
    def url(self) -> str:
        """The `base_url` for clients."""
        return self._native.base_url

    @property
    def control_url(self) -> str:
        """The base URL of the control endpoints."""
        return self._native.control_url

    @property
    def storage_url(self) -> str:
        """The base URL of uploads and downloads."""
        return self._native.storage_url

    @property
    def phone_numbers(self) -> list[str]:
        """The phone numbers of the account."""
        return self._native.phone_numbers

    def control(self, method: str, path: str, body: object = None) -> Any:
        """Calls a control endpoint, such as those for faults, inbound messages and recorded requests. The emulator's README lists
        them.

        Args:
            method: HTTP method.
            path: Path below `control_url`, such as `/faults`.
            body: Body, sent as JSON.

        Raises:
            urllib.error.HTTPError: The emulator rejected the request.
        """
        import json
        import urllib.request

        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.control_url + path, data, {"content-type": "application/json"}, method=method
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request) as response:
            content = response.read()
        return json.loads(content) if content else None

    def requests(self) -> list[dict[str, Any]]:
        """Returns all requests that were received, in order."""
        requests: list[dict[str, Any]] = self.control("GET", "/requests")["requests"]
        return requests

    def add_fault(self, kind: str, **fault: object) -> Any:
        """Injects a fault, such as `add_fault("drop_response", times=1)`. The emulator's README lists the kinds."""
        return self.control("POST", "/faults", {"kind": kind, **fault})

    def reset(self) -> None:
        """Resets the state to that of a new emulator."""
        self.control("POST", "/reset")

    def stop(self) -> None:
        """Stops the emulator; idempotent."""
        self._native.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"Emulator(url={self.url!r})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs an emulator until SIGINT or SIGTERM."""
    import argparse
    import signal
    import sys
    from threading import Event

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            self.exit(2, f"{self.prog}: error: {message}\n")

    parser = Parser(
        prog="python -m linq_client.emulator",
        description="The Linq Partner API v3 on this machine, for tests, demos and CI.",
        epilog="The first line printed is the base URL, for LINQ_API_V3_BASE_URL.",
    )
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port on 127.0.0.1 (default: a free one)")
    parser.add_argument(
        "--storage-port", type=int, default=0, metavar="N", help="port of uploads and downloads (default: a free one)"
    )
    parser.add_argument("--seed", type=int, metavar="N", help="seed of ids, dates and random faults")
    parser.add_argument("--api-key", metavar="KEY", help="the only bearer token accepted (default: any)")
    parser.add_argument(
        "--phone-number",
        action="append",
        default=[],
        dest="phone_numbers",
        metavar="+N",
        help="phone number of the account, E.164; may be repeated",
    )
    parser.add_argument("--enforce-limits", action="store_true", help="enforce the documented rate limits")
    parser.add_argument(
        "--observed-shapes", action="store_true", help="send observed responses and events, with fields left out"
    )
    options = parser.parse_args(arguments)

    try:
        emulator = Emulator(**vars(options))
    except InvalidArgumentError as error:
        parser.error(f"argument --{error.path.replace('_', '-')}: {error.reason}")
    except RuntimeError as error:
        parser.exit(1, f"{parser.prog}: error: {error}\n")

    end = Event()

    def stop(_number: int, _frame: object) -> None:
        end.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    with emulator:
        print(emulator.url, flush=True)
        print(f"Phone numbers: {', '.join(emulator.phone_numbers)}", file=sys.stderr)
        print(f"Uploads and downloads: {emulator.storage_url}", file=sys.stderr)
        print(f"Control endpoints: {emulator.control_url}", file=sys.stderr)
        print("Press Ctrl-C to stop.", file=sys.stderr, flush=True)
        end.wait()


if __name__ == "__main__":
    main()
