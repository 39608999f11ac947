"""Requests and responses of custom transports and of errors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast


class HeaderList:
    """Headers with case-insensitive names. Repeated headers are joined by commas."""

    __slots__ = ("_pairs",)

    def __init__(self, headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        items: Any = getattr(headers, "items", None)
        self._pairs: list[tuple[str, str]] = list(cast("Iterable[tuple[str, str]]", headers) if items is None else items())

    def multi_items(self) -> list[tuple[str, str]]:
        """Returns all pairs of name and value, in order."""
        return list(self._pairs)

    def get_list(self, name: str) -> list[str]:
        """Returns all values of a header."""
        name = name.lower()
        return [value for key, value in self._pairs if key.lower() == name]

    def get(self, name: str, default: str | None = None) -> str | None:
        """Returns the value of a header, or the default."""
        values = self.get_list(name)
        return ", ".join(values) if values else default

    def keys(self) -> list[str]:
        """Returns the distinct names, in lower case."""
        return list(dict.fromkeys(key.lower() for key, _ in self._pairs))

    def values(self) -> list[str]:
        """Returns the values, in the order of `keys()`."""
        return [self[name] for name in self.keys()]

    def items(self) -> list[tuple[str, str]]:
        """Returns pairs of distinct name and value."""
        return [(name, self[name]) for name in self.keys()]

    def __getitem__(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.get_list(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.keys())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HeaderList) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        # Without values, which may be secrets.
        return f"HeaderList({self.keys()})"


class Request:
    """A request for a transport to send.

    Attributes:
        method: HTTP method, such as `"POST"`.
        url: Complete URL.
        headers: All headers to send, including `Authorization`. A transport adds only those of the protocol.
        content: Body; empty if there is none.
        timeout: Maximum seconds until the response is complete; `None` for no limit.
        max_response_bytes: Maximum size of the response's body after decompression, in bytes; `None` for no limit. A
            transport may raise `ResponseTooLarge` for a larger one, which is an error in any case.
    """

    __slots__ = ("content", "headers", "max_response_bytes", "method", "timeout", "url")

    def __init__(
        self,
        method: str,
        url: str,
        headers: HeaderList | None = None,
        content: bytes = b"",
        timeout: float | None = None,
        max_response_bytes: int | None = None,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = HeaderList() if headers is None else headers
        self.content = content
        self.timeout = timeout
        self.max_response_bytes = max_response_bytes

    def __repr__(self) -> str:
        # Without path and query, which can contain phone numbers and signatures.
        return f"<Request({self.method!r}, {origin(self.url)!r})>"


def origin(url: str) -> str:
    """Returns the scheme and host of a URL, with the rest redacted."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return "\u2026" if url else ""
    authority = rest.replace("?", "/").replace("#", "/").partition("/")[0]
    return f"{scheme}://{authority.rpartition('@')[2]}/\u2026"


class Response:
    """A complete response of any status. A transport must not follow redirects, nor raise for a status.

    Attributes:
        status_code: HTTP status, such as 202.
        headers: Headers.
        content: Body, decompressed.
        request: The request, if known.
    """

    __slots__ = ("content", "headers", "request", "status_code")

    def __init__(
        self,
        status_code: int,
        headers: HeaderList | Mapping[str, str] | Iterable[tuple[str, str]] = (),
        content: bytes = b"",
        request: Request | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers if isinstance(headers, HeaderList) else HeaderList(headers)
        self.content = content
        self.request = request

    @property
    def text(self) -> str:
        """The body as text, decoded as UTF-8. Invalid bytes are replaced by U+FFFD."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> object:
        """Returns the body, parsed as JSON.

        Raises:
            ValueError: The body is not JSON, or is nested too deeply.
        """
        import json

        try:
            value: object = json.loads(self.content)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        return value

    @property
    def is_success(self) -> bool:
        """True if the status is 2xx."""
        return 200 <= self.status_code < 300

    @property
    def reason_phrase(self) -> str:
        """The reason phrase of the status; empty if the status is unknown."""
        from http import HTTPStatus

        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return ""

    def __repr__(self) -> str:
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


class TransportFailure(Exception):
    """Base class of the errors that a transport raises when it has no response. Other exceptions end the call unchanged."""

    _kind = "connection_lost"


class ConnectFailure(TransportFailure):
    """Connecting failed: nothing was sent, and the call can be retried."""

    _kind = "connect"


class ConnectTimeoutFailure(ConnectFailure):
    """Connecting timed out: nothing was sent, and the call can be retried."""

    _kind = "connect_timeout"


class TimeoutFailure(TransportFailure):
    """The attempt timed out after connecting. The request may have taken effect."""

    _kind = "timeout"


class ConnectionLost(TransportFailure):
    """The connection was lost before the response was complete. The request may have taken effect."""

    _kind = "connection_lost"


class ResponseTooLarge(TransportFailure):
    """The body of the response exceeds `Request.max_response_bytes`. The request may have taken effect."""

    _kind = "too_large"


if TYPE_CHECKING:
    Transport: TypeAlias = Callable[[Request], Response]
    AsyncTransport: TypeAlias = Callable[[Request], Awaitable[Response]]
else:

    def __getattr__(name: str) -> object:
        # Aliases for annotations, which are rarely needed at run time.
        if name in ("Transport", "AsyncTransport"):
            from collections.abc import Awaitable, Callable

            aliases = {"Transport": Callable[[Request], Response], "AsyncTransport": Callable[[Request], Awaitable[Response]]}
            globals().update(aliases)
            return aliases[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
