"""The API on loopback, for tests and demos, without an account: all operations, their state, signed webhooks.

    with Emulator() as emulator:
        linq = Linq(base_url=emulator.url, api_key=emulator.api_key)

From a shell, `python -m linq_client.emulator`: the first line that it prints is the base URL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _native

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from typing_extensions import Self

__all__ = ["Emulator"]


class Emulator:
    """A running emulator, on a thread of this process. It ends with `stop()`, or with the process.

    Args:
        port: Its port on 127.0.0.1; 0 for a free one.
        storage_port: The port for uploads and downloads; 0 for a free one.
        seed: Makes identifiers, secrets, dates and the dice of faults repeatable.
        api_key: The only bearer token that is accepted; without it any is.
        phone_numbers: The lines that the account owns, instead of three of its own.
        enforce_limits: Whether the documented rate limits hold.
        as_seen: Whether responses and events have the shapes that servers have been seen to send, with fields left out.
            `control("PUT", "/as_seen", {"enabled": True})` does the same later.

    Raises:
        InvalidArgumentError: A number is out of range; its `path` says which.
        RuntimeError: The port is taken, or a phone number is none.
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
        as_seen: bool = False,
    ) -> None:
        for name, number, limit in (("port", port, 1 << 16), ("storage_port", storage_port, 1 << 16), ("seed", seed, 1 << 64)):
            if number is not None and not 0 <= number < limit:
                from ._exceptions import InvalidArgumentError

                raise InvalidArgumentError(name, f"it is a number from 0 to {limit - 1}")
        self._native = _native.Emulator(
            port=port,
            storage_port=storage_port,
            seed=seed,
            api_key=api_key,
            phone_numbers=list(phone_numbers),
            enforce_limits=enforce_limits,
            as_seen=as_seen,
        )
        self.api_key: str = api_key or "emulator"
        """A key that it accepts."""

    @property
    def url(self) -> str:
        """What a client has for its `base_url`."""
        return self._native.base_url

    @property
    def control_url(self) -> str:
        """Where its control endpoints are."""
        return self._native.control_url

    @property
    def storage_url(self) -> str:
        """Where files are uploaded to and downloaded from."""
        return self._native.storage_url

    @property
    def phone_numbers(self) -> list[str]:
        """The lines that the account owns."""
        return self._native.phone_numbers

    def control(self, method: str, path: str, body: object = None) -> Any:
        """Calls a control endpoint: faults, incoming messages, what arrived. The emulator's README lists them.

        Args:
            path: Below `control_url`, such as `/faults`.
            body: What is sent as JSON.

        Raises:
            urllib.error.HTTPError: It refused.
        """
        import json
        import urllib.request

        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.control_url + path, data, {"content-type": "application/json"}, method=method
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request) as reply:
            content = reply.read()
        return json.loads(content) if content else None

    def requests(self) -> list[dict[str, Any]]:
        """Every request that arrived, in order."""
        requests: list[dict[str, Any]] = self.control("GET", "/requests")["requests"]
        return requests

    def add_fault(self, kind: str, **fault: object) -> Any:
        """Orders a fault, such as `add_fault("lose_reply", times=1)`; the emulator's README lists them."""
        return self.control("POST", "/faults", {"kind": kind, **fault})

    def reset(self) -> None:
        """Forgets everything, as if it had just been started."""
        self.control("POST", "/reset")

    def stop(self) -> None:
        """Ends it; a second time does nothing."""
        self._native.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"Emulator(url={self.url!r})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs an emulator until Ctrl-C or SIGTERM."""
    import argparse
    import signal
    import sys
    from threading import Event

    parser = argparse.ArgumentParser(
        prog="python -m linq_client.emulator",
        description="The Linq Partner API v3 on this machine, for tests, demos and CI.",
        epilog="The first line printed is the base URL, for LINQ_API_V3_BASE_URL.",
    )
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port on 127.0.0.1; without it, a free one")
    parser.add_argument(
        "--storage-port", type=int, default=0, metavar="N", help="port for uploads and downloads; without it, a free one"
    )
    parser.add_argument("--seed", type=int, metavar="N", help="repeatable ids, dates and dice")
    parser.add_argument("--api-key", metavar="KEY", help="the only bearer token accepted; without it, any")
    parser.add_argument(
        "--phone-number", action="append", default=[], metavar="+N", help="a line you own, E.164; may be repeated"
    )
    parser.add_argument("--enforce-limits", action="store_true", help="the documented rate limits hold")
    parser.add_argument(
        "--as-seen", action="store_true", help="responses and events in observed shapes, with fields left out"
    )
    options = parser.parse_args(arguments)

    end = Event()

    def stop(_number: int, _frame: object) -> None:
        end.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    with Emulator(
        port=options.port,
        storage_port=options.storage_port,
        seed=options.seed,
        api_key=options.api_key,
        phone_numbers=options.phone_number,
        enforce_limits=options.enforce_limits,
        as_seen=options.as_seen,
    ) as emulator:
        print(emulator.url, flush=True)
        print(f"Your lines: {', '.join(emulator.phone_numbers)}", file=sys.stderr)
        print(f"Uploads and downloads: {emulator.storage_url}", file=sys.stderr)
        print(f"Control endpoints: {emulator.control_url}", file=sys.stderr)
        print("Ctrl-C ends it.", file=sys.stderr, flush=True)
        end.wait()


if __name__ == "__main__":
    main()
