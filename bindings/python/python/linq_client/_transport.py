"""Requests and replies, as a transport of your own takes and gives them, and as errors show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
    from typing import TypeAlias


class HeaderList:
    """Headers, whose names compare without case. A header that came several times is joined by commas."""

    __slots__ = ("_pairs",)

    def __init__(self, headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        items: Any = getattr(headers, "items", None)
        self._pairs: list[tuple[str, str]] = list(cast("Iterable[tuple[str, str]]", headers) if items is None else items())

    def multi_items(self) -> list[tuple[str, str]]:
        """All of them, in their order."""
        return list(self._pairs)

    def get_list(self, name: str) -> list[str]:
        """Every value of a header."""
        name = name.lower()
        return [value for key, value in self._pairs if key.lower() == name]

    def get(self, name: str, default: str | None = None) -> str | None:
        """A header's value, or the default."""
        values = self.get_list(name)
        return ", ".join(values) if values else default

    def keys(self) -> list[str]:
        """The names, in lower case, each once."""
        return list(dict.fromkeys(key.lower() for key, _ in self._pairs))

    def values(self) -> list[str]:
        """The values, in the order of `keys()`."""
        return [self[name] for name in self.keys()]

    def items(self) -> list[tuple[str, str]]:
        """Names and values, each name once."""
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
        # Values may be keys and cookies.
        return f"HeaderList({self.keys()})"


class Request:
    """A request, as a transport gets it to send.

    Attributes:
        method: Such as `"POST"`.
        url: Where to, whole.
        headers: Every header to send, `Authorization` too; add none but those of HTTP itself.
        content: The body; empty if there is none.
        timeout: How many seconds the complete reply may take.
        max_response_bytes: How many bytes the body of the response may have after decompression; `None` for any number.
            A transport that reads more than that may raise `ResponseTooLarge`; it is an error in any case.
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
        # Paths and queries hold phone numbers and signatures.
        return f"<Request({self.method!r}, {origin(self.url)!r})>"


def origin(url: str) -> str:
    """The scheme and the host of a URL, which are all that is shown of it."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return "\u2026" if url else ""
    authority = rest.replace("?", "/").replace("#", "/").partition("/")[0]
    return f"{scheme}://{authority.rpartition('@')[2]}/\u2026"


class Response:
    """A reply, whole, whatever its status: a transport follows no redirects and raises for no status.

    Attributes:
        status_code: Such as `202`.
        headers: Its headers.
        content: Its body, decompressed.
        request: What it is the reply to, if that is known.
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
        """The body as text, in UTF-8; what is not UTF-8 is replaced."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> object:
        """The body, read as JSON.

        Raises:
            ValueError: It is no JSON, or is nested deeper than Python reads.
        """
        import json

        try:
            value: object = json.loads(self.content)
        except RecursionError as error:
            raise ValueError("it is nested too deep") from error
        return value

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status_code < 300

    @property
    def reason_phrase(self) -> str:
        """What HTTP calls the status."""
        from http import HTTPStatus

        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return ""

    def __repr__(self) -> str:
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


class TransportFailure(Exception):
    """What a transport of your own raises when it has no reply; what else it raises ends the call as it is."""

    _kind = "interrupted"


class ConnectFailure(TransportFailure):
    """No connection: nothing was sent, and the call may be tried again."""

    _kind = "connect"


class ConnectTimeoutFailure(ConnectFailure):
    """No connection in time: nothing was sent, and the call may be tried again."""

    _kind = "connect_timeout"


class TimeoutFailure(TransportFailure):
    """The time ran out after the connection was made. The request may have been carried out."""

    _kind = "timeout"


class ResponseLost(TransportFailure):
    """The connection broke before the reply was complete. The request may have been carried out."""

    _kind = "interrupted"


class ResponseTooLarge(TransportFailure):
    """The body of the response has more bytes than `Request.max_response_bytes`. The request may have taken effect."""

    _kind = "too_large"


if TYPE_CHECKING:
    Transport: TypeAlias = Callable[[Request], Response]
    AsyncTransport: TypeAlias = Callable[[Request], Awaitable[Response]]
else:

    def __getattr__(name: str) -> object:
        # Aliases for annotations; at run time tools alone look them up.
        if name in ("Transport", "AsyncTransport"):
            from collections.abc import Awaitable, Callable

            made = {"Transport": Callable[[Request], Response], "AsyncTransport": Callable[[Request], Awaitable[Response]]}
            globals().update(made)
            return made[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
