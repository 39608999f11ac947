"""An emulator of the API on loopback, for tests and demos: all operations with state, signed webhooks, fault injection.

    with Emulator() as emulator:
        linq = Linq(base_url=emulator.url, api_key=emulator.api_key)

The command `linq-emulator`, or `python -m linq_client.emulator`, runs one from a shell; the first line of output is the base
URL.
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
        sandbox: Enforces the limits of a sandbox account: recipients must write first, and 100 messages may be sent a day; off
            by default.
        documented_retries: Retries webhook deliveries for half an hour, like the real service, instead of three seconds; off by
            default. `control("POST", "/clock", {"advance_seconds": 60})` makes retries due.

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
        sandbox: bool = False,
        documented_retries: bool = False,
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
            sandbox=sandbox,
            documented_retries=documented_retries,
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

    def add_webhook_fault(self, kind: str, **fault: object) -> Any:
        """Injects a fault of webhook deliveries, such as `add_webhook_fault("duplicate", event="message.*")`. The emulator's README
        lists the kinds."""
        return self.control("POST", "/webhook_faults", {"kind": kind, **fault})

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


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs an emulator until SIGINT or SIGTERM, and exits: the command `linq-emulator`, with the options of the binary.

    Args:
        arguments: Arguments; those of this process by default.
    """
    import signal
    import sys

    # The emulator ends after it; Python would raise KeyboardInterrupt then.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(_native.emulator_command_line(sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    main()
